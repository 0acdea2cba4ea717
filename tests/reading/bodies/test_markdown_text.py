"""Markdown as editors write it, converted and sanitised."""

import pytest
from bs4 import BeautifulSoup

from plugins.reading.bodies.markdown_text import Converter, plain_text
from plugins.reading.source_text import SourceText
from tests.reading.sources import convert, html_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某某\n党支部", "<p>某某党支部</p>"),
        ("某某，\n“党支部”", "<p>某某，“党支部”</p>"),
        ("某某**党**\n支部", "<p>某某<strong>党</strong>支部</p>"),
        ("某某\n**党**支部", "<p>某某<strong>党</strong>支部</p>"),
        ("**某**\n**党**", "<p><strong>某</strong><strong>党</strong></p>"),
        ("    某某\n    党支部", "<p>某某党支部</p>"),
        ("> 某某\n> 党支部", "<blockquote>\n<p>某某党支部</p>\n</blockquote>"),
        ("某某\nABC", "<p>某某\nABC</p>"),
        ("ABC\n某某", "<p>ABC\n某某</p>"),
        ("a\nb", "<p>a\nb</p>"),
        ("某某  \n党支部", "<p>某某<br>\n党支部</p>"),
    ],
)
def test_a_line_end_between_han_characters_is_no_blank(text: str, expected: str) -> None:
    """A browser shows a line end as a blank, which Chinese does not have; words need it."""
    assert html_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022*3*9", "<p>2022*3*9</p>"),
        ("20*10*5米", "<p>20*10*5米</p>"),
        ("3**4", "<p>3**4</p>"),
        ("**重点**", "<p><strong>重点</strong></p>"),
        ("某**3**个", "<p>某<strong>3</strong>个</p>"),
        ("“**甲**”乙", "<p>“<strong>甲</strong>”乙</p>"),
        ("是**“甲”**乙", "<p>是<strong>“甲”</strong>乙</p>"),
        ("*甲*", "<p><em>甲</em></p>"),
        ("甲_乙_丙", "<p>甲_乙_丙</p>"),
    ],
)
def test_emphasis_works_in_chinese_and_not_between_digits(text: str, expected: str) -> None:
    """A star between digits is a star."""
    assert html_of(text) == expected


def test_code_spans_keep_what_stands_in_them() -> None:
    """`[[x]]` and `<b>` in backticks are printed as they stand, and told nothing of."""
    converted, problems = convert("`[[x]]` `<b>` ``[a](b)`` `![](c)` `2*3*4`")
    code = [one.text for one in BeautifulSoup(converted.html, "html.parser").find_all("code")]
    assert code == ["[[x]]", "<b>", "[a](b)", "![](c)", "2*3*4"]
    assert (converted.links, problems) == ((), [])


def test_four_blanks_are_no_code() -> None:
    """Word indents paragraphs."""
    assert html_of("    某某党支部") == "<p>某某党支部</p>"


def test_a_line_of_equals_signs_makes_no_heading() -> None:
    """Only hashes do."""
    assert "<h" not in html_of("某某\n===")


def test_headings_have_ids_of_their_own_characters() -> None:
    """A link to a heading can be written from what stands there."""
    converted, _ = convert("## 大会 *经过*\n\n## 名单（一）\n\n## 名单（一）\n\n## ！\n")
    headings = BeautifulSoup(converted.html, "html.parser").find_all("h2")
    ids = [heading["id"] for heading in headings]
    assert ids == ["大会-经过", "名单一", "名单一_1", "_1"]
    assert converted.heading_ids == frozenset(ids)


def test_a_table_has_classes_for_its_alignment_and_scopes() -> None:
    """There is no style attribute, and a screen reader knows what heads a column."""
    page = BeautifulSoup(html_of("| 甲 | 乙 | 丙 |\n|:--|:-:|--:|\n| 1 | 2 | 3 |"), "html.parser")
    assert [cell.get("scope") for cell in page.find_all("th")] == ["col"] * 3
    classes = [" ".join(cell["class"]) for cell in page.find_all("td")]
    assert classes == ["align-left", "align-center", "align-right"]
    assert page.find(style=True) is None


