"""The row 合计 of a table in a text is the sum of the rows above it, column by column.

Only columns of which every cell is a number of one unit, or empty, are added up; shares, averages
and prices do not add up to anything. Rounded numbers may differ by what rounding takes, and where a
cell is empty, the others may be less than the total. What stands below a total may divide it in
several ways, and rows may be sums of their neighbours.
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
MOST_PARTS = 30
"""As many rows below another are looked at as what it may be the sum of."""

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

LEVELS = tuple(
    re.compile(form)
    for form in (
        "[（(][一二三四五六七八九十]+[）)]",
        r"[0-9]+[.．、](?![0-9])",
        "[（(][0-9]+[）)]",
        "[①-⑳]",
    )
)
"""How rows are numbered; where there are several ways, some are parts of others."""


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
        if _has_parts_of_parts(rows):
            continue
        for index, row in enumerate(rows):
            if row.total and (ONLY_LAST not in row.total or row is rows[-1]):
                yield from _of_total(headings, rows, index)


def _has_parts_of_parts(rows: Sequence[Row]) -> bool:
    names = [cell.text for row in rows for cell in row.cells[:2]]
    levels = [form for form in LEVELS if any(form.match(name) for name in names)]
    return len(levels) > 1 or any(WITHIN.match(name) for name in names)


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
    """Tell the cells of a total that are the sum of none of the groups of rows it may add up.

    That rows below it are its parts, as many other columns must show.
    """
    total, groups = rows[index], _groups(rows, index)
    faults, rights = [], 0
    for column, cell in enumerate(total.cells):
        heading = headings.cells[column].text
        numbers = [_numbers([row.cells[column] for row in [*group, total]]) for group in groups]
        if not groups or NOT_ADDED.search(heading) or not all(numbers):
            continue
        has_gaps = any(EMPTY.fullmatch(row.cells[column].text) for row in rows)
        rights += not has_gaps and any(
            one[-1] and _is_sum(one, heading + cell.text) for one in numbers
        )
        if not any(_may_be_right(one, heading + cell.text, has_gaps=has_gaps) for one in numbers):
            *_, nearest = min(
                (abs(sum(parts) - said), sum(parts, Decimal())) for *parts, said in numbers
            )
            faults.append(_problem(total, cell, heading, nearest))
    is_above = bool(rows[0].total) and index < len(rows) - 1
    yield from faults if not is_above or rights >= len(faults) else []


def _problem(total: Row, cell: Cell, heading: str, added: Decimal) -> Problem:
    return warning(
        total.line.at(cell.start),
        "total-differs",
        f"“{heading}”各行加起来是{added}，{total.total}写的是{cell.text}。",
        "核对各行和合计，改正错的一处。",
    )


def _groups(rows: Sequence[Row], index: int) -> list[list[Row]]:
    """Return the groups of rows that a total may be of: since the last total, all, those below."""
    since = next((at for at in range(index, 0, -1) if rows[at - 1].total), 0)
    until = next((at for at in range(index + 1, len(rows)) if rows[at].total), len(rows))
    others = [row for row in (rows[:index] or rows) if not row.total]
    groups = [list(rows[since:index]), others, list(rows[index + 1 : until])]
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


def _may_be_right(numbers: Sequence[Decimal], said: str, *, has_gaps: bool) -> bool:
    """Tell whether a total may be right; with gaps it may be more than the rest."""
    *parts, total = numbers
    if _is_sum(numbers, said) or (has_gaps and sum(parts) < total):
        return True
    if parts and _is_last_or_mean(parts, total):
        return True
    orders = (parts, parts[::-1])
    return any(_is_sum([*_without_sums(order, said), total], said) for order in orders)


def _is_last_or_mean(parts: Sequence[Decimal], total: Decimal) -> bool:
    """Tell whether a total is none of flows: a stock is that of the last day, marks have a mean."""
    half = Decimal(1).scaleb(-_places([total])) / 2
    return total == parts[-1] or abs(sum(parts, Decimal()) / len(parts) - total) <= half


def _without_sums(parts: Sequence[Decimal], said: str) -> list[Decimal]:
    """Return numbers without those that the next number before them is the sum of."""
    kept: list[Decimal] = []
    for part in reversed(parts):
        counts = range(2, min(len(kept), MOST_PARTS) + 1)
        added = next((n for n in counts if _is_sum([*kept[:n], part], said)), 0)
        kept = [part, *kept[added:]]
    return kept


def _is_sum(numbers: Sequence[Decimal], said: str) -> bool:
    """Tell whether the last number is the sum of the others, as far as they are printed."""
    *parts, total = numbers
    step = Decimal(1).scaleb(-_places(numbers))
    is_rounded = step < 1 or bool(ROUNDED.search(said))
    return abs(sum(parts) - total) <= (step * len(numbers) / 2 if is_rounded else 0)


def _places(numbers: Sequence[Decimal]) -> int:
    return max(len(str(number).partition(".")[2]) for number in numbers)
