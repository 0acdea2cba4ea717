"""The row 合计 of a table in a text is the sum of the rows above it, column by column.

Only columns of which every cell is a number of one unit, or empty, are added up; shares, averages
and prices do not add up to anything. Rounded numbers may differ by what rounding takes, and where a
cell is empty, the others may be less than the total.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plugins.checking.sources import Source, SourceLine
from plugins.problems import Problem, warning
from plugins.reading.bodies.body_tables import CELL_MARK, SEPARATOR

TOTAL = re.compile("(?:[全本][省市县区镇乡村]?)?(?:合计|总计|小计|共计|总数)[：:]?")
ONLY_LAST = "总数"
"""A sum only in the last row: above others stands what they divide in several ways."""

SIGNS = ("计", ONLY_LAST)
EMPTY = re.compile("[-–—－/]*")
NUMBER = re.compile(
    r"(?P<number>[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?P<unit>[^\s0-9]{0,4})"
)
NOT_ADDED = re.compile(
    "[率比均价幅温%％‰]|增[长速]|名次|排名|同期|年[龄份度]|累计|序号|编[号码]|代码|邮编|电话|号码"
)
ROUNDED = re.compile("[千万亿]")
WITHIN = re.compile("其中|[一二三四五六七八九十]+、")
"""Rows that are parts of other rows: who adds them up counts twice."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell without blanks and marks of emphasis; `start` is the index of its first character."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `line` is where it stands."""

    line: SourceLine
    cells: tuple[Cell, ...]

    @property
    def total(self) -> str:
        """What the row calls itself as a sum of others; empty where it is none."""
        return next((cell.text for cell in self.cells if TOTAL.fullmatch(cell.text)), "")


def table_totals(source: Source) -> Iterator[Problem]:
    """Warn of totals in the tables of a text that are not the sum of their rows."""
    if "|" not in source.text or not any(sign in source.text for sign in SIGNS):
        return
    for headings, rows in _tables(source):
        if any(WITHIN.match(cell.text) for row in rows for cell in row.cells[:2]):
            continue
        for index, row in enumerate(rows):
            if row.total and (ONLY_LAST not in row.total or row is rows[-1]):
                yield from _of_total(headings, rows, index)


def _tables(source: Source) -> Iterator[tuple[Row, list[Row]]]:
    """Yield the row of the headings and the rows of each table that is as wide as its headings."""
    lines = [line for line, _ in source.prose]
    for number in range(1, len(lines)):
        if "|" in lines[number].text and SEPARATOR.fullmatch(lines[number].text):
            headings, rows = _row(lines[number - 1]), []
            for line in lines[number + 1 :]:
                if not line.text.strip():
                    break
                rows.append(_row(line))
            if all(len(row.cells) == len(headings.cells) for row in rows):
                yield headings, rows


def _row(line: SourceLine) -> Row:
    ends = [match.start() for match in CELL_MARK.finditer(line.text)]
    edges = [-1, *ends, len(line.text)]
    pieces = [(line.text[a + 1 : b], a + 1) for a, b in itertools.pairwise(edges)]
    if not pieces[0][0].strip():
        del pieces[0]
    if len(pieces) > 1 and not pieces[-1][0].strip():
        del pieces[-1]
    return Row(line, tuple(_cell(text, start) for text, start in pieces))


def _cell(text: str, start: int) -> Cell:
    indent = len(text) - len(text.lstrip(" *　"))
    return Cell("".join(text.strip(" *　").split()), start + indent)


def _of_total(headings: Row, rows: Sequence[Row], index: int) -> Iterator[Problem]:
    """Tell the cells of a total that are the sum of none of the groups of rows it may add up."""
    total = rows[index]
    groups = _groups(rows, index)
    for column, cell in enumerate(total.cells):
        heading = headings.cells[column].text
        if not groups or NOT_ADDED.search(heading):
            continue
        numbers = [_numbers([row.cells[column] for row in [*group, total]]) for group in groups]
        has_gaps = any(EMPTY.fullmatch(row.cells[column].text) for row in rows)
        if all(numbers) and not any(
            _adds_up(one, heading + cell.text, has_gaps=has_gaps) for one in numbers
        ):
            *_, nearest = min((abs(sum(parts) - said), sum(parts)) for *parts, said in numbers)
            yield warning(
                total.line.at(cell.start),
                "total-differs",
                f"“{heading}”各行加起来是{nearest}，{total.total}写的是{cell.text}。",
                "核对各行和合计，改正错的一处。",
            )


def _groups(rows: Sequence[Row], index: int) -> list[list[Row]]:
    """Return the groups of rows that a total may be of: since the last total, all, those below."""
    above = rows[:index]
    if not above:
        return [[row for row in rows[1:] if not row.total]] if len(rows) > 1 else []
    since = next((at for at in range(index, 0, -1) if rows[at - 1].total), 0)
    groups = [list(above[since:]), [row for row in above if not row.total]]
    return [group for group in groups if group]


def _numbers(cells: Sequence[Cell]) -> list[Decimal]:
    """Return the numbers of some cells, the last of which is their total.

    None where one is no number, or of another unit; empty ones are left out.
    """
    *parts, total = cells
    matches = [NUMBER.fullmatch(cell.text) for cell in parts if not EMPTY.fullmatch(cell.text)]
    matches.append(NUMBER.fullmatch(total.text))
    found = [match for match in matches if match]
    units = {match["unit"] for match in found if match["unit"]}
    if len(found) < len(matches) or len(units) > 1 or any(NOT_ADDED.search(unit) for unit in units):
        return []
    return [Decimal(re.sub("[,，]", "", match["number"])) for match in found]


def _adds_up(numbers: Sequence[Decimal], said: str, *, has_gaps: bool) -> bool:
    """Tell whether a total may be right; with gaps it may be more than the rest."""
    *parts, total = numbers
    places = max(len(str(number).partition(".")[2]) for number in numbers)
    step = Decimal(1).scaleb(-places)
    is_rounded = step < 1 or bool(ROUNDED.search(said))
    difference = sum(parts, Decimal()) - total
    is_less = has_gaps and difference < 0
    return is_less or abs(difference) <= (step * len(numbers) / 2 if is_rounded else 0)
