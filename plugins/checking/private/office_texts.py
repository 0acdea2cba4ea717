"""The text of files of Office: DOCX, XLSX and PPTX, which are ZIP files of XML (ISO/IEC 29500).

In: an open file. Out: its paragraphs and cells, then what stands beside them, then the texts of the
files of Office inside it, but not of those inside these. What cannot be read is raised; what comes
before it has been yielded.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from xml.etree.ElementTree import Element

from plugins.checking.private.attached_text import AttachedText, Fault, Headings, UnreadError
from plugins.checking.private.beside_texts import texts_beside
from plugins.checking.private.number_search import JOINT
from plugins.checking.private.office_parts import (
    elements,
    events,
    members,
    name_of,
    number_as_shown,
    words,
    words_of_attributes,
)

OLE = b"\xd0\xcf\x11\xe0"
"""With it begin files of old programs, and those that are locked with a password."""

LOCKED_FLAG = 1
COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""The standard knows no others."""

SHEET = re.compile(r"xl/worksheets/(?:sheet(\d+)|[^/]+)\.xml", re.IGNORECASE)
CACHED_SHEET = re.compile(r"xl/externalLinks/[^/]+\.xml")
STRINGS = re.compile(r"xl/sharedStrings\d*\.xml", re.IGNORECASE)
SLIDE = re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide)(\d+)\.xml")
DOCUMENT = re.compile(r"word/(?:document\d*|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
SLIDES = re.compile(r"ppt/(?:presentation|slides/slide\d+)\.xml")
MAIN_DOCUMENT = re.compile(r"word/document\d*\.xml")
EMBEDDED = re.compile(r".*\.(?:docx|xlsx|pptx|docm|xlsm|pptm)", re.IGNORECASE)
READ = (SHEET, CACHED_SHEET, STRINGS, SLIDE, DOCUMENT)
HEADER = re.compile("(?:odd|even|first)(?:Header|Footer)")
HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d{1,3}|[A-Za-z])')
BESIDE_CELLS = {"formula1", "dataValidation", "hyperlink"}
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def office_texts(file: BinaryIO) -> Iterator[AttachedText]:
    """Yield the texts of a file of Office by what it is, whatever it is called."""
    with _opened(file) as archive:
        yield from _texts_of(archive)
        for name in members(archive, EMBEDDED.fullmatch):
            with _opened(io.BytesIO(archive.read(name))) as inner:
                for text in _texts_of(inner):
                    where = f"内嵌的 {name.rpartition('/')[2]} {text.where}"
                    row = text.row and f"{name} {text.row}"
                    yield replace(text, where=where, line=None, column=None, row=row)


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    """Open a file, unless it is of another kind, locked, or packed as no program of Office does."""
    head = file.read(len(OLE))
    if head == OLE:
        raise UnreadError(Fault.LOCKED)
    if head and not head.startswith(b"PK"):
        raise UnreadError(Fault.OTHER_FORMAT)
    archive = zipfile.ZipFile(file)
    if any(one.flag_bits & LOCKED_FLAG for one in archive.infolist()):
        raise UnreadError(Fault.LOCKED)
    if any(one.compress_type not in COMPRESSIONS for one in archive.infolist()):
        raise UnreadError(Fault.DAMAGED)
    return archive


def _texts_of(archive: zipfile.ZipFile) -> Iterator[AttachedText]:
    for pattern, reader in READERS:
        if any(pattern.fullmatch(name) for name in archive.namelist()):
            yield from reader(archive)
            yield from texts_beside(archive, _is_read)
            return
    raise UnreadError(Fault.OTHER_FORMAT)


def _is_read(name: str) -> bool:
    return name == "xl/workbook.xml" or any(pattern.fullmatch(name) for pattern in READ)


def _of_document(archive: zipfile.ZipFile) -> Iterator[AttachedText]:
    for name in members(archive, DOCUMENT.fullmatch):
        where = "" if MAIN_DOCUMENT.fullmatch(name) else "页眉、页脚或注释"
        for text in _paragraphs(archive, name):
            yield replace(text, where=where or text.where)


def _of_slides(archive: zipfile.ZipFile) -> Iterator[AttachedText]:
    for name in members(archive, SLIDE.fullmatch):
        match = SLIDE.fullmatch(name)
        where = f"第 {match[1]} 张幻灯片" if match else ""
        for text in _paragraphs(archive, name):
            yield replace(text, where=f"{where}{text.where if text.row else ''}")


def _paragraphs(archive: zipfile.ZipFile, name: str) -> Iterator[AttachedText]:
    """Yield the paragraphs of a part, the cells of its tables, and what its attributes say."""
    paragraphs = tables = 0
    inside: list[_Table] = []
    attributes: list[str] = []
    for event, element in events(archive, name):
        kind = name_of(element)
        if event == "start":
            attributes += words_of_attributes(element)
            tables += kind == "tbl"
            _enter(inside, kind, _Table(name, tables))
        elif kind == "p":
            text = words(element)
            element.clear()
            paragraphs += not inside
            if inside:
                inside[-1].add(text)
            else:
                yield AttachedText(text, f"第 {paragraphs} 段")
        elif kind in {"tc", "tbl"} and inside:
            yield from inside[-1].cell()
            inside = inside[:-1] if kind == "tbl" else inside
    yield from (AttachedText(text, "替代文字或提示") for text in attributes)


