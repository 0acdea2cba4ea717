"""Marks of other programs, which would be printed as they stand."""

import pytest

from plugins.problems import Level
from tests.reading.sources import convert, told


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("==高亮==", "mark-without-effect"),
        ("某==高亮==某", "mark-without-effect"),
        ("某~~删去~~某", "mark-without-effect"),
        ("- ==高亮==", "mark-without-effect"),
        ("[TOC]", "mark-without-effect"),
        ("[toc]", "mark-without-effect"),
        ('见{ HYPERLINK "https://example.cn" }某网', "field-code"),
        ('HYPERLINK "https://example.cn" 某网', "field-code"),
        ("第{ PAGE \\* MERGEFORMAT }页", "field-code"),
        ("{TOC \\o}", "field-code"),
        ("##", "empty-heading"),
        ("### ", "empty-heading"),
        ("## ##", "empty-heading"),
        ("＃小标题", "heading-not-made"),
        ("-甲\n\n-乙", "list-not-made"),
        ("－甲\n\n－乙", "list-not-made"),
        ("＊甲\n\n＊乙", "list-not-made"),
        ("*甲\n\n*乙", "list-not-made"),
        ("+甲\n\n+乙", "list-not-made"),
        ("-“甲”\n\n一段话\n\n-乙", "list-not-made"),
    ],
)
def test_what_would_be_printed_as_it_stands_is_told(line: str, code: str) -> None:
    """At its first line; where more of it stands, at each."""
    problems = convert(f"## 某某\n\n{line}")[1]
    assert problems
    assert {one.code for one in problems if one.code != "skipped-heading-level"} == {code}
    assert problems[0].place.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "https://example.cn/?a==b",
        "1+1==2",
        "甲＝＝乙",
        "100~200",
        "甲~~乙",
        "`==甲==`、`~~甲~~`",
        "{甲}",
        "HYPERLINK公司",
        "{ PAGER }",
        "见[TOC]某",
        "＃党建＃ 话题",
        "-甲",
        "－甲",
        "＊本文有删节",
        "*注：某某",
        "-10℃\n\n-8℃",
        "－10℃\n\n－8℃",
        "*甲*乙\n\n*丙*丁",
        "——甲\n\n——乙",
        "-甲\n\n＊乙",
        "--甲\n\n--乙",
        "## 甲 ##",
    ],
)
def test_what_looks_like_it_is_text(text: str) -> None:
    """Addresses, sums, topics of microblogs, one dash before a name, degrees below zero."""
    assert told(convert(text)[1]) == []


@pytest.mark.parametrize(
    "line",
    [
        "**没关",
        "某**没关，后来",
        "**甲**乙**",
        "** 甲**",
        "- **没关",
        "> **没关",
        "**甲*",
        "*甲**",
        "公示张**、李**",
        "公示张*、李*",
        "公示张**一人",
    ],
)
def test_stars_that_make_no_pair_are_a_warning_at_their_line(line: str) -> None:
    """Stars that stand for characters of names make a pair that takes them out of the page."""
    problems = convert(f"某某**重点**。\n\n{line}\n")[1]
    assert {(one.code, one.level, one.place.line) for one in problems} == {
        ("loose-stars", Level.WARNING, 3)
    }


@pytest.mark.parametrize(
    "text",
    [
        "**甲**乙**丙**",
        "**甲\\\n乙**",
        "***甲***",
        "公示张\\*\\*、李\\*\\*",
        "`**甲`",
        "2022**3",
        "电话138****1234，车号陕A****8",
        "甲 * 乙 * 丙",
        "*甲*、**乙**",
        "**“甲”**：乙",
        "某[^1]\n\n[^1]: **甲**",
    ],
)
def test_stars_in_pairs_escaped_or_in_numbers_are_innocent(text: str) -> None:
    """Emphasis, and stars that are printed as they are typed."""
    assert told(convert(text)[1]) == []


def test_a_list_that_is_not_made_is_not_told_of_its_lines_as_well() -> None:
    """One line after another is the same slip."""
    assert {one.code for one in convert("-甲\n-乙\n-丙")[1]} == {"list-not-made"}


def test_what_is_told_can_be_printed_on_purpose() -> None:
    """The remedy names the way to keep the stars, which then are no fault."""
    (problem,) = convert("张**同志")[1]
    assert "每个写成 \\*" in problem.remedy
