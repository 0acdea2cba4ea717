"""The press under real Pelican, started as a user starts it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.checking import NOT_ALL_CHECKED
from plugins.domain.dates import TIMEZONE
from plugins.press.plugin import NOTHING_MADE, settings_of_features
from tests.press.builders import ITEM, ROOT, write_files

Run = Callable[..., subprocess.CompletedProcess[str]]
Contents = Callable[[Path], dict[str, str]]
LISTENER = """\
from pathlib import Path
from pelican import signals


def note(path, context):
    with Path("written.txt").open("a") as file:
        file.write(f"{context['output_file']} {Path(path).is_file()}\\n")


def register():
    signals.content_written.connect(note)
"""


def test_pelican_writes_the_pages_of_the_features_and_nothing_of_its_own(
    pelican: Run, project: Path, contents: Contents
) -> None:
    """Also in a folder with a blank and Chinese in its name, with warnings as errors."""
    done = pelican("content", "-s", "pelicanconf.py", "--fatal", "warnings")
    assert (done.returncode, done.stderr) == (0, "")
    assert "已生成 2 页，写入 2 个文件，删除 0 个" in done.stdout
    files = contents(project / "output")
    assert sorted(files) == ["SHA256SUMS", "index.html", "news/2022/a/index.html"]
    assert files["news/2022/a/index.html"] == '<a href="../../../">甲</a>\n'


def test_pelican_may_be_started_elsewhere_and_write_elsewhere(
    pelican: Run, project: Path, tmp_path: Path, contents: Contents
) -> None:
    """PLUGIN_PATHS are found from the settings file, whatever the working directory."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    settings = str(project / "pelicanconf.py")
    done = pelican(str(project / "content"), "-s", settings, "-o", "site", folder=elsewhere)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(contents(elsewhere / "site")) == [
        "SHA256SUMS",
        "index.html",
        "news/2022/a/index.html",
    ]
    assert not (project / "output").exists()


def test_an_error_in_the_content_is_told_and_nothing_is_written(
    pelican: Run, project: Path, contents: Contents
) -> None:
    """The old site stays, and the run says so by its exit code."""
    pelican()
    before = contents(project / "output")
    write_files(project, {"content/news/2022/b.md": ITEM.replace("2022-03-09", "明天")})
    done = pelican()
    assert done.returncode == 1
    assert "content/news/2022/b.md:3:5  错误  " in done.stderr
    assert done.stderr.endswith(f"\n{NOTHING_MADE}\n{NOT_ALL_CHECKED}\n")
    assert "Traceback" not in done.stderr
    assert contents(project / "output") == before


def test_a_fault_in_a_template_is_told_without_a_trace(
    pelican: Run, project: Path, contents: Contents
) -> None:
    """Template and line, in Chinese; the old site stays."""
    pelican()
    before = contents(project / "output")
    write_files(project, {"theme/templates/item.html": "\n{{ nothing }}\n"})
    done = pelican()
    assert done.returncode == 1
    assert "theme/templates/item.html:2  错误  模板有错" in done.stderr
    assert done.stderr.endswith(f"\n{NOTHING_MADE}\n")
    assert "Traceback" not in done.stderr
    assert contents(project / "output") == before


@pytest.mark.parametrize(
    "feature",
    ["import nothing_of_that_name\n", "def register():\n    raise KeyError\n"],
    ids=["cannot be imported", "crashes in register"],
)
def test_a_plugin_that_pelican_leaves_out_fails_the_build(
    pelican: Run, project: Path, feature: str
) -> None:
    """Pelican only logs both and goes on without the plugin's pages."""
    write_files(project, {"tiny_feature.py": feature})
    done = pelican()
    assert done.returncode == 1
    assert "插件 tiny_feature 没有装上" in done.stderr
    assert not (project / "output").exists()


def test_an_item_that_no_feature_makes_a_page_of_fails_the_build(
    pelican: Run, project: Path
) -> None:
    """Nothing that is published is lost without a word."""
    write_files(project, {"tiny_feature.py": "def register():\n    pass\n"})
    done = pelican()
    assert done.returncode == 1
    assert "content/news/2022/a.md  错误  公开的内容没有页面" in done.stderr


def test_content_written_is_sent_for_written_files_only(pelican: Run, project: Path) -> None:
    """Other plugins hear of each file as they would from Pelican's own writer."""
    settings = (project / "pelicanconf.py").read_text(encoding="utf-8")
    settings = settings.replace('"tiny_feature"]', '"tiny_feature", "listener"]')
    write_files(project, {"listener.py": LISTENER, "pelicanconf.py": settings})
    pelican()
    assert (project / "written.txt").read_text() == (
        "index.html True\nnews/2022/a/index.html True\n"
    )
    (project / "written.txt").unlink()
    pelican()
    assert not (project / "written.txt").exists()


def test_an_output_folder_that_is_not_ours_is_refused(pelican: Run, project: Path) -> None:
    """`-o` is believed no more than anything else."""
    write_files(project, {"mine/own.txt": "mine"})
    done = pelican("content", "-s", "pelicanconf.py", "-o", "mine")
    assert done.returncode == 1
    assert "[output-not-ours]" in done.stderr


def test_settings_of_every_feature_count() -> None:
    """A new feature has to register its dict nowhere for its pages to be made anew."""
    settings = {
        "READERS": {"rst": None},
        "PRESS": {"workers": 2},
        "LECTURES": {"rows": 3},
        "ASSETS": {"webp_quality": 80},
        "SITENAME": "某某党建",
    }
    assert settings_of_features(settings) == [
        ("ASSETS", {"webp_quality": 80}),
        ("LECTURES", {"rows": 3}),
    ]


def test_pelican_has_the_time_zone_of_the_bulletin() -> None:
    """Its settings cannot import ours."""
    settings: dict[str, object] = {}
    exec((ROOT / "pelicanconf.py").read_text(encoding="utf-8"), settings)  # noqa: S102
    assert settings["TIMEZONE"] == TIMEZONE


@pytest.mark.slow
def test_the_site_is_the_same_whatever_the_machine(project: Path) -> None:
    """Hash seed, time zone and locale do not show in a single byte."""
    machines = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8"},
    ]
    sites = []
    for number, machine in enumerate(machines):
        output = project / f"output{number}"
        command = [
            *(sys.executable, "-m", "pelican", str(ROOT / "content")),
            *("-s", str(ROOT / "pelicanconf.py"), "-o", str(output)),
        ]
        environment = {**machine, "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        files = (file for file in output.rglob("*") if file.is_file())
        sites.append({file.relative_to(output): file.read_bytes() for file in files})
    assert sites[0] == sites[1]
