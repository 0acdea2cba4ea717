"""The head of a text, read word for word."""

import pytest

from plugins.domain.news_item import NewsItemKeys
from plugins.problems import Place, Problem
from plugins.reading.front_matter import FrontMatter, read_front_matter
from plugins.reading.source_text import SourceText
from tests.reading.sources import told

FILE = "content/news/2022/a.md"


def head(*lines: str) -> FrontMatter:
    """Read a head of these lines, which begin at line 2."""
    text = "\n".join(["---", *lines, "---", "正文"])
    return read_front_matter(SourceText(FILE, text), NewsItemKeys)


def value_of(line: str) -> str | None:
    """Return the value that a line gives to its key, told nothing of."""
    read = head(line)
    assert read.problems == []
    (key,) = read.keys.values()
    return key.value.text if key.value else None


def problems_of(*lines: str) -> list[Problem]:
    """Return what is told of a head."""
    return head(*lines).problems


@pytest.mark.parametrize(
    "written",
    [
        "党建+N #1",
        "12:30",
        "01",
        "1e3",
        "是",
        "yes",
        "null",
        "~",
        "[图片新闻] 标题",
        '"三八"妇女节',
        '纪念"三八"',
        '"三八"和"五一"',
        "2022-02-30",
        "甲: 乙",
        "甲 # 乙",
        "“五一”",
        "'单引号'",
        "- 甲",
        "100%",
        "@某",
        "`甲`",
        "50*2",
        "*甲*乙",
        "C:\\甲",
        "a\\nb",
        "{甲",
        "，甲",
    ],
)
def test_a_value_is_the_rest_of_its_line_as_typed(written: str) -> None:
    """Words that YAML would lose, change or refuse are words here."""
    assert value_of(f"标题: {written}") == written


@pytest.mark.parametrize("blank", ["\u00a0", "\u2002", "\u2003", "\u2009", "\u202f", "\u205f"])
def test_a_blank_of_another_width_is_a_plain_one(blank: str) -> None:
    """Word and web pages leave them; nobody sees the difference, and a search would."""
    assert value_of(f"标题:{blank}甲{blank}乙") == "甲 乙"


def test_a_full_width_blank_between_the_parts_of_a_title_stays() -> None:
    """The press sets it on purpose."""
    assert value_of("标题: 学习新思想　建功新时代") == "学习新思想　建功新时代"


def test_one_pair_of_quotes_around_the_whole_value_is_removed() -> None:
    """Who is used to YAML may quote; the place is that of the first character inside."""
    read = head('标题: "某某"')
    assert read.keys["标题"].value is not None
    assert read.keys["标题"].value.text == "某某"
    assert read.keys["标题"].value.place == Place(FILE, 2, 6)


@pytest.mark.parametrize("written", ['"三八妇女节', '三八妇女节"', '"三八"妇女节"'])
def test_half_a_pair_of_quotes_is_told(written: str) -> None:
    """Whether the quote belongs to the title cannot be known."""
    assert told(problems_of(f"标题: {written}")) == [("half-quotes", 2)]


@pytest.mark.parametrize("written", ["!!str 甲", "!tag 乙", "&a 甲", "*a", "|", ">-", "{名称: 甲}"])
def test_what_yaml_would_not_take_for_text_is_told(written: str) -> None:
    """Tags, anchors, blocks and mappings of YAML mean nothing here."""
    assert told(problems_of(f"标题: {written}")) == [("yaml-mark", 2)]


def test_a_full_width_colon_after_a_key_is_read_and_told_with_its_place() -> None:
    """Input methods write it; there is nothing else that it could mean."""
    read = head("标题：某某")
    assert read.keys["标题"].value is not None
    assert read.keys["标题"].value.text == "某某"
    (problem,) = read.problems
    assert (problem.code, problem.level, problem.place) == (
        "full-width-colon",
        "info",
        Place(FILE, 2, 3),
    )


def test_the_first_colon_ends_the_key() -> None:
    """A later colon of either width belongs to the value."""
    assert value_of("标题: 甲：乙:丙") == "甲：乙:丙"


def test_english_and_chinese_names_are_one_key() -> None:
    """`title` after 标题 is the same key again."""
    assert told(problems_of("标题: 甲", "title: 乙")) == [("duplicate-key", 3)]


@pytest.mark.parametrize(
    "lines", [["标提: 甲"], ["标 题: 甲"], ["标提: 乙", "标题: 甲"], ["标题: 甲", "标提: 乙"]]
)
def test_a_key_that_is_misspelt_is_not_missing_as_well(lines: list[str]) -> None:
    """One slip is told once; the right key counts, wherever it stands."""
    read = head(*lines)
    assert [one.code in {"unknown-key", "blank-in-key"} for one in read.problems] == [True]
    title = read.keys["标题"].value
    assert title is not None
    assert title.text == "甲"


