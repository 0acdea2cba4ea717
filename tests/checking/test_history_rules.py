"""What tables tell of branches and their honours, and what cannot be true of both together."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from plugins.checking.all_rules import check
from plugins.reading import read_bulletin
from tests.checking.tables import places, problems

BRANCHES = (
    "党组织名称,链接名,简称,成立日期,撤销日期\n"
    "甲党支部,jia,小甲,{},{}\n乙党支部,yi,,,\n丙党支部,bing,,,\n"
)
PLAIN = BRANCHES.format("", "")
CHANGES = "变更日期,变更类型,原名称,现名称,来源稿件\n"
RECOGNITIONS = "表彰编号,荣誉名称,表彰年度,授予机关,授予日期,待核\n一,五星级党支部,{},甲局,{},{}\n"
RECIPIENTS = "表彰编号,获得者,授予时名称\n一,{},{}\n"


def award(year: str, day: str, name: str = "甲党支部", then: str = "") -> dict[str, str]:
    """Return the tables of one award."""
    return {
        "recognitions": RECOGNITIONS.format(year, day, ""),
        "recipients": RECIPIENTS.format(name, then),
    }


@pytest.mark.parametrize(
    "rows",
    [
        "2020-03,更名,甲党支部,乙党支部,\n2021,更名,甲党支部,丙党支部,\n",
        "2020-03,更名,甲党支部,乙党支部,\n2020-03,更名,甲党支部,乙党支部,\n",
        "2020-03,更名,甲党支部,乙党支部,\n2020-03-09,更名,小甲,丙党支部,\n",
    ],
)
def test_a_name_renamed_twice_is_told_at_the_later_row(tmp_path: Path, rows: str) -> None:
    """Nobody can tell what it is called today."""
    told = places(tmp_path, branches=PLAIN, changes=CHANGES + rows)
    assert told == [("renamed-twice", "changes", 3, 3)]


def test_the_later_renaming_may_stand_above(tmp_path: Path) -> None:
    """It is the later one by its date; the message names the earlier one."""
    rows = "2021,更名,甲党支部,丙党支部,\n2020-03,更名,甲党支部,乙党支部,\n"
    (problem,) = problems(tmp_path, branches=PLAIN, changes=CHANGES + rows)
    assert problem.place.line == 2
    assert problem.message == "“甲党支部”在 2020-03 已经更名为“乙党支部”，这里又更名一次。"
    assert problem.remedy == "写重了的，删去一行；后来又改名的，原名称写“乙党支部”。"


@pytest.mark.parametrize(
    "rows",
    [
        "2020,更名,甲党支部,乙党支部,\n2021,更名,乙党支部,丙党支部,\n",
        "2020,更名,甲党支部,乙党支部,\n2021,更名,乙党支部,甲党支部,\n2022,更名,甲党支部,丙党支部,\n",
        "2020,更名,甲党支部,乙党支部,\n2021,成立,,甲党支部,\n2022,更名,甲党支部,丙党支部,\n",
        "2020,更名,小甲,甲党支部,\n2021,更名,甲党支部,丙党支部,\n",
        "2020,更名,甲党支部,乙党支部,\n2021,更名,甲党支部,丙党支部,2022/b\n",
    ],
)
def test_other_renamings_are_innocent(tmp_path: Path, rows: str) -> None:
    """On and on, back again, of a new branch, from a 简称, of a row that waits."""
    assert places(tmp_path, branches=PLAIN, changes=CHANGES + rows) == []


@pytest.mark.parametrize(
    ("founded", "dissolved", "rows", "told"),
    [
        ("2021-07", "", "", "name-not-yet"),
        ("", "", "2022,更名,乙党支部,甲党支部,", "name-not-yet"),
        ("2015", "", "2022,更名,乙党支部,甲党支部,", "name-not-yet"),
        ("", "", "2021-06-02,拆分,乙党支部,甲党支部、丙党支部,", "name-not-yet"),
        ("", "2021-05-31", "", "name-no-more"),
        ("", "", "2020,更名,甲党支部,乙党支部,", "name-no-more"),
        ("", "", "2021-05,合并,甲党支部、丙党支部,乙党支部,", "name-no-more"),
    ],
)
def test_an_honour_under_a_name_that_was_none_is_told(
    tmp_path: Path, founded: str, dissolved: str, rows: str, told: str
) -> None:
    """At the name that the award was given under, whatever the branch is called today."""
    branches = BRANCHES.format(founded, dissolved) + "丁,ding,,,\n"
    for name, then, column in (("甲党支部", "", 2), ("丁", "甲党支部", 3)):
        given = award("2021", "2021-06-01", name, then)
        found = places(tmp_path, branches=branches, changes=CHANGES + rows, **given)
        assert found == [(told, "recipients", 2, column)]


@pytest.mark.parametrize(
    ("founded", "dissolved", "rows"),
    [
        ("2021-06", "", ""),
        ("2021", "", ""),
        ("", "2021-06", ""),
        ("", "", "2021,更名,乙党支部,甲党支部,"),
        ("", "", "2021-06-01,更名,甲党支部,乙党支部,"),
        ("", "", "2020,更名,小甲,甲党支部,"),
        ("", "", "2020,拆分,甲党支部,乙党支部、丙党支部,"),
        ("", "", "2020,合并,甲党支部、乙党支部,甲党支部,"),
        ("", "", "2022,合并,甲党支部、乙党支部,甲党支部,"),
        ("2021-01", "", "2020,更名,甲党支部,乙党支部,"),
        ("", "", "2019,换届,甲党支部,,\n2022,更名,乙党支部,甲党支部,"),
        ("", "", "2019,更名,甲党支部,乙党支部,\n2020,更名,乙党支部,甲党支部,"),
    ],
)
def test_an_honour_that_may_be_right_is_innocent(
    tmp_path: Path, founded: str, dissolved: str, rows: str
) -> None:
    """Of the same month or year, of a name that stayed, that was there before or came back."""
    branches = BRANCHES.format(founded, dissolved)
    given = award("2021", "2021-06-01")
    assert places(tmp_path, branches=branches, changes=CHANGES + rows, **given) == []


@pytest.mark.parametrize(
    ("year", "founded", "dissolved", "told"),
    [
        ("2019", "2022", "", ["name-not-yet"]),
        ("2019", "2021", "", []),
        ("2019", "", "2018", ["name-no-more"]),
        ("2019", "", "2019", []),
    ],
)
def test_an_honour_without_a_date_may_have_been_given_later(
    tmp_path: Path, year: str, founded: str, dissolved: str, told: list[str]
) -> None:
    """An honour for a year is given in it, or up to two years later."""
    branches = BRANCHES.format(founded, dissolved)
    found = places(tmp_path, branches=branches, **award(year, ""))
    assert [code for code, *_ in found] == told


def test_honours_of_units_and_doubtful_ones_are_let_be(tmp_path: Path) -> None:
    """A unit may bear the name of a branch; a row that is 待核 is told to readers as such."""
    branches = BRANCHES.format("2022", "")
    given = award("2021", "2021-06-01")
    doubtful = {
        **given,
        "recognitions": RECOGNITIONS.format("2021", "2021-06-01", "日期据版面推定"),
    }
    assert places(tmp_path, branches=branches, **doubtful) == []
    to_units = "荣誉名称,链接名,授予对象\n五星级党支部,wu-xing,单位\n"
    units = "单位名称,链接名\n甲局,jia-ju\n甲党支部,jia-zhi\n"
    assert places(tmp_path, branches=branches, honours=to_units, organisations=units, **given) == []


def test_a_name_that_was_none_is_told_in_words(tmp_path: Path) -> None:
    """With both dates, and how the name came or went."""
    given = award("2021", "2021-06")
    rows = f"{CHANGES}2022,更名,乙党支部,甲党支部,\n"
    (early,) = problems(tmp_path, branches=PLAIN, changes=rows, **given)
    assert early.message == "2021-06 授予时还没有“甲党支部”这个名称，它 2022 更名才有。"
    assert early.remedy == "核对两个日期；那时是别的名称的，写进“授予时名称”。"
    rows = f"{CHANGES}2020-03,更名,甲党支部,乙党支部,\n"
    (late,) = problems(tmp_path, branches=PLAIN, changes=rows, **given)
    assert late.message == "2021-06 授予时已经没有“甲党支部”这个名称，它 2020-03 更名了。"
    assert late.remedy == "核对两个日期；那时已有新名称的，改写新名称。"


@pytest.mark.parametrize(
    ("first", "last", "is_told"),
    [
        ("2021-06-01", "2021-05-31", True),
        ("2022", "2021-12", True),
        ("2021", "2021-03-09", False),
        ("2021-03-09", "2021", False),
        ("2021-03-09", "2021-03-09", False),
    ],
)
def test_what_ends_before_it_begins_is_told(
    tmp_path: Path, first: str, last: str, *, is_told: bool
) -> None:
    """Of branches and of the names of units; a year covers all its days."""
    units = f"单位名称,链接名,启用日期,停用日期\n甲局,jia-ju,{first},{last}\n"
    told = places(tmp_path, branches=BRANCHES.format(first, last), organisations=units)
    code = "ends-before-it-begins"
    both = [(code, "branches", 2, 5), (code, "organisations", 2, 4)]
    assert told == (both if is_told else [])


@pytest.mark.parametrize(
    ("year", "day", "is_told"),
    [
        ("2022", "2021-12-31", True),
        ("2019", "2022-01", True),
        ("2019", "2025-06", True),
        ("2019", "2021-12-31", False),
        ("2021", "2021", False),
    ],
)
def test_an_honour_given_in_another_time_than_its_year_is_told(
    tmp_path: Path, year: str, day: str, *, is_told: bool
) -> None:
    """Before the year, or more than two years after it."""
    told = places(tmp_path, recognitions=RECOGNITIONS.format(year, day, ""))
    assert told == ([("award-year", "recognitions", 2, 3)] if is_told else [])
    assert places(tmp_path, recognitions=RECOGNITIONS.format(year, day, "年度不明")) == []


def test_the_year_of_an_honour_is_told_in_words(tmp_path: Path) -> None:
    """By how much it is wrong; one that has not come is told as that alone."""
    (old,) = problems(tmp_path, recognitions=RECOGNITIONS.format("2019", "2025-06", ""))
    assert old.message == "表彰年度 2019 比授予日期 2025-06 早了 6 年。"
    (late,) = problems(tmp_path, recognitions=RECOGNITIONS.format("2023", "2022-06", ""))
    assert late.message == "表彰年度 2023 晚于授予日期 2022-06。"
    (ahead,) = problems(tmp_path, recognitions=RECOGNITIONS.format("2027", "2026-06", ""))
    assert ahead.message == "表彰年度 2027 还没有到，却已经公开。"


def test_a_renaming_to_the_same_name_is_told(tmp_path: Path) -> None:
    """At the new name; from a 简称 to the name it stands for is a renaming."""
    rows = "2020,更名,甲党支部,甲党支部,\n2021,更名,小甲,甲党支部,\n2022,划转,甲党支部,甲党支部,\n"
    (problem,) = problems(tmp_path, branches=PLAIN, changes=CHANGES + rows)
    place = problem.place
    assert (problem.code, place.line, place.column) == ("renamed-to-itself", 2, 4)
    assert problem.message == "更名前后都是“甲党支部”。"


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("2020,合并,甲党支部,乙党支部,\n", [2]),
        ("2020,合并,甲党支部、小甲,乙党支部,\n", [2]),
        ("2020,合并,甲党支部,乙党支部,\n2021,合并,丙党支部,乙党支部,\n", [2, 3]),
        ("2020,合并,甲党支部,乙党支部,\n2020-03,合并,丙党支部,乙党支部,\n", []),
        ("2020,合并,甲党支部、丙党支部,乙党支部,\n", []),
        ("2020,合并,甲党支部、乙党支部,乙党支部,\n", []),
    ],
)
def test_a_merger_of_one_branch_alone_is_told(tmp_path: Path, rows: str, lines: list[int]) -> None:
    """Unless its other parts stand in rows of their own, or its name is one of the old ones."""
    told = places(tmp_path, branches=PLAIN, changes=CHANGES + rows)
    assert told == [("merged-alone", "changes", line, 3) for line in lines]


def test_a_dissolution_without_its_date_is_told_in_the_row_of_the_branch(tmp_path: Path) -> None:
    """Else text of later years would link to it."""
    rows = f"{CHANGES}2020-03,撤销,甲党支部,,\n"
    (problem,) = problems(tmp_path, branches=PLAIN, changes=rows)
    place = problem.place
    assert (problem.code, Path(place.file).stem) == ("dissolved-undated", "branches")
    assert (place.line, place.column) == (2, 5)
    assert problem.message == "changes 表写“甲党支部”在 2020-03 撤销，它的撤销日期还空着。"
    assert problem.remedy == "在这一行的撤销日期写 2020-03。"


@pytest.mark.parametrize(
    ("dissolved", "rows"),
    [
        ("2020-03-09", "2020-03,撤销,甲党支部,,\n"),
        ("", "2020-03,撤销,甲党支部,,\n2021,成立,,甲党支部,\n"),
        ("", "2020-03,撤销,甲党支部,,2022/b\n"),
    ],
)
def test_a_dissolution_that_needs_no_date_is_innocent(
    tmp_path: Path, dissolved: str, rows: str
) -> None:
    """It has one, the branch was founded again, or the row waits."""
    assert places(tmp_path, branches=BRANCHES.format("", dissolved), changes=CHANGES + rows) == []


def test_a_row_below_one_that_waits_is_told_at_its_own_cell(tmp_path: Path) -> None:
    """The bulletin has not that row, and names in full; a workbook has lines and columns too."""
    problems(tmp_path, branches=PLAIN)
    workbook = Workbook()
    for row in (
        ["来源稿件", "变更日期", "变更类型", "原名称", "现名称"],
        ["2022/b", "2020", "更名", "乙党支部", "丙党支部"],
        ["", "2020", "更名", "小甲", "丙党支部"],
        ["2022/b", "2021", "更名", "小甲", "丙党支部"],
        ["2022/a", "2021", "更名", "小甲", "丙党支部"],
    ):
        workbook.active.append(row)
    workbook.save(tmp_path / "content/tables/changes.xlsx")
    reading = read_bulletin(tmp_path / "content", date(2022, 12, 31))
    (problem,) = check(tmp_path / "content", reading)
    place = problem.place
    assert (problem.code, place.file) == ("renamed-twice", "content/tables/changes.xlsx")
    assert (place.line, place.column) == (5, 4)


def test_a_table_that_is_gone_since_it_was_read_is_told_as_a_whole(tmp_path: Path) -> None:
    """An editor may be saving it; what was found in it is no less true."""
    rows = "2020,更名,甲党支部,甲党支部,\n"
    problems(tmp_path, branches=PLAIN, changes=CHANGES + rows)
    content = tmp_path / "content"
    reading = read_bulletin(content, date(2022, 12, 31))
    (content / "tables/changes.csv").unlink()
    (problem,) = check(content, reading)
    place = problem.place
    assert (problem.code, place.file) == ("renamed-to-itself", "content/tables/changes.csv")
    assert place.line is None
