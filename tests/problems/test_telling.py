"""Problems told to a person: where they go, and how they look."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.problems import Place, error
from plugins.problems.telling import tell

ROOT = Path(__file__).parents[2]
FIRST = error(Place("content/a.md", 1), "code", "甲", "改甲")
SECOND = error(Place("content/b.md", 1), "code", "乙", "改乙")
PROGRAM = """\
from plugins.problems import Place, error
from plugins.problems.telling import tell

tell([error(Place("a.md"), "code", "甲", "乙")])
"""


def test_problems_are_told_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, which leaves the other stream to results; without colour in a file."""
    assert tell([SECOND, FIRST], otherwise="没有问题。\n") == [FIRST, SECOND]
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("content/a.md:1  错误  甲\n")
    assert told.err.endswith("\n共 错误 2 处。\n")


def test_without_problems_nothing_is_told_but_what_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No blank line either."""
    assert tell([]) == []
    assert capsys.readouterr().err == ""
    tell([], otherwise="没有问题。\n")
    assert capsys.readouterr().err == "没有问题。\n"


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal")
@pytest.mark.parametrize(("settings", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_has_colour_unless_it_is_refused(
    settings: dict[str, str],
    coloured: bool,  # noqa: FBT001
) -> None:
    """`NO_COLOR` is how whoever reads with a screen reader says so."""
    ours, theirs = os.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROGRAM],
        cwd=ROOT,
        env={**environment, **settings},
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    said = os.read(ours, 1000).decode()
    os.close(ours)
    assert ("\x1b[31m错误" in said) == coloured
