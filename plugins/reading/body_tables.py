"""Tables in Markdown that would lose cells, or be no tables: the converter says nothing of it."""

import re
from collections.abc import Iterator, Sequence

from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.source_places import SourcePlaces

SEPARATOR = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
ROW = re.compile(r"\s*\|.*\|\s*")
CELL_MARK = re.compile(r"(?<!\\)\|")


def table_problems(places: SourcePlaces) -> list[Problem]:
    """Tell every row that has more cells than the line under its headings, or no such line."""
    lines = places.lines
    problems = []
    for number, line in enumerate(lines[1:], start=1):
        if "|" in line and "|" in lines[number - 1] and SEPARATOR.fullmatch(line):
            above = lines[number - 2].strip() if number > 1 else ""
            if above and "|" not in above and not above.startswith(("#", ">")):
                problems.append(messages.lines_run_together(places.of_line(number)))
            columns = cells_in(line)
            problems += [
                messages.too_many_cells(places.of_line(row), columns, cells)
                for row, cells in _rows(lines, number + 1)
                if cells > columns
            ]
    return problems + _without_line(places)


def cells_in(line: str) -> int:
    """Count the cells of a row, whether or not it begins and ends with a mark."""
    inside = line.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return len(CELL_MARK.findall(inside)) + 1


def _without_line(places: SourcePlaces) -> list[Problem]:
    """Tell rows between marks that follow each other, and no line under the first."""
    problems = []
    lines = ["", *places.lines]
    for number in range(2, len(lines)):
        block_begins = not ROW.fullmatch(lines[number - 2]) and ROW.fullmatch(lines[number - 1])
        if block_begins and ROW.fullmatch(lines[number]) and not SEPARATOR.fullmatch(lines[number]):
            problems.append(messages.table_without_line(places.of_line(number - 1)))
    return problems


def _rows(lines: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """Yield line number and cells of the rows from an index on, up to the next blank line."""
    for index in range(first, len(lines)):
        if not lines[index].strip():
            return
        yield index + 1, cells_in(lines[index])
