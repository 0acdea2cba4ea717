"""Where a key of a text or a cell of a table stands: found again only when a rule tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Generic, TypeVar

from plugins.checking.sources import TABLES_FOLDER, tables_of
from plugins.domain.declared import Declared
from plugins.problems import Place
from plugins.reading.tables.content_tables import TABLES
from plugins.reading.tables.table_rows import read_table
from plugins.reading.values import Located

Row = TypeVar("Row", bound=Declared)

WAITS_FOR = ("source_item", "recognition")
"""What a row can wait for: of two rows that agree in it, the bulletin has both or none."""


@dataclass(frozen=True)
class WrittenRows(Generic[Row]):
    """Rows of the bulletin as their table has them; `rows` are all that the bulletin has of it."""

    content: Path
    table: str
    rows: Sequence[Row]

    def place(self, index: int, *location: str | int) -> Place:
        """Return the place of a cell, by its heading, or of one of the names in it."""
        row = self._located[index]
        return row.place(*location) if row else _place_of_table(self.content, self.table)

    def written(self, index: int) -> Row:
        """Return a row with names as they are written, such as 简称."""
        row = self._located[index]
        model: Row = row.model if row else self.rows[index]
        return model

    @cached_property
    def _located(self) -> list[Located | None]:
        """The rows in their order; None where the file has been changed since it was read."""
        rows = _rows_of(self.content, self.table)
        return [
            next((one for one in rows if _waits_for(one.model) == _waits_for(row)), None)
            for row in self.rows
        ]


def place_of_key(content: Path, file: str, key: str, value: str = "") -> Place:
    """Return the place of a key in a text of the content folder; its first line if not found.

    With a `value` it is a key of an entry, on the line where it has that value.
    """
    told = f"{content.name}/{file}"
    text = (content / file).read_bytes().decode("utf-8", errors="replace")
    indent, end = (r"(\s*(?:-\s+)?)", r"(?![\w/-])") if value else ("()", "")
    wanted = re.compile(rf"{indent}{re.escape(key)}\s*[:：]\s*\"?{re.escape(value)}{end}")
    for number, line in enumerate(text.splitlines(), start=1):
        if match := wanted.match(line):
            return Place(told, number, match.end(1) + 1)
    return Place(told, 1)


def place_of_cell(content: Path, table: str, name: str, heading: str) -> Place:
    """Return the place of a cell in the row of a name; the table if it is not found."""
    rows = _rows_of(content, table)
    places = (row.place(heading) for row in rows if row.model.name == name)
    return next(places, _place_of_table(content, table))


def _rows_of(content: Path, table: str) -> Iterator[Located]:
    for one in tables_of(content):
        if PurePosixPath(one.path).stem == table:
            yield from read_table(one.place.file, one.data, TABLES[table])[0]


def _place_of_table(content: Path, table: str) -> Place:
    return Place(f"{content.name}/{TABLES_FOLDER}{table}.csv")


def _waits_for(row: Declared) -> tuple[str, ...]:
    return tuple(getattr(row, name, "") for name in WAITS_FOR)
