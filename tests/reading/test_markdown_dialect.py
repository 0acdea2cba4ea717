"""What our manner of Markdown leaves out is only work."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from plugins.reading.markdown_dialect import Dialect, Found

EXTENSIONS = ("tables", "footnotes", "toc")
PIECES = (
    *("甲局", "某某党支部", "，", "。", " ", "  ", "  \n", "\n", "\n\n", "\n    ", "a", "1"),
    *("*", "**", "_", "__", "`", "``", "\\", "\\*", "2*3", "!", "~", "^", "=", '"', "'", "(", ")"),
    *("[[甲]]", "![甲](a.jpg)", "[乙](b.md)", "[^1]", "\n\n[^1]: 注\n", "[a]", "\n\n[a]: b\n"),
    *("<a@b.c>", "<https://a.cn/>", "<b>", "<", "&", "&amp;", "&#8203;", ">", "\n> ", "\n- "),
    *("\n1. ", "\n## ", "\n甲 | 乙\n--|--\n丙 | 丁\n"),
    *("\x02", "\x03", "\x02klzzwxh:0000\x03", "\x02amp\x03"),
)
few_kinds = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3)
bodies = few_kinds.flatmap(
    lambda few: st.lists(st.sampled_from(["甲", "乙丙", *few]), max_size=12).map("".join)
)


def converted(body: str, *left_out: str) -> tuple[str, Found]:
    """Return the HTML of a body and what was found, without some of the processors."""
    dialect = Dialect()
    machinery = Markdown(extensions=[*EXTENSIONS, dialect])
    for name in left_out:
        machinery.treeprocessors.deregister(name)
    return machinery.convert(body), dialect.found


@pytest.mark.parametrize(
    "body",
    [
        *("*甲*", "**甲**", "_a_", "__甲__", "2*3*4", "`甲`", "甲\\#乙", "甲  \n乙", "A&B"),
        *("[[甲]]", "[甲](b.md)", "[甲][a]\n\n[a]: b", "![甲](b.jpg)", "甲[^1]\n\n[^1]: 乙"),
        *("<https://a.cn>", "<a@b.c>", "<b>甲</b>", "- *甲*", "> _a_", "## `甲`"),
    ],
)
def test_each_mark_is_seen_where_it_stands_alone(body: str) -> None:
    """The patterns find it as they would without us."""
    assert converted(body) == converted(body, "plain_text")


@settings(max_examples=200)
@given(bodies)
def test_text_that_is_spared_the_patterns_has_none_of_their_marks(body: str) -> None:
    """The patterns would have left it as it is."""
    assert converted(body) == converted(body, "plain_text")
