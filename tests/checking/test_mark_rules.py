"""Marks in texts: pairs, doubled stops, half-width marks; false alarms are none."""

from pathlib import Path

import pytest

from plugins.checking.rules.doubled_marks import doubled_marks
from plugins.checking.rules.half_width_marks import half_width_marks
from plugins.checking.rules.paired_marks import paired_marks
from plugins.checking.rules.straight_quotes import straight_quotes
from plugins.checking.word_mending import mended_words
from tests.checking.texts import places, warnings


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("甲说：“乙。", (1, 4)),
        ("甲说乙。”", (1, 5)),
        ("发布《指引（2023年版），提出。", (1, 3)),
        ("“锆石“导弹。", (1, 1)),
        ("第一段。\n\n甲（见附件，乙。", (3, 2)),
        ("“甲《乙”丙》", (1, 3)),
        ("甲说：“乙。\n\n丙“丁”戊。", (1, 4)),
        ("甲说：“乙。\n\n丙。\n\n丁《戊。", (5, 2)),
        ("- （甲\n- 乙）", (1, 3)),
        ("| 《甲 | 乙 |\n|---|---|\n| 1 | 2 |", (1, 3)),
        ("甲「乙", (1, 2)),
        ("会议【通知]好。", (1, 3)),
        ("某发〔2024)3号", (1, 3)),
        ("甲说：“乙。\n\n丙。\n\n“丁。”", (1, 4)),
    ],
)
def test_a_mark_without_its_partner_is_told(
    tmp_path: Path, text: str, place: tuple[int, int]
) -> None:
    """Once a paragraph, at the first mark that is wrong."""
    told = places(tmp_path, paired_marks, text)
    assert told[-1 if "戊。" in text and "《" in text else 0] == place


@pytest.mark.parametrize(
    "text",
    [
        "“甲‘乙’《丙（丁）》”",
        "甲说：“乙。\n\n“丙。\n\n“丁。”",
        "甲说：“乙。\n\n丙。\n\n丁。”",
        "> “甲。\n>\n> “乙。”",
        "1）甲；2）乙；三）丙；a）丁。",
        "1)甲\n\n2)乙",
        "（见附件1，2）甲",
        "it’s “甲”",
        "’90年代，’08级",
        "（甲)乙",
        "甲\n乙（丙\n丁）戊",
        "[[“码上学”]]的[文字](../2023/a.md)",
    ],
)
def test_marks_that_may_stand_so_are_innocent(tmp_path: Path, text: str) -> None:
    """Quotations of several paragraphs, numbers of lists, an apostrophe, brackets of two widths."""
    assert places(tmp_path, paired_marks, text) == []


def test_a_mark_in_the_head_is_told_and_a_correction_is_not(tmp_path: Path) -> None:
    """A correction quotes a piece of a text."""
    head = "---\n标题: “甲\n更正:\n  - 原文: “乙\n    改为: 丙）\n---\n"
    assert places(tmp_path, paired_marks, "正文。", head) == [(-4, 5)]


def test_the_missing_partner_is_named(tmp_path: Path) -> None:
    """And where two pairs cross, that is said instead."""
    alone, crossed = warnings(tmp_path, paired_marks, "发《甲。\n\n“乙《丙”丁》")
    assert alone.message == "这里的 《 在这一段里没有和它配对的 》。"
    assert alone.remedy == "补上 》，或删去这个 《。"
    assert crossed.message == "这里的 《 和 》 同别的一对标点交叉了。"


@pytest.mark.parametrize("marks", ["，，", "。。", "、、", "、。", "，。", "；，", "。。。"])
def test_doubled_stops_are_told(tmp_path: Path, marks: str) -> None:
    """One of them is left from an edit."""
    assert places(tmp_path, doubled_marks, f"甲乙{marks}丙") == [(1, 3)]


@pytest.mark.parametrize("text", ["甲……乙。", "甲——乙", "甲！！", "甲。”，乙", "`。。`"])
def test_other_marks_beside_each_other_are_innocent(tmp_path: Path, text: str) -> None:
    """Long marks, emphasis, a stop within quotation marks."""
    assert places(tmp_path, doubled_marks, text) == []


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("其中,快递", [3]),
        ("甲:乙;丙吗?丁!戊", [2, 4, 7, 9]),
        ("他说:“好。”", [3]),
        ("“甲”,“乙”;《丙》:丁", [4, 8, 12]),
        ("汉族,1970年生", [3]),
        ("《甲》,１９７０年", [4]),
        ("王某(女,汉族,1970年生)", [3, 5, 8, 14]),
        ("王某(1970年生,汉族)。", [3, 9, 12]),
        ("王某(女),汉族", [3, 5, 6]),
        ("甲(乙(丙,丁)戊)己", [2, 4, 6, 8, 10]),
        ("各省(区、市)共", [3, 7]),
        ("党员(含预备党员3名)。", [3, 11]),
        ("甲（乙)丙", [4]),
        ("（二)", [3]),
        ("(二）第二条", [1]),
        ("甲。(试行）", [3]),
        ("（甲(乙)丙)", [3, 5, 7]),
        ("（见甲“乙”)", [7]),
    ],
)
def test_half_width_marks_between_han_are_told(
    tmp_path: Path, text: str, columns: list[int]
) -> None:
    """The first at its place, with their number; a bracket takes its partner along."""
    (problem,) = warnings(tmp_path, half_width_marks, text)
    assert (problem.place.line, problem.place.column) == (1, columns[0])
    assert (f"共有 {len(columns)} 处" in problem.message) is (len(columns) > 1)


