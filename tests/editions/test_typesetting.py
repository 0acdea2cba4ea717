"""What is exchanged in WeasyPrint does what it is there for."""

from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("print_tools")

STYLE = """
@page { size: 300px 400px; margin: 0 }
body { margin: 0; font: 10px/16px "Noto Serif CJK SC"; text-align: justify }
.lines { width: 103px }
.columns { column-count: 2; column-gap: 20px; column-fill: auto; height: 80px }
p { margin: 0 }
"""
ROOM = 80
SENTENCE = "市直机关《四级四岗》清单，明确谁负责、做什么，2022年3月2日，述职评议考核会举行。"


def laid_out(body: str) -> Any:
    """Return the box of the first page."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - may not be installed

    from plugins.editions.typesetting import chinese_columns  # noqa: PLC0415

    with chinese_columns():
        document = HTML(string=f'<html lang="zh-Hans"><body>{body}').render(
            stylesheets=[CSS(string=STYLE)]
        )
    return document.pages[0]._page_box  # noqa: SLF001 - WeasyPrint shows its boxes nowhere else


def test_every_line_but_the_last_is_full() -> None:
    """The right edge of a column is straight, as in any newspaper."""
    page = laid_out(f'<p class="lines">{SENTENCE}<b>加粗</b>{SENTENCE}</p>')
    lines = [box for box in page.descendants() if type(box).__name__ == "LineBox"]
    edges = [line.position_x + line.width for line in lines]
    assert len(edges) > 4
    assert edges[:-1] == [pytest.approx(103, abs=0.01)] * (len(edges) - 1)
    assert edges[-1] < 103


def test_a_full_column_is_smaller_than_its_room() -> None:
    """As large as the room it would, rounded, be too large now and then, and nothing balanced."""
    page = laid_out(f'<div class="columns"><p>{SENTENCE * 4}</p></div>')
    full, *_ = (box for box in page.descendants() if getattr(box, "is_column", False))
    last = full.children[-1]
    bottom = last.position_y + last.margin_height()
    assert full.position_y + ROOM - 1e-3 < bottom < full.position_y + ROOM


def test_weasyprint_is_left_as_it_was() -> None:
    """Only editions are set so."""
    from weasyprint.layout import block, inline  # noqa: PLC0415 - may not be installed

    before = (inline.justify_line, block.block_box_layout)
    laid_out("<p>党建</p>")
    assert (inline.justify_line, block.block_box_layout) == before
