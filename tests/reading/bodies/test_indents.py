"""Indents that mean nothing: read as if they were not there, every message at its old column."""

import pytest

from plugins.reading.bodies.indents import without_indents
from tests.reading.sources import convert, html_of, told


@pytest.mark.parametrize(
    "indent", ["　　", "　", "　　　　　　", "\t", "  \t", "\u00a0\u00a0", " 　"]
)
@pytest.mark.parametrize(
    "text", ["段首空两格。", "**甲**开会。", "[[甲]]开会。", "（一）甲", "3.5亿元", "-10℃", "＊注"]
)
def test_the_indent_of_a_paragraph_is_read_in_silence(indent: str, text: str) -> None:
    """Every Chinese text from Word has it."""
    body = f"某某。\n\n{indent}{text}\n\n{indent}某某。"
    assert convert(body)[1] == []
    assert html_of(body) == html_of(f"某某。\n\n{text}\n\n某某。")


def test_a_paragraph_after_a_list_is_no_part_of_it() -> None:
    """Wide blanks are never the indent of an entry."""
    assert html_of("- 甲\n\n　　　　乙") == html_of("- 甲\n\n乙")


def test_a_line_of_blanks_parts_two_paragraphs() -> None:
    """It looks empty."""
    assert html_of("甲。\n　　\n乙。") == "<p>甲。</p>\n<p>乙。</p>"


@pytest.mark.parametrize(
    "text", ["　　- 甲", "- 甲\n\n\t乙", "\t1. 甲", "　　| 甲 |", "某[^1]\n\n[^1]: 注\n\n\t又注"]
)
def test_an_indent_that_may_be_meant_is_told(text: str) -> None:
    """In a list it says to which entry a line belongs."""
    assert told(convert(text)[1]) == [("tab-indent", text.count("\n") + 1)]


def test_a_tab_after_the_list_has_ended_means_nothing() -> None:
    """The paragraph between them ends it."""
    assert convert("- 甲\n\n某某。\n\n\t乙")[1] == []


def test_faults_of_an_indented_line_are_told_at_their_columns() -> None:
    """An editor looks where the message points."""
    _, problems = convert("　　见==甲==，<b>乙</b>，[丙](a.md）")
    assert {(one.code, one.place.column) for one in problems} == {
        ("mark-without-effect", 4),
        ("raw-html", 10),
        ("full-width-link", 19),
    }


def test_lines_without_such_indents_are_as_they_were() -> None:
    """Plain blanks are the indent of lists."""
    lines = ["- 甲", "    - 乙", "", "某某。"]
    assert without_indents(lines) is lines
