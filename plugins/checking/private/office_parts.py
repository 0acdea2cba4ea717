"""The parts of a file of Office, which is a ZIP file of XML (ISO/IEC 29500), and their elements.

In: an open archive. Out: the names of its parts, the elements of one, the words in an element.
Nothing is unpacked beyond a size, and an XML with a document type is left alone: only such a one
can name entities.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, iterparse

from plugins.checking.private.attached_text import READ_AT_MOST, Fault, UnreadError

ATTRIBUTES = {"descr", "title", "alt", "prompt", "promptTitle", "error", "errorTitle", "tooltip"}
VALUED = {
    "tblCaption",
    "tblDescription",
    "alias",
    "listEntry",
    "listItem",
    "helpText",
    "statusText",
}
SHOWN = {
    **dict.fromkeys(("t", "delText", "instrText"), ""),
    **dict.fromkeys(("tab", "br", "cr"), " "),
    "noBreakHyphen": "-",
}


def members(archive: zipfile.ZipFile, is_wanted: Callable[[str], object]) -> Iterator[str]:
    """Yield the names of the wanted members, in their order, until they are too large."""
    sizes = {one.filename: one.file_size for one in archive.infolist() if is_wanted(one.filename)}
    left = READ_AT_MOST
    for name in sorted(sizes, key=lambda name: (len(name), name)):
        left -= sizes[name]
        if left < 0:
            raise UnreadError(Fault.TOO_LARGE)
        yield name


def events(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, Element]]:
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


def elements(archive: zipfile.ZipFile, name: str, wanted: str) -> Iterator[Element]:
    """Yield the elements of a name, each whole."""
    for event, element in events(archive, name):
        if event == "end" and name_of(element) == wanted:
            yield element
            element.clear()


def words(element: Element) -> str:
    """Return the text of all runs of an element; a break or a tab is a blank, a reading none."""
    hidden = {id(one) for reading in element.iter() if name_of(reading) == "rPh" for one in reading}
    return "".join(
        SHOWN[name_of(one)] or one.text or ""
        for one in element.iter()
        if name_of(one) in SHOWN and id(one) not in hidden
    )


def words_of_attributes(element: Element) -> list[str]:
    """List what the attributes of an element say to readers: alternative texts, hints."""
    if name_of(element) in VALUED:
        return list(element.attrib.values())
    return [element.attrib[key] for key in element.attrib.keys() & ATTRIBUTES]


def number_as_shown(value: str) -> str:
    """Return a number of a cell without exponent, a whole one without its fraction."""
    return f"{float(value):.0f}" if "E" in value.upper() else value.removesuffix(".0")


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]
