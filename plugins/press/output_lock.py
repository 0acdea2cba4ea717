"""One build at a time on one output folder.

The system itself lets go of the lock when its holder ends, however it ends, so a lock is never
stale; the file only says who holds it. It lies in the staging folder and goes with it.
"""

import contextlib
import os
import stat
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

LOCKED_BYTE = 1 << 30
ATTEMPTS = 3
JUST_BEGUN = "刚刚开始"


class OutputBusyError(Exception):
    """Another process is building; the message says in Chinese which one and since when."""


@contextlib.contextmanager
def only_builder(file: Path) -> Iterator[None]:
    """Hold the lock in `file` while the block runs; refuse at once where another process does."""
    handle = _held(file)
    try:
        yield
    finally:
        if os.name != "nt":
            file.unlink(missing_ok=True)
        handle.close()
        if os.name == "nt":  # there an open file cannot be deleted
            with contextlib.suppress(OSError):
                file.unlink()


def _held(file: Path) -> IO[str]:
    for _ in range(ATTEMPTS):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle = file.open("a+", encoding="utf-8")
        except (FileNotFoundError, FileExistsError):
            if any(map(_is_in_the_way, file.parents)):
                raise
            continue  # its last holder took the folder away at this moment
        if not _could_lock(handle):
            raise OutputBusyError(_owner(handle))
        if _is_still_there(handle, file):
            _sign(handle)
            return handle
        handle.close()  # its last holder deleted it between our opening and our locking
    raise OutputBusyError(JUST_BEGUN)


def _is_in_the_way(folder: Path) -> bool:
    """Tell whether there is something else than a folder, perhaps a link that leads nowhere."""
    try:
        return not stat.S_ISDIR(os.lstat(folder).st_mode) and not folder.is_dir()
    except OSError:
        return False


def _could_lock(handle: IO[str]) -> bool:
    """Lock a file unless another process holds it; tell whether that went.

    Windows lets nobody read a locked byte: one far behind all that is read is locked.
    OSError where the file system knows no locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there is one only on Windows

            handle.seek(LOCKED_BYTE)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - there is none on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_still_there(handle: IO[str], file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle.fileno()), file.stat())
    except FileNotFoundError:
        return False


def _sign(handle: IO[str]) -> None:
    handle.seek(0)
    handle.truncate()
    handle.write(f"进程 {os.getpid()}，{datetime.now().astimezone():%H:%M:%S} 开始")
    handle.flush()


def _owner(handle: IO[str]) -> str:
    """Read who holds the lock; a holder that has just begun signs in a moment."""
    for _ in range(ATTEMPTS):
        handle.seek(0)
        if owner := handle.readline():
            handle.close()
            return owner
        time.sleep(0.05)
    handle.close()
    return JUST_BEGUN
