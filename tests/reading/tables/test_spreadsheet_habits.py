"""Titles, totals and changed dates of tables that were made with a spreadsheet."""

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from plugins.domain.figures import Figure
from plugins.domain.tables import Organisation, Recipient, Recognition, Topic
from plugins.problems import Problem
from plugins.reading.tables.table_rows import read_table
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


@pytest.mark.parametrize(
    ("year", "form"),
    [("2020-01", "日期"), ("1905-07-12", "日期"), ("1905", "日期"), ("26%", "百分比")],
)
def test_a_number_in_a_cell_of_another_format_is_told_with_what_helps(year: str, form: str) -> None:
    """Typed again into the same cell it changes again; one column is one habit."""
    rows = "".join(f"{number}-wx,某荣誉,{year},某局\n" for number in range(3))
    _, (problem,) = read(f"表彰编号,荣誉名称,表彰年度,授予机关\n{rows}", Recognition)
    assert (problem.code, problem.place.line, problem.place.column) == ("excel-number", 2, 3)
    assert f"读到的却是{form}“{year}”" in problem.message
    assert "共 3 处" in problem.message
    assert "格式设为“常规”，再重新输入" in problem.remedy


def test_a_decimal_in_a_cell_of_another_format_is_told_so() -> None:
    """2600% is what Excel makes of 26 there."""
    headings = "指标,链接名,范围,止,口径,数值,单位,来源稿件"
    _, (problem,) = read(f"{headings}\n某数,mou-shu,某市,2022,存量,26%,%,2022/a\n", Figure)
    assert (problem.code, problem.place.column) == ("excel-number", 6)


@pytest.mark.parametrize("year", ["二〇二〇", "2020年", "约2020", "2020-2021", "2020--01"])
def test_another_number_that_cannot_be_read_is_told_as_before(year: str) -> None:
    """Nobody but the editor has written it."""
    _, (problem,) = read(
        f"表彰编号,荣誉名称,表彰年度,授予机关\n1-wx,某荣誉,{year},某局\n", Recognition
    )
    assert problem.code == "not-a-number"


def test_a_year_that_is_shown_as_one_is_read() -> None:
    """The cell holds a day; all that its editor sees is 2020."""
    workbook = Workbook()
    workbook.active.append(["表彰编号", "荣誉名称", "表彰年度", "授予机关"])
    workbook.active.append(["1-wx", "某荣誉", date(2020, 1, 1), "某局"])
    workbook.active["C2"].number_format = "yyyy"
    written = io.BytesIO()
    workbook.save(written)
    (row,), problems = read_table("content/tables/a.xlsx", written.getvalue(), Recognition)
    assert (row.model.year, problems) == (2020, [])
