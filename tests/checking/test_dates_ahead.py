"""Rows of tables that tell of days to come: readers see them at once, as if they had been."""

from pathlib import Path

import pytest

from tests.checking.tables import places, problems

BRANCHES = "党组织名称,链接名,成立日期,撤销日期\n甲党支部,jia,,\n乙党支部,yi,,\n"
RECOGNITIONS = "表彰编号,荣誉名称,表彰年度,授予机关,授予日期,有效期至,来源稿件\n"
FIGURES = "指标,链接名,范围,起,止,口径,数值,单位,来源稿件\n"


@pytest.mark.parametrize("day", ["2027", "2026-12", "2026-11-24"])
@pytest.mark.parametrize(
    ("table", "rows", "column"),
    [
        ("changes", "变更类型,原名称,现名称,变更日期\n更名,甲党支部,乙党支部,{}\n", 4),
        ("recognitions", RECOGNITIONS + "一,五星级党支部,2026,甲局,{},,\n", 5),
        ("holdings", "获得者,荣誉名称,截至,来源稿件\n甲党支部,五星级党支部,{},2022/a\n", 3),
        ("figures", FIGURES + "党员,dang-yuan,甲局,,{},存量,4,名,2022/a\n", 5),
        ("organisations", "单位名称,链接名,启用日期\n甲局,jia-ju,{}\n", 3),
        ("organisations", "单位名称,链接名,停用日期\n甲局,jia-ju,{}\n", 3),
        ("branches", BRANCHES.replace("jia,,", "jia,{},"), 3),
        ("branches", BRANCHES.replace("jia,,", "jia,,{}"), 4),
    ],
)
def test_a_row_dated_ahead_is_told_at_its_cell(
    tmp_path: Path, table: str, rows: str, column: int, day: str
) -> None:
    """Mostly a slip of the year; nothing makes the row wait until then."""
    told = places(tmp_path, **{"branches": BRANCHES, table: rows.format(day)})
    assert told == [("date-ahead", table, 2, column)]


@pytest.mark.parametrize("day", ["2026", "2026-11", "2026-11-23"])
def test_a_date_that_may_have_come_is_innocent(tmp_path: Path, day: str) -> None:
    """A month or a year covers all its days."""
    branches = BRANCHES.replace("jia,,", f"jia,{day},")
    recognitions = f"{RECOGNITIONS}一,五星级党支部,2026,甲局,{day},2028-12-31,\n"
    changes = f"变更日期,变更类型,原名称,现名称\n{day},更名,甲党支部,乙党支部\n"
    assert places(tmp_path, branches=branches, recognitions=recognitions, changes=changes) == []


def test_the_year_and_the_state_of_an_award_are_told(tmp_path: Path) -> None:
    """A year without 授予日期 is all that readers see of when it was."""
    recognitions = f"{RECOGNITIONS}一,五星级党支部,2027,甲局,,,\n二,五星级党支部,2026,甲局,,,\n"
    recipients = "表彰编号,获得者,状态,状态日期\n二,甲党支部,撤销,2027-01\n"
    assert places(
        tmp_path, branches=BRANCHES, recognitions=recognitions, recipients=recipients
    ) == [("date-ahead", "recognitions", 2, 3), ("date-ahead", "recipients", 2, 4)]


def test_a_date_ahead_is_told_in_words(tmp_path: Path) -> None:
    """With its heading, and what to do where it is no slip."""
    branches = BRANCHES.replace("jia,,", "jia,,2027-06")
    recognitions = f"{RECOGNITIONS}一,五星级党支部,2026,甲局,2027-06,,\n"
    told = problems(tmp_path, branches=branches, recognitions=recognitions)
    cell, row = [(one.message, one.remedy) for one in told]
    assert row == (
        "授予日期 2027-06 还没有到，却已经公开。",
        "核对年份；没有写错的，到了那天再加这一行。",
    )
    assert cell == (
        "撤销日期 2027-06 还没有到，却已经公开。",
        "核对年份；没有写错的，到了那天再填这一格。",
    )


@pytest.mark.parametrize("with_waiting", [False, True])
def test_a_row_that_waits_may_be_dated_ahead(tmp_path: Path, *, with_waiting: bool) -> None:
    """A preview shows it to its editors; those below it are told at their own lines."""
    recognitions = (
        f"{RECOGNITIONS}一,五星级党支部,2026,甲局,2027-06,,2022/b\n"
        "二,五星级党支部,2026,甲局,2027-06,,2022/a\n"
    )
    recipients = (
        "表彰编号,获得者,状态,状态日期\n一,甲党支部,撤销,2027-01\n二,乙党支部,撤销,2027-01\n"
    )
    told = problems(
        tmp_path,
        with_waiting=with_waiting,
        branches=BRANCHES,
        recognitions=recognitions,
        recipients=recipients,
    )
    assert [(one.code, one.place.line) for one in told] == [("date-ahead", 3)] * 2