def _enter(inside: list["_Table"], kind: str, table: "_Table") -> None:
    """Take in that an element begins: a table, or a row or a cell of the innermost one."""
    if kind == "tbl":
        inside.append(table)
    elif inside:
        inside[-1].enter(kind)


class _Table:
    """Where in a table of a document the reading of it has come to."""

    def __init__(self, part: str, number: int) -> None:
        self._part, self._number, self._row, self._column = part, number, 0, 0
        self._headings = Headings()
        self._paragraphs: list[str] = []

    def enter(self, kind: str) -> None:
        """Take in that a row or a cell begins."""
        if kind == "tr":
            self._row, self._column = self._row + 1, 0
        elif kind == "tc":
            self._column += 1

    def add(self, paragraph: str) -> None:
        """Take in a paragraph of the cell."""
        self._paragraphs.append(paragraph)

    def cell(self) -> Iterator[AttachedText]:
        """Yield the paragraphs of the cell that ends as one text with its place and heading."""
        if self._paragraphs:
            text, self._paragraphs = JOINT.join(self._paragraphs), []
            heading = self._headings.over(self._column, self._row, text)
            where = f"第 {self._number} 个表格第 {self._row} 行"
            yield AttachedText(text, where, heading=heading, row=f"{self._part} {where}")


def _of_workbook(archive: zipfile.ZipFile) -> Iterator[AttachedText]:
    """Yield the cells of all sheets of an XLSX, its numbers as they are shown, and their names.

    The cells of other workbooks are read too, of which a workbook keeps the last known.
    """
    strings = members(archive, STRINGS.fullmatch)
    shared = [words(one) for part in strings for one in elements(archive, part, "si")]
    several = sum(bool(SHEET.fullmatch(name)) for name in archive.namelist()) > 1
    for at, name in enumerate(members(archive, SHEET.fullmatch), start=1):
        match = SHEET.fullmatch(name)
        number = (match and match[1]) or at
        yield from _of_sheet(archive, name, f"第 {number} 张表的" if several else "", shared)
    for name in members(archive, CACHED_SHEET.fullmatch):
        for text in _of_sheet(archive, name, "外部链接的", []):
            yield replace(text, line=None, column=None)
    for one in elements(archive, "xl/workbook.xml", "sheet"):
        yield AttachedText(one.get("name", ""), "工作表名")


def _of_sheet(
    archive: zipfile.ZipFile, name: str, sheet: str, shared: list[str]
) -> Iterator[AttachedText]:
    table = Headings()
    for row, column, element in _parts_of_sheet(archive, name):
        if not column:
            for text in _beside_cells(element):
                yield AttachedText(text, f"{sheet}页眉、页脚、提示或下拉选项")
        elif text := _cell_text(element, shared):
            heading = table.over(column, row, text)
            where = f"{sheet}单元格 {_column_letters(column)}{row}"
            yield AttachedText(text, where, row, column, heading, f"{name} {row}")


def _parts_of_sheet(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[int, int, Element]]:
    """Yield the cells of a sheet with their rows and columns, which they need not say.

    Its headers, footers, hints and lists to choose from have the column 0.
    """
    row = column = 0
    for event, element in events(archive, name):
        kind = name_of(element)
        if event == "start" and kind == "row":
            row, column = int(element.get("r", row + 1)), 0
        elif event == "end" and kind in {"c", "cell"}:
            reference = REFERENCE.fullmatch(element.get("r", ""))
            column = _column_number(reference[1]) if reference else column + 1
            row = int(reference[2]) if reference else row
            yield row, column, element
            element.clear()
        elif event == "end" and (HEADER.fullmatch(kind) or kind in BESIDE_CELLS):
            yield row, 0, element


def _beside_cells(element: Element) -> list[str]:
    """List the texts of a header without its codes, of a list to choose from, of a hint."""
    text = element.text or ""
    if name_of(element) == "formula1":
        return [text] if text.startswith('"') else []
    return [HEADER_CODE.sub(" ", text), *words_of_attributes(element)]


def _cell_text(cell: Element, shared: list[str]) -> str:
    """Return what a cell shows: a string of its own or of all sheets, a number without exponent."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return words(cell)
    value = next((one.text or "" for one in cell if name_of(one) == "v"), "")
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    return number_as_shown(value) if kind == "n" else value


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


READERS = ((MAIN_DOCUMENT, _of_document), (SHEET, _of_workbook), (SLIDES, _of_slides))
"""By the part that shows what a file is."""
