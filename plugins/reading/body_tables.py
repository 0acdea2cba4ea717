"""Tables in Markdown whose rows have more cells than columns: the converter drops the rest."""

import re
from collections.abc import Iterator, Sequence

from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.source_places import SourcePlaces

SEPARATOR = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
CELL_MARK = re.compile(r"(?<!\\)\|")


def table_problems(places: SourcePlaces) -> list[Problem]:
    """Tell every row of a table that has more cells than the line under its headings."""
    lines = places.lines
    problems = []
    for number, line in enumerate(lines[1:], start=1):
        if "|" in line and "|" in lines[number - 1] and SEPARATOR.fullmatch(line):
            columns = cells_in(line)
            problems += [
                messages.too_many_cells(places.of_line(row), columns, cells)
                for row, cells in _rows(lines, number + 1)
                if cells > columns
            ]
    return problems


def cells_in(line: str) -> int:
    """Count the cells of a row, whether or not it begins and ends with a mark."""
    inside = line.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return len(CELL_MARK.findall(inside)) + 1


def _rows(lines: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """Yield line number and cells of the rows from an index on, up to the next blank line."""
    for index in range(first, len(lines)):
        if not lines[index].strip():
            return
        yield index + 1, cells_in(lines[index])
