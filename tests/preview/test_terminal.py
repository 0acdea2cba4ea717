"""What the preview says on the terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.preview.state import State
from plugins.preview.terminal import CLEARED, Terminal
from plugins.problems import Place, error, info

ROOT = Path(__file__).parents[2]
MISTYPED = error(Place("content/news/2022/a.md", 2, 1), "unknown-key", "没有“标提”", "改成“标题”")
UNUSUAL = info(Place("content/tables/site.csv"), "bom", "有 BOM", "可以去掉")
GOOD = State(built_at="08:30:00")
BUILT = {"pages": 9, "written": 2, "seconds": 0.42}
UNCHANGED = {**BUILT, "written": 0}


def test_a_build_is_told_by_its_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    """The first one in any case, a later one if it changed the site."""
    terminal = Terminal()
    terminal.built(GOOD, UNCHANGED)
    assert capsys.readouterr().out == "08:30:00 已生成 9 页，更新 0 个文件，用时 0.4 秒。\n"
    terminal.built(GOOD, UNCHANGED)
    assert capsys.readouterr().out == ""
    terminal.built(GOOD, BUILT)
    assert "更新 2 个文件" in capsys.readouterr().out


def test_problems_are_told_when_they_change(capsys: pytest.CaptureFixture[str]) -> None:
    """When they come, when others come, and when they are gone."""
    terminal = Terminal()
    for problems, tells in (
        ((), ""),
        ((MISTYPED,), "[unknown-key]"),
        ((MISTYPED,), ""),
        ((MISTYPED, UNUSUAL), "[bom]"),
        ((), "没有问题了。\n"),
        ((), ""),
    ):
        terminal.built(State(problems), None)
        told = capsys.readouterr().err
        assert tells in told
        assert bool(tells) == bool(told)


def test_only_an_error_keeps_the_old_site(capsys: pytest.CaptureFixture[str]) -> None:
    """A note does not."""
    terminal = Terminal()
    terminal.built(State((UNUSUAL,)), BUILT)
    assert "没有生成成功" not in capsys.readouterr().out
    terminal.built(State((MISTYPED,)), BUILT)
    assert "没有生成成功" in capsys.readouterr().out


def test_how_far_a_build_is_shows_on_a_terminal_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """In a file it would only be noise."""
    Terminal().step("生成页面 1/9")
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal")
def test_a_line_takes_the_place_of_the_step_before_it() -> None:
    """Numbers that move leave nothing behind."""
    ours, theirs = os.openpty()
    program = (
        "from plugins.preview.terminal import Terminal\n"
        "terminal = Terminal()\n"
        "terminal.step('一')\nterminal.step('二')\nterminal.line('好了')\n"
    )
    command = [sys.executable, "-X", "utf8", "-c", program]
    subprocess.run(command, cwd=ROOT, stdout=theirs, check=True)
    os.close(theirs)
    said = os.read(ours, 1000).decode()
    os.close(ours)
    assert said == f"{CLEARED}一……{CLEARED}二……{CLEARED}好了\r\n"
