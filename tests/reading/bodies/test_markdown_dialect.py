"""What our manner of Markdown leaves out is only work."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from plugins.reading.bodies.markdown_dialect import Dialect, Found

EXTENSIONS = ("tables", "footnotes", "toc")
PIECES = (
    *("甲局", "某某党支部", "，", "。", " ", "  ", "  \n", "\n", "\n\n", "\n    ", "a", "1"),
    *("*", "**", "_", "__", "`", "``", "\\", "\\*", "2*3", "!", "~", "^", "=", '"', "'", "(", ")"),
    *("[[甲]]", "![甲](a.jpg)", "[乙](b.md)", "[^1]", "\n\n[^1]: 注\n", "[a]", "\n\n[a]: b\n"),
    *("<a@b.c>", "<https://a.cn/>", "<b>", "<", "&", "&amp;", "&#8203;", ">", "\n> ", "\n- "),
    *(
        "\n1. ",
        "\n## ",
        "\n甲 | 乙\n--|--\n丙 | 丁\n",
        "\n---\n",
        "\n* * *\n",
        "\n# 题",
        "\n|甲\n|-\n",
    ),
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
        kind = machinery.treeprocessors
        (kind if name in kind else machinery.parser.blockprocessors).deregister(name)
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


@pytest.mark.parametrize(
    "body",
    [
        *("---\n---\n***", "甲\n---\n乙\n- - -\n丙", "# 甲\n乙\n## 丙\n丁", "- 甲\n---\n- 乙\n---"),
        *(
            "甲\n---\n乙 | 丙\n--|--\n---\n丁",
            "# 甲\n乙 | 丙\n--|--\n# 丁\n戊",
            "甲|乙\n---\n丙\n---",
        ),
        *(
            "---\n# 甲\\\n# 乙\n---",
            "# 甲#乙\n丙|丁\n-|-\n# 戊\n# 己",
            "[^1]: 甲\n---\n    乙\n---\n丙[^1]",
        ),
        *(
            "- 甲\n\n    # 乙\n    丙\n    # 丁\n    戊",
            "> 甲\n> ---\n> 乙\n> ---",
            "---\n    甲\n---",
        ),
    ],
)
def test_a_block_taken_apart_at_once_comes_to_the_same(body: str) -> None:
    """A table keeps the lines that would be breaks or headings elsewhere."""
    assert converted(body) == converted(body, "apart")


@settings(max_examples=200)
@given(bodies)
def test_any_block_taken_apart_at_once_comes_to_the_same(body: str) -> None:
    """One cut after the other takes longer, nothing else."""
    assert converted(body) == converted(body, "apart")


def seconds_for(body: str) -> float:
    """Return how long the processor works on a body."""
    begun = process_time()
    converted(body)
    return process_time() - begun


@pytest.mark.parametrize("lines", ["---\n", "***\n", "甲\n---\n", "## 甲\n", "甲|乙\n---\n"])
def test_many_lines_of_one_block_take_about_as_long_as_many_blocks(lines: str) -> None:
    """A line of hyphens for each row of a pasted list once took a minute."""
    many = 12_000 // lines.count("\n")
    apart = seconds_for(lines.replace("\n", "\n\n") * many)
    assert seconds_for(lines * many) < 4 * apart
