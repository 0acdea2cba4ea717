"""The leader's name and set phrases: sure slips are told, other words that look alike are not."""

from pathlib import Path

import pytest

from plugins.checking.rules.set_phrases import set_phrases
from tests.checking.texts import HEAD, places, warnings


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("学习近平", "学习习近平"),
        *((name, "习近平") for name in ("习进平", "习近年", "刁近平", "刀近平", "习近平平")),
        *(
            (name, "习近平")
            for name in ("习 近平", "习近 平", "习　近　平", "习近", "习平", "近平")
        ),
        ("习近平新时代特色社会主义思想", "习近平新时代中国特色社会主义思想"),
        ("习近平新时代中国特色社会主义思相", "习近平新时代中国特色社会主义思想"),
        ("习近平新时代中国特色社会主意思想", "习近平新时代中国特色社会主义思想"),
        *(("中共中夹", "中共中央"), ("中国共党", "中国共产党"), ("三会一棵", "三会一课")),
        ("特色社会主意", "特色社会主义"),
    ],
)
def test_a_slip_is_told_with_the_words_that_are_meant(
    tmp_path: Path, written: str, right: str
) -> None:
    """Once, at its first character."""
    (told,) = warnings(tmp_path, set_phrases, f"传达{written}总书记讲话。")
    assert (told.code, told.place.column) == ("set-phrase", 3)
    assert told.message == f"这里写的是“{written}”，应是“{right}”。"
    assert right in told.remedy


@pytest.mark.parametrize("behind", ["在会上", "对甲", "的讲话", "主持会议", "同志", "发表讲话"])
def test_a_doubled_name_before_an_action_of_office_is_told(tmp_path: Path, behind: str) -> None:
    """No other word can begin with its last character there."""
    assert places(tmp_path, set_phrases, f"习近平平{behind}") == [(1, 1)]


@pytest.mark.parametrize(
    "torn",
    [
        *("中国特色社会主思想", "中国特社会主义思想", "中国色特社会主义思想"),
        *("中国特色色社会主义思想", "中国特色社会主义思思想", "中国特色社会主义思像"),
        *("中国社会主义思想", "中囯特色社会主义思想", "中国特色社会义主思想"),
    ],
)
def test_the_phrase_with_one_slip_is_told(tmp_path: Path, torn: str) -> None:
    """A character left out, doubled, exchanged or in its neighbour's place, or a word left out."""
    (told,) = warnings(tmp_path, set_phrases, f"习近平新时代{torn}指引方向")
    assert told.message.startswith(f"这里写的是“习近平新时代{torn}”，")


def test_a_doubled_character_in_the_name_of_a_congress_is_told(tmp_path: Path) -> None:
    """党的二十大大力推动 has two words."""
    assert places(tmp_path, set_phrases, "党的二十大大精神，党的二十大大力推动") == [(1, 3)]


def test_every_slip_of_a_line_is_told(tmp_path: Path) -> None:
    """A line is a whole paragraph; all are mended at once."""
    text = "三会一棵制度，三会一棵记录，习进平总书记"
    assert sorted(places(tmp_path, set_phrases, text)) == [(1, 1), (1, 8), (1, 15)]


def test_a_slip_in_a_title_is_told(tmp_path: Path) -> None:
    """There most readers see it."""
    head = HEAD.replace("标题: 甲", "标题: 习进平")
    assert places(tmp_path, set_phrases, "正文。", head) == [(-6, 5)]


@pytest.mark.parametrize(
    "text",
    [
        *("习近平总书记", "学习习近平总书记", "习近平同志", "近平同志", "王近平主席"),
        *("研习近期总书记讲话", "党员自习近期主席讲话", "研习近来总书记讲话"),
        *("学习平台", "学习近期总书记的讲话", "复习近五年总书记的讲话", "学习近平均分"),
        "习近平新时代中国特色社会主义思想",
        "习近平新时代中国特色社会主义经济思想",
        "习近平新时代\n中国特色社会主义思想",
        "习近平新时代中国\n特色社会主义思想",
        "**习近平新时代**中国特色社会主义思想",
        *("习近平平时和大家", "习近平平易近人", "习近平平常", "习近平平静地", "习近平平等待人"),
        *("习近平平日", "习近平平凡", "习近平平生", "学习近平台", "学习近平时", "学习近平同志"),
        *("习近平新时代中国特色社会主义“三农”思想", "习近平新时代中国特色社会主义教育思想"),
        *("习近平新时代强军思想", "习近平新时代的思考", "习近平新时代中国特色社会主义理想"),
        "习近平新时代中国特色社会主义思维",
        *("中共中央", "中国共产党", "三会一课", "速度大大提高"),
        *("> 习进平", "`习进平`", "[甲](习进平.md)", "碑文照录：习进平"),
    ],
)
def test_other_words_are_innocent(tmp_path: Path, text: str) -> None:
    """Other people, 学习 before another word, a line that goes on, what is quoted."""
    assert places(tmp_path, set_phrases, text) == []
