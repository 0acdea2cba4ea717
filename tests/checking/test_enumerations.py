"""一是, 二是, 三是: a gap or another number than was said is told, what may go on is not."""

from pathlib import Path

import pytest

from plugins.checking.rules.enumerations import enumerations
from tests.checking.texts import places, warnings


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("甲：一是乙；二是丙；四是丁。", "这里从一是数到四是，中间没有三是。"),
        ("甲：一是乙；\n二是丙；\n五是丁。", "这里从一是数到五是，中间没有三是、四是。"),
        ("三点：一是乙；二是丙。", "这里说有“三点”，后面数到二是。"),
        ("两个方面要求：一是乙；二是丙；三是丁。", "这里说有“两个方面”，后面数到三是。"),
        ("2项工作：“一是乙；二是丙；三是丁。”", "这里说有“2项”，后面数到三是。"),
    ],
)
def test_a_series_with_a_fault_is_told(tmp_path: Path, text: str, message: str) -> None:
    """With what is there and what is not."""
    (told,) = warnings(tmp_path, enumerations, text)
    assert (told.code, told.message) == ("enumeration", message)


@pytest.mark.parametrize(
    "text",
    [
        *("甲：一是乙；二是丙；三是丁。", "两点：一是乙；二是丙。", "一是乙；三是丙。"),
        "三点：一是乙；二是丙。\n\n三是丁。",
        "一是乙。\n\n二是丙。\n\n四是丁。",
        "一是乙；二是丙；二是丁；四是戊。",
        "一是乙；二是丙；三是丁。一是戊；二是己。",
        *(
            "第三条：一是乙；二是丙。",
            "十三项：一是乙；二是丙。",
            "13项：一是乙；二是丙。",
            "三点：一是乙。",
        ),
        *("唯一是甲，二是乙，四是丙", "> 一是乙；二是丙；四是丁。", "`一是乙；二是丙；四是丁`"),
    ],
)
def test_a_series_that_may_be_right_is_innocent(tmp_path: Path, text: str) -> None:
    """Whole, across paragraphs, with a number twice, quoted."""
    assert places(tmp_path, enumerations, text) == []
