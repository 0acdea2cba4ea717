"""The sources of a bulletin as lines of text with their places, for rules that look at words.

Reading has accepted them all, so they are there and can be decoded.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.problems import Place
from plugins.reading.source_text import read_source
from plugins.reading.table_cells import read_cells

TABLES = "tables/*.csv"
WORKBOOKS = "tables/*.xlsx"


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


@dataclass(frozen=True, slots=True)
class Source:
    """A source by its path inside content/; `lines` reads it, `text` too where it is one."""

    path: str
    lines: Callable[[], Iterator[SourceLine]]
    text: Callable[[], str] = str


def sources_of(content: Path, texts: Iterable[str]) -> Iterator[Source]:
    """Yield the texts of these paths and all tables of a content folder."""
    for path in texts:
        yield Source(path, partial(_lines, content, path), partial(_text, content, path))
    for pattern, lines in ((TABLES, _lines), (WORKBOOKS, _cells)):
        for file in sorted(content.glob(pattern)):
            if file.is_file() and not file.name.startswith("~$"):
                path = file.relative_to(content).as_posix()
                yield Source(path, partial(lines, content, path))


def _text(content: Path, path: str) -> str:
    source, _ = read_source(path, (content / path).read_bytes())
    return source.text if source else ""


def _lines(content: Path, path: str) -> Iterator[SourceLine]:
    told = f"{content.name}/{path}"
    source, _ = read_source(told, (content / path).read_bytes())
    for number, line in enumerate(source.lines if source else [], start=1):
        yield SourceLine(line, Place(told, number))


def _cells(content: Path, path: str) -> Iterator[SourceLine]:
    for row in read_cells(f"{content.name}/{path}", (content / path).read_bytes()).rows:
        yield from (SourceLine(cell.text, cell.place) for cell in row)
