"""What single texts came to the last time, so that an unchanged text is not read again.

A text is known by size and time of its file, or where those differ by the digest of its bytes.
What it came to depends further on the names that could be linked (`context`) and on the other
files that it refers to (`uses`). Everything is kept with its own digest and that of the tools:
what is damaged, or comes from another version, is not used. Losing the store costs time alone.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from plugins.domain.keeping import (
    database_to_read,
    database_to_write,
    kept_name,
    sealed,
    unsealed,
)
from plugins.domain.news_item import NewsItem
from plugins.domain.packing import packed, unpacked
from plugins.problems import Problem
from plugins.reading.content_folder import Stamp, settled

AT_ONCE = 32
"""So many wholes are fetched at once at most."""

FORM = 4
TABLES = (
    "create table texts (path text primary key, digest blob, kept blob) without rowid",
    "create table wholes (path text primary key, whole blob)",
    f"pragma user_version = {FORM}",
)
NAMES = " names"
"""The row that holds names and addresses; no path begins with a blank."""


class DamagedStoreError(Exception):
    """What is kept of a text is not what was kept; the store must be forgotten."""


Use = tuple[str, bytes]
"""The path of another file that a text refers to, and what tells one state of it from another."""


class KeptText(NamedTuple):
    """What one text came to, as plain data.

    `source` is the SHA-256 of its bytes. `facts` and `light` are what other texts and lists need
    of it, `problems` what was told, packed. `whole` is the SHA-256 of all the rest.
    """

    source: bytes
    context: bytes
    uses: tuple[Use, ...]
    facts: tuple[Any, ...] | None
    problems: bytes
    light: tuple[Any, ...]
    whole: bytes


@dataclass
class TextStore:
    """The results of the last reading of one content folder, and those of this one.

    `tools` is the digest of the code that reads. `by_content` trusts no file's time. Without a
    `file` everything stays in memory. `names` are the names that could be linked, each with a
    digest of what bears it; `address_by_name` has the addresses of those who signed an item.
    `items` are those that were made of what is kept: a process that reads again and again makes
    each of them once.
    """

    file: Path | None = None
    tools: bytes = b""
    by_content: bool = False
    last: dict[str, tuple[Stamp, KeptText]] = field(default_factory=dict)
    names: dict[str, bytes] = field(default_factory=dict)
    address_by_name: dict[str, str] = field(default_factory=dict)
    now: dict[str, tuple[Stamp, KeptText]] = field(default_factory=dict)
    items: dict[str, tuple[KeptText, NewsItem]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with nothing at hand."""
        self._wholes: dict[str, bytes] = {}
        self._ahead: dict[str, bytes] = {}
        self._reach = 1
        self._listed = 0
        self._database: sqlite3.Connection | None = None

    def __del__(self) -> None:
        """Let go of the file: until now somebody held an item and might ask for the whole of it."""
        if hasattr(self, "_database"):
            self.close()

    def load(self) -> None:
        """Take in what the last reading has left; nothing where that is of no use."""
        with suppress(sqlite3.Error, OSError, TypeError, ValueError, EOFError):
            if self.file and self.file.is_file():
                self.last = dict(self._rows(self._opened()))

    def get(self, path: str, stamp: Stamp, root: Path) -> KeptText | None:
        """Return what a text came to, or None where it must be read."""
        seen = self.last.get(path)
        if seen is None:
            return None
        if self.by_content or stamp != seen[0]:
            if sha256((root / path).read_bytes()).digest() != seen[1].source:
                return None
            seen = (settled(stamp, self._listed), seen[1])
        self.now[path] = seen
        return seen[1]

    def adapt(self, path: str, kept: KeptText) -> None:
        """Keep a text that came to the same under other names."""
        self.now[path] = (self.now[path][0], kept)

    def drop(self, path: str) -> None:
        """Take a text for one that must be read."""
        self.now.pop(path, None)

    def put(self, path: str, stamp: Stamp, kept: KeptText, whole: bytes) -> None:
        """Keep what a text came to; `stamp` is that of its file before it was read."""
        self.now[path] = (settled(stamp, self._listed), kept)
        self._wholes[path] = whole

    def hold(self, path: str, whole: bytes) -> None:
        """Keep the whole of a text for this run alone: it must be read again the next time."""
        self.now.pop(path, None)
        self._wholes[path] = whole

    def whole(self, path: str, digest: bytes) -> Any:
        """Return the whole of a text; DamagedStoreError where it is not what it was."""
        data = self._wholes.get(path)
        try:
            if data is None:
                data = self._ahead.pop(path, None) or self._fetched(path)
        except (sqlite3.Error, KeyError) as fault:
            raise DamagedStoreError(path) from fault
        if sha256(data).digest() != digest:
            raise DamagedStoreError(path)
        return unpacked(data)

    def _fetched(self, path: str) -> bytes:
        """Fetch the whole of a text, and some before it: pages are made from the newest back.

        There are the more of them the longer all were asked for.
        """
        self._reach = 1 if self._ahead else min(2 * self._reach, AT_ONCE)
        found = self._opened().execute(
            "select path, whole from wholes where path <= ? order by path desc limit ?",
            (path, self._reach),
        )
        self._ahead = dict(found)
        return self._ahead.pop(path)

    def begin(self, listed: int) -> None:
        """Begin a reading of files `listed` then; what one that was broken off has left is gone."""
        self.now, self._ahead = {}, {}
        self._listed = listed

    def save(self, names: dict[str, bytes], address_by_name: dict[str, str]) -> None:
        """Write what has changed; a store that cannot be written costs memory, and time later."""
        self.names, self.address_by_name, self._ahead = names, address_by_name, {}
        if self.file is None:
            self.last, self.now = self.now, {}
            return
        try:
            if self.now != self.last:
                self._write(self.file)
            self._wholes = {path: one for path, one in self._wholes.items() if path not in self.now}
        except (sqlite3.Error, OSError):
            self.remove()
        self.last, self.now = self.now, {}

    def remove(self) -> None:
        """Delete the file; the next reading reads everything."""
        self.close()
        with suppress(OSError):
            if self.file:
                self.file.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        if self._database:
            self._database.close()
            self._database = None

    def _opened(self) -> sqlite3.Connection:
        if self._database is None:
            if self.file is None:
                raise sqlite3.OperationalError
            self._database = database_to_read(self.file)
        return self._database

    def _rows(self, database: sqlite3.Connection) -> Iterator[tuple[str, tuple[Stamp, KeptText]]]:
        if database.execute("pragma user_version").fetchone() != (FORM,):
            return
        for path, digest, kept in database.execute("select path, digest, kept from texts"):
            try:
                data = unsealed(digest, kept, self._mark(path))
            except ValueError:
                continue
            if path == NAMES:
                self.names, self.address_by_name = data
            else:
                yield path, (data[0], KeptText(*data[1:]))

    def _write(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not self.last:
            self.remove()
        with database_to_write(file) as database:
            if not self.last:
                for statement in TABLES:
                    database.execute(statement)
            for table in ("texts", "wholes"):
                database.executemany(
                    f"delete from {table} where path = ?",  # noqa: S608 - one of two words
                    ((path,) for path in self.last.keys() - self.now.keys()),
                )
            database.executemany("insert or replace into texts values (?, ?, ?)", self._changed())
            database.executemany(
                "insert or replace into wholes values (?, ?)",
                ((path, whole) for path, whole in self._wholes.items() if path in self.now),
            )

    def _changed(self) -> Iterator[tuple[str, bytes, bytes]]:
        yield NAMES, *sealed((self.names, self.address_by_name), self._mark(NAMES))
        for path, (stamp, kept) in self.now.items():
            if self.last.get(path) != (stamp, kept):
                yield path, *sealed((stamp, *kept), self._mark(path))

    def _mark(self, path: str) -> bytes:
        return self.tools + path.encode("utf-8", "surrogateescape")


def kept_problems(problems: Sequence[Problem]) -> bytes:
    """Return problems as they are kept; nothing where there are none."""
    return packed(tuple(problems)) if problems else b""


def problems_of(kept: bytes) -> tuple[Problem, ...]:
    """Return the problems that were kept."""
    return unpacked(kept) if kept else ()


def store_file(cache: Path, content: Path) -> Path:
    """Return where the store of a content folder lies."""
    return cache / "reading" / f"{kept_name(content)}.sqlite3"
