"""What reading single texts came to the last time, so that an unchanged text is not read again.

A text is known by size and time of its file, or where those differ by the digest of its bytes.
Everything is kept with its own digest and that of the tools: what is damaged, or comes from
another version, is not used. Losing the cache costs time, nothing else.
"""

import pickle
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

FORM = 1
TABLE = """create table drafts (
    path text primary key, size integer, modified integer, source blob, digest blob, kept blob
) without rowid"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A source as it was: size in bytes, time in nanoseconds, SHA-256 of its bytes, the result."""

    size: int
    modified: int
    source: bytes
    kept: bytes


@dataclass
class DraftCache:
    """The results of the last reading of one content folder, and those of this one.

    `tools` is the digest of the code that reads. `by_content` trusts no file's time.
    """

    file: Path
    tools: bytes
    by_content: bool = False
    last: dict[str, Seen] = field(default_factory=dict)
    now: dict[str, Seen] = field(default_factory=dict)

    def load(self) -> None:
        """Take in what the last reading has left; nothing where that is of no use."""
        with suppress(sqlite3.Error, OSError, TypeError, ValueError):
            if self.file.is_file():
                self.last = dict(self._rows())

    def get(self, path: str, file: Path) -> Any | None:
        """Return what reading a text came to, or None where it must be read."""
        seen = self.last.get(path)
        if seen is None:
            return None
        status = file.stat()
        same_file = (status.st_size, status.st_mtime_ns) == (seen.size, seen.modified)
        if self.by_content or not same_file:
            if sha256(file.read_bytes()).digest() != seen.source:
                return None
            seen = Seen(status.st_size, status.st_mtime_ns, seen.source, seen.kept)
        self.now[path] = seen
        return pickle.loads(seen.kept)  # noqa: S301 - our own, checked by its digest

    def put(self, path: str, modified: int, data: bytes, result: object) -> None:
        """Keep what reading a text came to; `modified` is its file's time before it was read."""
        kept = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        self.now[path] = Seen(len(data), modified, sha256(data).digest(), kept)

    def save(self) -> None:
        """Write what has changed; a cache that cannot be written is gone, and costs time."""
        if self.now == self.last:
            return
        try:
            self._write()
        except (sqlite3.Error, OSError):
            with suppress(OSError):
                self.file.unlink(missing_ok=True)

    def _rows(self) -> Iterable[tuple[str, Seen]]:
        with closing(sqlite3.connect(f"file:{self.file.as_posix()}?mode=ro", uri=True)) as database:
            if database.execute("pragma user_version").fetchone() != (FORM,):
                return
            for path, size, modified, source, digest, kept in database.execute(
                "select path, size, modified, source, digest, kept from drafts"
            ):
                if self._digest(kept) == digest:
                    yield path, Seen(size, modified, source, kept)

    def _write(self) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        if not self.last:
            self.file.unlink(missing_ok=True)
        with closing(sqlite3.connect(self.file)) as database, database:
            if not self.last:
                database.execute(TABLE)
                database.execute(f"pragma user_version = {FORM}")
            gone = self.last.keys() - self.now.keys()
            database.executemany("delete from drafts where path = ?", ((path,) for path in gone))
            database.executemany(
                "insert or replace into drafts values (?, ?, ?, ?, ?, ?)",
                (
                    (path, one.size, one.modified, one.source, self._digest(one.kept), one.kept)
                    for path, one in self.now.items()
                    if self.last.get(path) != one
                ),
            )

    def _digest(self, kept: bytes) -> bytes:
        return sha256(self.tools + kept).digest()


def cache_file(cache: Path, content: Path) -> Path:
    """Return where the cache of a content folder lies."""
    name = sha256(str(content.resolve()).encode()).hexdigest()[:16]
    return cache / "reading" / f"{name}.sqlite3"
