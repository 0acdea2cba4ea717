"""Line breaks that look meant: told, while lines wrapped at a width and kept lines are not."""

import textwrap

import pytest

from tests.reading.sources import convert, html_of, told

LONG = "某某党支部召开党员大会，学习上级文件，讨论全年的工作安排，"
"""More than anybody calls a short line."""


@pytest.mark.parametrize(
    "text",
    [
        "1、甲\n2、乙",
        "（一）甲\n（二）乙",
        "一、甲\n二、乙",
        "①甲\n②乙",
        "•甲\n•乙",
        "1．甲\n2．乙",
        "1.甲\n2.乙",
        "·甲\n·乙",
        "各支部：\n请按时参加会议。",
        f"{LONG}名单如下：\n甲支部",
        f"{LONG}一是学习；\n二是讨论",
        f"**{LONG}名单如下：**\n甲支部",
        "某某党支部\n2024年11月22日",
        "某某党支部 \n2024年11月22日",
        "东风吹\n战鼓擂",
        "第一章\n第一条",
        "一句话，\n在逗号后换行。",
        "**一、加强学习**\n正文",
        "见[某网](https://example.cn/mou-ge-hen-chang-de-dizhi/)\n甲",
        "> 东风吹\n> 战鼓擂",
        "- 甲\n正文",
        "各支部：\n- 请按时参加会议。",
        "讨论了全年的工作安排\n1. 请按时参加会议。",
        "> 各支部：\n> 请按时参加会议。",
        "东风吹\\\n战鼓擂\\\n- 甲",
        "> 各支部\n> - 请按时参加会议。",
        "> 1、甲\n> 2、乙",
        "某[^1]\n\n[^1]: 注\n正文",
    ],
)
def test_lines_that_run_together_are_a_warning(text: str) -> None:
    """They are printed, but as one paragraph."""
    (problem,) = convert(text)[1]
    assert (problem.code, problem.level) == ("lines-run-together", "warning")
    assert problem.place.line == text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        "一句话。\n又一句话。",
        "一句话。 \n又一句话。",
        "一句话。　\n又一句话。",
        "他说：“好。”\n又一句话。",
        "**一句话。**\n又一句话。",
        "　　一句话。\n　　又一句话。",
        "- 一句话。\n又一句话。",
        "> 一句话。\n> 又一句话。",
    ],
)
def test_a_break_after_a_sentence_is_a_warning(text: str) -> None:
    """Two paragraphs may be meant; a blank that nobody sees hides no break."""
    assert told(convert(text)[1]) == [("sentences-run-together", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(textwrap.wrap(LONG * 9, 30)),
        "\n".join(textwrap.wrap("A branch held a meeting of all its members. " * 9, 40)),
        "A branch:\na meeting",
        f"{LONG}\n讨论。",
        "各支部：\n\n请按时参加会议。",
        "各支部：\n\n- 请按时参加会议。\n- 讨论。",
        "## 各支部\n- 请按时参加会议。\n- 讨论。",
        "> 1. 请按时参加会议。\n> 2. 讨论。",
        "某某党支部：\n> 1. 请按时参加会议。\n> 2. 讨论。",
        "各支部：\n> 请按时参加会议。",
        "各支部：\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |",
        "甲|乙\n---|---\n一|二",
        "## 小标题\n正文",
        "- 甲\n- 乙\n    - 丙",
        "> 引文\n\n正文",
        "1、甲\n\n2、乙",
        "1.5亿元，\n2.3亿元",
        "1、甲  \n2、乙",
        "1、甲\\\n2、乙",
        "东风吹  \n战鼓擂",
        "东风吹\\\n战鼓擂",
        "东风吹\\ \n战鼓擂\\",
        "![会场](../../images/2022/a.jpg)\n![会场](../../images/2022/b.jpg)",
    ],
)
def test_wrapped_lines_and_lines_of_other_blocks_are_innocent(text: str) -> None:
    """Nobody means a break by them, or the page has it."""
    assert convert(text)[1] == []


def test_each_entry_of_a_list_that_is_none_is_told_and_so_is_a_table() -> None:
    """Only an empty line before it makes a list or a table, of what is else printed in one row."""
    assert told(convert("各支部：\n- 甲\n- 乙")[1]) == [
        ("lines-run-together", 2),
        ("lines-run-together", 3),
    ]
    table = "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |"
    assert told(convert(f"名单如下\n{table}")[1]) == [("lines-run-together", 2)]
    assert told(convert(f"## 名单\n{table}\n\n{table}")[1]) == []


def test_a_blank_at_the_end_of_a_line_is_not_printed() -> None:
    """Chinese has none between characters."""
    assert html_of("甲， \n乙") == "<p>甲，乙</p>"


def test_a_backslash_keeps_the_line() -> None:
    """It is what the remedy names: a poem, or who signs and when."""
    (problem,) = convert("东风吹\n战鼓擂")[1]
    assert "上一行末尾加 \\；" in problem.remedy
    assert html_of("东风吹\\\n战鼓擂") == "<p>东风吹<br>\n战鼓擂</p>"
    assert html_of("东风吹\\ \n战鼓擂\\") == "<p>东风吹<br>\n战鼓擂<br>\n</p>"
    assert html_of("C:\\") == "<p>C:\\</p>"
    assert convert("> 东风吹\\\n> 战鼓擂")[0].text == "东风吹\n战鼓擂"
