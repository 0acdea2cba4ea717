"""A build that is stopped, in whatever way, leaves no process behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.domain.interrupts import interrupts_held_back
from plugins.press.processes import PIPE_SIZE, Processes
from tests.press.builders import ROOT, write_files

PROCESSES = Path("/proc")
GROUP = 2
STATE = 0
PATIENCE = 120
BUILD = """\
import signal
import sys
import time

from plugins.press import workforce

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may start jobs deaf to it


def slowly(unit):
    time.sleep(0.02)
    return unit


if __name__ == "__main__":
    workforce.PAYS = -1
    with workforce.Workforce(3) as work:
        for result in work.spread(slowly, range(100_000), expected=100_000):
            print(result, flush=True)
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PROCESSES.is_dir(), reason="没有 /proc，看不到别的进程"),
]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux widens pipes")
def test_a_unit_has_room_in_the_pipes_of_a_pool() -> None:
    """They are not ours to name: another Python may call them otherwise, and units go slowly."""
    from fcntl import F_GETPIPE_SZ, fcntl  # noqa: PLC0415 - not on every system

    crew = Processes(1)
    pool: Any = crew._pool  # noqa: SLF001 - no other way in, as there
    for queue in (pool._call_queue, pool._result_queue):  # noqa: SLF001
        assert fcntl(queue._writer, F_GETPIPE_SZ) == PIPE_SIZE  # noqa: SLF001
    crew.leave()


@pytest.fixture
def run_until(tmp_path: Path) -> Callable[[int], subprocess.Popen[str]]:
    """Start a long build in a group of its own and wait until so many results are there."""
    write_files(tmp_path, {"build.py": BUILD})

    def run(results: int) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(tmp_path / "build.py")],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        assert process.stdout
        for _ in range(results):
            assert process.stdout.readline()
        return process

    return run


def run_to_its_end(folder: Path, program: str, argument: float) -> subprocess.CompletedProcess[str]:
    """Run a program that may be stopped, but must end by itself."""
    write_files(folder, {"program.py": program})
    return subprocess.run(
        [sys.executable, str(folder / "program.py"), str(argument)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=PATIENCE,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def alive(group: int) -> list[int]:
    """List the processes of a group that still run."""
    found = []
    for folder in PROCESSES.glob("[0-9]*"):
        try:
            status = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended in the meantime
            continue
        if int(status[GROUP]) == group and status[STATE] not in "ZX":
            found.append(int(folder.name))
    return found


def wait_until_gone(group: int) -> None:
    """Wait until no process of a group is left, and fail where one stays."""
    deadline = time.monotonic() + PATIENCE
    while left := alive(group):
        assert time.monotonic() < deadline, left
        time.sleep(0.05)


@pytest.mark.parametrize("results", [1, 100], ids=["while they start", "at work"])
def test_ctrl_c_ends_all_processes(
    run_until: Callable[[int], subprocess.Popen[str]], results: int
) -> None:
    """A terminal sends it to the whole group; only the build itself speaks of it."""
    process = run_until(results)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=PATIENCE)
    wait_until_gone(process.pid)
    assert process.returncode == -signal.SIGINT
    assert told.count("Traceback") == 1
    assert told.endswith("KeyboardInterrupt\n")


LOCKING = """\
import os
import signal
import sys
import threading
import time

from plugins.press import workforce

signal.signal(signal.SIGINT, signal.default_int_handler)


class Struck(threading.Condition):
    \"\"\"Lets Ctrl+C strike when the main thread has a lock, and before it can give it back.\"\"\"

    left = None

    def __enter__(self):
        taken = super().__enter__()
        is_here = threading.get_ident() == threading.main_thread().ident
        if Struck.left is not None and is_here:
            Struck.left -= 1
            if Struck.left < 0:
                Struck.left = None
                signal.raise_signal(signal.SIGINT)
        return taken


threading.Condition = Struck


def who(unit):
    time.sleep(0.001)
    return os.getpid()


if __name__ == "__main__":
    begun = False
    workforce.PAYS = -1
    with workforce.Workforce(3) as work:
        for worker in work.spread(who, range(100_000), expected=100_000):
            if worker != os.getpid() and not begun:
                begun, Struck.left = True, int(sys.argv[1])
"""


@pytest.mark.parametrize("locks", range(8))
def test_ctrl_c_leaves_no_lock_taken(tmp_path: Path, locks: int) -> None:
    """Wherever it strikes: who needs that lock, to send all home, would wait for ever."""
    ended = run_to_its_end(tmp_path, LOCKING, locks)
    assert ended.returncode == -signal.SIGINT
    assert ended.stderr.endswith("KeyboardInterrupt\n")


@pytest.fixture
def hearing() -> Iterator[None]:
    """Hear Ctrl+C, also where a shell has started the tests deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def fail_with_ctrl_c() -> None:
    """Hear Ctrl+C, and fail, while it is held back."""
    with interrupts_held_back():
        signal.raise_signal(signal.SIGINT)
        raise OSError


@pytest.mark.usefixtures("hearing")
def test_ctrl_c_is_heard_after_a_failure_too() -> None:
    """What fails while it is held back does not swallow it."""
    with pytest.raises(KeyboardInterrupt):
        fail_with_ctrl_c()


@pytest.mark.parametrize("results", [1, 100], ids=["while they start", "at work"])
def test_processes_end_with_a_build_that_was_killed(
    run_until: Callable[[int], subprocess.Popen[str]], results: int
) -> None:
    """Nobody can tell them to, so they notice it themselves."""
    process = run_until(results)
    process.kill()
    process.communicate(timeout=PATIENCE)
    wait_until_gone(process.pid)


DYING = """\
import multiprocessing
import os
import signal
import sys
import time

from plugins.domain.packing import packed
from plugins.press.processes import Processes


def size(unit):
    return len(unit)


if __name__ == "__main__":
    helpers = Processes(1)
    for _ in range(8):
        helpers.submit(packed((size, bytes(300_000))))
    time.sleep(float(sys.argv[1]))
    for child in multiprocessing.active_children():
        os.kill(child.pid, signal.SIGKILL)
    helpers.leave()
    helpers.leave()
"""


@pytest.mark.parametrize("seconds", [0.0, 0.05, 1.0])
def test_who_dies_while_all_are_sent_home_is_not_waited_for(tmp_path: Path, seconds: float) -> None:
    """Units that it was about to be given wait for nobody; to be sent home twice does no harm."""
    ended = run_to_its_end(tmp_path, DYING, seconds)
    assert (ended.returncode, ended.stderr) == (0, "")
