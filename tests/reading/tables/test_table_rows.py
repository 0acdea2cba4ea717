"""Rows of a table as declared models."""

from typing import Any

import pytest

from plugins.domain.tables import Column, Organisation, SiteRow, Topic
from plugins.problems import Problem
from plugins.reading.tables.table_rows import read_table
from tests.reading.sources import told

FILE = "content/tables/topics.csv"


def read(text: str, model: Any = Topic) -> tuple[list[Any], list[Problem]]:
    """Read a CSV as rows of a model."""
    rows, problems = read_table(FILE, text.encode(), model)
    return [row.model for row in rows], problems


def test_the_order_of_headings_is_free() -> None:
    """Editors move columns about."""
    rows, problems = read("链接名,说明,标签名称\njia,说明,甲\n")
    assert rows == [Topic(name="甲", slug="jia", description="说明")]
    assert problems == []


def test_numbers_and_remarks_of_rows_are_ignored() -> None:
    """序号 and 备注 may stand in every table."""
    rows, problems = read("序号,标签名称,链接名,备注\n1,甲,jia,随便写\n")
    assert ([row.name for row in rows], problems) == (["甲"], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("标签名,链接名\n甲,jia\n", ("unknown-heading", 1)),
        ("标签名称,链接名,\n甲,jia,乙\n", ("long-row", 2)),
        ("标签名称,,链接名\n甲,,jia\n", ("unknown-heading", 1)),
        ("标签名称,链接名,链接名\n甲,jia,yi\n", ("duplicate-heading", 1)),
        ("标签名称\n甲\n", ("missing-heading", 1)),
        ("标签名称，链接名\n甲，jia\n", ("wrong-separator", 1)),
        ("标签名称\t链接名\n甲\tjia\n", ("wrong-separator", 1)),
        ("标签名称;链接名\n甲;jia\n", ("wrong-separator", 1)),
        ("标签名称、链接名\n甲、jia\n", ("wrong-separator", 1)),
        ("标签名|链接名\n甲|jia\n", ("unknown-heading", 1)),
        ("标签名称,链接名\n甲,jia,乙\n", ("long-row", 2)),
        ("标签名称,链接名\n,jia\n", ("missing-key", 2)),
        ("标签名称,链接名\n甲,Jia\n", ("bad-form", 2)),
        ("标签名称,链接名\n甲,jia-\n", ("bad-form", 2)),
        ("标签名称,链接名\n甲,甲\n", ("bad-form", 2)),
    ],
)
def test_what_fits_no_heading_is_told(text: str, expected: tuple[str, int]) -> None:
    """No cell is dropped, none is read under a heading that it does not stand under."""
    rows, problems = read(text)
    assert (rows, told(problems)) == ([], [expected])


def test_a_heading_that_stands_already_is_not_proposed_again() -> None:
    """Whoever followed that would be told of a heading that stands twice."""
    (problem,) = read("标签名称,标签名,链接名\n甲,乙,jia\n")[1]
    assert problem.code == "unknown-heading"
    assert "“标签名称”" not in problem.message


def test_a_heading_is_told_with_the_nearest_and_all_that_may_stand() -> None:
    """An editor need not look the headings up."""
    _, (problem,) = read("标签名,链接名\n")
    assert "是否为“标签名称”" in problem.message
    assert "标签名称、链接名、说明、状态、导语、序号、备注" in problem.remedy


def test_missing_cells_at_the_end_are_noted_and_empty() -> None:
    """Some programs leave out the commas after the last word."""
    rows, problems = read("标签名称,链接名,说明\n甲,jia\n")
    assert rows == [Topic(name="甲", slug="jia")]
    assert [(one.code, one.level, one.place.line) for one in problems] == [("short-row", "info", 2)]


@pytest.mark.parametrize("row", ["甲，jia,", "甲,jia，某某", "甲，jia，某某", "甲，jia,一，二，三"])
def test_a_comma_of_the_input_method_between_two_cells_is_told(row: str) -> None:
    """As it is, and not by what follows from it; where it may be meant, it is noted."""
    rows, (problem,) = read(f"标签名称,链接名,说明\n{row}\n")
    assert (rows, problem.code, problem.place.line) == ([], "cells-joined", 2)


def test_a_comma_that_may_belong_to_a_sentence_is_noted() -> None:
    """The row can be read either way."""
    rows, (problem,) = read("标签名称,链接名,说明,状态\n甲,jia,某某，\n")
    assert ([row.description for row in rows], problem.code) == (["某某，"], "short-row")
    assert "全角逗号" in problem.remedy


def test_another_fault_of_a_short_row_is_not_taken_for_a_comma() -> None:
    """Read at the comma, the row would be no better."""
    _, problems = read("标签名称,链接名,说明,状态\n甲,JIA,某某，某某\n")
    assert [one.code for one in problems] == ["short-row", "bad-form"]


def test_empty_cells_beyond_the_headings_do_no_harm() -> None:
    """Excel writes the commas of every column that was ever used."""
    rows, problems = read("标签名称,链接名,,\n甲,jia,,\n")
    assert ([row.name for row in rows], problems) == (["甲"], [])


def test_a_row_with_a_fault_does_not_hide_the_others() -> None:
    """All faults of a table are told at once, each at its cell."""
    rows, problems = read("栏目名称,链接名,更新期限\n甲,Jia,三\n乙,yi,3\n,bing,\n", Column)
    assert [row.name for row in rows] == ["乙"]
    assert [(one.code, one.place.line, one.place.column) for one in problems] == [
        ("not-a-number", 2, 3),
        ("bad-form", 2, 2),
        ("missing-key", 4, 1),
    ]


def test_a_missing_slug_is_told_with_a_proposal() -> None:
    """The proposal is the reading of the name."""
    _, (problem,) = read("标签名称,链接名\n评星定级,\n")
    assert (problem.code, problem.place.line, problem.place.column) == ("missing-slug", 2, 2)
    assert "ping-xing-ding-ji" in problem.remedy


def test_names_in_a_cell_are_split_by_the_mark_for_names() -> None:
    """Several short names stand in one cell."""
    (row,), _ = read("单位名称,链接名,简称\n甲局,jia,甲、某甲\n", Organisation)
    assert row.aliases == ("甲", "某甲")


def test_a_table_of_headings_alone_has_no_rows() -> None:
    """An empty table is no fault."""
    assert read("项目,内容\n", SiteRow) == ([], [])
