"""The sources of a bulletin as lines of text with their places, for rules that look at words.

Reading has accepted them all, so they are there and can be decoded.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from plugins.checking.prose import ProseLine, Slip, prose_of
from plugins.problems import Place
from plugins.reading.source_text import SourceText, read_source
from plugins.reading.tables.table_cells import read_cells
from plugins.reading.written import Written

TABLES_FOLDER = "tables/"
TABLES, WORKBOOKS = f"{TABLES_FOLDER}*.csv", f"{TABLES_FOLDER}*.xlsx"
WIDE_DIGIT = re.compile("[０-９]")
NARROW_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a text or a cell of a workbook; `place` is that of its first character."""

    text: str
    place: Place

    def at(self, index: int) -> Place:
        """Return the place of a character, counted from 0; a cell is told as a whole."""
        if self.place.column is None:
            return Place(self.place.file, self.place.line, index + 1)
        return self.place


@dataclass(frozen=True)
class Source:
    """A source by its path inside a content folder; its file is read once, when first asked for."""

    content: Path
    path: str

    @property
    def is_table(self) -> bool:
        """Whether it is a table, not a text."""
        return self.path.startswith(TABLES_FOLDER)

    @property
    def text(self) -> str:
        """All that is written in it."""
        return self._read.text if self._read else ""

    @property
    def lines(self) -> Iterator[SourceLine]:
        """Its lines, the first of which is line 1."""
        for number, line in enumerate(self._read.lines if self._read else [], start=1):
            yield SourceLine(line, Place(self._told, number))

    @cached_property
    def prose(self) -> list[tuple[SourceLine, ProseLine]]:
        """Its lines, and what of each is prose."""
        lines = self._read.lines if self._read else []
        return list(zip(self.lines, prose_of(lines), strict=True))

    def slips(
        self, of_line: Callable[[ProseLine], Iterable[Slip]]
    ) -> Iterator[tuple[SourceLine, ProseLine, Slip]]:
        """Yield what a search of each line by itself finds, with the line and its prose."""
        for line, prose in self.prose:
            for slip in of_line(prose):
                yield line, prose, slip

    @property
    def with_narrow_digits(self) -> "Source":
        """It with half-width digits for full-width ones, for rules that read numbers."""
        return NarrowSource(self.content, self.path, self) if WIDE_DIGIT.search(self.text) else self

    @cached_property
    def _read(self) -> SourceText | None:
        return read_source(self._told, self.data)[0]

    @property
    def _told(self) -> str:
        return f"{self.content.name}/{self.path}"

    @cached_property
    def rows(self) -> list[list[Written]]:
        """The cells of a table, row by row."""
        return read_cells(self._told, self.data).rows

    @cached_property
    def data(self) -> bytes:
        """Its bytes."""
        with open(f"{self.content}/{self.path}", "rb") as file:  # noqa: PTH123 - one of thousands
            return file.read()

    @property
    def digest(self) -> bytes:
        """The SHA-256 of its bytes; empty where it is gone."""
        try:
            return sha256(self.data).digest()
        except FileNotFoundError:
            return b""

    @property
    def place(self) -> Place:
        """The file itself."""
        return Place(self._told)


class Workbook(Source):
    """A table that was made with a spreadsheet; its cells are its lines."""

    @property
    def text(self) -> str:
        """All that is written in it."""
        return "\n".join(line.text for line in self.lines)

    @property
    def lines(self) -> Iterator[SourceLine]:
        """Its cells, each at its place."""
        yield from self._cells

    @cached_property
    def prose(self) -> list[tuple[SourceLine, ProseLine]]:
        """Its cells, all of each."""
        return [(line, ProseLine(line.text)) for line in self._cells]

    @cached_property
    def _cells(self) -> list[SourceLine]:
        return [SourceLine(cell.text, cell.place) for row in self.rows for cell in row]


@dataclass(frozen=True)
class NarrowSource(Source):
    """A `wide` source, in which all digits are half-width; every column is as it was."""

    wide: Source

    @property
    def text(self) -> str:
        """All that is written in it."""
        return self.wide.text.translate(NARROW_DIGITS)

    @property
    def lines(self) -> Iterator[SourceLine]:
        """Its lines or cells."""
        for line in self.wide.lines:
            yield replace(line, text=line.text.translate(NARROW_DIGITS))

    @cached_property
    def prose(self) -> list[tuple[SourceLine, ProseLine]]:
        """Its lines, and what of each is prose."""
        return [
            (line, replace(prose, text=prose.text.translate(NARROW_DIGITS)))
            for line, (_, prose) in zip(self.lines, self.wide.prose, strict=True)
        ]


def tables_of(content: Path) -> Iterator[Source]:
    """Yield all tables of a content folder."""
    for pattern, kind in ((TABLES, Source), (WORKBOOKS, Workbook)):
        for file in sorted(content.glob(pattern)):
            if file.is_file() and not file.name.startswith("~$"):
                yield kind(content, file.relative_to(content).as_posix())
