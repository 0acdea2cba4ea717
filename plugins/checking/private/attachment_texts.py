"""The text of an attachment, in pieces with the words by which an editor finds them again.

In: the bytes of a file. Out: paragraphs, cells and lines; nothing of a file that is damaged, locked
or too large, and of one whose kind holds no text: PDF, pictures, the binary files of old programs.

Files of Office are ZIP files of XML (ISO/IEC 29500). Nothing is unpacked beyond a size, and an XML
with a document type is left alone: only such a one can name entities.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, ParseError, iterparse

from plugins.checking.private.innocent_numbers import IDENTITY_WORD, TELEPHONE_HEADING
from plugins.checking.prose import HAN
from plugins.reading.source_text import is_utf16

UNPACKED_AT_MOST = 20 * 1024 * 1024
CELLS_OF_HEADINGS = 5
"""In one of so many rows at the top of a table stand the headings."""

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, ParseError, KeyError, ValueError, OSError, EOFError),
    *(RuntimeError, NotImplementedError, OverflowError, IndexError, csv.Error),
)
"""What zipfile and expat raise on damaged, locked or strangely packed files."""

SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml", re.IGNORECASE)
SLIDE = re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide)(\d+)\.xml")
DOCUMENT = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
WORDS = re.compile(f"[{HAN}]")
LONG_NUMBER = re.compile("[0-9]{7}")


@dataclass(frozen=True, slots=True)
class AttachedText:
    """A piece of text: `where` it stands in words, its line or row and its column where known."""

    text: str
    where: str
    line: int | None = None
    column: int | None = None
    heading: str = ""


def texts_of_attachment(path: str, data: bytes) -> list[AttachedText]:
    """Return the texts of a file by the ending of its name; none of a file that is damaged."""
    reader = READERS.get(PurePosixPath(path).suffix.lower())
    texts: list[AttachedText] = []
    if reader and len(data) <= UNPACKED_AT_MOST:
        with suppress(*BROKEN):
            for text in reader(data):
                texts.append(text)  # noqa: PERF402 - what comes before a fault stays
    return texts


def _of_lines(data: bytes) -> Iterator[AttachedText]:
    for number, line in enumerate(_decoded(data).splitlines(), start=1):
        yield AttachedText(line, "", number)


def _of_csv(data: bytes) -> Iterator[AttachedText]:
    rows = csv.reader(io.StringIO(_decoded(data)))
    table = _Headings()
    line = 1
    for row in rows:
        for column, text in enumerate(row, start=1):
            yield AttachedText(text, "", line, column, table.over(column, line, text))
        line = rows.line_num + 1


def _decoded(data: bytes) -> str:
    """Decode a text as Windows and others save it; what is left undecoded holds no digit."""
    if is_utf16(data):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


class _Headings:
    """The headings of a table read row by row: the last words at the top of each column.

    One that announces a number stays, and where numbers begin no heading follows.
    """

    def __init__(self) -> None:
        self._of_column: dict[int, str] = {}
        self._first = self._numbers_from = 0

    def over(self, column: int, row: int, text: str) -> str:
        """Return the heading over a cell, and take in what may be one."""
        heading = self._of_column.get(column, "")
        self._first = self._first or row
        if LONG_NUMBER.search(text):
            self._numbers_from = self._numbers_from or row
        last = self._numbers_from or self._first + CELLS_OF_HEADINGS
        is_kept = TELEPHONE_HEADING.search(heading) or IDENTITY_WORD.search(heading)
        if row < last and WORDS.search(text) and not is_kept:
            self._of_column[column] = text.strip()
        return heading


def _of_document(data: bytes) -> Iterator[AttachedText]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in _members(archive, DOCUMENT):
            where = "" if name == "word/document.xml" else "页眉、页脚或注释"
            for text in _paragraphs(archive, name):
                yield replace(text, where=where or text.where)


def _paragraphs(archive: zipfile.ZipFile, name: str) -> Iterator[AttachedText]:
    """Yield the paragraphs of a part of a DOCX, those in its tables with their headings."""
    paragraphs = tables = 0
    inside: list[_Table] = []
    for event, element in _events(archive, name):
        kind = _name(element)
        if event == "start" and kind == "tbl":
            tables += 1
            inside.append(_Table(tables))
        elif event == "start" and inside:
            inside[-1].enter(kind)
        elif event == "end" and kind == "tbl":
            inside.pop()
        elif event == "end" and kind == "p":
            text = _words(element)
            paragraphs += not inside
            yield inside[-1].cell(text) if inside else AttachedText(text, f"第 {paragraphs} 段")
            element.clear()


class _Table:
    """Where in a table of a document the reading of it has come to."""

    def __init__(self, number: int) -> None:
        self._number, self._row, self._column = number, 0, 0
        self._headings = _Headings()

    def enter(self, kind: str) -> None:
        """Take in that a row or a cell begins."""
        if kind == "tr":
            self._row, self._column = self._row + 1, 0
        elif kind == "tc":
            self._column += 1

    def cell(self, text: str) -> AttachedText:
        """Return a paragraph with the place and the heading of its cell."""
        heading = self._headings.over(self._column, self._row, text)
        where = f"第 {self._number} 个表格第 {self._row} 行"
        return AttachedText(text, where, heading=heading)


def _of_slides(data: bytes) -> Iterator[AttachedText]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in _members(archive, SLIDE):
            match = SLIDE.fullmatch(name)
            where = f"第 {match[1]} 张幻灯片" if match else ""
            for paragraph in _elements(archive, name, "p"):
                yield AttachedText(_words(paragraph), where)


def _of_workbook(data: bytes) -> Iterator[AttachedText]:
    """Yield the cells of all sheets of an XLSX, its numbers as they are shown."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        shared = [_words(one) for one in _elements(archive, "xl/sharedStrings.xml", "si")]
        sheets = _members(archive, SHEET)
        for name in sheets:
            match = SHEET.fullmatch(name)
            sheet = f"第 {match[1]} 张表的" if match and len(sheets) > 1 else ""
            table = _Headings()
            for row, column, cell in _cells_of_sheet(archive, name):
                text = _cell_text(cell, shared)
                if not text:
                    continue
                heading = table.over(column, row, text)
                where = f"{sheet}单元格 {_column_letters(column)}{row}"
                yield AttachedText(text, where, row, column, heading)


