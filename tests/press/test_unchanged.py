"""The answer that nothing has changed is given only where a build would give the same."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.press.unchanged import Answer, Inputs, last_answer, look_at, remember
from plugins.problems import Place, Problem, warning
from tests.press.builders import ROOT, write_files

OPTIONS = ("2022-03-09",)
TOLD: tuple[Problem, ...] = (warning(Place("content/a.md", 1), "code", "甲", "乙"),)
LONG_AGO = 10**18
Change = Callable[[Path], object]


def grow_old(folder: Path) -> None:
    """Give every file a time that no edit of today can bear."""
    for file in folder.rglob("*"):
        if file.is_file():
            os.utime(file, ns=(LONG_AGO, LONG_AGO))


def stat_of(file: Path) -> tuple[str, int, int]:
    """Return what the system tells of a file."""
    status = file.stat()
    return file.name, status.st_size, status.st_mtime_ns


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with content, and output that was made of it.

    One of the texts stays as if just written, however long a test takes.
    """
    write_files(tmp_path, {"content/a.md": "甲", "content/b/c.md": "乙", "output/a.html": "丙"})
    soon = time.time_ns() + 10**10
    os.utime(tmp_path / "content/a.md", ns=(soon, soon))
    return tmp_path


def look(place: Path) -> Inputs:
    """Look at the content."""
    return look_at([str(place / "content")], OPTIONS)


def keep(place: Path, *, since: float = 0.0, until: float | None = None) -> None:
    """Keep the answer of a build."""
    files = (stat_of(place / "output/a.html"),)
    answer = Answer(
        TOLD, 2, files, time.time_ns(), since, time.time() + 1000 if until is None else until
    )
    remember(place / "cache/answer", look(place), answer)


def asked(place: Path, options: tuple[str, ...] = OPTIONS) -> Answer | None:
    """Ask for the answer."""
    return last_answer(place / "cache/answer", options, place / "output")[0]


def replace_in_place(place: Path) -> None:
    """Edit a text without changing its size and time."""
    file = place / "content/a.md"
    status = file.stat()
    file.write_text("丁", encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("old", [True, False], ids=["settled", "fresh"])
def test_the_answer_is_given_again_as_it_was(place: Path, old: bool) -> None:  # noqa: FBT001
    """With everything that was told, whether the files are old or were just written."""
    if old:
        grow_old(place / "content")
    keep(place)
    answer = asked(place)
    assert answer is not None
    assert (answer.problems, answer.sources, len(answer.files)) == (TOLD, 2, 1)


@pytest.mark.parametrize(
    "change",
    [
        lambda place: (place / "content/a.md").write_text("甲乙", encoding="utf-8"),
        lambda place: os.utime(place / "content/a.md", ns=(1, 1)),
        lambda place: (place / "content/d.md").write_text("", encoding="utf-8"),
        lambda place: (place / "content/b/c.md").unlink(),
        lambda place: (place / "output/a.html").unlink(),
        lambda place: (place / "output/a.html").write_text("改", encoding="utf-8"),
        lambda place: write_files(place, {"output/.staging/journal": ""}),
        lambda place: write_files(place, {"output/own.txt": ""}),
        replace_in_place,
    ],
    ids=[
        "edit",
        "time",
        "new",
        "gone",
        "page gone",
        "page changed",
        "killed",
        "stranger",
        "fresh edit",
    ],
)
def test_any_change_asks_for_a_build(place: Path, change: Change) -> None:
    """Of what the site is made from, or of the site itself."""
    keep(place)
    assert asked(place) is not None
    change(place)
    assert asked(place) is None


def test_what_a_link_leads_to_is_looked_at(place: Path) -> None:
    """A theme may borrow a file from elsewhere; a build reads the file and not the link."""
    lent = place / "lent.css"
    lent.write_text("甲", encoding="utf-8")
    (place / "content/linked.css").symlink_to(lent)
    keep(place)
    assert asked(place) is not None
    lent.write_text("甲乙", encoding="utf-8")
    assert asked(place) is None


def test_a_link_that_leads_nowhere_is_no_fault(place: Path) -> None:
    """Emacs lays one beside every file that is being edited."""
    (place / "content/.#a.md").symlink_to("somebody@somewhere.1:2")
    keep(place)
    assert asked(place) is not None


def test_other_options_ask_for_a_build(place: Path) -> None:
    """Another day shows other items."""
    keep(place)
    assert asked(place, ("2022-03-10",)) is None


def test_an_answer_has_its_time(place: Path) -> None:
    """Tomorrow more may be public, and where the clock was set back nothing is certain."""
    keep(place, until=time.time() - 1)
    assert asked(place) is None
    keep(place, since=time.time() + 1000)
    assert asked(place) is None


@pytest.mark.parametrize("damage", [b"", b"x" * 100])
def test_a_damaged_answer_is_none(place: Path, damage: bytes) -> None:
    """It only costs a build."""
    keep(place)
    (place / "cache/answer").write_bytes(damage)
    assert asked(place) is None


def test_a_flipped_bit_makes_the_answer_none(place: Path) -> None:
    """What does not match its seal is never unpacked."""
    keep(place)
    data = bytearray((place / "cache/answer").read_bytes())
    data[-3] ^= 1
    (place / "cache/answer").write_bytes(bytes(data))
    assert asked(place) is None


def test_what_gives_the_answer_loads_neither_pelican_nor_pydantic() -> None:
    """They take longer than the answer."""
    code = "import sys; import plugins.press.command; print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert {"pelican", "pydantic"}.isdisjoint(done.stdout.split())
