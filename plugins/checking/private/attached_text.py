"""A piece of the text of an attachment, and the headings of the tables in it."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from plugins.checking.private.innocent_numbers import calls_for_number
from plugins.checking.prose import HAN

READ_AT_MOST = 20 * 1024 * 1024
"""So many bytes of text are read of one file."""

CELLS_OF_HEADINGS = 5
"""In one of so many rows at the top of a table stand the headings."""

WORDS = re.compile(f"[{HAN}]")
LONG_NUMBER = re.compile("[0-9]{7}")


class Fault(Enum):
    """Why an attachment could not be read, or not to its end."""

    DAMAGED = auto()
    LOCKED = auto()
    OTHER_FORMAT = auto()
    TOO_LARGE = auto()


class UnreadError(Exception):
    """Ends the reading of an attachment that has a `fault`."""

    def __init__(self, fault: Fault) -> None:
        """Take what is wrong with it."""
        super().__init__(fault.name)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class AttachedText:
    """A piece of text: `where` it stands in words, its line or row and its column where known.

    Cells that stand beside one another have the same `row`.
    """

    text: str
    where: str
    line: int | None = None
    column: int | None = None
    heading: str = ""
    row: str = ""


class Headings:
    """The headings of a table read row by row: the words at the top of each column, joined.

    To one that announces a number none is added, and where numbers begin no heading follows.
    """

    def __init__(self) -> None:
        """Begin a table."""
        self._of_column: dict[int, str] = {}
        self._first = self._numbers_from = 0

    def over(self, column: int, row: int, text: str) -> str:
        """Return the heading over a cell, and take in what may be one."""
        heading = self._of_column.get(column, "")
        self._first = self._first or row
        if LONG_NUMBER.search(text):
            self._numbers_from = self._numbers_from or row
        last = self._numbers_from or self._first + CELLS_OF_HEADINGS
        if row < last and WORDS.search(text) and not calls_for_number(heading):
            self._of_column[column] = f"{heading} {text.strip()}".strip()
        return heading