@pytest.mark.parametrize(
    "text",
    [
        "共1,234人，8:30到",
        "比分3:1，甲:乙=3:1，男:女为3:1",
        "公元前?年，张?三",
        "王某(女,A组,1970年生)",
        "f(甲,乙)",
        "f(甲）",
        "（甲）x)",
        "(A）",
        "（1)甲；2)乙）",
        "（如下：1)甲；2)乙）",
        "> （二)",
        "`(二）`",
        "$(二）$",
        '![会场](a.png "会场(二）")',
        "x,y",
        "> 甲,乙",
        "A,B,C",
        "甲(A)乙",
        "甲，乙：丙（丁）",
        "[[数据:参加活动@2022]]",
        "[甲](乙,丙.md)",
        '![会场](../../images/2024/a.png "会场(主席台)")',
        '[名册](../../files/2024/a.pdf "某(甲)处")',
        '见[某书](https://a.cn/x "全文(试行")',
        "[甲](乙(丙)丁.pdf)",
        "https://example.cn/?a:b",
    ],
)
def test_other_half_width_marks_are_innocent(tmp_path: Path, text: str) -> None:
    """In numbers and ratios, for unknown characters, where half would stay, in links, quoted."""
    assert places(tmp_path, half_width_marks, text) == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('学习"三会一课"。', 3),
        ('他说:"好。"', 4),
        ('开展"AI+"行动', 3),
        ('乙"和"丙', 2),
        ('见"《甲》"', 2),
    ],
)
def test_straight_quotes_beside_chinese_are_told_and_left(
    tmp_path: Path, text: str, column: int
) -> None:
    """Which of them opens is for a reader to say."""
    (told,) = warnings(tmp_path, straight_quotes, text)
    assert told.place.column == column
    assert '"' in mended_words(f"甲。\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        '会场有12"和15"的屏幕',
        'print("a")',
        '见[某书](https://a.cn/x "全文")',
        '`"甲"`',
        '> 他说"好"',
        '原文写作"甲"',
        '甲 "A" B',
    ],
)
def test_other_straight_quotes_are_innocent(tmp_path: Path, text: str) -> None:
    """Inches, programs, captions, code, quotations, Latin."""
    assert places(tmp_path, straight_quotes, text) == []


def test_what_is_left_by_fix_is_not_said_to_be_mended(tmp_path: Path) -> None:
    """A line that may quote word for word is told, and left."""
    (told,) = warnings(tmp_path, half_width_marks, "石碑照录:甲。")
    assert told.remedy == "改成全角的“：”；照录原文的不必改。"
    (told,) = warnings(tmp_path, half_width_marks, "石碑照录:甲。\n\n乙,丙。")
    assert told.remedy == "改成全角的“：”；check --fix 可以一起改。"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("标题(一)、(二):甲;乙!丙?丁.", "标题(一)、(二):甲；乙！丙?丁."),
        ("王某(女)好;丙f(甲,乙)", "王某(女)好；丙f(甲,乙)"),
        ("甲(乙)丙,男:女为3:1", "甲(乙)丙，男:女为3:1"),
        ("甲(乙)丙(A)", "甲（乙）丙(A)"),
    ],
)
def test_one_doubt_keeps_all_brackets_of_a_line(tmp_path: Path, text: str, mended: str) -> None:
    """Half of them full-width looks worse than none; what is left is still told."""
    assert mended_words(f"甲。\n\n{text}").endswith(f"\n{mended}")
    (before,) = warnings(tmp_path, half_width_marks, text)
    assert "check --fix 可以一起改" in before.remedy
    left = warnings(tmp_path, half_width_marks, mended)
    assert [one.place.column for one in left] == ([] if "（" in mended else [mended.index("(") + 1])
    assert all(one.remedy.endswith("check --fix 不改它的括号，请自己改。") for one in left)


def test_the_colon_of_a_key_is_half_width(tmp_path: Path) -> None:
    """Only what follows it is prose."""
    head = "---\n标题:甲,乙\n图片:\n  - 说明:甲\n    文件: 甲:乙.jpg\n单位: [甲,乙]\n---\n"
    assert places(tmp_path, half_width_marks, "正文。", head) == [(-5, 5)]
