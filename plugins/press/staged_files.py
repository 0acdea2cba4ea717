"""Files put down in a staging folder, by any process, each where it will stand in the site.

A folder that the site does not have yet can then move there whole.
"""

import hashlib
import os
from itertools import count
from typing import BinaryIO, NamedTuple

TREE = "site"


class StagedFile(NamedTuple):
    """A file that lies in a staging folder: its SHA-256, its size, where it is."""

    digest: str
    size: int
    file: str


def put_down(data: bytes, folder: str, path: str = "") -> StagedFile:
    """Write a file into a staging folder, at its path in the site's tree; else beside the tree.

    What lies there already stays as it is: it may belong to a page that wants the same place, which
    is told later, or to a helper that was given up and is still at it.
    """
    try:
        handle = _opened(tree_file(folder, path) if path else _beside(folder))
    except OSError:  # if it is the disk's fault, it shows again
        handle = _opened(_beside(folder))
    with handle:
        handle.write(data)
    return StagedFile(*known_by(data), handle.name)


def known_by(data: bytes) -> tuple[str, int]:
    """Return SHA-256 and size of some bytes."""
    return hashlib.sha256(data).hexdigest(), len(data)


def tree_file(folder: str, path: str) -> str:
    """Return where a file or a folder of the site lies in a staging folder."""
    return f"{folder}/{TREE}/{path}"


def _opened(file: str) -> BinaryIO:
    """Open a new file; most are the first of their folder."""
    folder = os.path.dirname(file)
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass  # what is no folder is told by what comes next
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    return open(file, "xb")


def _beside(folder: str) -> str:
    """Return a file of a name that is nobody else's."""
    return f"{folder}/{os.getpid()}-{next(COUNTER)}"


COUNTER = count()
