"""Which paths a Page may have: inside output/, and the same file on every system."""

import re
from collections.abc import Iterable

from plugins.domain.addresses import is_device

MANIFEST = "SHA256SUMS"
STAGING = ".staging"
IGNORE_FILE = ".gitignore"
RESERVED = (MANIFEST, IGNORE_FILE, STAGING)
NAME = r"[A-Za-z0-9._~()+,=@ -]{1,255}(?<![. ])"
PATH = re.compile(rf"(?!(?:{'|'.join(map(re.escape, RESERVED))})(?:/|$)){NAME}(?:/{NAME})*")


def is_output_path(path: str) -> bool:
    """Tell whether a path is relative, stays inside, is plain ASCII and free to be written."""
    return PATH.fullmatch(path) is not None and not device_in(path)


def device_in(path: str) -> str:
    """Return the part of a path that Windows keeps for a device; empty where there is none."""
    return next(filter(is_device, path.split("/"))) if is_device(path) else ""


def checked(path: str) -> str:
    """Return the path; one that may not be written is a programmer's mistake: ValueError."""
    if not is_output_path(path):
        message = f"not a path inside output/: {path!r}"
        raise ValueError(message)
    return path


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return all folders that paths lead through; where there are paths, the root is one."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders
