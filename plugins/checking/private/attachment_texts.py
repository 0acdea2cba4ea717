"""The text of an attachment, in pieces with the words by which an editor finds them again.

In: an open file. Out: paragraphs, cells and lines, and what is wrong with a file that could not be
read to its end. A kind that holds no text has none: PDF, pictures, the files of old programs.
"""

import csv
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

from plugins.checking.private.attached_text import (
    READ_AT_MOST,
    AttachedText,
    Fault,
    Headings,
    UnreadError,
)
from plugins.checking.private.office_texts import OLE, office_texts
from plugins.reading.source_text import is_utf16

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, ParseError, LookupError, ValueError),
    *(OSError, EOFError, RuntimeError, OverflowError),
)
"""What zipfile and expat raise on damaged or strangely packed files."""

TEXTS_AT_MOST = 500_000
"""So many paragraphs, cells and lines are read of one file."""

LOOKED_AT = 4096
"""So many bytes show how a text is encoded."""


@dataclass(frozen=True, slots=True)
class ReadAttachment:
    """The texts of an attachment, as far as it could be read; `fault` says why no further."""

    texts: list[AttachedText]
    fault: Fault | None = None


def read_attachment(path: str, file: BinaryIO) -> ReadAttachment:
    """Read the texts of a file by the ending of its name, what comes before a fault at least."""
    texts: list[AttachedText] = []
    reader = READERS.get(PurePosixPath(path).suffix.lower())
    try:
        for text in reader(file) if reader else ():
            if len(texts) == TEXTS_AT_MOST:
                return ReadAttachment(texts, Fault.TOO_LARGE)
            texts.append(text)
    except UnreadError as unread:
        return ReadAttachment(texts, unread.fault)
    except BROKEN:
        return ReadAttachment(texts, Fault.DAMAGED)
    return ReadAttachment(texts)


def _of_text(file: BinaryIO) -> Iterator[AttachedText]:
    yield from _to_the_end(file, _of_lines)


def _of_csv(file: BinaryIO) -> Iterator[AttachedText]:
    yield from _to_the_end(file, _of_rows)


def _to_the_end(
    file: BinaryIO, reader: Callable[[str], Iterator[AttachedText]]
) -> Iterator[AttachedText]:
    """Yield the texts of a plain file, as many as are read of one."""
    data = file.read(READ_AT_MOST)
    yield from reader(_decoded(data))
    if file.read(1):
        raise UnreadError(Fault.TOO_LARGE)


def _of_lines(text: str) -> Iterator[AttachedText]:
    for number, line in enumerate(text.splitlines(), start=1):
        yield AttachedText(line, "", number)


def _of_rows(text: str) -> Iterator[AttachedText]:
    """Yield the fields of a CSV; lines, from a row on that is none."""
    rows = csv.reader(io.StringIO(text))
    table = Headings()
    line = 1
    try:
        for row in rows:
            for column, field in enumerate(row, start=1):
                heading = table.over(column, line, field)
                yield AttachedText(field, "", line, column, heading, str(line))
            line = rows.line_num + 1
    except csv.Error:
        yield from (one for one in _of_lines(text) if (one.line or 0) >= line)


def _decoded(data: bytes) -> str:
    """Decode a text as Windows and others save it; what is left undecoded holds no digit."""
    if is_utf16(data):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:LOOKED_AT]:
        is_little = data[1:LOOKED_AT:2].count(0) > data[:LOOKED_AT:2].count(0)
        return data.decode("utf-16-le" if is_little else "utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        is_cut = fault.start > len(data) - 4 and len(data) == READ_AT_MOST
        return data.decode("utf-8-sig" if is_cut else "gb18030", "replace")


def _of_either_format(file: BinaryIO) -> Iterator[AttachedText]:
    """Yield the texts of a file of WPS, which may be one of Office; of its own format none."""
    is_own = file.read(len(OLE)) == OLE
    file.seek(0)
    if not is_own:
        yield from office_texts(file)


READERS: dict[str, Callable[[BinaryIO], Iterator[AttachedText]]] = {
    **dict.fromkeys((".txt", ".md"), _of_text),
    ".csv": _of_csv,
    **dict.fromkeys((".docx", ".pptx", ".xlsx"), office_texts),
    **dict.fromkeys((".wps", ".et", ".dps"), _of_either_format),
}
