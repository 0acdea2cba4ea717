"""What lies in the content folder: each file sorted by kind, nothing passed over in silence.

Nothing outside the folder is ever opened: symbolic links are told, not followed.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from plugins.domain import addresses
from plugins.problems import Place, Problem
from plugins.reading import messages

IGNORED = re.compile(r"~\$.*|\.~.*|\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep", re.IGNORECASE)
KINDS = {
    "news": re.compile(rf"news/(?P<year>\d{{4}})/(?P<name>{addresses.SLUG_PATTERN})\.md"),
    "editions": re.compile(r"editions/[a-z0-9-]+\.md"),
    "pages": re.compile(rf"pages/(?P<name>{addresses.SLUG_PATTERN})\.md"),
    "tables": re.compile(r"tables/(?P<name>[a-z_]+)\.(csv|xlsx)"),
    "wording": re.compile(r"wording/[a-z0-9_-]+\.csv"),
    "images": re.compile(r"images/[A-Za-z0-9._/-]+"),
    "files": re.compile(r"files/[A-Za-z0-9._/-]+"),
    "guide": re.compile(r"README\.md"),
}
NAME_LENGTH = 200
DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
"""Names that Windows keeps for devices: a file of that name cannot be checked out there."""


@dataclass(frozen=True, slots=True)
class ContentFolder:
    """The files of a content folder by kind; paths are inside the folder, `/`-separated, sorted."""

    root: Path
    files: dict[str, list[str]] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[str]:
        """List the files of one kind."""
        return self.files.get(kind, [])

    def has(self, path: str) -> bool:
        """Tell whether a file of pictures, attachments or texts is there, exactly so spelled."""
        return any(path in paths for paths in self.files.values())

    def told(self, path: str) -> str:
        """Return the path as problems name it: relative to the content folder's parent."""
        return f"{self.root.name}/{path}"

    def read(self, path: str) -> bytes:
        """Read a file of the folder."""
        return (self.root / path).read_bytes()


def list_content(root: Path) -> tuple[ContentFolder, list[Problem]]:
    """List a content folder, telling links, unknown files and names that would not survive."""
    root = root.resolve()
    folder = ContentFolder(root)
    problems: list[Problem] = []
    for path, is_link in _walk(root, ""):
        place = Place(folder.told(path))
        if is_link:
            problems.append(messages.symbolic_link(place))
        elif (kind := _kind_of(path)) is None:
            problems.append(_unknown_file(place, path))
        else:
            folder.files.setdefault(kind, []).append(path)
    return folder, problems + _names_alike(folder)


def path_inside(folder: str, file: str) -> str:
    """Return a file's path inside content/; editors write it with or without its folder."""
    return file if file.startswith(f"{folder}/") else f"{folder}/{file}"


def _walk(root: Path, inside: str) -> Iterator[tuple[str, bool]]:
    """Yield the path of every file and link below a folder, sorted, but for what is ignored."""
    with os.scandir(root / inside) as scanned:
        entries = sorted(scanned, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{inside}{entry.name}"
        if IGNORED.fullmatch(entry.name):
            continue
        if entry.is_symlink() or not (entry.is_dir() or entry.is_file()):
            yield path, True
        elif entry.is_dir():
            yield from _walk(root, f"{path}/")
        else:
            yield path, False


def _kind_of(path: str) -> str | None:
    name = PurePosixPath(path)
    if len(name.name) > NAME_LENGTH or DEVICES.fullmatch(name.stem):
        return None
    return next((kind for kind, pattern in KINDS.items() if pattern.fullmatch(path)), None)


def _unknown_file(place: Place, path: str) -> Problem:
    kind = path.split("/", maxsplit=1)[0]
    stem = PurePosixPath(path).stem
    if DEVICES.fullmatch(stem):
        return messages.bad_file_name(place, PurePosixPath(path).name, f"x-{stem.lower()}")
    if kind in KINDS and not re.fullmatch(addresses.SLUG_PATTERN, stem):
        return messages.bad_file_name(place, PurePosixPath(path).name, addresses.slug_of(stem))
    return messages.unknown_file(place)


def _names_alike(folder: ContentFolder) -> list[Problem]:
    """Tell files whose names differ only in case: Windows cannot hold both."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for paths in folder.files.values():
        for path in paths:
            alike[path.lower()].append(path)
    return [
        messages.names_alike(Place(folder.told(path)), paths[0])
        for paths in alike.values()
        for path in paths[1:]
    ]
