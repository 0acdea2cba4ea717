"""What lies in the content folder: each file sorted by kind, nothing passed over in silence.

Nothing outside the folder is ever opened: symbolic links are told, not followed.
"""

import os
import re
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path, PurePosixPath

from plugins.domain import addresses
from plugins.domain.keeping import is_past
from plugins.problems import Place, Problem
from plugins.reading import messages

IGNORED = re.compile(
    r"~\$.*|\.~.*|\.#.*|#.*#|.*~|\..*\.sw[a-p]|4913|.*\.tmp"
    r"|\.DS_Store|Thumbs\.db|desktop\.ini|\.gitkeep",
    re.IGNORECASE,
)
"""What systems, office programs and text editors leave beside a file while it is open."""

KINDS = {
    "news": re.compile(rf"news/(?P<year>[0-9]{{4}})/(?P<name>{addresses.SLUG_PATTERN})\.md"),
    "editions": re.compile(r"editions/[a-z0-9-]+\.md"),
    "pages": re.compile(rf"pages/(?P<name>{addresses.SLUG_PATTERN})\.md"),
    "tables": re.compile(r"tables/(?P<name>[a-z_-]+)\.(csv|xlsx)"),
    "wording": re.compile(r"wording/[a-z0-9_-]+\.csv"),
    "images": re.compile(r"images/[A-Za-z0-9._/-]+"),
    "files": re.compile(r"files/[A-Za-z0-9._/-]+"),
    "README.md": re.compile(r"README\.md"),
}
"""By what the path of a file of that kind begins with."""

TEXT_FOLDERS = {"news", "pages", "editions"}
DOCUMENT_ENDINGS = {".docx", ".doc", ".wps", ".wpt", ".rtf", ".odt", ".pdf", ".ofd", ".pages"}
"""Of texts as word processors keep them, or print them."""

TEXT_ENDINGS = {".txt", ".markdown"}
"""Of plain texts of which only the name is wrong."""

DOUBLE_ENDING = re.compile(r"(?:\.md)+$", re.IGNORECASE)
"""As it is left before `.txt` where Windows hides the endings that it knows."""

BACKUP_ENDINGS = {".bak", ".backup", ".old", ".orig", ".rej", ".sav", ".save"}
"""Of what programs and careful people keep of a file before they change it."""

YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
MARK_OF_A_COPY = re.compile(
    r"^(?:副本|复件|copy of)[ _-]+|(?: -)?[ _](?:副本|拷贝|copy)(?: ?[(（]\d{1,2}[)）])?$"
    r"|的副本$| ?[(（]\d{1,2}[)）]$",
    re.IGNORECASE,
)
"""As Windows, macOS, WPS and web browsers name the copy of a file."""

NAME_LENGTH = 200
Stamp = tuple[int, int]
MOUNT_POINT = 0xA0000003  # stat.IO_REPARSE_TAG_MOUNT_POINT, which only Windows has
PROPOSAL_LENGTH = 60
SOUND_NAME = re.compile(addresses.SLUG_PATTERN)


@dataclass(frozen=True, slots=True)
class ContentFolder:
    """The files of a content folder by kind; paths are inside the folder, `/`-separated, sorted.

    `stamps` are size in bytes and time in nanoseconds of every file when it was listed, not before
    `listed`. `strange` are the files and links that are not read, each with what is wrong with it.
    """

    root: Path
    listed: int = 0
    files: dict[str, list[str]] = field(default_factory=dict)
    stamps: dict[str, Stamp] = field(default_factory=dict)
    strange: dict[str, Problem] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[str]:
        """List the files of one kind."""
        return self.files.get(kind, [])

    def has(self, path: str) -> bool:
        """Tell whether a file of pictures, attachments or texts is there, exactly so spelled."""
        return path in self.stamps

    def settled_stamp(self, path: str) -> Stamp | None:
        """Return the stamp of a file as it can be kept; None where it is not there."""
        stamp = self.stamps.get(path)
        return settled(stamp, self.listed) if stamp else None

    def told(self, path: str) -> str:
        """Return the path as problems name it: relative to the content folder's parent."""
        return printable(f"{self.root.name}/{path}")

    def read(self, path: str) -> bytes:
        """Read a file of the folder."""
        with open(f"{self.root}/{path}", "rb") as file:  # noqa: PTH123 - of ten thousand files
            return file.read()


def settled(stamp: Stamp, listed: int) -> Stamp:
    """Return a stamp as it can be kept: equal to no other where the file was just written.

    It may be written again, and look the same.
    """
    return stamp if is_past(stamp[1], listed) else (stamp[0], -1)


def list_content(root: Path) -> tuple[ContentFolder, list[Problem]]:
    """List a content folder, telling links, unknown files and names that would not survive.

    What is wrong in tables/ is left to who knows what the tables are.
    """
    root = root.resolve()
    folder = ContentFolder(root, time.time_ns())
    problems: list[Problem] = []
    for path, stamp in _walk(root):
        kind = _kind_of(path)
        if stamp is not None and kind is not None:
            folder.files.setdefault(kind, []).append(path)
            folder.stamps[path] = stamp
        else:
            fault = _fault_of(Place(folder.told(path)), path, is_link=stamp is None)
            folder.strange[path] = fault
            problems += [] if in_tables(path) else [fault]
    return folder, problems + _names_alike(folder)


