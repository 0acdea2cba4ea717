"""Lists of names on one line or several."""

import pytest

from plugins.problems import Place, Problem
from plugins.reading.name_list import read_names
from plugins.reading.written import Written
from tests.reading.sources import told

PLACE = Place("content/a.md", 7, 5)


def read(text: str) -> tuple[list[str], list[Problem]]:
    """Read a list on one line."""
    names, problems = read_names("标签", [Written(text, PLACE)], on_one_line=True)
    return [name.text for name in names], problems


@pytest.mark.parametrize(
    "text", ["甲、乙", "[甲，乙]", "[甲, 乙]", "[甲、乙]", "[ 甲 ， 乙 ]", "甲、 乙、", "、甲、乙"]
)
def test_a_usual_list_is_read_without_a_word(text: str) -> None:
    """Names stand between 、 or in brackets."""
    assert read(text) == (["甲", "乙"], [])


def test_full_width_commas_without_brackets_are_read_and_told() -> None:
    """A name of a topic or branch holds no comma."""
    names, problems = read("甲，乙")
    assert names == ["甲", "乙"]
    assert [(one.code, one.level) for one in problems] == [("full-width-comma", "info")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲,乙", "comma-in-list"),
        ("［甲，乙］", "broken-brackets"),
        ("[甲，乙", "broken-brackets"),
        ("[甲，乙］", "broken-brackets"),
        ("[甲]、乙", "broken-brackets"),
    ],
)
def test_a_list_that_can_be_read_two_ways_is_told(text: str, code: str) -> None:
    """Nothing is split by guess."""
    assert (read(text)[0], told(read(text)[1])) == ([], [(code, 7)])


def test_one_name_is_a_list_of_one() -> None:
    """A blank does not separate: it may stand in a name."""
    assert read("党建 引领") == (["党建 引领"], [])


def test_a_doubled_name_is_told_at_its_column() -> None:
    """The second of two is the one too many."""
    _, (problem,) = read("甲、乙、甲")
    assert (problem.code, problem.place.column) == ("named-twice", 9)


def test_names_on_lines_of_their_own_are_not_split() -> None:
    """A name with 、 in it can be written on a line of its own."""
    names, _ = read_names("标签", [Written("甲、乙", PLACE)], on_one_line=False)
    assert [name.text for name in names] == ["甲、乙"]
