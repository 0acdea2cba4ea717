"""A text as readers see it; every character knows its place in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.checking.private.number_search import JOINT
from plugins.checking.private.visible_text import visible_pieces

HEAD = "---\n标题: 甲\n---\n"


def seen(text: str) -> list[str]:
    """Return what is seen of the pieces of a text, joints as blanks, without the empty ones."""
    texts = [piece.text.replace(JOINT, " ").strip() for piece in visible_pieces(text)]
    return [text for text in texts if text]


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        ("甲**乙**丙`丁`_戊_", ["甲乙丙丁戊"]),
        ("甲\n乙\\\n丙", ["甲 乙 丙"]),
        ("甲\n\n乙", ["甲", "乙"]),
        ("> 甲\n> 乙", ["> 甲 乙"]),
        ("# 甲\n乙", ["# 甲", "乙"]),
        ("- 甲\n  乙\n- 丙", ["- 甲 乙", "- 丙"]),
        ("&#30002;&amp;\\*", ["甲&*"]),
        ("[甲](tel:1)乙", ["tel:1", "甲乙"]),
        ("甲[^1]乙", ["甲乙"]),
        ("2*3", ["2*3"]),
        ("a_b", ["a_b"]),
        ("|甲|乙|\n|-|-|\n|丙|丁|", ["甲", "乙", "丙", "丁"]),
        ("甲\n|乙|\n|-|\n|丙|", ["甲", "乙", "丙"]),
    ],
)
def test_marks_are_gone_and_lines_of_a_block_are_joined(body: str, pieces: list[str]) -> None:
    """What Markdown makes of it is what is searched."""
    assert seen(body) == pieces


def test_the_head_is_read_line_by_line() -> None:
    """It is no Markdown."""
    assert seen(f"{HEAD}甲\n") == ["---", "标题: 甲", "--- 甲"]


def test_a_cell_knows_the_heading_of_its_column() -> None:
    """A row may have more cells than there are headings."""
    pieces = visible_pieces("|甲|乙|\n|-|-|\n|1|2|3|")
    assert [piece.heading for piece in pieces if piece.text in {"1", "2", "3"}] == ["甲", "乙", ""]


def test_an_address_is_a_piece_of_its_own() -> None:
    """In running text, between angle brackets and behind a link."""
    pieces = visible_pieces("见https://a.cn/1，<https://b.cn/2>和[丙](https://c.cn/3)")
    assert [piece.text for piece in pieces if piece.is_address] == [
        "https://a.cn/1",
        "https://b.cn/2",
        "https://c.cn/3",
    ]


@given(st.lists(st.sampled_from([*"甲1 |\n\\`*_[]()&;#->^", "](", "[^1]", "&#49;", "http://a"])))
def test_every_character_has_its_place(pieces: list[str]) -> None:
    """One that is written as it is seen stands where its origin says."""
    text = "".join(pieces)
    for piece in visible_pieces(text):
        assert len(piece.text) == len(piece.origins)
        assert all(
            text[at] == "甲"
            for at, seen in zip(piece.origins, piece.text, strict=True)
            if seen == "甲"
        )