def in_tables(path: str) -> bool:
    """Tell whether a path lies in the folder of the tables, or is that folder as a link."""
    return path.partition("/")[0] == "tables"


def path_inside(folder: str, file: str) -> str:
    """Return a file's path inside content/; editors write it with or without its folder."""
    return file if file.startswith(f"{folder}/") else f"{folder}/{file}"


def printable(path: str) -> str:
    """Return a path as it can be printed: a name in another encoding has no characters."""
    return path.encode("utf-8", "backslashreplace").decode()


def _walk(root: Path) -> Iterator[tuple[str, Stamp | None]]:
    """Yield every file below a folder with its stamp, and every link with None, sorted by path."""
    waiting = [""]
    found: list[tuple[str, Stamp | None]] = []
    while waiting:
        inside = waiting.pop()
        with os.scandir(root / inside) as scanned:
            entries = [entry for entry in scanned if not IGNORED.fullmatch(entry.name)]
        for entry in entries:
            path = f"{inside}{entry.name}"
            if entry.is_dir(follow_symlinks=False) and not _is_junction(entry):
                waiting.append(f"{path}/")
            elif entry.is_file(follow_symlinks=False):
                with suppress(FileNotFoundError):  # deleted this moment, so it is not there
                    status = entry.stat(follow_symlinks=False)
                    found.append((path, (status.st_size, status.st_mtime_ns)))
            else:
                found.append((path, None))
    yield from sorted(found, key=itemgetter(0))


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Tell a folder link of Windows, which is no symbolic link to Python."""
    tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return bool(tag == MOUNT_POINT)


def _kind_of(path: str) -> str | None:
    return _kind_by_form(path) if len(path.rpartition("/")[2]) <= NAME_LENGTH else None


def _kind_by_form(path: str) -> str | None:
    """Return the kind of a file, however long its name is."""
    kind, _, inside = path.partition("/")
    if kind not in KINDS or not KINDS[kind].fullmatch(path) or addresses.is_device(inside):
        return None
    return kind


def _fault_of(place: Place, path: str, *, is_link: bool) -> Problem:
    """Tell what is wrong with a file: a link, a name on its way, or the place where it lies."""
    if is_link:
        return messages.symbolic_link(place)
    parts = PurePosixPath(path).parts
    if _kind_by_form(path):
        return messages.long_file_name(place, len(parts[-1]), NAME_LENGTH)
    if parts[0] not in KINDS:
        return messages.unknown_file(place)
    told = _fault_of_ending(place, path) or _fault_of_names(place, parts)
    return told or messages.unknown_file(place)


def _fault_of_ending(place: Place, path: str) -> Problem | None:
    """Tell a backup, a copy, a text of another type or a file whose ending is in capitals."""
    stem, suffix = PurePosixPath(path).stem, PurePosixPath(path).suffix
    name, ending = printable(PurePosixPath(path).name), suffix.lower()
    if ending in BACKUP_ENDINGS:
        return messages.backup_file(place, name)
    if MARK_OF_A_COPY.search(stem):
        original = MARK_OF_A_COPY.sub("", stem)
        return messages.copied_file(place, name, f"{_proposal(original)}-2{ending}")
    if path.partition("/")[0] in TEXT_FOLDERS and ending in TEXT_ENDINGS:
        return messages.text_ending(place, name, f"{_proposal(stem)}.md")
    if path.partition("/")[0] in TEXT_FOLDERS and ending in DOCUMENT_ENDINGS:
        return messages.text_type(place, name, f"{_proposal(stem)}.md")
    if _kind_of(f"{path.removesuffix(suffix)}{ending}"):
        return messages.capital_ending(place, name, f"{stem}{ending}")
    return None


def _fault_of_names(place: Place, parts: Sequence[str]) -> Problem | None:
    """Tell the first wrong name of a file or its folders; None where sound ones would not help."""
    if parts[0] == "news" and len(parts) > len(("news", "a.md")) and not _is_year(parts[1]):
        year = YEAR.search(unicodedata.normalize("NFKC", parts[1]))
        return messages.year_folder(place, printable(parts[1]), year.group() if year else "")
    *folders, file = parts
    sound = [*(_sound_name(name) for name in folders), _sound_name(file, is_file=True)]
    if _kind_of("/".join(sound)) is None:
        return None
    for name, proposal in zip(parts, sound, strict=True):
        if name != proposal:
            return messages.bad_file_name(place, printable(name), proposal)
    return None


def _sound_name(name: str, *, is_file: bool = False) -> str:
    """Return a name as it is if it can stand in a URL, else one that can."""
    stem = PurePosixPath(name).stem
    ending = name.removeprefix(stem).lower() if is_file else ""
    if addresses.is_device(name):
        return f"x-{stem.lower()}{ending}"
    return name if SOUND_NAME.fullmatch(stem) else f"{_proposal(stem)}{ending}"


def _is_year(name: str) -> bool:
    return YEAR.fullmatch(name) is not None


def _proposal(stem: str) -> str:
    """Return a name that can stand in a URL for that of a file."""
    name = DOUBLE_ENDING.sub("", stem)
    return addresses.slug_of(name)[:PROPOSAL_LENGTH].strip("-") or "x"


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
