"""`preview`: builds, serves, and ends with Ctrl+C."""

import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Start = Callable[[], subprocess.Popen[str]]
PREVIEW = """\
import argparse, signal, sys
from pathlib import Path
from plugins.preview.command import preview

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may start jobs deaf to it

try:
    sys.exit(preview(argparse.Namespace(root=Path(sys.argv[1]), port=18730)))
except KeyboardInterrupt:
    sys.exit(130)
"""
ITEM = """\
---
标题: 甲
日期: 2022-03-09
栏目: 党建动态
署名: 通讯员 张三
来源: 某报
---

正文。
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the site's settings and theme, with one item for content."""
    settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    settings = settings.replace('PLUGIN_PATHS = ["."]', f"PLUGIN_PATHS = [{str(ROOT)!r}]")
    (tmp_path / "pelicanconf.py").write_text(settings, encoding="utf-8")
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    (tmp_path / "content/tables").mkdir(parents=True)
    (tmp_path / "content/tables/columns.csv").write_text(
        "栏目名称,链接名\n党建动态,dynamics\n", encoding="utf-8"
    )
    (tmp_path / "content/news/2022").mkdir(parents=True)
    (tmp_path / "content/news/2022/a.md").write_text(ITEM, encoding="utf-8")
    return tmp_path


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    """Start a preview of the project; it is ended with the test."""
    with ExitStack() as running:

        def run() -> subprocess.Popen[str]:
            process = running.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", PREVIEW, str(project)],
                    cwd=ROOT,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    encoding="utf-8",
                )
            )
            running.callback(process.kill)
            return process

        yield run


def told(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Read what a preview says until it names its address; return that, and the address."""
    assert process.stdout
    lines = ""
    for line in process.stdout:
        lines += line
        if found := re.search(r"预览地址：(\S+?)（", line):
            return lines, found[1]
    assert process.stderr
    raise AssertionError(lines + process.stderr.read())


@pytest.mark.slow
def test_the_site_is_built_and_served_until_ctrl_c(start: Start) -> None:
    """The address that is told leads to the home page; the end leaves no stack trace."""
    process = start()
    lines, address = told(process)
    assert lines.startswith("已生成 ")
    with urllib.request.urlopen(address) as response:  # noqa: S310 - our own server
        assert "甲" in response.read().decode()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=10)
    assert (process.returncode, errors) == (130, "")


@pytest.mark.slow
def test_two_previews_get_a_port_each(start: Start) -> None:
    """The second one says which."""
    assert told(start())[1] != told(start())[1]


@pytest.mark.slow
def test_a_failed_build_still_shows_the_last_good_site(start: Start, project: Path) -> None:
    """And says that this is what is shown."""
    first = start()
    told(first)
    first.kill()
    (project / "content/news/2022/a.md").write_text(ITEM.replace("标题: 甲\n", ""))
    lines, address = told(start())
    assert "没有生成成功，下面显示的是上一次生成的网站。" in lines
    with urllib.request.urlopen(address) as response:  # noqa: S310 - our own server
        assert "甲" in response.read().decode()


@pytest.mark.slow
def test_a_failed_first_build_has_nothing_to_show(start: Start, project: Path) -> None:
    """An empty server would only puzzle."""
    (project / "content/news/2022/a.md").write_text(ITEM.replace("标题: 甲\n", ""))
    process = start()
    out, _ = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, "没有生成成功，也没有以前生成的网站可看。\n")
