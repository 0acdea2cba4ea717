"""Breaks within a cell, as Alt+Enter makes them."""

from typing import Any

import pytest

from plugins.domain.tables import Organisation, Topic
from plugins.problems import Problem
from plugins.reading.tables.table_rows import read_table
from tests.reading.sources import told

FILE = "content/tables/a.csv"


def read(text: str, model: Any = Topic) -> tuple[list[Any], list[Problem]]:
    """Read a CSV as rows of a model."""
    rows, problems = read_table(FILE, text.encode(), model)
    return [row.model for row in rows], problems


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("市新建\n党支部", "市新建党支部"),
        ("市新建 \n　党支部", "市新建党支部"),
        ("市新建\n\n党支部", "市新建党支部"),
        ("AI\nPlus", "AI Plus"),
        ("AI\n行动", "AI行动"),
        ("（甲）\n乙", "（甲）乙"),
    ],
)
def test_a_name_on_two_lines_is_read_as_one(written: str, name: str) -> None:
    """And noted: it would be a heading of two lines, that nobody finds."""
    (row,), (problem,) = read(f'标签名称,链接名\n"{written}",jia\n')
    assert row.name == name
    assert (problem.code, problem.level, problem.place.line) == ("line-in-cell", "info", 2)
    assert f"读作“{name}”" in problem.message


def test_breaks_all_over_a_table_are_told_once() -> None:
    """It is one habit."""
    rows, (problem,) = read('标签名称,链接名\n"甲\n乙",jia\n"丙\n丁",bing\n')
    assert [row.name for row in rows] == ["甲乙", "丙丁"]
    assert "同样的共 2 处" in problem.message


def test_a_break_in_a_list_of_names_is_told() -> None:
    """It may part two names or break one: the row waits for its editor."""
    rows, problems = read('单位名称,链接名,简称\n甲局,jia,"甲\n局"\n乙局,yi,乙\n', Organisation)
    assert [row.name for row in rows] == ["乙局"]
    assert told(problems) == [("line-in-list", 2)]
    assert "顿号" in problems[0].remedy


@pytest.mark.parametrize("short", ["甲、\n乙", "甲\n、乙", "甲、\n\n乙"])
def test_a_break_beside_the_sign_that_parts_names_is_only_noted(short: str) -> None:
    """The sign says what is meant."""
    (row,), problems = read(f'单位名称,链接名,简称\n甲局,jia,"{short}"\n', Organisation)
    assert row.aliases == ("甲", "乙")
    assert [one.code for one in problems] == ["line-in-cell"]


def test_a_break_in_a_remark_is_nobodys_concern() -> None:
    """备注 is never published."""
    rows, problems = read('标签名称,链接名,备注\n甲,jia,"一\n二"\n')
    assert (len(rows), problems) == (1, [])
