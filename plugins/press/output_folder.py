"""What lies in an output folder, and whether it is ours to write in.

A folder is ours when it holds a manifest, the journal of an interrupted build, or no file.
"""

import errno
import os
import stat
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.domain.keeping import is_past
from plugins.press import manifest, messages
from plugins.press.paths import IGNORE_FILE, MANIFEST, STAGING, folders_of
from plugins.problems import Problem

JOURNAL = f"{STAGING}/journal"
OURS = {IGNORE_FILE, STAGING}
OWN_CODE = tuple(Path(__file__).resolve().parents[2] / name for name in ("plugins", "tests"))
ATTEMPTS = 20
PAUSE = 0.1


def refusal(folder: Path, sources: Iterable[Path]) -> Problem | None:
    """Say why a folder may not be written to; None if it may, or does not exist yet.

    It may not overlap those that a site is made of, nor our own code.
    """
    for source in (*sources, *OWN_CODE):
        if _overlap(folder.resolve(), source.resolve()):
            return messages.output_misplaced(folder, source)
    # In this order: another build may just be putting its first files there, with the journal
    # before all of them and the manifest before the journal is gone.
    is_empty = not folder.is_dir() or not any(map(_holds_files, folder.iterdir()))
    is_ours = is_empty or any((folder / name).is_file() for name in (JOURNAL, MANIFEST))
    return None if is_ours else messages.output_not_ours(folder)


class DamagedListError(Exception):
    """The list of what a build has written is damaged, so that nobody knows what is ours."""

    def __init__(self, file: Path, line: int) -> None:
        """Remember the file, and the line that is damaged."""
        super().__init__(f"{file}:{line}")
        self.file = file
        self.line = line


def known_files(folder: Path) -> manifest.Digests:
    """Return every file that a build has written or may have been about to write, by path.

    DamagedListError where that cannot be said.
    """
    return {**_listed(folder / JOURNAL), **_listed(folder / MANIFEST)}


@dataclass(frozen=True, slots=True)
class Foreign:
    """Files in the output folder that no build has written, as seen at a time in nanoseconds."""

    files: tuple[str, ...] = ()
    seen: int = 0


NOTHING_SEEN = Foreign()


def foreign_files(
    folder: Path,
    known: Collection[str],
    last: Foreign = NOTHING_SEEN,
    *,
    look: bool = True,
    new: Collection[str] = (),
) -> Foreign:
    """Find the files that no build has written; hidden ones are nobody's concern.

    A folder that has not changed since the last time holds those of the last time, if any, and one
    that is `new` holds none. Who does not `look` gets those that are still there.
    """
    now = time.time_ns()
    found = {path for path in last.files if path not in known and _may_be_there(folder / path)}
    if not look:
        return Foreign(tuple(sorted(found)), last.seen)
    ours, untouched = folders_of(known), set(new)
    for inside in sorted(ours):
        if inside in untouched or inside.rpartition("/")[0] in untouched:
            untouched.add(inside)
            continue
        try:
            if not is_past(os.stat(f"{folder}/{inside}").st_mtime_ns, last.seen):
                found |= set(_strangers(folder, inside, known, ours))
        except OSError:  # the site is in place, whatever cannot be looked at
            continue
    return Foreign(tuple(sorted(found)), now)


class SafeFolder:
    """Paths inside a folder, never reached through a symbolic link; remembers what it has seen."""

    def __init__(self, folder: Path) -> None:
        """Take a folder that exists; the folder itself may be reached through a link."""
        self.folder = str(folder.resolve())
        self._safe = {""}
        self._absent: set[str] = set()

    def file(self, path: str) -> str:
        """Return the file at a path; OSError where a parent is a link or a file."""
        self._check(path.rpartition("/")[0])
        return f"{self.folder}/{path}"

    def new_folder(self, path: str) -> str:
        """Return the outermost folder of a path that is not there yet, empty where all are."""
        parent = path.rpartition("/")[0]
        self._check(parent)
        missing = ""
        while parent not in self._safe:
            missing, parent = parent, parent.rpartition("/")[0]
        return missing

    def make_room(self, path: str) -> None:
        """See to it that a file can be put at a path: its parents are made, no folder is there."""
        file, parent = self.file(path), path.rpartition("/")[0]
        if parent not in self._safe:
            os.makedirs(f"{self.folder}/{parent}", exist_ok=True)
            self._absent.clear()
            self._check(parent)
        if stat.S_ISDIR(_mode(file)):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), file)

    def remove(self, path: str) -> bool:
        """Delete a file, and the folders that are empty without it; tell whether it was there."""
        file = self.file(path)
        mode = _mode(file)
        if not mode or stat.S_ISDIR(mode):
            return False
        when_let_go(os.unlink, file)
        self._remove_empty(path.rpartition("/")[0])
        return True

    def _check(self, parent: str) -> None:
        if parent in self._safe or parent in self._absent:
            return
        above = parent.rpartition("/")[0]
        self._check(above)
        if above in self._absent:
            self._absent.add(parent)
            return
        folder = f"{self.folder}/{parent}"
        mode = _mode(folder)
        if stat.S_ISLNK(mode):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), folder)
        if mode and not stat.S_ISDIR(mode):
            raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder)
        (self._safe if mode else self._absent).add(parent)

    def _remove_empty(self, inside: str) -> None:
        while inside and not os.listdir(f"{self.folder}/{inside}"):
            os.rmdir(f"{self.folder}/{inside}")
            self._safe.discard(inside)
            inside = inside.rpartition("/")[0]


def when_let_go(change: Callable[[str], None], file: str) -> None:
    """Change a file; Windows refuses while another program reads it.

    What keeps a file open for a moment there (a virus scanner, an indexer) gets time to finish.
    """
    for _ in range(ATTEMPTS - 1):
        try:
            change(file)
        except PermissionError:
            time.sleep(PAUSE)
        else:
            return
    try:
        change(file)
    except PermissionError as fault:
        raise PermissionError(fault.errno, fault.strerror, file) from fault


def _may_be_there(file: Path) -> bool:
    """Tell whether a file is there, as far as can be seen; a link that leads nowhere is."""
    try:
        os.lstat(file)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _mode(path: str) -> int:
    """Return the mode of what lies at a path itself, 0 where nothing does."""
    try:
        return os.lstat(path).st_mode
    except FileNotFoundError:
        return 0


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _holds_files(entry: Path) -> bool:
    """Tell whether an entry of an output folder is more than empty folders, or what is ours."""
    if entry.name in OURS or entry.is_symlink() or not entry.is_dir():
        return entry.name not in OURS
    return any(files for _, _, files in os.walk(entry))


def _listed(file: Path) -> manifest.Digests:
    try:
        return manifest.read(file.read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        return {}
    except manifest.DamagedManifestError as damage:
        raise DamagedListError(file, damage.line) from damage


def _strangers(
    folder: Path, inside: str, known: Collection[str], ours: Collection[str]
) -> Iterator[str]:
    """Yield the files in a folder that nobody knows, and all in folders that are not ours.

    A folder that may not be looked into (`lost+found`) stands for what is in it.
    """
    try:
        with os.scandir(folder / inside) as scanned:
            entries = [entry for entry in scanned if not entry.name.startswith(".")]
    except FileNotFoundError:
        return
    except OSError:
        yield inside
        return
    for entry in entries:
        path = f"{inside}/{entry.name}" if inside else entry.name
        if entry.is_dir(follow_symlinks=False):
            if path not in ours:
                yield from _strangers(folder, path, known, ours)
        elif path not in known and path != MANIFEST:
            yield path
