"""How a text begins on the page of its edition, and who signed it."""

import pytest

from plugins.domain.bylines import Byline
from plugins.editions.openings import byline_text, opening_of


def texts(html: str, length: int = 10) -> list[str]:
    """Return the texts of an opening."""
    return [paragraph.text for paragraph in opening_of(html, length)]


def test_paragraphs_are_whole_and_as_many_as_fit() -> None:
    """A paragraph that would be too much is left out, never cut."""
    html = "<p>第一段话。</p><p>第二段。</p><p>第三段就放不下了。</p>"
    assert texts(html) == ["第一段话。", "第二段。"]


def test_the_first_paragraph_is_shown_however_long() -> None:
    """A story without a word of text would be a hole in the page."""
    assert texts("<h2>小标题</h2><p>第一段比允许的长度还要长一些。</p>", 5) == [
        "小标题",
        "第一段比允许的长度还要长一些。",
    ]


def test_points_and_rows_count_as_paragraphs() -> None:
    """A list or a table that the first paragraph leads to follows it."""
    html = (
        "<p>如下：</p><ul><li><p>甲；</p></li><li>乙。</li></ul>"
        "<table><tr><th>类</th></tr><tr><td>丙</td><td>丁</td><td>戊</td></tr></table>"
    )
    assert texts(html, 99) == ["如下：", "甲；", "乙。", "丙：丁，戊"]


@pytest.mark.parametrize(
    "end", ["<h2>小标题</h2>", "<p>分工如下：</p>", "<ul><li>其一；</li></ul>"]
)
def test_an_opening_does_not_end_on_what_leads_on(end: str) -> None:
    """A heading or a colon with nothing after it looks like a fault."""
    assert texts(f"<p>第一段话。</p>{end}<p>放不下的一大段正文。</p>", 12) == ["第一段话。"]


def test_a_heading_is_known_as_one() -> None:
    """It is set in bold."""
    opening = opening_of("<p>一。</p><h2>小标题</h2><p>二。</p>", 99)
    assert [paragraph.is_heading for paragraph in opening] == [False, True, False]


@pytest.mark.parametrize(
    ("bylines", "text"),
    [
        ([Byline("记者", ("甲",))], "记者 甲"),
        ([Byline("通讯员", ("乙", "丙"), "某局")], "通讯员 乙、丙（某局）"),
        ([Byline("记者", ("甲",)), Byline("摄影", ("乙",))], "记者 甲\u3000摄影 乙"),
        ([Byline("集体", ("集体",))], "集体"),
        ([Byline("", ())], "未署名"),
    ],
)
def test_bylines_are_written_as_newspapers_do(bylines: list[Byline], text: str) -> None:
    """Roles and names in their order, and 未署名 where nobody signed."""
    assert byline_text(bylines) == text
