"""Numbers that are written into several cells of a row: digit by digit, or in two parts.

In: the cells of a row and the headings over them. Out: which cells are to be read as one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from plugins.checking.private.innocent_numbers import IDENTITY_HEADING, TELEPHONE_HEADING
from plugins.checking.private.number_kinds import ID_LENGTH, is_identity_number
from plugins.checking.private.number_search import ALIKE

DIGIT = re.compile(r"\s*[0-9０-９Xx]\s*")
DIGITS = {**ALIKE, **dict.fromkeys(map(ord, " \t"))}
MOBILE_LENGTH = 11


def calls_for_number(heading: str) -> bool:
    """Tell whether a number under a heading may go on in the next cell."""
    return bool(TELEPHONE_HEADING.search(heading) or IDENTITY_HEADING.search(heading))


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
