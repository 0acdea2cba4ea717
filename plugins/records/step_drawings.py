"""Steps as drawings: in a row where there is room, one under the other on a phone.

A Chinese character is as wide as it is high, so lines are cut by counting. Lengths are in em, and
across in percent: the drawing follows the size of the letters and the width of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 34
"""Characters that stand side by side where the row is drawn."""

LONGEST_ROW = 8
LINES_IN_A_ROW = 3
LINE_IN_A_COLUMN = 12
LINE_HEIGHT = 1.5
MARK_HEIGHT = 3.0
NEVER_FIRST = "，、。；：）》”’！？"


@dataclass(frozen=True, slots=True)
class StepMark:
    """A step: its number, its text line by line, and where it stands.

    `x` is in percent of a row, `y` in em of a column; in a row an `arrow` lies half way to the
    next, and is None at the last.
    """

    number: int
    lines: tuple[str, ...]
    x: float
    y: float
    arrow: float | None


@dataclass(frozen=True, slots=True)
class StepDrawing:
    """One way to draw the steps; `height` is in em."""

    marks: tuple[StepMark, ...]
    height: float


@dataclass(frozen=True, slots=True)
class StepDiagram:
    """Steps in order, and as drawings; `row` is None where they have no room side by side."""

    title: str
    description: str
    steps: tuple[str, ...]
    row: StepDrawing | None
    column: StepDrawing


def step_diagram(title: str, steps: Sequence[str]) -> StepDiagram | None:
    """Draw the steps of something; None where there are not two of them."""
    if len(steps) < 2:  # noqa: PLR2004 - one step leads nowhere
        return None
    return StepDiagram(
        title=f"{title}的步骤",
        description=f"共{len(steps)}步，依次是：{'；'.join(steps)}。",
        steps=tuple(steps),
        row=_row(steps),
        column=_column(steps),
    )


def _row(steps: Sequence[str]) -> StepDrawing | None:
    room = WIDTH // len(steps) - 1
    lines = [cut_in_lines(step, room) for step in steps]
    most = max(map(len, lines))
    if len(steps) > LONGEST_ROW or most > LINES_IN_A_ROW:
        return None
    share = 100 / len(steps)
    marks = tuple(
        StepMark(
            number=place + 1,
            lines=lines[place],
            x=round(share * (place + 0.5), 2),
            y=0.0,
            arrow=round(share * (place + 1), 2) if place + 1 < len(steps) else None,
        )
        for place in range(len(steps))
    )
    return StepDrawing(marks, MARK_HEIGHT + LINE_HEIGHT * most)


def _column(steps: Sequence[str]) -> StepDrawing:
    marks = []
    top = 0.0
    for number, step in enumerate(steps, 1):
        lines = cut_in_lines(step, LINE_IN_A_COLUMN)
        bottom = top + MARK_HEIGHT + LINE_HEIGHT * (len(lines) - 1)
        marks.append(StepMark(number, lines, 0.0, top, None))
        top = bottom
    return StepDrawing(tuple(marks), top)


def cut_in_lines(text: str, room: int) -> tuple[str, ...]:
    """Cut a text into lines of about equal length; no line begins with a closing mark."""
    count = -(-len(text) // max(room, 1))
    length = -(-len(text) // count)
    lines: list[str] = []
    for start in range(0, len(text), length):
        line = text[start : start + length]
        while lines and line and line[0] in NEVER_FIRST:
            lines[-1], line = lines[-1] + line[0], line[1:]
        lines += [line] if line else []
    return tuple(lines)
