"""The text of files of Office: DOCX, XLSX and PPTX, which are ZIP files of XML (ISO/IEC 29500).

In: an open file. Out: its paragraphs and cells, then what stands beside them: properties, charts,
notes, links. What cannot be read is raised; what comes before it has been yielded. Nothing is
unpacked beyond a size, and an XML with a document type is left alone: only such a one can name
entities.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO
from xml.etree.ElementTree import Element, iterparse

from plugins.checking.private.attached_text import (
    READ_AT_MOST,
    AttachedText,
    Fault,
    Headings,
    UnreadError,
)

OLE = b"\xd0\xcf\x11\xe0"
"""With it begin files of old programs, and those that are locked with a password."""

LOCKED_FLAG = 1
SHEET = re.compile(r"xl/worksheets/sheet(\d*)\.xml", re.IGNORECASE)
SLIDE = re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide)(\d+)\.xml")
DOCUMENT = re.compile(r"word/(?:document\d*|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
SLIDES = re.compile(r"ppt/(?:presentation|slides/slide\d+)\.xml")
MAIN_DOCUMENT = re.compile(r"word/document\d*\.xml")
PROPERTIES = re.compile(r"docProps/(?:core|custom)\.xml")
CHART = re.compile(r"(?:word|xl|ppt)/charts/chart\d*\.xml")
NOTE = re.compile(r"xl/(?:comments/?(?:comment)?\d*|drawings/drawing\d+)\.xml")
LINKS = re.compile(r".*_rels/[^/]+\.rels")
CALL = re.compile("(?:tel|sms|callto):", re.IGNORECASE)
HEADER = re.compile("(?:odd|even|first)(?:Header|Footer)")
HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d{1,3}|[A-Za-z])')
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def office_texts(file: BinaryIO) -> Iterator[AttachedText]:
    """Yield the texts of a file of Office by what it is, whatever it is called."""
    head = file.read(len(OLE))
    if head == OLE:
        raise UnreadError(Fault.LOCKED)
    if head and not head.startswith(b"PK"):
        raise UnreadError(Fault.OTHER_FORMAT)
    with zipfile.ZipFile(file) as archive:
        if any(one.flag_bits & LOCKED_FLAG for one in archive.infolist()):
            raise UnreadError(Fault.LOCKED)
        for pattern, reader in READERS:
            if any(pattern.fullmatch(name) for name in archive.namelist()):
                yield from reader(archive)
                yield from _beside(archive)
                return
    raise UnreadError(Fault.OTHER_FORMAT)


def _of_document(archive: zipfile.ZipFile) -> Iterator[AttachedText]:
    for name in _members(archive, DOCUMENT):
        where = "" if MAIN_DOCUMENT.fullmatch(name) else "页眉、页脚或注释"
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
        self._headings = Headings()

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
        return AttachedText(text, where, heading=heading, row=where)


def _of_slides(archive: zipfile.ZipFile) -> Iterator[AttachedText]:
    for name in _members(archive, SLIDE):
        match = SLIDE.fullmatch(name)
        where = f"第 {match[1]} 张幻灯片" if match else ""
        for paragraph in _elements(archive, name, "p"):
            yield AttachedText(_words(paragraph), where)


def _of_workbook(archive: zipfile.ZipFile) -> Iterator[AttachedText]:
    """Yield the cells of all sheets of an XLSX, its numbers as they are shown, and their names."""
    shared = [_words(one) for one in _elements(archive, "xl/sharedStrings.xml", "si")]
    several = sum(bool(SHEET.fullmatch(name)) for name in archive.namelist()) > 1
    for name in _members(archive, SHEET):
        match = SHEET.fullmatch(name)
        sheet = f"第 {match[1]} 张表的" if match and several else ""
        table = Headings()
        for row, column, element in _parts_of_sheet(archive, name):
            if not column:
                yield AttachedText(_beside_cells(element), f"{sheet}页眉、页脚或下拉选项")
            elif text := _cell_text(element, shared):
                heading = table.over(column, row, text)
                where = f"{sheet}单元格 {_column_letters(column)}{row}"
                yield AttachedText(text, where, row, column, heading, f"{sheet}{row}")
    for one in _elements(archive, "xl/workbook.xml", "sheet"):
        yield AttachedText(one.get("name", ""), "工作表名")


def _parts_of_sheet(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[int, int, Element]]:
    """Yield the cells of a sheet with their rows and columns, which they need not say.

    Its headers, footers and lists to choose from have the column 0.
    """
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
        elif event == "end" and (HEADER.fullmatch(kind) or kind == "formula1"):
            yield row, 0, element


def _beside_cells(element: Element) -> str:
    """Return the text of a header without its codes, of a list to choose from, of no formula."""
    text = element.text or ""
    if _name(element) == "formula1":
        return text if text.startswith('"') else ""
    return HEADER_CODE.sub(" ", text)


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


def _beside(archive: zipfile.ZipFile) -> Iterator[AttachedText]:
    """Yield what is seen beside the text, or where a click leads; numbers of charts are amounts."""
    for name in _members(archive, PROPERTIES):
        for event, element in _events(archive, name):
            if event == "end":
                yield AttachedText(element.text or "", "文件属性")
    for pattern, where in ((CHART, "图表"), (NOTE, "批注或文本框")):
        for name in _members(archive, pattern):
            yield from _notes(archive, name, where)
    for name in _members(archive, LINKS):
        for link in _elements(archive, name, "Relationship"):
            if CALL.match(link.get("Target", "")):
                yield AttachedText(link.get("Target", ""), "链接")


def _notes(archive: zipfile.ZipFile, name: str, where: str) -> Iterator[AttachedText]:
    """Yield the paragraphs and comments of a part, and the words of a chart."""
    for event, element in _events(archive, name):
        kind = _name(element)
        if event == "end" and kind in {"p", "comment"}:
            yield AttachedText(_words(element), where)
        elif event == "end" and kind == "strCache":
            for one in element.iter():
                yield AttachedText(one.text or "", where)


def _members(archive: zipfile.ZipFile, pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield the names of the members that hold text, in their order, until they are too large."""
    found = [one for one in archive.infolist() if pattern.fullmatch(one.filename)]
    sizes = {one.filename: one.file_size for one in found}
    left = READ_AT_MOST
    for name in sorted(sizes, key=lambda name: (len(name), name)):
        left -= sizes[name]
        if left < 0:
            raise UnreadError(Fault.TOO_LARGE)
        yield name


