"""Files on their way into output/: compared, staged, and then put there in one go.

In: path and bytes of every page. Out: what was written, left as it was and pruned. Until
`commit` nothing of the old site changes, so a build that fails or is killed before leaves it
whole. `commit` makes room first, then only renames: new and changed files (pages last, so that
no page refers to a file that is not there yet), deletions, and the manifest at the very end. A
journal tells the next build what a commit that was killed may have left behind.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from plugins.press import manifest
from plugins.press.output_folder import (
    JOURNAL,
    NOTHING_SEEN,
    Foreign,
    SafeFolder,
    foreign_files,
    known_files,
    when_let_go,
)
from plugins.press.output_lock import only_builder
from plugins.press.paths import MANIFEST, STAGING, checked
from plugins.press.staged_files import StagedFile, known_by, put_down, tree_file

Look = tuple[str, int, int]
"""How a file looks: its SHA-256, its size in bytes, its time in nanoseconds."""

LOCK = f"{STAGING}/lock"
STAGED = f"{STAGING}/new"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a commit did, as sorted paths; `foreign` files were found and left alone."""

    written: tuple[str, ...]
    unchanged: int
    pruned: tuple[str, ...]
    foreign: Foreign


class BrokenOffError(Exception):
    """A commit was broken off by an OSError, its cause, when some files were in place already."""


