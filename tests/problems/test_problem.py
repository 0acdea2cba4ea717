"""Problems as values: their order, their levels, their places."""

from plugins.problems import Place, error, has_errors, in_order, info, warning


def test_problems_stand_in_file_order_each_once() -> None:
    """Editors go through a file from top to bottom; the same fault is not told twice."""
    last = error(Place("b.md", 1), "x", "甲", "乙")
    second = error(Place("a.md", 10, 2), "x", "甲", "乙")
    first = error(Place("a.md", 9, 5), "x", "甲", "乙")
    assert in_order([last, second, first, second]) == [first, second, last]


def test_a_file_as_a_whole_stands_before_its_lines() -> None:
    """A problem without a line is about the whole file."""
    whole = error(Place("a.md"), "x", "甲", "乙")
    line = error(Place("a.md", 1), "x", "甲", "乙")
    assert in_order([line, whole]) == [whole, line]


def test_only_an_error_is_an_error() -> None:
    """Warnings and notes stop nothing."""
    place = Place("a.md")
    told = [warning(place, "x", "甲", "乙"), info(place, "y", "甲", "乙")]
    assert not has_errors(told)
    assert has_errors([*told, error(place, "z", "甲", "乙")])


def test_a_place_is_written_as_editors_of_code_read_it() -> None:
    """Parts that are not known are left out."""
    assert str(Place("a.md", 3, 5)) == "a.md:3:5"
    assert str(Place("a.md", 3)) == "a.md:3"
    assert str(Place("a.md")) == "a.md"
