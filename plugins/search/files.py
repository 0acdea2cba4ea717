"""The files of the index: gzipped by us, so that every host serves them alike."""

import codecs
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.domain.views import SiteView

FOLDER = "search"
HEADER = b"\x1f\x8b\x08\0\0\0\0\0\2\xff"
"""Of gzip: no name, no time, no system, so that equal data are equal files everywhere."""

LEVEL = 9
WORD = 4


@dataclass(frozen=True, slots=True)
class Data:
    """What a file holds before it is compressed."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """What is shown of a document that was found, and its texts as they are searched.

    The first of `titles` is what it is called. `traditional` are the traditional characters in it,
    each followed by the simplified one for which it stands. The text of one that `is_long` goes on
    in another file.
    """

    url: str
    date: str
    column: str
    titles: str
    text: str
    traditional: str
    is_long: bool


def compressed(view: Data, _site: SiteView) -> bytes:
    """Make a file."""
    return gzipped(view.data)


def compressed_text(view: Found, _site: SiteView) -> bytes:
    """Make the file of one document."""
    shown = (view.url, view.date, view.column, view.titles, view.text, view.traditional)
    return gzipped(as_json((*shown, int(view.is_long))))


def gzipped(data: bytes) -> bytes:
    """Compress bytes, everywhere to the same."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(data) + packer.flush()
    check, size = zlib.crc32(data), len(data) & 0xFFFFFFFF
    return HEADER + body + check.to_bytes(WORD, "little") + size.to_bytes(WORD, "little")


def as_json(value: object) -> bytes:
    """Return a value as the JSON that the engine reads.

    It is written in GBK, which every browser reads: compressed, Chinese takes a fifth less than in
    UTF-8. What GBK lacks is escaped as JSON does.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.encode("gbk", "escape-for-json")


def _escaped(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    return json.dumps(fault.object[fault.start : fault.end])[1:-1], fault.end


codecs.register_error("escape-for-json", _escaped)


def differences(numbers: Iterable[int]) -> list[int]:
    """Return rising numbers as the first, then what is added each time: they compress better."""
    before, steps = 0, []
    for number in numbers:
        steps.append(number - before)
        before = number
    return steps
