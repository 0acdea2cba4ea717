"""The sources of a bulletin as lines of text with their places, for rules that look at words.

Reading has accepted them all, so they are there and can be decoded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.problems import Place
from plugins.reading.source_text import read_source
from plugins.reading.table_cells import read_cells

TEXTS = "**/*.md"
TABLES = "tables/*.csv"
WORKBOOKS = "tables/*.xlsx"
GUIDE = "README.md"


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


def source_lines(content: Path) -> Iterator[SourceLine]:
    """Yield every line of the texts and tables of a content folder, in the order of their names."""
    for pattern in (TEXTS, TABLES):
        for file in sorted(content.glob(pattern)):
            if file.is_file() and file.name != GUIDE:
                yield from _lines(_told(file, content), file.read_bytes())
    for file in sorted(content.glob(WORKBOOKS)):
        if not file.name.startswith("~$"):
            for row in read_cells(_told(file, content), file.read_bytes()).rows:
                yield from (SourceLine(cell.text, cell.place) for cell in row)


def _lines(told: str, data: bytes) -> Iterator[SourceLine]:
    source, _ = read_source(told, data)
    for number, line in enumerate(source.lines if source else [], start=1):
        yield SourceLine(line, Place(told, number))


def _told(file: Path, content: Path) -> str:
    return f"{content.name}/{file.relative_to(content).as_posix()}"