class Staging:
    """The files of one build; a context manager that holds the output folder for itself."""

    def __init__(self, folder: Path, *, everything: bool = False) -> None:
        """Take the output folder; with `everything`, files are written even if they are the same.

        Entering raises OutputBusyError where another build is at work, DamagedListError where
        nobody knows what is ours; every method raises OSError where the folder cannot be written.
        """
        self.folder = folder
        self.everything = everything
        self._new: manifest.Digests = {}
        self._staged: dict[str, StagedFile] = {}
        self._new_folders: set[str] = set()
        self._has_begun = False

    def __enter__(self) -> Self:
        """Lock the folder and clear what a killed build has staged."""
        with ExitStack() as held:
            held.callback(self._leave)
            held.enter_context(only_builder(self.folder / LOCK))
            self._output = SafeFolder(self.folder)
            self._old = known_files(self.folder)
            self._staging = self.folder / STAGED
            shutil.rmtree(self._staging, ignore_errors=True)
            self._staging.mkdir()
            self._held = held.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove what was staged; the journal of an unfinished commit stays."""
        shutil.rmtree(self._staging, ignore_errors=True)
        self._held.close()

    def _leave(self) -> None:
        with suppress(OSError):  # the journal is in it, or another build has just begun
            (self.folder / STAGING).rmdir()

    @property
    def folder_of_new(self) -> str:
        """Where files of the new site may be put down; it is gone when the build is over."""
        return str(self._staging)

    def add(self, path: str, made: bytes | StagedFile) -> None:
        """Take a file of the new site; one that is there already as it is, is left alone."""
        staged = put_down(made, self.folder_of_new, path) if isinstance(made, bytes) else made
        self._new[checked(path)] = staged.digest
        if self.everything or not _is(self._output.file(path), staged.digest, staged.size):
            self._staged[path] = staged
        else:
            os.unlink(staged.file)

    def keep(self, path: str, digest: str) -> None:
        """Take over a file that is in the folder as the last build has written it."""
        self._new[path] = digest

    def look_of(self, path: str) -> Look:
        """Return how a file of the new site looks once it is in its place."""
        if staged := self._staged.get(path):
            return staged.digest, staged.size, staged.modified
        seen = os.lstat(f"{self.folder}/{path}")
        return self._new[path], seen.st_size, seen.st_mtime_ns

    def commit(self, last: Foreign = NOTHING_SEEN, *, in_haste: bool = False) -> Outcome:
        """Make the output folder hold exactly the files that were added, and list them.

        BrokenOffError where that fails half way. `last` are the foreign files that the last build
        has seen; `in_haste` looks for no others.
        """
        gone = sorted(self._old.keys() - self._new.keys())
        listed = manifest.written(self._new)
        is_listed = not self.everything and _is(f"{self.folder}/{MANIFEST}", *known_by(listed))
        pruned: tuple[str, ...] = ()
        written = sorted(self._staged)
        if written or gone or not is_listed or (self.folder / JOURNAL).exists():
            targets = self._prepare(written, listed)
            try:
                pruned = self._move(targets, gone)
            except OSError as fault:
                if not self._has_begun:
                    raise
                raise BrokenOffError from fault
        known = self._old.keys() | self._new.keys()
        look, new = not in_haste, self._new_folders
        foreign = foreign_files(self.folder, known, last, look=look, new=new)
        return Outcome(tuple(written), len(self._new) - len(written), pruned, foreign)

    def _move(self, targets: Mapping[str, Sequence[str]], gone: list[str]) -> tuple[str, ...]:
        """Put files and folders in their places, and delete what is gone; return what there was.

        Of each target the paths in it; of a file none.
        """
        for target in sorted(targets, key=lambda one: _order(one, targets)):
            if targets[target]:
                self._move_folder(target, targets[target])
            else:
                self._put(target)
        respelled = self._respelled(gone)
        pruned = []
        for path in gone:
            if path not in respelled and self._output.remove(path):
                pruned.append(path)
                self._has_begun = True
        self._finish()
        return tuple(pruned)

    def _prepare(self, paths: Iterable[str], listed: bytes) -> Mapping[str, Sequence[str]]:
        """Do everything that needs space or may meet an obstacle before anything is changed.

        Return what is to be moved: files, and whole folders where the site has none of that name.
        """
        targets: dict[str, list[str]] = {}
        for path in paths:
            if folder := self._output.new_folder(path):
                targets.setdefault(folder, []).append(path)
            else:
                targets[path] = []
        for target, inside in targets.items():
            if not inside:
                self._output.make_room(target)
        staging = self.folder_of_new
        self._manifest = put_down(listed, staging).file
        journal = put_down(manifest.written({**self._old, **self._new}), staging).file
        _rename(journal, f"{self.folder}/{JOURNAL}")
        return targets

    def _move_folder(self, folder: str, paths: Iterable[str]) -> None:
        """Put a new folder in its place in one go; file by file what cannot go that way."""
        staged, moved = tree_file(self.folder_of_new, folder), ""
        with suppress(OSError):  # on Windows while another program reads one of the files
            os.rename(staged, self._output.file(folder))
            self._has_begun = True
            self._new_folders.add(folder)
            moved = f"{staged}/"
        for path in paths:
            if not (moved and self._staged[path].file.startswith(moved)):
                self._output.make_room(path)
                self._put(path)

    def _put(self, path: str) -> None:
        """Put one file in its place."""
        _rename(self._staged[path].file, self._output.file(path))
        self._has_begun = True

    def _respelled(self, gone: list[str]) -> set[str]:
        """Rename files of which only the case has changed, where the system sees no case.

        There old and new path are one file: deleting the old one would delete the new one.
        """
        respelled: set[str] = set()
        spelt = {path.lower(): path for path in self._new} if gone else {}
        for path in gone:
            old, new = self._output.file(path), self._output.file(spelt.get(path.lower(), path))
            if old != new and os.path.exists(old) and os.path.samefile(old, new):
                _rename(old, new)
                self._has_begun = True
                respelled.add(path)
        return respelled

    def _finish(self) -> None:
        _rename(self._manifest, f"{self.folder}/{MANIFEST}")
        when_let_go(os.unlink, f"{self.folder}/{JOURNAL}")


def _order(target: str, folders: Mapping[str, Iterable[str]]) -> tuple[bool, str]:
    """Sort files and folders, those with pages last."""
    paths = folders[target] or (target,)
    return any(path.endswith(".html") for path in paths), target


def _is(file: str, digest: str, size: int) -> bool:
    """Tell whether a file is there and has the bytes of this digest; a link to one has not."""
    try:
        status = os.lstat(file)
        if not stat.S_ISREG(status.st_mode) or status.st_size != size:
            return False
        with open(file, "rb") as handle:
            return hashlib.sha256(handle.read()).hexdigest() == digest
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return False


def _rename(source: str, target: str) -> None:
    """Put a file in its place."""
    when_let_go(partial(os.replace, source), target)
