"""One process, and what the system says it took: wall and CPU seconds, and memory at its highest.

CPU seconds count the process and all that it waited for. Memory is looked up while it runs, where
the system shows it in /proc: what it says after the end is never less than the memory of whoever
started the process.
"""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

KILOBYTES_A_MEGABYTE = 1024
MEGABYTE = 1024 * 1024
LOOK_EVERY = 0.02
PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process took, in seconds and megabytes; None where the system does not tell.

    `megabytes` is the highest of the process itself, `worker_megabytes` that of its largest child.
    """

    wall: float
    cpu: float | None
    megabytes: float | None
    worker_megabytes: float | None


class BuildFailedError(Exception):
    """A measured process ended badly; the message is what it said last."""


def measure(
    command: Sequence[str], folder: Path, log: Path, environment: Mapping[str, str]
) -> Usage:
    """Run a command to its end in a folder; what it says goes into a file.

    Raises BuildFailedError if it fails. However this ends, the process has ended with it.
    """
    with log.open("wb") as told:
        begun = time.perf_counter()
        with (
            subprocess.Popen(  # noqa: S603 - our own commands
                command,
                cwd=folder,
                env={**os.environ, **environment},
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=subprocess.STDOUT,
            ) as process,
            _ended_with_us(process),
            _watched(process.pid) as peaks,
        ):
            cpu, peak = _wait(process)
        wall = time.perf_counter() - begun
    if process.returncode:
        raise BuildFailedError(_last_words(log))
    workers = (value for pid, value in peaks.items() if pid != process.pid)
    return Usage(wall, cpu, peaks.get(process.pid, peak), max(workers, default=None))


@contextlib.contextmanager
def _ended_with_us(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        if process.returncode is None:
            process.terminate()


def _wait(process: subprocess.Popen[bytes]) -> tuple[float | None, float | None]:
    """Wait for the end; return CPU seconds and the memory of the largest process, if known."""
    if sys.platform == "win32":
        process.wait()
        return None, None
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = MEGABYTE if sys.platform == "darwin" else KILOBYTES_A_MEGABYTE
    return used.ru_utime + used.ru_stime, used.ru_maxrss / unit


@contextlib.contextmanager
def _watched(pid: int) -> Iterator[Mapping[int, float]]:
    """Keep the highest memory of a process and its children, by number, until the end."""
    peaks: dict[int, float] = {}
    ended = Event()
    if not (PROCESSES / str(pid) / "status").exists():
        yield peaks
        return

    def look() -> None:
        while not ended.wait(LOOK_EVERY):
            peaks.update(_peaks_below(pid))

    watcher = Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peaks
    finally:
        ended.set()
        watcher.join()


def _peaks_below(pid: int) -> Iterator[tuple[int, float]]:
    """Yield every process of a family with its highest memory so far; one may end meanwhile."""
    with contextlib.suppress(OSError, StopIteration):
        status = (PROCESSES / str(pid) / "status").read_text(encoding="utf-8")
        line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
        yield pid, int(line.split()[1]) / KILOBYTES_A_MEGABYTE
    with contextlib.suppress(OSError):
        for thread in (PROCESSES / str(pid) / "task").iterdir():
            for child in (thread / "children").read_text(encoding="utf-8").split():
                yield from _peaks_below(int(child))


def _last_words(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(lines[-30:])
