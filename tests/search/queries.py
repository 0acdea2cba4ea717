"""How the engine reads a query, written a second time for the tests that hold it to its answers."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.search.text import BLANK, JOINT, OTHER, normalised

LONGEST = 500
"""Characters of a query that are looked at."""

FIELD = "[标標][题題]|[单單]位|[栏欄]目|署名|年份"
PIECE = re.compile(f'(-)?(?:({FIELD})[:：])?(?:[“”"]([^“”"]*)[“”"]?|([^ “”"]+))')
TO = "[-–—~至到]"


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart: normalised phrases that must and must not be found, fields as typed.

    `barred` are the fields whose documents are left out.
    """

    parts: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    barred: tuple[tuple[str, str], ...] = ()


def parsed(query: str) -> Query:
    """Take a query apart; what holds nothing to look for is left out.

    Blanks separate phrases, quotation marks hold one together, `-` before a phrase or a field
    excludes it, and a field with a colon looks there alone.
    """
    parts: list[str] = []
    excluded: list[str] = []
    fields: list[tuple[str, str]] = []
    barred: list[tuple[str, str]] = []
    for minus, field, quoted, run in PIECE.findall("".join(_readable(query[:LONGEST]))):
        written = quoted or run
        phrase = normalised(written).strip(OTHER + JOINT)
        if not phrase:
            continue
        if field:
            (barred if minus else fields).append((normalised(field), written))
        else:
            (excluded if minus else parts).append(phrase)
    return Query(tuple(parts), tuple(excluded), tuple(fields), tuple(barred))


def years(text: str) -> list[list[str]]:
    """Read what stands behind 年份: as spans of years, each with its first and last.

    Commas and 或 separate them; a span may be open at one end.
    """
    plain = unicodedata.normalize("NFKC", re.sub('[ “”"]', "", text))
    return [span for piece in re.split("[,、;或]", plain) for span in _span(piece)]


def _span(piece: str) -> Iterator[list[str]]:
    """Yield the span of a piece, if there is a year in it."""
    found = re.findall(r"\d{4}", piece)
    if len(found) > 1:
        yield found[:2]
    elif found:
        is_from = re.search(rf"\d年?({TO}|以来)$", piece)
        yield ["0000" if re.match(TO, piece) else found[0], "9999" if is_from else found[0]]


def _readable(query: str) -> Iterator[str]:
    """Yield a query with plain blanks, and without characters that cannot be seen."""
    for character in query:
        category = unicodedata.category(character)
        if category != "Cf":
            yield " " if category in BLANK else character
