"""One build at a time on one output folder."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.press.output_lock import LOCKED_BYTE, _owner, only_builder
from plugins.press.pressing import Pressed
from plugins.press.writing import Staging
from tests.press.builders import ROOT

HOLD = """\
import sys
from pathlib import Path
from plugins.press.output_lock import only_builder

with only_builder(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(file: Path) -> subprocess.Popen[str]:
    """Start a process that holds a lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_build_is_refused_and_told_who_is_first(
    press_pages: Callable[..., Pressed], tmp_path: Path
) -> None:
    """The message names process and time; the output is not touched."""
    (tmp_path / "output/.staging").mkdir(parents=True)
    with holder(tmp_path / "output/.staging/lock") as first:
        pressed = press_pages({"a.html": "1"})
        first.communicate()
    assert [problem.code for problem in pressed.problems] == ["output-busy"]
    assert f"进程 {first.pid}，" in pressed.problems[0].message
    assert not (tmp_path / "output/a.html").exists()
    assert press_pages({"a.html": "1"}).outcome


def test_the_lock_of_a_killed_build_does_not_stand(tmp_path: Path) -> None:
    """The system lets go for it; the file that is left behind means nothing."""
    with holder(tmp_path / "lock") as first:
        first.kill()
    assert (tmp_path / "lock").exists()
    with only_builder(tmp_path / "lock"):
        pass
    assert not (tmp_path / "lock").exists()


def test_a_block_that_fails_lets_go(tmp_path: Path) -> None:
    """The next build can begin."""
    with pytest.raises(KeyError), only_builder(tmp_path / "lock"):
        raise KeyError
    with only_builder(tmp_path / "lock"):
        pass


def test_builds_that_come_and_go_do_not_take_the_folder_from_each_other(tmp_path: Path) -> None:
    """The last one out takes away the folder in which the next one is about to lock."""
    code = """\
import sys
from pathlib import Path
from plugins.press.output_lock import OutputBusyError
from plugins.press.writing import Staging
for _ in range(300):
    try:
        with Staging(Path(sys.argv[1])):
            pass
    except OutputBusyError:
        pass
"""
    both = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT) for _ in "ab"]
    assert [one.wait() for one in both] == [0, 0]
    assert not (tmp_path / ".staging").exists()


@pytest.mark.parametrize("path", ["output", "output/.staging"])
def test_a_link_that_leads_nowhere_is_no_other_build(tmp_path: Path, path: str) -> None:
    """It may lead to a disk that is not there: the fault names it."""
    link = tmp_path / path
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "gone")
    with pytest.raises(FileExistsError) as told, Staging(tmp_path / "output"):
        pass
    assert told.value.filename == str(link)


class Watched(io.FileIO):
    """A file that remembers how far it was asked for."""

    furthest = 0

    def readinto(self, buffer: Any) -> int | None:
        """Read, and remember."""
        self.furthest = max(self.furthest, self.tell() + len(memoryview(buffer)))
        return super().readinto(buffer)


def test_who_holds_the_lock_is_read_without_the_locked_byte(tmp_path: Path) -> None:
    """Windows refuses a read that only touches it, though the text ends long before."""
    (tmp_path / "lock").write_text("进程 1", encoding="utf-8")
    raw = Watched(tmp_path / "lock", "r+")
    assert _owner(io.TextIOWrapper(io.BufferedRandom(raw), encoding="utf-8")) == "进程 1"
    assert 0 < raw.furthest <= LOCKED_BYTE
