"""One fault in what an editor wrote: where it stands, what it is and how to mend it.

A problem is a value. Functions return problems beside their result; one is raised only by those
that were asked by a signal, which has room for results alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a problem weighs: an error stops the build, the others are only told."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source: `file` is relative to the content folder's parent.

    `line` and `column` count characters from 1; None where the source has none.
    In a CSV the line is the physical line, in an XLSX the row and column numbers of a cell.
    """

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Write the place the way editors of code and CI read it: `file:line:column`."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault; `code` is stable, `message` says found and expected, `remedy` what to write."""

    place: Place
    code: str
    level: Level
    message: str
    remedy: str


class ProblemError(Exception):
    """Ends what cannot go on for a `problem`, which is to be told and no fault of the program."""

    def __init__(self, problem: Problem) -> None:
        """Take what is to be told."""
        super().__init__(problem.message)
        self.problem = problem


def error(place: Place, code: str, message: str, remedy: str) -> Problem:
    """Make a problem that stops the build."""
    return Problem(place, code, Level.ERROR, message, remedy)


def warning(place: Place, code: str, message: str, remedy: str) -> Problem:
    """Make a problem that is told and needs an editor's eye."""
    return Problem(place, code, Level.WARNING, message, remedy)


def info(place: Place, code: str, message: str, remedy: str) -> Problem:
    """Make a note on something that was read although it was not written in the usual form."""
    return Problem(place, code, Level.INFO, message, remedy)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems stops the build."""
    return any(problem.level is Level.ERROR for problem in problems)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file, line, column and code, each told once."""
    return sorted(
        set(problems),
        key=lambda problem: (
            problem.place.file,
            problem.place.line or 0,
            problem.place.column or 0,
            problem.code,
            problem.message,
        ),
    )
