"""What is taken for plain comes out of Markdown the same; what may not be plain goes there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.reading.bodies.markdown_text import Converter
from plugins.reading.bodies.plain_paragraphs import plain_paragraphs
from plugins.reading.source_text import SourceText

WORDS = ("甲局", "某某党支部", "，", "。", "、", "”", " ", "  ", "　", "a", "B2", "1", "１", "②")
BLOCK_MARKS = (
    *("#", "##", "-", "--", "---", "+", "*", ">", "=", "==", "~", "~~~", ":", "|", "    "),
    *("1. ", "12. ", "１. ", "٣. ", "1.", "1、", "（一）", "(1)", "①", "•", "·", "．"),
    *("＃", "＃＃", "＃ ", "－", "－ ", "＞", "｜", "＊", "＊ "),
)
INLINE_MARKS = (
    *("_", "**", "`", "``", "\\", "\\*", "[", "]", "](", "[[", "]]", "![", "[^1]", "[^1]: "),
    *("<", ">", "<b>", "<!--", "<a@b.c>", "&", "&amp;", "&nbsp;", "&#8203;", "&copy", "|"),
    *('"', "'", "!", "(", ")", "{", "}", "{: .a}", "^", "$", "%", "@", "/", "[a]: b"),
    *("［", "］", "［［甲］］", "＊＊", "【", "】", "【【", "】】", "［甲］（a.md）"),
    *("【甲】（a.md）", "【甲】 （a.md）", "【甲】(a.md)", "【甲】 (www.a.cn)"),
    *("https://example.cn/a_b?c=d&e", "www.a.cn", "a@b.cn", "///Footnotes Go Here///"),
    *("==甲==", "~~甲~~", "==", "~~", "HYPERLINK ", "{ PAGE }", "{", "\ufffc"),
    *("\t", "\u00a0", "\u00ad", "\u200b", "\x02", "\x03", "\x00", "\r", "\x85", "\u2028"),
    *("\ufeff", "\ue000", "\ufffd", "\U000e0001", "\u2003", "\U0001f600"),
)
lines = st.builds(
    lambda mark, rest: mark + "".join(rest),
    st.sampled_from(("", *BLOCK_MARKS)),
    st.lists(st.sampled_from(WORDS + INLINE_MARKS), max_size=4),
)
written_lines = st.lists(lines | st.text(max_size=20), max_size=12)
line_ends = st.sampled_from(["\n\n", "\n\n\n", "\n\n\n\n", "\n \n", "\n"])


def assert_the_same(body: str) -> None:
    """Convert a plain body both ways."""
    source = SourceText("content/news/2022/a.md", body)
    assert plain_paragraphs(body) is not None
    assert Converter().convert(source, 1) == Converter().convert_markdown(source, 1)


@pytest.mark.parametrize(
    "line",
    [
        *("某某党支部开会。", "“3.5万亩”", "3.5万亩", "2022年3月9日", "1、甲", "（一）甲", "1.甲"),
        *("【记者手记】甲", "甲【乙】丙", "甲（乙）", "甲-乙", "C#", "a+b", "甲~乙", "甲|乙"),
        *("https://example.cn/a?b=c", "某甲@example.cn", "①甲", "100%", "甲：乙", "=甲", "!甲"),
        *("a=b", "甲~", "=", "}甲"),
        *("甲 乙  丙", "甲 ", "甲  ", "甲　"),
    ],
)
def test_what_news_is_made_of_is_plain(line: str) -> None:
    """Digits, brackets and addresses mean nothing to Markdown, and need not go through it."""
    body = f"\n{line}\n\n{line}\n\n\n{line}\n"
    assert plain_paragraphs(body) == [line] * 3
    assert_the_same(body)


@pytest.mark.parametrize(
    "body",
    [
        *("# 甲", "- 甲", "+ 甲", "* 甲", "1. 甲", "１. 甲", "> 甲", "---", "~~~", "    甲"),
        *("`甲`", "a_b_", "**甲**", "[甲](a.md)", "[[甲]]", "甲[^1]", "<b>", "a < b", "A&B"),
        *("＃ 甲", "＞甲", "｜甲", "－ 甲", "＊＊甲＊＊", "［［甲］］", "【【甲】】", "　甲"),
        *("【甲】（a.md）", "【甲】 （a.md）", "【甲】(a.md)", "【甲】 (a.md)"),
        *("==甲==", "甲~~乙~~", "{ PAGE }", 'HYPERLINK "a"', "甲 MERGEFORMAT"),
        *("甲\n乙", "甲\n\n乙\n丙", "甲  \n乙", "甲\n \n乙", "甲\t乙", "甲\u00a0乙", "甲\u200b乙"),
    ],
)
def test_what_may_mean_something_is_not_plain(body: str) -> None:
    """Markdown, the sanitiser or the rules on forms have to see it."""
    assert plain_paragraphs(body) is None


@pytest.mark.parametrize("body", ["", "\n", "\n\n\n", "甲", "甲\n", "\n\n甲\n\n\n"])
def test_empty_lines_around_paragraphs_are_nothing(body: str) -> None:
    """Neither does Markdown see them."""
    assert_the_same(body)


@settings(max_examples=200)
@given(written_lines, line_ends)
def test_a_plain_body_comes_out_of_markdown_the_same(written: list[str], line_end: str) -> None:
    """HTML, text, links and problems, however near to a mark its lines come."""
    plain = [line for line in written if plain_paragraphs(line) is not None]
    for body in ("\n\n".join(plain), line_end.join(plain), line_end.join(written)):
        if plain_paragraphs(body) is not None:
            assert_the_same(body)


@pytest.mark.parametrize(
    "line",
    [
        *("{}", "{}甲", "{} 甲", "甲{}", "甲 {}", "甲{}乙", "2{}3", "{0}甲{0}", "{0}{0}{0}"),
        "甲{0}{0}乙{0}{0}丙",
    ],
)
def test_a_character_that_is_taken_for_plain_means_nothing(line: str) -> None:
    """All of ASCII, Latin, the marks of Chinese, blanks, and the full-width forms."""
    ranges = ((0, 0x180), (0x2000, 0x2070), (0x2E80, 0x3100), (0xE000, 0xE010), (0xFE00, 0x10010))
    characters = (chr(number) for first, end in ranges for number in range(first, end))
    lines = (line.format(character) for character in characters)
    plain = [line for line in lines if plain_paragraphs(line)]
    assert len(plain) > 500
    assert_the_same("\n\n".join(plain))
