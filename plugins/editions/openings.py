"""How the text of an item begins, and who signed it: what the page of its edition shows of it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from plugins.domain.bylines import UNSIGNED, Byline
from plugins.editions.views import Paragraph

if TYPE_CHECKING:
    from bs4 import Tag

HEADINGS = ("h2", "h3", "h4")
TEXT = "p:not(li p, td p), h2, h3, h4, li:not(li li, .footnote li), tr:has(td)"
LEADING_ON = ("：", "；")


def opening_of(html: str, length: int) -> tuple[Paragraph, ...]:
    """Return what a text begins with: its first paragraph, and more while that fits a `length`.

    Paragraphs are whole; points of a list and rows of a table count as such. What leads to
    something that is not shown is not the last line: a heading, `分工如下：`, `其一；`.
    """
    opening: list[Paragraph] = []
    left = length
    for paragraph in _paragraphs(html):
        left -= len(paragraph.text)
        if left < 0 and any(not one.is_heading for one in opening):
            break
        opening.append(paragraph)
    return tuple(_closed(opening))


def byline_text(bylines: Iterable[Byline]) -> str:
    """Write bylines as a newspaper does: `记者 甲　通讯员 乙、丙（某局）`."""
    return "\u3000".join(map(_signed, bylines))


def _paragraphs(html: str) -> Iterator[Paragraph]:
    from bs4 import BeautifulSoup  # noqa: PLC0415 - slow to load, and few builds make an edition

    for element in BeautifulSoup(html, "html.parser").select(TEXT):
        if text := _text(element):
            yield Paragraph(text, is_heading=element.name in HEADINGS)


def _text(element: "Tag") -> str:
    """Return the text of a paragraph; of a row in a table, its cells as a sentence says them."""
    if element.name != "tr":
        return element.get_text().strip()
    first, *others = (cell.get_text().strip() for cell in element.find_all("td"))
    return "：".join(filter(None, (first, "，".join(filter(None, others)))))


def _closed(opening: list[Paragraph]) -> list[Paragraph]:
    """Take away the end of an opening as long as it leads to something that is not shown."""
    while opening and (opening[-1].is_heading or opening[-1].text.endswith(LEADING_ON)):
        opening = opening[:-1]
    return opening


def _signed(byline: Byline) -> str:
    names = "、".join(name for name in byline.names if name != byline.role)
    unit = f"（{byline.unit}）" if byline.unit else ""
    signed = " ".join(filter(None, (byline.role, names))) or UNSIGNED
    return f"{signed}{unit}"