def _cells_of_sheet(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[int, int, Element]]:
    """Yield the cells of a sheet with their rows and columns, which they need not say."""
    row = column = 0
    for event, element in _events(archive, name):
        kind = _name(element)
        if event == "start" and kind == "row":
            row, column = int(element.get("r", row + 1)), 0
        elif event == "end" and kind == "c":
            reference = REFERENCE.fullmatch(element.get("r", ""))
            column = _column_number(reference[1]) if reference else column + 1
            row = int(reference[2]) if reference else row
            yield row, column, element
            element.clear()


def _cell_text(cell: Element, shared: list[str]) -> str:
    """Return what a cell shows: a string of its own or of all sheets, a number without exponent."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _words(cell)
    value = next((one.text or "" for one in cell if _name(one) == "v"), "")
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    if kind == "n" and "E" in value.upper():
        return f"{float(value):.0f}"
    return value.removesuffix(".0")


def _column_letters(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _members(archive: zipfile.ZipFile, pattern: re.Pattern[str]) -> list[str]:
    """Return the names of the members that hold text, in their order; none where they are huge."""
    found = [one for one in archive.infolist() if pattern.fullmatch(one.filename)]
    if sum(one.file_size for one in found) > UNPACKED_AT_MOST:
        return []
    return sorted({one.filename for one in found}, key=lambda name: (len(name), name))


def _events(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, Element]]:
    """Yield the beginnings and ends of elements; none of what is missing, or is no plain XML."""
    member = archive.NameToInfo.get(name)
    if member is None or member.file_size > UNPACKED_AT_MOST:
        return
    data = archive.read(member)
    if b"<!DOCTYPE" not in data and b"\0" not in data[:100]:
        yield from iterparse(io.BytesIO(data), ("start", "end"))  # noqa: S314 - names no entities


def _elements(archive: zipfile.ZipFile, name: str, wanted: str) -> Iterator[Element]:
    """Yield the elements of a name, each whole."""
    for event, element in _events(archive, name):
        if event == "end" and _name(element) == wanted:
            yield element
            element.clear()


def _words(element: Element) -> str:
    """Return the text of all runs of an element; a break or a tab is a blank, a reading none."""
    shown = {"t": "", "delText": "", "tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
    hidden = {id(one) for reading in element.iter() if _name(reading) == "rPh" for one in reading}
    return "".join(
        shown[_name(one)] or one.text or ""
        for one in element.iter()
        if _name(one) in shown and id(one) not in hidden
    )


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


READERS: dict[str, Callable[[bytes], Iterator[AttachedText]]] = {
    ".txt": _of_lines,
    ".md": _of_lines,
    ".csv": _of_csv,
    ".docx": _of_document,
    ".pptx": _of_slides,
    ".xlsx": _of_workbook,
}
