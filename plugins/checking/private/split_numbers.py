"""Numbers that are written into several cells of a row: digit by digit, or in a few parts.

In: the cells of a row and the headings over them. Out: which cells are to be read as one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from plugins.checking.private.innocent_numbers import calls_for_number
from plugins.checking.private.number_kinds import ID_LENGTH, is_identity_number
from plugins.checking.private.number_search import ALIKE

DIGIT = re.compile(r"\s*[0-9０-９Xx]\s*")
DIGITS = {**ALIKE, **dict.fromkeys(map(ord, " \t"))}
MOBILE_LENGTH = 11
GROUP = re.compile(r"[0-9０-９Xx\s*_`\-]{1,40}")
"""A group of digits, which may be emphasised in a text."""

GROUPS_AT_MOST = 4
LENGTHS = range(MOBILE_LENGTH, ID_LENGTH + 2)


def cells_of_groups(cells: Sequence[str], headings: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of neighbouring cells with groups of what may be one number.

    The first of them is under or behind a word that calls for a number; the others have at most
    one heading among them, unlike counts.
    """
    digits = [_digits_of_group(cell) for cell in cells]
    for first, heading in enumerate(headings):
        if not digits[first] or not calls_for_number(heading):
            continue
        for last in range(first + 1, min(first + GROUPS_AT_MOST, len(cells))):
            if not digits[last] or not _is_under_one(headings[first + 1 : last + 1]):
                break
            if sum(digits[first : last + 1]) in LENGTHS:
                yield first, last


def _digits_of_group(cell: str) -> int:
    """Count the digits of a cell that holds no other words."""
    return sum(one.isalnum() for one in cell) if GROUP.fullmatch(cell) else 0


def cells_of_digits(cells: Sequence[str], headings: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of neighbouring cells with one digit each of one number.

    An identity number is one under any headings; eleven digits are under one for all of them.
    """
    single = (at for at, cell in enumerate(cells) if DIGIT.fullmatch(cell))
    for _, run in groupby(enumerate(single), lambda one: one[1] - one[0]):
        places = [at for _, at in run]
        found = next(_identities(cells, places), None)
        if found:
            yield found
        elif len(places) == MOBILE_LENGTH and _is_under_one(headings[places[0] : places[-1] + 1]):
            yield places[0], places[-1]


def _identities(cells: Sequence[str], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    for first in range(places[0], places[-1] + 2 - ID_LENGTH):
        last = first + ID_LENGTH - 1
        if is_identity_number("".join(cells[first : last + 1]).translate(DIGITS)):
            yield first, last


def _is_under_one(headings: Sequence[str]) -> bool:
    return len({heading for heading in headings if heading}) <= 1
