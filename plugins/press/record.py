"""The record of the last build: what every page was made from, and how its file looked then.

One SQLite file for each pair of content and output. It is written last, and nothing depends on
it but time: where it is missing, damaged or of another form, everything is made again.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import astuple, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from plugins.domain.keeping import database_to_read, database_to_write, kept_name, sealed, unsealed
from plugins.press.output_folder import NOTHING_SEEN, Foreign

FORM = 2

TABLES = (
    "create table sets (name text primary key, digest blob, kept blob) without rowid",
    f"pragma user_version = {FORM}",
)
BUILD = " build"
"""The row that holds frame and foreign files; the name of no set begins with a blank."""


class PageDigests(NamedTuple):
    """What a page was made from, beside the frame: its maker and its view."""

    maker: bytes
    view: bytes


class Frame(NamedTuple):
    """What stands behind every page: tools and settings, the site view, all templates."""

    tools: bytes = b""
    site: bytes = b""
    templates: bytes = b""


NO_FRAME = Frame()


class KeptPage(NamedTuple):
    """A page of the last build: what it was made from, and the file that came of it.

    `address` is that which search engines may list, if they may. `sha256` is that of its bytes;
    `size` in bytes and `modified` in nanoseconds are what the file system said of the file after
    it was written.
    """

    path: str
    address: str | None
    maker: bytes
    view: bytes
    sha256: str
    size: int
    modified: int

    def is_intact(self, folder: str, *, by_content: bool = False) -> bool:
        """Tell whether the file is still there as it was written; `by_content` reads its bytes."""
        file = f"{folder}/{self.path}"
        try:
            seen = os.lstat(file)
            if (seen.st_size, seen.st_mtime_ns) != (self.size, self.modified):
                return False
            return not by_content or sha256(Path(file).read_bytes()).hexdigest() == self.sha256
        except OSError:
            return False


class KeptSet(NamedTuple):
    """A set of the last build: the digest of its inputs, its own pages, the sets that it holds."""

    inputs: bytes
    pages: tuple[KeptPage, ...] = ()
    sets: tuple[tuple[str, "KeptSet"], ...] = ()

    def all_pages(self) -> tuple[KeptPage, ...]:
        """Return the pages of the set and of all that it holds."""
        if not self.sets:
            return self.pages
        pages = [*self.pages]
        for _, inner in self.sets:
            pages.extend(inner.all_pages())
        return tuple(pages)


@dataclass(frozen=True, slots=True)
class Record:
    """One build: its frame, its sets by name, and the foreign files that it has seen.

    It is `at_hand` where this process itself has made that build, and nobody another one since.
    """

    frame: Frame = NO_FRAME
    sets: dict[str, KeptSet] = field(default_factory=dict)
    foreign: Foreign = NOTHING_SEEN
    at_hand: bool = False


def record_file(cache: Path, content: Path, output: Path) -> Path:
    """Return where the record for these folders lies."""
    return cache / "press" / f"{kept_name(content, output)}.sqlite3"


def answer_file(cache: Path, content: Path, output: Path) -> Path:
    """Return where the answer of the last build of these folders lies."""
    return record_file(cache, content, output).with_suffix(".answer")


def read_record(file: Path) -> tuple[Record, bool]:
    """Read a record; empty where there is none, and False where it was damaged."""
    if not file.is_file():
        return Record(), True
    if _stamp(file) == _AT_HAND.get(file, (None,))[0]:
        return _AT_HAND[file][1], True
    try:
        with closing(database_to_read(file)) as database:
            if database.execute("pragma user_version").fetchone() != (FORM,):
                return Record(), True
            rows = {name: unsealed(*row) for name, *row in database.execute("select * from sets")}
        frame, foreign = rows.pop(BUILD)
        sets = {name: _kept_set(*row) for name, row in rows.items()}
        return Record(Frame(*frame), sets, Foreign(*foreign)), True
    except (sqlite3.Error, TypeError, ValueError, KeyError, EOFError):
        return Record(), False


def write_record(file: Path, old: Record, new: Record) -> None:
    """Bring a record up to date; OSError or sqlite3.Error where it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not old.sets:
        file.unlink(missing_ok=True)
    gone = old.sets.keys() - new.sets.keys()
    with database_to_write(file) as database:
        if not old.sets:
            for statement in TABLES:
                database.execute(statement)
        database.executemany("delete from sets where name = ?", ((name,) for name in gone))
        database.executemany("insert or replace into sets values (?, ?, ?)", _rows(old, new))
    _AT_HAND.clear()
    _AT_HAND[file] = (_stamp(file), replace(new, at_hand=True))


def forget_record(file: Path) -> None:
    """Remove a record, so that the next build makes everything again."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


_AT_HAND: dict[Path, tuple[tuple[int, int], Record]] = {}
"""The record that this process has written last, and how its file looked then."""


def _stamp(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_size, status.st_mtime_ns


def _rows(old: Record, new: Record) -> Iterator[tuple[str, bytes, bytes]]:
    if (old.frame, old.foreign) != (new.frame, new.foreign):
        yield BUILD, *sealed((tuple(new.frame), astuple(new.foreign)))
    for name, kept in new.sets.items():
        if old.sets.get(name) != kept:
            yield name, *sealed(_plain(kept))


def _kept_set(inputs: bytes, pages: Iterable[Any], sets: Iterable[Any]) -> KeptSet:
    return KeptSet(
        inputs,
        tuple([KeptPage(*page) for page in pages]),
        tuple([(name, _kept_set(*inner)) for name, inner in sets]),
    )


def _plain(kept: KeptSet) -> tuple[Any, ...]:
    pages = tuple(map(tuple, kept.pages))
    return (kept.inputs, pages, tuple((name, _plain(inner)) for name, inner in kept.sets))
