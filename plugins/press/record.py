"""The record of the last build: what every page was made from, and how its file looked then.

One SQLite file for each pair of content and output. It is written last, and nothing depends on
it but time: where it is missing, damaged or of another form, everything is made again.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plugins.press.digests import PageDigests

FORM = 1
TABLE = """create table pages (
    path text primary key, tools blob, maker blob, site blob, view blob,
    sha256 text, size integer, modified integer
) without rowid"""
COLUMNS = "path, tools, maker, site, view, sha256, size, modified"


@dataclass(frozen=True, slots=True)
class Kept:
    """A page of the last build: its digests, and the file that came of it.

    `sha256` is that of its bytes; `size` in bytes and `modified` in nanoseconds are what the file
    system said of the file after it was written.
    """

    digests: PageDigests
    sha256: str
    size: int
    modified: int

    def is_intact(self, file: Path, *, by_content: bool = False) -> bool:
        """Tell whether the file is still there as it was written; `by_content` reads its bytes."""
        try:
            seen = file.lstat()
            if (seen.st_size, seen.st_mtime_ns) != (self.size, self.modified):
                return False
            return not by_content or sha256(file.read_bytes()).hexdigest() == self.sha256
        except OSError:
            return False


Record = Mapping[str, Kept]


def record_file(cache: Path, content: Path, output: Path) -> Path:
    """Return where the record for these folders lies."""
    folders = f"{content.resolve()}\0{output.resolve()}"
    return cache / "press" / f"{sha256(folders.encode()).hexdigest()[:16]}.sqlite3"


def read_record(file: Path) -> tuple[Record, bool]:
    """Read a record; empty where there is none, and False where it was damaged."""
    if not file.is_file():
        return {}, True
    try:
        with closing(sqlite3.connect(f"file:{file.as_posix()}?mode=ro", uri=True)) as database:
            if database.execute("pragma user_version").fetchone() != (FORM,):
                return {}, True
            rows = database.execute(f"select {COLUMNS} from pages")  # noqa: S608 - no input in it
            return dict(_kept(row) for row in rows), True
    except (sqlite3.Error, TypeError, ValueError):
        return {}, False


def write_record(file: Path, old: Record, new: Record) -> None:
    """Bring a record up to date; OSError or sqlite3.Error where it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not old:
        file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as database, database:
        if not old:
            database.execute(TABLE)
            database.execute(f"pragma user_version = {FORM}")
        database.executemany(
            "delete from pages where path = ?", ((path,) for path in old.keys() - new.keys())
        )
        database.executemany(
            "insert or replace into pages values (?, ?, ?, ?, ?, ?, ?, ?)",
            _rows((path, kept) for path, kept in new.items() if old.get(path) != kept),
        )


def forget_record(file: Path) -> None:
    """Remove a record, so that the next build makes everything again."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _rows(pages: Iterable[tuple[str, Kept]]) -> Iterator[tuple[object, ...]]:
    for path, kept in pages:
        made = kept.digests
        yield (
            *(path, made.tools, made.maker, made.site, made.view),
            *(kept.sha256, kept.size, kept.modified),
        )


def _kept(row: tuple[object, ...]) -> tuple[str, Kept]:
    path, tools, maker, site, view, digest, size, modified = row
    digests = PageDigests(bytes(tools), bytes(maker), bytes(site), bytes(view))  # type: ignore[call-overload]
    return str(path), Kept(digests, str(digest), int(size), int(modified))  # type: ignore[call-overload]
