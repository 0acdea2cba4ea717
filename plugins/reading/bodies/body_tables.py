"""Tables in Markdown that would lose cells, or be no tables: the converter says nothing of it."""

import re
from collections.abc import Iterator, Sequence

from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.bodies.line_breaks import LIST_ENTRY
from plugins.reading.bodies.source_places import SourcePlaces

SEPARATOR = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
ROW = re.compile(r"\s*\|.*\|\s*")
CELL_MARK = re.compile(r"(?<!\\)\|")
BARE_CELLS = 3
"""In a line without marks at its edges fewer may be no cells."""


def table_problems(places: SourcePlaces) -> list[Problem]:
    """Tell every row that has more cells than the line under its headings, or no such line."""
    lines = places.lines
    problems = []
    for number, line in enumerate(lines[1:], start=1):
        if "|" in line and "|" in lines[number - 1] and SEPARATOR.fullmatch(line):
            above = lines[number - 2].strip() if number > 1 else ""
            if above and "|" not in above and not above.startswith(("#", ">")):
                problems.append(messages.lines_run_together(places.of_line(number)))
            problems += _row_problems(places, number + 1, cells_in(line))
    return problems + _without_line(places)


def _row_problems(places: SourcePlaces, first: int, columns: int) -> Iterator[Problem]:
    """Yield rows that have too many cells, and the first that is none: all behind it is lost too.

    An entry of a list is told as such.
    """
    for row, cells in _rows(places.lines, first):
        line = places.lines[row - 1]
        if columns > 1 and not CELL_MARK.search(line):
            if not LIST_ENTRY.match(line):
                yield messages.text_in_table(places.of_line(row))
            return
        if cells > columns:
            yield messages.too_many_cells(places.of_line(row), columns, cells)


def cells_in(line: str) -> int:
    """Count the cells of a row, whether or not it begins and ends with a mark."""
    inside = line.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return len(CELL_MARK.findall(inside)) + 1


def _without_line(places: SourcePlaces) -> list[Problem]:
    """Tell rows that follow each other, and no line under the first.

    They stand between marks, or are all that stands between two empty lines, with as many cells.
    """
    problems = []
    lines = ["", *places.lines]
    for number in range(2, len(lines)):
        above, first, second = lines[number - 2 : number + 1]
        is_table = ROW.fullmatch(first) and ROW.fullmatch(second) and not ROW.fullmatch(above)
        if not above.strip():
            is_table = is_table or _are_bare_rows(lines, number - 1)
        if is_table and not SEPARATOR.fullmatch(second):
            problems.append(messages.table_without_line(places.of_line(number - 1)))
    return problems


def _are_bare_rows(lines: Sequence[str], first: int) -> bool:
    """Tell whether some lines up to the next empty one are rows of one table without its edges."""
    cells = [cells for _, cells in _rows(lines, first)]
    return len(cells) > 1 and set(cells) == {max(cells[0], BARE_CELLS)}


def _rows(lines: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """Yield line number and cells of the rows from an index on, up to the next blank line."""
    for index in range(first, len(lines)):
        if not lines[index].strip():
            return
        yield index + 1, cells_in(lines[index])
