"""What stands in a file of Office beside its text: properties, charts, notes, links, hints.

In: an open archive. Out: the words of all its parts that are not read as a document, a sheet or a
slide. Numbers of charts are amounts: those of the sheet, where headings say what they are.
"""

import html
import re
import zipfile
from collections.abc import Callable, Iterator

from plugins.checking.private.attached_text import AttachedText
from plugins.checking.private.office_parts import (
    SHOWN,
    elements,
    events,
    members,
    name_of,
    number_as_shown,
    words,
    words_of_attributes,
)

SILENT = re.compile(
    r"(?:.*/)?(?:styles\w*|tableStyles|theme\w*|fontTable|calcChain|\[Content_Types\])\.xml"
)
PIVOT_FIELDS = re.compile(r"xl/pivotCache/pivotCacheDefinition\d*\.xml")
PIVOT_RECORDS = re.compile(r"xl/pivotCache/pivotCacheRecords\d*\.xml")
LINKS = re.compile(r".*_rels/[^/]+\.rels")
CALL = re.compile("(?:tel|sms|callto):", re.IGNORECASE)
PAGE = re.compile(r".*\.(?:x?html?|txt)", re.IGNORECASE)
END_OF_LINE = re.compile(r"</?(?:p|br|div|tr|td|th|li|h\d)\b[^<>]*>", re.IGNORECASE)
MARKUP = re.compile("<[^<>]*>")
PLACES = (
    (re.compile("docProps/.*"), "文件属性"),
    (re.compile(".*/charts/.*"), "图表"),
    (re.compile(".*/diagrams/.*"), "图示"),
    (re.compile(r"xl/comments.*|xl/drawings/.*"), "批注或文本框"),
    (re.compile(".*omments/.*"), "批注"),
    (re.compile("ppt/(?:slide|notes|handout)(?:Master|Layout)s/.*"), "母版或版式"),
)
WHOLE = {"p", "comment", "si"}
"""The words in one of these are one text."""

AMOUNTS = {"numCache", "numLit", "numDim"}


def texts_beside(
    archive: zipfile.ZipFile, is_read: Callable[[str], object]
) -> Iterator[AttachedText]:
    """Yield the texts of all parts but those that are read already."""

    def is_left(name: str) -> bool:
        return not (is_read(name) or SILENT.fullmatch(name) or name.startswith("xl/pivotCache/"))

    for name in members(archive, lambda name: name.endswith(".xml") and is_left(name)):
        place = next((place for pattern, place in PLACES if pattern.fullmatch(name)), "")
        yield from _of_part(archive, name, place or f"内部文件 {name} ")
    yield from _of_pivots(archive)
    for name in members(archive, LINKS.fullmatch):
        for link in elements(archive, name, "Relationship"):
            if CALL.match(link.get("Target", "")):
                yield AttachedText(link.get("Target", ""), "链接")
    for name in members(archive, PAGE.fullmatch):
        page = archive.read(name).replace(b"\0", b"").decode("utf-8", "replace")
        text = html.unescape(MARKUP.sub("", END_OF_LINE.sub("\n", page)))
        yield from (AttachedText(line, "嵌入的网页") for line in text.splitlines())


def _of_part(archive: zipfile.ZipFile, name: str, where: str) -> Iterator[AttachedText]:
    """Yield the paragraphs and comments of a part, other words in it, what attributes say."""
    inside: list[str] = []
    for event, element in events(archive, name):
        kind = name_of(element)
        if event == "start":
            inside += [kind] if kind in WHOLE or kind in AMOUNTS else []
            attributes = [*words_of_attributes(element), element.get("name", "")]
            yield from (AttachedText(text, where) for text in attributes if text)
            continue
        if inside and inside[-1] == kind:
            inside.pop()
        if kind in WHOLE:
            yield AttachedText(words(element), where)
            element.clear()
        elif not AMOUNTS.intersection(inside) and not (inside and kind in SHOWN):
            yield from (AttachedText(text, where) for text in [element.text or ""] if text.strip())


def _of_pivots(archive: zipfile.ZipFile) -> Iterator[AttachedText]:
    """Yield the values that pivot tables keep of their source, each under the name of its field."""
    names: dict[str, list[str]] = {}
    for part in members(archive, PIVOT_FIELDS.fullmatch):
        fields = names.setdefault(part.replace("Definition", "Records"), [])
        for event, element in events(archive, part):
            if event == "start" and name_of(element) == "cacheField":
                fields.append(element.get("name", ""))
            elif event == "start" and fields and name_of(element) in {"s", "n"}:
                yield _kept(element.get("v", ""), fields[-1])
    for part in members(archive, PIVOT_RECORDS.fullmatch):
        for record in elements(archive, part, "r"):
            for value, heading in zip(record, names.get(part, []), strict=False):
                if name_of(value) in {"s", "n"}:
                    yield _kept(value.get("v", ""), heading)


def _kept(value: str, heading: str) -> AttachedText:
    is_number = re.fullmatch(r"[0-9.]+[Ee]\+?[0-9]{1,2}|[0-9]+\.0", value)
    text = number_as_shown(value) if is_number else value
    return AttachedText(text, "数据透视表", heading=heading)