def test_an_unknown_key_is_told_with_the_nearest_and_its_lines_are_passed_over() -> None:
    """One slip is told once, not again for each line below it."""
    (problem,) = problems_of("标签们:", "- 甲", "- 名称: 乙", "  网址: 丙")
    assert (problem.code, problem.place) == ("unknown-key", Place(FILE, 2, 1))
    assert "是否为“标签”" in problem.message


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("标 题: 甲", "blank-in-key"),
        ("标题 : 甲", "blank-in-key"),
        ("标题　: 甲", "blank-in-key"),
        ("标题\u00a0: 甲", "blank-in-key"),
        ("“标题”: 甲", "unknown-key"),
        ("**标题**: 甲", "unknown-key"),
        ("Title: 甲", "unknown-key"),
        ("標題: 甲", "unknown-key"),
        ("标题 甲", "stray-line"),
        ("标题= 甲", "stray-line"),
        (": 甲", "stray-line"),
        ("# 注释", "stray-line"),
        ("-甲", "stray-line"),
        ("- 甲", "stray-line"),
        ("<<: *a", "unknown-key"),
    ],
)
def test_a_key_is_written_exactly_so(line: str, code: str) -> None:
    """Whatever is not a declared key at the beginning of its line is told."""
    assert told(problems_of(line)) == [(code, 2)]


@pytest.mark.parametrize("indent", ["\t", "  \t", "　　", "\u00a0"])
def test_an_indent_is_made_of_blanks(indent: str) -> None:
    """How deep a tab or a wide blank stands depends on the editor."""
    found = problems_of("来源:", "- 名称: 甲", f"{indent}网址: 乙")
    assert told(found) == [("tab-indent", 4)]


def test_entries_keep_their_sub_keys_and_places() -> None:
    """An entry begins with a dash; its other sub-keys are indented under it."""
    read = head("图片:", "- 文件: a.jpg", "  说明: 甲", "- 文件: b.jpg")
    first, second = read.keys["图片"].entries
    assert {name: value.text for name, value in first.values.items()} == {
        "文件": "a.jpg",
        "说明": "甲",
    }
    assert first.values["说明"].place == Place(FILE, 4, 7)
    assert second.values["文件"].text == "b.jpg"


def test_plain_entries_are_values() -> None:
    """A list may stand below its key, a value a line."""
    read = head("标签:", "- 甲", "  - 乙")
    assert [entry.plain.text for entry in read.keys["标签"].entries if entry.plain] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("标题:", "- 甲"), ("entry-not-expected", 3)),
        (("标签: 甲", "- 乙"), ("entry-not-expected", 3)),
        (("标题: 甲", "  乙"), ("stray-line", 3)),
        (("标签:", "- 甲", "  乙"), ("stray-line", 4)),
        (("来源: 甲", "  网址: 乙"), ("stray-line", 3)),
        (("更正: 甲", "  日期: 2022"), ("stray-line", 3)),
        (("标签:", "这一段话误写在这里。"), ("stray-line", 3)),
        (("来源:", "- 名称: 甲", "  地点: 乙"), ("unknown-key", 4)),
        (("来源:", "- 名称: 甲", "  名称: 乙"), ("duplicate-key", 4)),
    ],
)
def test_lines_that_belong_to_nothing_are_told(
    lines: tuple[str, ...], expected: tuple[str, int]
) -> None:
    """A value stands in one line; an entry stands where one is expected."""
    assert told(problems_of(*lines)) == [expected]


def entries_of(name: str, *lines: str) -> list[object]:
    """Return the entries below a key: the text of each, or its texts by sub-key."""
    return [
        entry.plain.text if entry.plain else {key: one.text for key, one in entry.values.items()}
        for entry in head(f"{name}:", *lines).keys[name].entries
    ]


@pytest.mark.parametrize(
    ("name", "lines", "entries"),
    [
        ("来源", ["  名称: 甲", "  网址: 乙"], [{"名称": "甲", "网址": "乙"}]),
        ("来源", ["  某报"], ["某报"]),
        ("标签", ["  甲", "  乙"], ["甲", "乙"]),
        ("标签", ["甲", "乙"], ["甲", "乙"]),
        (
            "更正",
            [
                "  日期: 2022",
                "  原文: 甲",
                "  改为: 乙",
                "  日期: 2023",
                "  原文: 丙",
                "  改为: 丁",
            ],
            [
                {"日期": "2022", "原文": "甲", "改为": "乙"},
                {"日期": "2023", "原文": "丙", "改为": "丁"},
            ],
        ),
    ],
)
def test_entries_without_their_dash_are_read_and_told_once(
    name: str, lines: list[str], entries: list[object]
) -> None:
    """Only the dash is missing: neither is the key, nor is every line wrong for itself."""
    assert told(problems_of(f"{name}:", *lines)) == [("entry-without-dash", 3)]
    assert entries_of(name, *lines) == entries


