"""What a scan or a PDF leaves: characters read wrong and paragraphs torn; false alarms are none."""

from pathlib import Path

import pytest

from plugins.checking.rules.scan_slips import scan_slips
from plugins.checking.rules.torn_paragraphs import torn_paragraphs
from tests.checking.texts import places, warnings

LONG = "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        *(("22曰", "22日"), ("党曰", "党日"), ("近曰", "近日"), ("1O", "10")),
        *(("2O24", "2024"), ("202l", "2021"), ("3I5", "315")),
    ],
)
def test_a_character_that_looks_like_another_is_told(
    tmp_path: Path, written: str, right: str
) -> None:
    """With the right one."""
    (told,) = warnings(tmp_path, scan_slips, f"甲在{written}年")
    assert (told.code, told.place.column) == ("scan-slip", 3)
    assert told.message == f"这里的“{written}”像是扫描认错的字，应是“{right}”。"


@pytest.mark.parametrize(
    "text",
    [
        *("1OO元", "3O余名", "l5名", "l2月5日", "O5日", "1O家", "5O户", "3O公里", "l949年"),
        *("每曰", "工作曰", "曰期", "星期曰", "纪念曰", "政治生曰", "生曰快乐"),
        *("明曰上午", "本周曰"),
    ],
)
def test_a_slip_before_a_unit_or_in_a_word_is_told(tmp_path: Path, text: str) -> None:
    """No other word looks so."""
    assert places(tmp_path, scan_slips, f"甲{text}") == [(1, 2)]


@pytest.mark.parametrize(("text", "column"), [("第l期", 2), ("十一月二十二曰", 4), ("一月十曰", 3)])
def test_a_number_in_words_is_looked_at(tmp_path: Path, text: str, column: int) -> None:
    """As far as a month or 第 stands before it."""
    assert places(tmp_path, scan_slips, text) == [(1, column)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "11月22日",
            "2024年",
            "孔子曰",
            "一曰慈，二曰俭",
            "节曰：“甲”",
            "O2O项目",
            "A1O个",
            "5G个",
        ),
        *(
            "O3日最大值",
            "5l家用",
            "500l户外水袋",
            "庄周曰",
            "阳明曰",
            "先生曰",
            "子曰期月而已",
            "O1号楼",
        ),
        *("3l水", "> 11月22曰", "`2O24年`", "[甲](2O24年.md)", "原件写的是2O24年"),
    ],
)
def test_other_characters_are_innocent(tmp_path: Path, text: str) -> None:
    """Classics, names of things, what is quoted."""
    assert places(tmp_path, scan_slips, text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{LONG}，\n\n乙。", (1, 21)),
        (f"{LONG}、  \n\n\n乙。", (1, 21)),
        (f"丙。\n\n{LONG}，\n\n乙。", (3, 21)),
        ("甲《\n\n乙》。", (1, 2)),
        ("甲\n\n，乙。", (3, 1)),
        ("甲\n\n　　。乙", (3, 3)),
        ("甲《乙\n\n》丙。", (3, 1)),
    ],
)
def test_a_paragraph_torn_within_a_sentence_is_told(
    tmp_path: Path, text: str, place: tuple[int, int]
) -> None:
    """Once, at the mark at its edge."""
    (told,) = warnings(tmp_path, torn_paragraphs, text)
    assert (told.code, told.place.column) == ("torn-paragraph", place[1])
    assert places(tmp_path, torn_paragraphs, text) == [place]
    assert "断成了两段" in told.message


@pytest.mark.parametrize(
    "text",
    [
        *(f"{LONG}。\n\n乙", f"{LONG}，\n乙", f"{LONG}：\n\n- 乙", f"{LONG}，"),
        *(
            f"{LONG}，\n\n{LONG}，\n\n{LONG}。",
            f"{LONG}，\n\n春眠，\n\n{LONG}。",
            "甲、\n\n乙、\n\n丙",
        ),
        *(f"1. {LONG}，\n\n2. 乙", f"（一）{LONG}，\n\n（二）乙"),
        *("春眠不觉晓，\n\n处处闻啼鸟。", f"尊敬的{LONG}，\n\n乙", "“甲”\n\n“乙”"),
        *(f"{LONG}，\n\n![乙](a.png)\n\n，丙", f"{LONG}，\n\n$$a$$\n\n乙", f"> {LONG}，\n\n乙"),
        *(f"{LONG}，[[数据:甲]]\n\n乙", f"```\n{LONG}，\n\n乙\n```", f"| 甲，\n\n乙{LONG}"),
    ],
)
def test_other_ends_of_paragraphs_are_innocent(tmp_path: Path, text: str) -> None:
    """Verse, a salutation, what stands within a sentence, one that only a line ends."""
    assert places(tmp_path, torn_paragraphs, text) == []
