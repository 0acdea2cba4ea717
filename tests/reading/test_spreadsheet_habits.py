"""Titles, totals and changed dates of tables that were made with a spreadsheet."""

from typing import Any

import pytest

from plugins.domain.tables import Organisation, Recipient, Topic
from plugins.problems import Problem
from plugins.reading.table_rows import read_table
from tests.reading.sources import told

FILE = "content/tables/a.csv"


def read(text: str, model: Any = Topic) -> tuple[list[Any], list[Problem]]:
    """Read a CSV as rows of a model."""
    rows, problems = read_table(FILE, text.encode(), model)
    return [row.model for row in rows], problems


@pytest.mark.parametrize(
    ("above", "lines"),
    [("标签一览表\n", [1]), ("标签一览表,\n", [1]), ("标签一览表\n填表日期：某月\n", [1, 2])],
)
def test_a_title_above_the_headings_is_told_and_the_rows_are_read(
    above: str, lines: list[int]
) -> None:
    """What else is wrong with the table is told at once."""
    rows, problems = read(f"{above}标签名称,链接名\n甲,jia\n乙,\n")
    assert told(problems) == [
        *(("title-line", line) for line in lines),
        ("missing-slug", 4 + len(lines) - 1),
    ]
    assert [row.name for row in rows] == ["甲"]


@pytest.mark.parametrize(
    "text", ["标签,链接名\n甲,jia\n", "标签,链接\n标签名称,链接名\n", "标签\n甲\n"]
)
def test_headings_that_are_wrong_are_no_title(text: str) -> None:
    """A heading with a slip is told with the nearest, not to be deleted."""
    _, problems = read(text)
    assert {one.code for one in problems} == {"unknown-heading"}


@pytest.mark.parametrize("row", ["合计,,3个", "总计：,,3个", "合 计,,", ",,合计"])
def test_a_row_that_adds_up_is_told_as_one(row: str) -> None:
    """What it lacks is not to be filled in."""
    _, problems = read(f"标签名称,链接名,说明\n甲,jia,\n{row}\n")
    assert [one.code for one in problems] == ["total-row"]


@pytest.mark.parametrize("row", ["合计,heji,", "合计工作,heji,合计", "甲,jia,合计"])
def test_a_row_with_all_that_it_needs_is_none(row: str) -> None:
    """A name may be whatever it is."""
    rows, problems = read(f"标签名称,链接名,说明\n{row}\n")
    assert (len(rows), problems) == (1, [])


def test_a_total_among_recipients_asks_for_no_recipient() -> None:
    """The one who got it would be published."""
    _, problems = read("表彰编号,获得者\n2021-wx,某某党支部\n合计,\n", Recipient)
    assert told(problems) == [("total-row", 3)]


@pytest.mark.parametrize(
    "date", ["Jul-21", "21-Jul", "Mar-09", "9-Mar-22", "Sept-21", "45356", "45356.35", "########"]
)
def test_a_date_that_excel_has_changed_is_told_with_what_keeps_it(date: str) -> None:
    """Typed again into the same column it changes again."""
    rows = "".join(f"单位{number},jia-{number},{date}\n" for number in range(6))
    _, (problem,) = read(f"单位名称,链接名,启用日期\n{rows}", Organisation)
    assert (problem.code, problem.place.line) == ("excel-date", 2)
    assert "共 6 处" in problem.message
    assert "文本" in problem.remedy


@pytest.mark.parametrize("date", ["2022年三月", "22-3-9", "2022-13", "Julia-21", "453566", "03-9"])
def test_another_date_that_cannot_be_read_is_told_as_before(date: str) -> None:
    """Nobody but the editor has written it."""
    _, (problem,) = read(f"单位名称,链接名,启用日期\n甲局,jia,{date}\n", Organisation)
    assert problem.code == "bad-date"


@pytest.mark.parametrize("date", ["2021-07", "2021", "2022/3/9"])
def test_a_date_that_can_be_read_is_read(date: str) -> None:
    """A year is no count of days."""
    rows, _ = read(f"单位名称,链接名,启用日期\n甲局,jia,{date}\n", Organisation)
    assert len(rows) == 1
