"""Every message that reading can tell: in Chinese, with a remedy, under a code of its own."""

import inspect
import re
from collections.abc import Callable
from typing import Any

import pytest

from plugins.domain.dates import DateFault
from plugins.problems import Place, Problem
from plugins.reading import messages
from plugins.reading.repeated import ALIKE, EQUAL

PLACE = Place("content/a.md", 1, 1)
MESSAGES = {
    name: function
    for name, function in inspect.getmembers(messages, inspect.isfunction)
    if inspect.signature(function, eval_str=True).return_annotation is Problem
    and name not in {"error", "info", "warning"}
}
HAN = re.compile("[\u4e00-\u9fff]")
EXAMPLES: dict[Any, Any] = {
    Place: PLACE,
    str: "甲",
    str | None: "甲",
    int: 3,
    object: 3,
    DateFault: DateFault.FORM,
}


def example(function: Callable[..., Problem], **given: object) -> Problem:
    """Return what a message says of plain values, some of them given."""
    parameters = inspect.signature(function, eval_str=True).parameters
    values: dict[str, Any] = {"kind": "control", "character": "\x01", **given}
    arguments = {
        name: values.get(name, EXAMPLES.get(parameter.annotation, ["甲", "乙"]))
        for name, parameter in parameters.items()
    }
    return function(**arguments)


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_says_what_and_how_to_mend_it(name: str) -> None:
    """An editor who knows no English reads both, each in whole sentences, neither too long."""
    problem = example(MESSAGES[name])
    for text in (problem.message, problem.remedy):
        assert HAN.search(text)
        assert text.endswith(("。", "？"))
        assert len(text) <= 160
        assert "None" not in text
        assert "  " not in text


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_without_a_nearest_word_proposes_none(name: str) -> None:
    """是否为 stands only where there is something to propose."""
    without = example(MESSAGES[name], nearest=None)
    assert "是否为" not in without.message
    assert without.message.endswith(("。", "？"))


def test_every_code_belongs_to_one_message() -> None:
    """A code is what programs and documents refer to."""
    codes = [example(function).code for function in MESSAGES.values()]
    assert sorted(codes) == sorted(set(codes))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)


def test_every_habit_is_the_code_of_a_message() -> None:
    """A code that is renamed would be told on every line again."""
    codes = {example(function).code for function in MESSAGES.values()}
    assert codes >= ALIKE | EQUAL


@pytest.mark.parametrize(
    ("problem", "message", "remedy"),
    [
        (
            messages.unknown_key(PLACE, "标提", "标题"),
            "没有“标提”这一项，是否为“标题”？",
            "改成“标题”，或删掉这一行。",
        ),
        (
            messages.missing_key(PLACE, "署名"),
            "缺少“署名”，这一项必须有内容。",
            "补上“署名”。确实没有署名的，写 未署名。",
        ),
        (
            messages.unknown_reference(PLACE, "栏目", "要文", "要闻", "columns"),
            "“栏目”里的“要文”不存在，是否为“要闻”？",
            "名称列在 tables/columns，照那里的写；确是新的，先在那张表里加一行。",
        ),
        (
            messages.unknown_reference(PLACE, "来源稿件", "2022/a", None),
            "“来源稿件”里的“2022/a”不存在。",
            "写成 年份/文件名，不带 .md，如 2022/wenjian-ming。",
        ),
        (
            messages.merged_cells(PLACE, "A1:B1"),
            "A1:B1 是合并的单元格，分不清内容属于哪一行。",
            "选中它，点“取消合并单元格”，再把每一格填上。",
        ),
        (
            messages.not_text(PLACE),
            "文件不是文本，或用了读不了的编码。",
            "在记事本里“另存为”，编码选 UTF-8；Word、WPS 文档请先另存为纯文本。",
        ),
        (
            messages.link_to_unpublished(PLACE, "news/2022/a.md"),
            "链接指向的“news/2022/a.md”还没有公开，读者看到的是不带链接的文字。",
            "等它公开后自然会有链接；不要就删掉。",
        ),
        (
            messages.bad_date(PLACE, "2026-11-01 25:00", DateFault.TIME),
            "“2026-11-01 25:00”里的时间不对，只能是 00:00 到 23:59。",
            "核对是几点几分，半夜 24:00 写成第二天的 00:00；不知道几点的，只写日期。",
        ),
        (
            messages.bad_date(PLACE, "0026-11-01", DateFault.YEAR),
            "“0026-11-01”的年份不对，只能是 1800 到 2999 年。",
            "核对是哪一年，写全四位数，如 2026。",
        ),
        (
            messages.recipient_of_other_kind(PLACE, "市残联", "单位", "党组织"),
            "“市残联”是单位，而这项荣誉的授予对象是党组织。",
            "“获得者”改成党组织的名称；授予对象写错了的，在 honours 表里改。",
        ),
        (
            messages.empty_upload(PLACE, "files/a.pdf"),
            "“files/a.pdf”是空的（0 字节），多半是没有复制完。",
            "重新复制一份，打开看看内容在不在。",
        ),
        (
            messages.damaged_picture(PLACE, "images/a.jpg"),
            "图片“images/a.jpg”坏了，打不开或不完整。",
            "换一份完好的图片。",
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Problem) else "",
)
def test_one_message_of_each_family_word_for_word(
    problem: Problem, message: str, remedy: str
) -> None:
    """What editors read is chosen with care and changed on purpose."""
    assert (problem.message, problem.remedy) == (message, remedy)
