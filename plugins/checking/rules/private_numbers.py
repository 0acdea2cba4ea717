"""Numbers of identity cards, mobile telephones and bank cards do not belong into a bulletin.

Texts are searched as readers see them: neither marks of Markdown, entities nor the end of a line
hide a number, and the inside of a web address is no text. A number in a cell is told at its field.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from plugins.checking.private.innocent_numbers import (
    CONTEXT,
    IDENTITY_NAME,
    TELEPHONE_WORD,
    is_announced,
)
from plugins.checking.private.number_kinds import IDENTITY_KIND, TELEPHONE_KIND
from plugins.checking.private.number_search import (
    CANDIDATE,
    SEPARATORS,
    WORD_OF_SPOKEN,
    PrivateNumber,
    may_be_spoken,
    numbers_in,
)
from plugins.checking.private.visible_text import VisibleText, pieces_of_lines, visible_pieces
from plugins.checking.prose import HAN
from plugins.checking.sources import Source
from plugins.problems import Place, Problem, error

DIGIT = "0-9０-９"
MAYBE = re.compile(rf"[{DIGIT}](?:[^|{DIGIT}A-Za-z{HAN}]{{0,9}}[{DIGIT}]){{10}}")
"""Eleven digits without a word between them; most texts have none, and are done with."""

MAYBE_IN_CELLS = re.compile(rf"[{DIGIT}](?:[^\n{DIGIT}A-Za-z{HAN}]{{0,9}}[{DIGIT}]){{10}}")
MAYBE_SPLIT = re.compile(
    rf"{TELEPHONE_WORD}|{IDENTITY_NAME}|(?:[{DIGIT}][ \t\u3000]*\|[ \t\u3000]*){{10}}"
)

UNSEEN = re.compile(r"\]\([^()\n]{0,2000}\)|\[\^[^\]\n]{1,60}\]")
INLINE_MARKS = re.compile(r"[\[\]`*_\\]+")
UNSEEN_BEHIND_DIGIT = re.compile(r"[0-9０-９][\W_]{0,6}(?:\]\(|\[\^)")
TELEPHONE_KEY = re.compile(
    r"(?:(?:tel|phone|mobile|sjh|shouji)[=:/]|wa\.me/(?:86)?)$", re.IGNORECASE
)


def private_numbers(source: Source, office_phone: str) -> Iterator[Problem]:
    """Tell every private number in a source; the office's own telephone is public."""
    public = SEPARATORS.sub("", office_phone)
    found = _in_table(source) if source.is_table else _in_text(source)
    for place, number, announced in found:
        if number.digits != public:
            yield _problem(place, number, announced=announced)


def may_hold_number(text: str) -> bool:
    """Tell quickly whether a text may hold a private number for the eyes of a reader."""
    if MAYBE.search(text):
        return True
    if "|" in text and MAYBE_IN_CELLS.search(text) and MAYBE_SPLIT.search(text):
        return True
    is_named = WORD_OF_SPOKEN.search(text)
    has_links = "](" in text or "[^" in text
    is_hidden = "&" in text or (has_links and UNSEEN_BEHIND_DIGIT.search(text))
    if not is_named and not is_hidden:
        return False
    seen = html.unescape(UNSEEN.sub("", text))
    return bool(MAYBE.search(seen) or (is_named and may_be_spoken(INLINE_MARKS.sub("", seen))))


def numbers_in_piece(piece: VisibleText) -> list[PrivateNumber]:
    """List the private numbers in a piece of a text; few are any inside a web address."""
    return [
        number
        for number in numbers_in(piece.text, piece.heading)
        if not piece.is_address
        or number.is_long_identity
        or TELEPHONE_KEY.search(piece.text[max(0, number.start - CONTEXT) : number.start])
    ]


def numbers_in_cell(text: str, heading: str) -> Iterator[tuple[VisibleText, PrivateNumber]]:
    """Yield the private numbers in a cell or a plain text, each with the piece that holds it."""
    if not CANDIDATE.search(text) and not may_be_spoken(text, heading):
        return
    for plain in pieces_of_lines(text):
        piece = VisibleText(plain.text, plain.origins, heading, plain.is_address)
        for number in numbers_in_piece(piece):
            yield piece, number


def is_announced_in(piece: VisibleText, number: PrivateNumber) -> bool:
    """Tell whether the words before a number in a piece call it a telephone."""
    before = piece.text[max(0, number.start - CONTEXT) : number.start]
    return is_announced(before, piece.heading)


def shortened(number: PrivateNumber) -> str:
    """Return so much of a number that an editor finds it; a log of the check may be public."""
    return f"{number.digits[:3]}…{number.digits[-2:]}"


def remedy_for(number: PrivateNumber, *, announced: bool) -> str:
    """Say what to do with a number; one that nothing calls a telephone may be an amount."""
    remedy = "删去，或只留必要的几位"
    if number.kind == TELEPHONE_KIND:
        remedy += "；确是办公电话的，写座机，或写进 site 表的联系电话"
    if number.kind != IDENTITY_KIND and not announced:
        remedy += "；是金额、数量的，写成“138亿元”这样，或在数后写明单位"
    return f"{remedy}。"


def _in_text(source: Source) -> Iterator[tuple[Place, PrivateNumber, bool]]:
    text = source.text
    if not may_hold_number(text):
        return
    lines = list(source.lines)
    starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
    told = set()
    for piece in visible_pieces(text, may_hold_number):
        for number in numbers_in_piece(piece):
            origin = piece.origins[number.start]
            if origin not in told:
                told.add(origin)
                at = bisect_right(starts, origin) - 1
                place = lines[at].at(origin - starts[at])
                yield place, number, is_announced_in(piece, number)


def _in_table(source: Source) -> Iterator[tuple[Place, PrivateNumber, bool]]:
    text = source.text
    if not CANDIDATE.search(text) and not may_be_spoken(text):
        return
    headings = [cell.text for cell in source.rows[0]] if source.rows else []
    for row in source.rows:
        for at, cell in enumerate(row):
            heading = headings[at] if at < len(headings) else ""
            for piece, number in numbers_in_cell(cell.text, heading):
                yield cell.place, number, is_announced_in(piece, number)


def _problem(place: Place, number: PrivateNumber, *, announced: bool) -> Problem:
    return error(
        place,
        "private-number",
        f"这里像是{number.kind}（{shortened(number)}），不能公开。",
        remedy_for(number, announced=announced),
    )
