"""What of a text is prose: what readers see as words, at the columns where they stand."""

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


@given(st.text(alphabet="-:： \n甲[](`)<>文件", max_size=60))
def test_columns_stay_where_they_were(text: str) -> None:
    """A message names a column of the file."""
    lines = text.split("\n")
    for line, prose in zip(lines, prose_of(lines), strict=True):
        assert len(line) == len(prose.text)
        assert all(new in (" ", old) for old, new in zip(line, prose.text, strict=True))