def test_a_note_has_a_way_back_with_a_chinese_title() -> None:
    """A reader who hears the page knows where the arrow leads."""
    converted, problems = convert("甲[^a]，乙[^b]。\n\n[^a]: 注甲。\n[^b]: 注乙。")
    page = BeautifulSoup(converted.html, "html.parser")
    backs = page.find_all("a", class_="footnote-backref")
    assert [back["title"] for back in backs] == ["回到正文第 1 处注释", "回到正文第 2 处注释"]
    ids = {tag["id"] for tag in page.find_all(id=True)}
    assert {str(link["href"]).removeprefix("#") for link in page.find_all("a")} <= ids
    assert problems == []


def test_marks_of_notes_are_no_part_of_the_plain_text() -> None:
    """增长10%[^1] must not read 增长10%1 in search and feeds."""
    converted, _ = convert("增长10%[^1]。\n\n[^1]: 同比。")
    assert converted.text == "增长10%。\n同比。"


def test_plain_text_has_a_line_for_each_paragraph_heading_and_cell() -> None:
    """What is searched is what is read, without tags."""
    text = "## 标题\n\n甲**乙**\n丙\n\n- 一\n- 二\n\n| 三 | 四 |\n|---|---|\n| 五 | 六 |\n\n> 七"
    assert convert(text)[0].text == "标题\n甲乙丙\n一\n二\n三\n四\n五\n六\n七"
    assert plain_text("<p>A &amp; B &lt;c&gt;</p>") == "A & B <c>"
    assert plain_text("<ul>\n<li>甲<ol>\n<li>乙</li>\n</ol>\n</li>\n</ul>") == "甲\n乙"
    assert plain_text("<p>A line\nof two</p>") == "A line of two"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[甲](x.md)", ("link", "x.md", 1, 5)),
        ('[甲](x.md "题")', ("link", "x.md", 1, 5)),
        ("[甲](<x y.md>)", ("link", "x y.md", 1, 6)),
        ("![甲](x.jpg)", ("picture", "x.jpg", 1, 6)),
        ("某[[ 甲 ]]", ("name", "甲", 1, 2)),
        ("<https://a.cn/?b=c&d=e>", ("link", "https://a.cn/?b=c&d=e", 1, 2)),
        ("<a@b.cn>", ("link", "mailto:a@b.cn", 1, 2)),
        ("`[甲](x.md)`\n\n[甲](x.md)", ("link", "x.md", 3, 5)),
        ("| 甲 |\n|---|\n| [[乙]] |", ("name", "乙", 3, 3)),
        (r"[甲](x\_y.md)", ("link", "x_y.md", 1, 1)),
        ("[甲](x&amp;y.md)", ("link", "x&y.md", 1, 1)),
    ],
)
def test_links_are_collected_with_their_places(text: str, found: tuple[object, ...]) -> None:
    """What cannot be found in the source, for its escapes, is placed at the body's beginning."""
    (link,) = convert(text)[0].links
    assert (link.kind, link.target, link.place.line, link.place.column) == found


def test_the_same_link_twice_has_two_places() -> None:
    """Each is told where it stands."""
    links = convert("[甲](x.md)\n\n[乙](x.md) [[丙]] [[丙]]")[0].links
    assert [(link.place.line, link.place.column) for link in links] == [
        (1, 5),
        (3, 5),
        (3, 11),
        (3, 17),
    ]


def test_a_name_behind_a_backslash_is_text() -> None:
    """Who writes about brackets can."""
    converted, _ = convert(r"\[[甲]]")
    assert (converted.links, converted.text) == ((), "[[甲]]")