def _events(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, Element]]:
    """Yield the beginnings and ends of elements; none of what is missing."""
    member = archive.NameToInfo.get(name)
    if member is None:
        return
    if member.file_size > READ_AT_MOST:
        raise UnreadError(Fault.TOO_LARGE)
    data = archive.read(member)
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise UnreadError(Fault.DAMAGED)
    yield from iterparse(io.BytesIO(data), ("start", "end"))  # noqa: S314 - names no entities


def _elements(archive: zipfile.ZipFile, name: str, wanted: str) -> Iterator[Element]:
    """Yield the elements of a name, each whole."""
    for event, element in _events(archive, name):
        if event == "end" and _name(element) == wanted:
            yield element
            element.clear()


def _words(element: Element) -> str:
    """Return the text of all runs of an element; a break or a tab is a blank, a reading none."""
    shown = {
        "t": "",
        "delText": "",
        "instrText": "",
        "tab": " ",
        "br": " ",
        "cr": " ",
        "noBreakHyphen": "-",
    }
    hidden = {id(one) for reading in element.iter() if _name(reading) == "rPh" for one in reading}
    return "".join(
        shown[_name(one)] or one.text or ""
        for one in element.iter()
        if _name(one) in shown and id(one) not in hidden
    )


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


READERS = ((MAIN_DOCUMENT, _of_document), (SHEET, _of_workbook), (SLIDES, _of_slides))
"""By the part that shows what a file is."""
