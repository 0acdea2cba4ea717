"""What spreadsheets and their users leave in a table: titles, totals, dates turned around.

In: the cells of a table, and what is told of a row. Out: the same, told as what it is, so that
the remedy mends it for good.
"""

import re
from collections.abc import Collection, Sequence

from plugins.problems import Place, Problem
from plugins.reading import messages
from plugins.reading.tables.table_cells import TITLES
from plugins.reading.written import Written

TOTALS = {"合计", "总计", "小计", "共计", "总数"}
MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
EXCELS_DATE = re.compile(
    rf"{MONTH}-\d{{2,4}}|\d{{1,2}}-{MONTH}(?:-\d{{2,4}})?|[1-9]\d{{4}}(?:\.\d+)?|#{{2,}}",
    re.ASCII | re.IGNORECASE,
)
"""As English Excel shows a date, as a date is counted, and as one does not fit its column."""


def without_titles(
    rows: list[list[Written]], headings: Collection[str]
) -> tuple[list[list[Written]], list[Problem]]:
    """Return rows from their headings on; lines with a single text above these are told."""
    for number, row in enumerate(rows[: TITLES + 1]):
        texts = [cell for cell in row if cell.text]
        if any(cell.text in headings for cell in texts):
            return rows[number:], [
                messages.title_line(title[0].place, _first_of(title).text)
                for title in rows[:number]
            ]
        if len(texts) > 1:
            break
    return rows, []


def total_in(cells: Sequence[Written]) -> str:
    """Return the word by which a row says that it adds up the others, empty where it does not."""
    first = "".join(_first_of(cells).text.rstrip("：:").split())
    return first if first in TOTALS else ""


def with_excels_dates(problem: Problem, heading: str, cell: Written | None) -> Problem:
    """Tell a date that cannot be read as what Excel has made of it, where it looks so."""
    if problem.code == "bad-date" and cell and EXCELS_DATE.fullmatch(cell.text):
        return messages.date_changed_by_excel(problem.place, heading, cell.text)
    return problem


def _first_of(cells: Sequence[Written]) -> Written:
    return next((cell for cell in cells if cell.text), Written("", Place("")))