def test_a_scheme_of_our_own_cannot_be_typed() -> None:
    """`name:` is no way around the address checks."""
    assert [link.kind for link in convert("[甲](name:乙) [丙](ref:0)")[0].links] == ["link"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "<b>甲</b>",
        "<script>alert(1)</script>",
        "甲<br>乙",
        "<img src=x onerror=alert(1)>",
        "<!-- 注释 -->",
        "<?php ?>",
        "<!DOCTYPE html>",
        '<a href="javascript:alert(1)">甲</a>',
        "<div style='color:red'>甲</div>",
        "- <b>甲</b>",
        "| <b>甲</b> |\n|---|",
        "**<b>甲</b>**",
        '<a href="甲"title="乙">甲</a>',
        "<br/>",
        "<o:p></o:p>",
        "<td width=10% nowrap>甲</td>",
        "<a href=“https://example.cn”>甲</a>",
    ],
)
def test_raw_html_is_told_and_never_passed(text: str) -> None:
    """It stays visible as text: nothing is dropped."""
    converted, problems = convert(text)
    assert {one.code for one in problems} == {"raw-html"}
    assert "&lt;" in converted.html
    page = BeautifulSoup(converted.html, "html.parser")
    assert page.find(["b", "script", "div", "img", "a"]) is None


@pytest.mark.parametrize(
    "text",
    [
        *("5 < 6 > 4", "x<y", "a <- b", "《甲》", "&lt;b&gt;", "1<2，3>2"),
        *("a<b，b>c", "a<b 且 b>c", "<甲>", "x<y+1>z"),
    ],
)
def test_angle_brackets_that_are_no_html_are_text(text: str) -> None:
    """Comparisons may stand in a text."""
    assert told(convert(text)[1]) == []


@pytest.mark.parametrize("entity", ["&#1;", "&#x0B;", "&#8203;", "&#x202E;", "&ZeroWidthSpace;"])
def test_an_entity_brings_in_no_forbidden_character(entity: str) -> None:
    """What may not be typed may not be spelled either."""
    _, (problem,) = convert(f"甲\n\n乙{entity}丙")
    assert (problem.code, problem.place.line, problem.place.column) == ("forbidden-character", 3, 2)


def test_headings_are_told_at_their_lines() -> None:
    """One # is the item's title; a level is not skipped."""
    text = "## 甲\n\n#### 乙\n\n# 丙\n\n> ##### 丁\n\n`## 戊`\n"
    assert told(convert(text)[1]) == [
        ("skipped-heading-level", 3),
        ("first-level-heading", 5),
    ]


def test_a_sign_that_is_no_heading_can_be_printed() -> None:
    """Topics of microblogs begin with it; the remedy says how."""
    (problem,) = convert("#学习强国# 话题")[1]
    assert "写成 \\#" in problem.remedy
    assert html_of("\\#学习强国# 话题") == "<p>#学习强国# 话题</p>"


def test_a_level_back_up_is_no_skip() -> None:
    """After a third-level heading a second-level one begins the next section."""
    assert told(convert("## 甲\n\n### 乙\n\n## 丙\n\n### 丁\n")[1]) == []


def test_conversions_do_not_touch_each_other() -> None:
    """One converter serves a thousand texts: ids, notes and addresses do not leak."""
    texts = [
        "## 甲\n\n某[^1] [[乙]]\n\n[^1]: 注",
        "[x]: https://example.cn\n\n<b>丙</b>",
        "## 甲\n\n[x] 某[^1]",
    ]
    shared = Converter()
    for text in texts:
        source = SourceText("content/a.md", text)
        assert shared.convert(source, 1) == Converter().convert(source, 1)


def test_a_long_text_of_links_is_placed_in_order() -> None:
    """Two thousand links are found in one pass, each in its own place."""
    text = "\n\n".join(f"[甲](x{number}.md)" for number in range(2000))
    links = convert(text)[0].links
    assert [link.place.line for link in links] == list(range(1, 4000, 2))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "1. 甲\n\n说明。\n\n2. 乙",
            '<ol><li>甲</li></ol><p>说明。</p><ol start="2"><li>乙</li></ol>',
        ),
        ("2022. 年终", '<ol start="2022"><li>年终</li></ol>'),
        ("- 甲\n\n1. 乙", "<ul><li>甲</li></ul><ol><li>乙</li></ol>"),
        ("1. 甲\n\n- 乙", "<ol><li>甲</li></ol><ul><li>乙</li></ul>"),
    ],
)
def test_a_list_keeps_its_number_and_its_kind(text: str, html: str) -> None:
    """Reports number their points with paragraphs between them."""
    converted, problems = convert(text)
    assert converted.html.replace("\n", "") == html
    assert not problems