def test_each_key_without_dashes_is_told() -> None:
    """What is mended at one is not yet at the other."""
    found = problems_of("标签:", "  甲", "更正:", "  日期: 2022", "状态: 草稿")
    assert told(found) == [("entry-without-dash", 3), ("entry-without-dash", 5)]


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (["- 日期: 2022", "- 原文: 甲", "- 改为: 乙"], 1),
        (["- 日期: 2022", "  原文: 甲", "- 改为: 乙"], 1),
        (["- 日期: 2022", "  原文: 甲", "  改为: 乙", "- 依据: 丙"], 1),
        (["- 日期: 2022", "- 原文: 甲", "- 改为: 乙"] * 2, 2),
    ],
)
def test_an_entry_with_a_dash_on_every_line_is_one(lines: list[str], entries: int) -> None:
    """As several it would ask for keys that are there."""
    found = problems_of("更正:", *lines)
    assert [one.code for one in found] == ["scattered-entry"]
    assert len(entries_of("更正", *lines)) == entries


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("更正", ["- 日期: 2022", "  原文: 甲", "  改为: 乙", "- 日期: 2023", "  原文: 丙"]),
        ("更正", ["- 日期: 2022", "- 日期: 2023"]),
        ("图片", ["- 文件: 甲", "- 文件: 乙"]),
        ("标签", ["- 甲", "- 乙"]),
    ],
)
def test_entries_that_are_several_stay_so(name: str, lines: list[str]) -> None:
    """A key that stands again begins another entry."""
    assert problems_of(f"{name}:", *lines) == []
    assert len(entries_of(name, *lines)) == sum(line.startswith("-") for line in lines)


@pytest.mark.parametrize(
    "lines",
    [
        [" 标题: 甲", " 来源:", "   - 名称: 乙", "     网址: 丙", " 状态: 草稿"],
        [" 标提: 甲", " 日期: 2022"],
        ["标题: 甲", "  日期: 2022"],
    ],
)
def test_a_key_that_is_indented_is_read_and_told_so(lines: list[str]) -> None:
    """Its blanks are all that is wrong."""
    found = [one.code for one in problems_of(*lines) if one.code != "unknown-key"]
    assert set(found) == {"indented-key"}
    assert "日期" in head(*lines).keys or "状态" in head(*lines).keys


def test_the_value_of_an_indented_key_has_its_place() -> None:
    """Columns are counted from the beginning of the line."""
    value = head("  标题: 甲").keys["标题"].value
    assert value is not None
    assert value.place == Place(FILE, 2, 7)


def test_a_doubled_sub_key_names_the_line_of_the_first() -> None:
    """The message leads to both."""
    (problem,) = problems_of("来源:", "- 名称: 甲", "  名称: 乙")
    assert "第一次在第 3 行" in problem.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("标题: 甲\n---\n", ("no-opening-fence", 1)),
        ("\n---\n标题: 甲\n---\n", ("no-opening-fence", 1)),
        ("－－－\n标题: 甲\n---\n", ("wrong-fence", 1)),
        ("----\n标题: 甲\n---\n", ("wrong-fence", 1)),
        ("———\n标题: 甲\n---\n", ("wrong-fence", 1)),
        ("---\n标题: 甲\n－－－\n正文\n", ("wrong-fence", 3)),
        ("---\n标题: 甲\n--\n正文\n\n---\n再\n", ("wrong-fence", 3)),
        ("---\n标题: 甲\n正文\n", ("no-closing-fence", 1)),
    ],
)
def test_a_head_stands_between_fences(text: str, expected: tuple[str, int]) -> None:
    """A fence is three hyphens; what looks like one is told as one, and once."""
    read = read_front_matter(SourceText(FILE, text), NewsItemKeys)
    assert told(read.problems) == [expected]


def test_blanks_after_a_fence_and_empty_lines_do_no_harm() -> None:
    """Nobody sees them, and they can mean nothing."""
    read = read_front_matter(SourceText(FILE, "---  \n\n标题: 甲\n\n--- \n正文"), NewsItemKeys)
    assert (told(read.problems), read.body_line) == ([], 6)


def test_a_long_line_is_quoted_in_part() -> None:
    """A paragraph that got into the head does not fill the screen."""
    (problem,) = problems_of("某" * 5000 + ": 甲")
    assert len(problem.message) < 200
