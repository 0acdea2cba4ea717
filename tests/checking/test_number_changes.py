"""Changes from one number to another: what contradicts itself is told, what may be right is not."""

from pathlib import Path

import pytest

from plugins.checking.rules.number_changes import number_changes
from tests.checking.texts import places, warnings


@pytest.mark.parametrize(
    "text",
    [
        *("由120名增长到98名", "由500人下降到650人", "从1.5万人增至1.2万人"),
        *("由去年的120名增加到今年的98名", "由2020年的120个减少至2023年的198个"),
        *("由12%下降到15%", "由9000人减少到1.2万人", "由120个增加到98个，增长20%"),
        *("由200个增加到300个，增长80%", "由300个减少到200个（下降50%）"),
        *("由1.2万人增加到1.5万人，增长60%", "由1,200名增加到980名", "由980名减少到1,200名"),
    ],
)
def test_a_change_that_contradicts_itself_is_told(tmp_path: Path, text: str) -> None:
    """By its direction, or by the percentage behind it."""
    assert places(tmp_path, number_changes, f"党员{text}。") == [(1, 3)]


@pytest.mark.parametrize(
    "text",
    [
        *("由98名增长到120名", "由650人下降到500人", "由120名增加到120名"),
        *("由200个增加到300个，增长50%", "由3个减少到2个，下降33.3%", "由3个增加到4个，增长33%"),
        *("由1.2万人增加到1.5万人，增长27%", "由200个增加到300个，同比增长80%"),
        *("由200个增加到300个，下降80%的是乙", "由200个增加到300个，增长80%以上"),
        *("由0个增加到74个，增长80%", "占比由10%增加到15%，增长5%"),
        *("排名由12名上升到3名", "排名由第12位上升到第3位", "风险由3级降到4级"),
        *("由980名增加到1,200名", "由1,200名减少到1,080名，下降10%", "由1,200名增加到1,20名"),
        *("由约120名增长到98名", "由120余名增长到98名", "由120名增长到不足98名"),
        *("由50增加到20万元", "由20万人增加到30人", "气温由零下3度上升到2度"),
        *("由120人增长到98户", "由8时增加到5时", "由120名，增长到98名"),
        *("由全镇10名增加到每村2名", "由10名增加到平均2名"),
        *("> 由120名增长到98名", "`由120名增长到98名`", "[甲](由120名增长到98名.md)"),
    ],
)
def test_a_change_that_may_be_right_is_innocent(tmp_path: Path, text: str) -> None:
    """Ranks and grades, inexact numbers, other units, shares of something else, quotations."""
    assert places(tmp_path, number_changes, text) == []


def test_both_numbers_and_what_is_said_are_told(tmp_path: Path) -> None:
    """An editor must see which of the three is wrong."""
    text = "由1.2万人增长到980人。由200个增加到300个，增长80%。由5人减少到8人。"
    share, fall = warnings(tmp_path, number_changes, text)
    assert share.message == "由200到300，变化是50.00%，这里写的是80%。"
    assert fall.message == "由5到8是增加，这里写的是“减少”。"
