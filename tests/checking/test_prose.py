"""What of a text is prose: what readers see as words, at the columns where they stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.checking.prose import prose_of

TEXT = """---
标题: 甲：乙
图片:
  - 文件: 甲.jpg
    说明: 丙
标签: [甲,乙]
---

[[甲]]的[文字](乙.md)和`丁`、<戊>、https://example.cn/a。
标题: 己"""


def test_only_what_readers_see_is_prose() -> None:
    """Keys, names, targets, code and addresses are blanked; text and places stay."""
    lines = [(line.text.split(), line.key) for line in prose_of(TEXT.split("\n"))]
    assert lines == [
        ([], ""),
        (["甲：乙"], "标题"),
        ([], ""),
        ([], ""),
        (["丙"], "说明"),
        ([], ""),
        ([], ""),
        ([], ""),
        (["的[文字]", "和", "、", "、", "。"], ""),
        (["标题:", "己"], ""),
    ]


def test_a_text_without_a_head_is_all_body() -> None:
    """As one that is being written."""
    assert [line.key for line in prose_of(["标题: 甲", "---", "乙"])] == ["", "", ""]


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("见https://example.cn/学习,资料 好", "见 好"),
        ("见http://www.example.cn/通知?编号=三;页=四，好", "见，好"),
        ("见WWW.example.cn/甲,乙。好", "见。好"),
        (r"存D:\党建,资料\甲:乙.doc 里", "存 里"),
        ("式$甲,乙$和$$丙,丁$$成立", "式和成立"),
        ("码``甲`,乙``完", "码完"),
        ("从$5涨到$10", "从$5涨到$10"),
        ("比分:3:1", "比分:3:1"),
    ],
)
def test_addresses_paths_and_formulas_are_no_prose(line: str, prose: str) -> None:
    """An address goes on with Han, up to a blank or a full-width mark; dollars are no formula."""
    (found,) = prose_of([line])
    assert re.sub(" +", " ", found.text) == prose or found.text.replace(" ", "") == prose


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("甲\n```\n乙\n~~~\n```\n丙", ["甲", "丙"]),
        ("~~~ text\n乙\n~~~~\n丙", ["丙"]),
        ("> ```\n> 乙\n> ```\n丙", ["丙"]),
        ("甲\n```\n乙", ["甲", "```", "乙"]),
    ],
)
def test_what_stands_between_fences_is_no_prose(text: str, words: list[str]) -> None:
    """It is code until the same fence; one that nothing closes may be a slip."""
    assert " ".join(line.text for line in prose_of(text.split("\n"))).split() == words


@pytest.mark.parametrize(
    ("line", "is_quoted", "is_word_for_word"),
    [
        ("> 甲", True, True),
        ("石碑上的原文照录如下:甲", False, True),
        ("“甲”误写为“乙”", False, True),
        ("中原文化", False, False),
        ("读原著、学原文、悟原理", False, False),
        ("甲 > 乙", False, False),
    ],
)
def test_what_repeats_other_words_is_known(
    line: str, *, is_quoted: bool, is_word_for_word: bool
) -> None:
    """A quotation by its mark, others by their words."""
    (found,) = prose_of([line])
    assert (found.is_quoted, found.is_word_for_word) == (is_quoted, is_word_for_word)


@given(st.text(alphabet="-:： \n甲[](`)<>文件~$w.\\", max_size=60))
def test_columns_stay_where_they_were(text: str) -> None:
    """A message names a column of the file."""
    lines = text.split("\n")
    for line, prose in zip(lines, prose_of(lines), strict=True):
        assert len(line) == len(prose.text)
        assert all(new in (" ", old) for old, new in zip(line, prose.text, strict=True))
