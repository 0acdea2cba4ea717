"""Files put down in a staging folder, by any process, each where it will stand in the site.

A folder that the site does not have yet can then move there whole.
"""

import hashlib
import os
from itertools import count
from typing import NamedTuple

TREE = "site"
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
READ_AND_WRITE = 0o666
"""The rights of a file, as far as the system grants them to new ones."""


class StagedFile(NamedTuple):
    """A file that lies in a staging folder: its SHA-256, its size, where it is.

    `modified` is its time in nanoseconds, which it bears wherever it is moved.
    """

    digest: str
    size: int
    file: str
    modified: int


def put_down(data: bytes, folder: str, path: str = "") -> StagedFile:
    """Write a file into a staging folder, at its path in the site's tree; else beside the tree.

    What lies there already stays as it is: it may belong to a page that wants the same place, which
    is told later, or to a helper that was given up and is still at it.
    """
    file = tree_file(folder, path) if path else _beside(folder)
    try:
        handle = _opened(file)
    except OSError:  # if it is the disk's fault, it shows again
        file = _beside(folder)
        handle = _opened(file)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
    finally:
        os.close(handle)
    # Looked at when it is closed: on Windows its time may not be settled before.
    return StagedFile(*known_by(data), file, os.lstat(file).st_mtime_ns)


def known_by(data: bytes) -> tuple[str, int]:
    """Return SHA-256 and size of some bytes."""
    return hashlib.sha256(data).hexdigest(), len(data)


def tree_file(folder: str, path: str) -> str:
    """Return where a file or a folder of the site lies in a staging folder."""
    return f"{folder}/{TREE}/{path}"


def _opened(file: str) -> int:
    """Open a new file, without Python's buffers; most are the first of their folder."""
    folder = os.path.dirname(file)
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass  # what is no folder is told by what comes next
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    return os.open(file, NEW_FILE, READ_AND_WRITE)


def _beside(folder: str) -> str:
    """Return a file of a name that is nobody else's."""
    return f"{folder}/{os.getpid()}-{next(COUNTER)}"


COUNTER = count()
