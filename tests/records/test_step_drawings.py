"""Drawings of steps: nothing is lost where a line is cut, nothing overlaps."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.records.step_drawings import (
    LINE_IN_A_COLUMN,
    LINES_IN_A_ROW,
    MARK_HEIGHT,
    NEVER_FIRST,
    WIDTH,
    cut_in_lines,
    step_diagram,
)

STEP = st.text("认亲建档走访，、》）”", min_size=1, max_size=40).filter(
    lambda text: any(character not in NEVER_FIRST for character in text)
)
STEPS = st.lists(STEP, min_size=2, max_size=12)


def test_one_step_is_no_sequence() -> None:
    """There is nothing to draw."""
    assert step_diagram("甲", ()) is None
    assert step_diagram("甲", ("收",)) is None


def test_few_short_steps_stand_in_a_row_and_many_long_ones_do_not() -> None:
    """Where there is no room, the column is drawn at every width."""
    short = step_diagram("四步法", ("收", "疏", "议", "决"))
    assert short is not None
    assert short.row is not None
    assert [mark.x for mark in short.row.marks] == [12.5, 37.5, 62.5, 87.5]
    long = step_diagram("长", ("一步一步又一步地走下去直到最后",) * 8)
    assert long is not None
    assert long.row is None


@given(STEPS)
def test_every_character_of_every_step_is_drawn(steps: list[str]) -> None:
    """Lines put together are the step again, in the row and in the column."""
    diagram = step_diagram("甲", steps)
    assert diagram is not None
    for drawing in filter(None, (diagram.row, diagram.column)):
        assert not any(line[0] in NEVER_FIRST for mark in drawing.marks for line in mark.lines[1:])
        assert ["".join(mark.lines) for mark in drawing.marks] == steps
        assert [mark.number for mark in drawing.marks] == list(range(1, len(steps) + 1))


@given(STEPS)
def test_nothing_overlaps(steps: list[str]) -> None:
    """A step begins below the last line of the one before; all lie within the drawing."""
    diagram = step_diagram("甲", steps)
    assert diagram is not None
    for before, after in pairwise(diagram.column.marks):
        assert after.y >= before.y + MARK_HEIGHT + 1.5 * (len(before.lines) - 1)
    last = diagram.column.marks[-1]
    assert last.y + MARK_HEIGHT <= diagram.column.height
    if diagram.row:
        assert all(len(mark.lines) <= LINES_IN_A_ROW for mark in diagram.row.marks)


@given(st.text("认亲建档走访", min_size=1, max_size=60), st.integers(1, WIDTH))
def test_no_line_is_longer_than_its_room(text: str, room: int) -> None:
    """Words without marks keep to the room exactly."""
    lines = cut_in_lines(text, room)
    assert all(len(line) <= room for line in lines)
    assert "".join(lines) == text


def test_no_line_begins_with_a_closing_mark() -> None:
    """As the press sets it, the mark hangs on the line before."""
    assert cut_in_lines("党委审，工委核定", 3) == ("党委审，", "工委", "核定")
    assert max(map(len, cut_in_lines("一" * 30, LINE_IN_A_COLUMN))) == 10
