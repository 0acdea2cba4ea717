"""Two things that WeasyPrint does not do for columns of Chinese, done while an edition is set.

Lines are filled by widening their blanks, and Chinese has none: here characters are moved apart.
Columns are balanced only where their text is known to fit, and a full one is compared with its
room to the last bit of a float: here it is smaller by a hair. There is no setting for either, so
two functions of WeasyPrint are exchanged; `tests/editions/test_typesetting.py` looks at the result.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.layout import block, inline

AT_MOST = 0.2
"""Of the size of the type: a line that would have to be pulled farther apart stays short."""

HAIR = 1e-6

fill_between_blanks = inline.justify_line
set_block = block.block_box_layout


@contextmanager
def chinese_columns() -> Iterator[None]:
    """Set Chinese as it should be while the block runs."""
    inline.justify_line = fill_line
    block.block_box_layout = set_column
    try:
        yield
    finally:
        inline.justify_line = fill_between_blanks
        block.block_box_layout = set_block


def set_column(*arguments: Any, **named: Any) -> Any:
    """Set a block; if it is a column, what stands last in it and may run on is a hair shorter."""
    result = set_block(*arguments, **named)
    if result[0] and result[0].is_column:
        for last in [one for one in result[0].children if one.is_in_normal_flow()][-1:]:
            last.height -= HAIR
    return result


def fill_line(_context: object, line: Any, missing: float) -> None:
    """Spread what is missing to the width of a line over the gaps between its characters."""
    gaps = sum(len(text.text) for text in _texts(line)) - 1
    if gaps > 0 and missing / gaps <= AT_MOST * line.style["font_size"]:
        _spread(line, missing / gaps, 0)
        line.width -= missing / gaps  # nothing follows the last character


def _texts(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, TextBox):
            yield child
        elif isinstance(child, InlineBox):
            yield from _texts(child)


def _spread(box: Any, space: float, moved: float) -> float:
    """Move the texts of a box apart and return how far what follows it has to move."""
    if isinstance(box, TextBox):
        box.position_x += moved
        box.style = box.style.copy()
        box.style["letter_spacing"] = space
        box.width += len(box.text) * space
        return moved + len(box.text) * space
    if isinstance(box, LineBox | InlineBox):
        before, box.position_x = moved, box.position_x + moved
        for child in box.children:
            if child.is_in_normal_flow():
                moved = _spread(child, space, moved)
        box.width += moved - before
        return moved
    box.translate(moved, 0)
    return moved
