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
        ("提出三点要求，一是乙；二是丙。", "这里说有“三点”，后面数到二是。"),
        ("两点：一是乙；二是丙；三是四川。", "这里说有“两点”，后面数到三是。"),
        ("三点：一是乙；二是丙。\n\n最后，甲讲话。", "这里说有“三点”，后面数到二是。"),
        ("三点：一是乙；二是丙。\n\n四川的甲。", "这里说有“三点”，后面数到二是。"),
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
        *("下午3点召开支部大会：一是乙；二是丙。", "3点召开支部大会：一是乙；二是丙。"),
        *(
            "晚 8点大会：一是乙；二是丙。",
            "二十条措施：一是乙；二是丙。",
            "数十条：一是乙；二是丙。",
        ),
        *(
            "一是乙，二要丙，三是丁，四是戊。",
            "一是乙，其二丙，三是丁，四是戊。",
            "三点：一是乙；二是丙；三要丁。",
        ),
        "三点：一是乙；二是丙。\n\n三要丁。",
        *("7点30分：一是乙；二是丙。", "会议定在3点：一是乙；二是丙。"),
        *("三件：一是乙，二是丙，再就是丁。", "三点：一是乙；二是丙；此外，丁。"),
        *(
            f"{words}：一是乙；二是丙；三是丁。"
            for words in (
                "围绕“两条主线”抓好工作",
                "落实“五项机制”抓好工作",
                "开展两项活动成效明显",
                "对五项问题整改提出要求",
                "结合两条意见制定整改措施",
            )
        ),
        *("唯一是甲，二是乙，四是丙", "> 一是乙；二是丙；四是丁。", "`一是乙；二是丙；四是丁`"),
    ],
)
def test_a_series_that_may_be_right_is_innocent(tmp_path: Path, text: str) -> None:
    """Whole, across paragraphs, with a number twice or another verb, behind a time, quoted."""
    assert places(tmp_path, enumerations, text) == []
