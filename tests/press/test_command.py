"""`build`: its arguments, what it says, and its exit code."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.press.builders import ITEM, ROOT, write_files

Contents = Callable[[Path], dict[str, str]]
Build = Callable[..., subprocess.CompletedProcess[str]]
START = """\
import argparse, json, sys
from datetime import date
from pathlib import Path
from plugins.press.command import build

root = Path(sys.argv[1])
given = {
    "root": root, "content": root / "content", "output": root / "output", "today": None,
    "clean": False, "paranoid": False, "no_rules": False, "workers": None, "scheduler": None,
    "explain": None, "report": None, **json.loads(sys.argv[2]),
}
for name in ("content", "output", "report"):
    given[name] = given[name] and Path(given[name])
given["today"] = given["today"] and date.fromisoformat(given["today"])
sys.exit(build(argparse.Namespace(**given)))
"""


@pytest.fixture
def build(project: Path) -> Build:
    """Run `build` with the arguments that `tasks.py` gives, some of them changed."""

    def run(**changed: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-c", START, str(project), json.dumps(changed)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    return run


def test_a_build_says_one_chinese_line(build: Build) -> None:
    """Pelican's account of articles that it never had is not shown."""
    done = build()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("已生成 2 页，写入 2 个文件，删除 0 个，用时 ")
    assert done.stdout.count("\n") == 1


def test_an_error_ends_with_1_and_writes_nothing(build: Build, project: Path) -> None:
    """The Problem is all that is said."""
    write_files(project, {"content/news/2022/a.md": ITEM.replace("标题: 甲\n", "")})
    done = build()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("content/news/2022/a.md")
    assert not (project / "output").exists()


def test_today_decides_what_is_public(build: Build, project: Path, contents: Contents) -> None:
    """An item of tomorrow is not in the output."""
    build(today="2022-03-08")
    assert contents(project / "output")["index.html"] == ""
    build(today="2022-03-09")
    assert contents(project / "output")["index.html"] == "甲"


@pytest.mark.slow
def test_clean_writes_every_file_anew(build: Build) -> None:
    """Without it, nothing is written where nothing has changed."""
    build()
    assert "写入 0 个文件" in build().stdout
    assert "写入 2 个文件" in build(clean=True).stdout


def test_the_report_is_written_as_json(build: Build, project: Path) -> None:
    """For CI, and for whoever measures."""
    build(report=str(project / "report.json"))
    report = json.loads((project / "report.json").read_text(encoding="utf-8"))
    assert {key: report[key] for key in ("read", "reused", "rendered", "written", "pruned")} == {
        "read": 1,
        "reused": 0,
        "rendered": 2,
        "written": 2,
        "pruned": 0,
    }
    phases = {"reading", "checking", "collecting", "comparing", "rendering", "writing"}
    assert set(report["seconds"]) == phases


def test_a_report_that_cannot_be_written_is_told(build: Build, project: Path) -> None:
    """The site is there all the same."""
    done = build(report=str(project / "nowhere/report.json"))
    assert done.returncode == 1
    assert "[report-unwritable]" in done.stderr
    assert "网站已经写好" in done.stderr
    assert (project / "output/index.html").exists()


def test_a_missing_content_folder_is_told(build: Build, project: Path) -> None:
    """Pelican would say it in English, with a stack trace."""
    done = build(content=str(project / "nothing"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "没有这个内容目录" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_press_that_was_not_loaded_is_told(build: Build, project: Path) -> None:
    """Pelican would end well, having written nothing."""
    settings = (project / "pelicanconf.py").read_text(encoding="utf-8")
    write_files(project, {"pelicanconf.py": settings.replace('["plugins.press.plugin", ', "[")})
    done = build()
    assert done.returncode == 1
    assert "插件 plugins.press.plugin 没有装上" in done.stderr


def test_a_small_build_calls_no_cluster(build: Build) -> None:
    """What is done here in a moment is not sent away."""
    done = build(scheduler="tcp://127.0.0.1:1")
    assert done.returncode == 0
    assert done.stderr == ""


@pytest.mark.slow
def test_a_page_is_explained(build: Build) -> None:
    """By its address or its path, and a mistyped one by its nearest."""
    build()
    assert "index.html：没有变化，沿用上次的文件。" in build(explain="/").stdout
    told = build(explain="news/2022/b/").stdout
    assert "没有 news/2022/b/ 这一页。是不是 news/2022/a/index.html？" in told


@pytest.mark.slow
def test_rules_can_be_left_out_and_structural_faults_cannot(build: Build, project: Path) -> None:
    """`--no-rules` says nothing of columns without items; a missing title still stops."""
    columns = (project / "content/tables/columns.csv").read_text(encoding="utf-8")
    write_files(project, {"content/tables/columns.csv": columns + "通知公告,notices\n"})
    assert "notices" in build().stderr or "通知公告" in build().stderr
    assert build(no_rules=True).stderr == ""
    write_files(project, {"content/news/2022/a.md": ITEM.replace("标题: 甲\n", "")})
    assert build(no_rules=True).returncode == 1


CALLING = """\
import multiprocessing
from plugins.press import command, workforce

call, called = workforce.helpers_called_ahead, []
workforce.helpers_called_ahead = lambda *a, **named: called.append(call(*a, **named)) or called[-1]
command.MANY_TEXTS = 1
"""
TELLING = """\
status = build(argparse.Namespace(**given))
sys.exit(f"{status} {[bool(one) for one in called]} {multiprocessing.active_children()}")
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "workers", "status"), [(ITEM, 3, 0), (ITEM, 1, 0), ("标题: 甲\n", 3, 1)]
)
def test_helpers_that_are_called_ahead_go_home(
    project: Path, contents: Contents, text: str, workers: int, status: int
) -> None:
    """Also where an error ends the build before there is work for them; one alone calls nobody."""
    write_files(project, {"content/news/2022/a.md": text})
    script = f"{CALLING}{START.rpartition('sys.exit')[0]}{TELLING}"
    command = [sys.executable, "-c", script, str(project), json.dumps({"workers": workers})]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr.splitlines()[-1] == f"{status} [{workers > 1}] []"
    assert (project / "output").exists() == (status == 0)
    if status == 0:
        assert contents(project / "output")["index.html"] == "甲"
        again = subprocess.run(
            command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
        assert again.stderr.splitlines()[-1] == "0 [] []"
