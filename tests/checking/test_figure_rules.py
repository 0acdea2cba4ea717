"""Numbers in prose: held against each other and against the ledger, and false alarms are none."""

import errno
import os
from datetime import date
from pathlib import Path
from typing import IO

import pytest

from plugins.checking.all_rules import check
from plugins.checking.clean_sources import CleanSources
from plugins.problems import Level
from plugins.reading import read_bulletin

TODAY = date(2022, 12, 31)
ITEM = "---\n标题: 甲\n日期: 2022-03-09\n栏目: 要闻\n署名: 未署名\n来源: 某报\n---\n\n{}\n"
FIGURES = """指标,链接名,范围,止,口径,数值,约数,单位,来源稿件
摊点,tandian,全市,2022,存量,2901,,个,2022/a
早夜市摊点,zaoyeshi,全市,2022,存量,74,,个,2022/a
培训人数,peixun,全市,2022,增量,2.8,约,万人,2022/a
"""


def told(
    folder: Path, text: str, clean: CleanSources | None = None
) -> list[tuple[str, int | None]]:
    """Return what the rules say of a bulletin whose one item has this text."""
    content = folder / "content"
    for path, written in (
        ("tables/columns.csv", "栏目名称,链接名\n要闻,yao-wen\n"),
        ("tables/figures.csv", FIGURES),
        ("news/2022/a.md", ITEM.format(text)),
    ):
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written, encoding="utf-8")
    reading = read_bulletin(content, TODAY)
    assert reading.bulletin is not None, reading.problems
    problems = check(content, reading, clean)
    assert {one.level for one in problems} <= {Level.WARNING}
    return [(one.code, one.place.line) for one in problems]


@pytest.mark.parametrize(
    "text",
    [
        "2358家中的1336家，占56.8%。",
        "2358家中有409家，占比17.4％。",
        "共1336家，占2358家的57%以上，前面还有1336家，占2358家的58%。",
        "742个社会组织中已有511个（占69.8%）。",
    ],
)
def test_a_percentage_that_is_not_that_of_its_numbers_is_told(tmp_path: Path, text: str) -> None:
    """409 of 2358 is 17.3 %, not 17.4 %."""
    assert told(tmp_path, f"第一段。\n\n{text}") == [("share-differs", 11)]


@pytest.mark.parametrize(
    "text",
    [
        "2358家中的1336家，占56.7%。",
        "2358家中的1336家，占57%。",
        "1336家，占2358家的56.66%。",
        "近2358家中的1336家，占50%。",
        "2358余家中的1336家，占50%。",
        "2.8万人中的1336人，占50%。",
        "2358家中的1336家建了支部，占地50%。",
        "2021年中的12月，占50%。",
        "考核中党建占40%。",
    ],
)
def test_a_percentage_that_may_be_right_is_innocent(tmp_path: Path, text: str) -> None:
    """Rounded as it is printed, of inexact numbers, or of something else."""
    assert told(tmp_path, text) == []


def test_a_text_once_searched_in_vain_is_not_searched_again(tmp_path: Path) -> None:
    """A text with a fault is told every time, a clean one remembered."""
    clean = CleanSources(tmp_path / "clean")
    text = "2358家中的1336家，占50%。"
    for _ in range(2):
        clean.load()
        assert told(tmp_path, text, clean) == [("share-differs", 9)]
    known = len(clean.last)
    assert told(tmp_path, "考核中党建占40%。", clean) == []
    assert len(clean.last) > known


@pytest.mark.parametrize(
    "text",
    ["全市有摊点2900个。", "| 甲 | 乙 |\n|---|---|\n| 摊点 | 2900个 |", "今年，摊点达2900个。"],
)
def test_another_number_of_a_metric_of_the_item_is_told(tmp_path: Path, text: str) -> None:
    """At its line, where a phrase or a cell begins with the metric."""
    found = told(tmp_path, text)
    assert [code for code, _ in found] == ([] if text.startswith("全市") else ["figure-in-text"])
    assert all(line == (11 if "|" in text else 9) for _, line in found)


@pytest.mark.parametrize(("key", "line"), [("标题", 2), ("摘要", 7)])
def test_another_number_in_the_head_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, line: int
) -> None:
    """A title or a summary is read more than the text, and told once with it."""
    head = ITEM.replace("标题: 甲", "标题: 摊点2900个") if key == "标题" else ITEM
    head = head.replace("来源: 某报\n", "来源: 某报\n摘要: 摊点2900个\n") if key == "摘要" else head
    monkeypatch.setattr("tests.checking.test_figure_rules.ITEM", head)
    assert told(tmp_path, "摊点2901个。") == [("figure-in-text", line)]
    assert told(tmp_path, "摊点2900个，摊点2900个。") == [("figure-in-text", line)]


@pytest.mark.parametrize(
    "text",
    [
        "摊点2901个，早夜市摊点74个。",
        "摊点2900平方米。",
        "摊点，2900个。",
        "夜间摊点12个。",
        "摊点2900个月票。",
        "培训人数约2.8万人。",
        "摊点[[数据:摊点@2022]]。",
    ],
)
def test_what_may_be_another_number_is_innocent(tmp_path: Path, text: str) -> None:
    """A longer name, another unit, another phrase: a false alarm is worse than a miss."""
    assert told(tmp_path, text) == []


def test_a_source_that_cannot_be_opened_lets_nothing_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel holds a table for a moment: then nobody can say that nothing private is in it."""
    told(tmp_path, "正文。")
    content = tmp_path / "content"
    reading = read_bulletin(content, TODAY)
    held = content / "tables/figures.csv"

    def refused(file: str, mode: str) -> IO[bytes]:
        if file == str(held):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), file)
        return Path(file).open(mode)

    monkeypatch.setattr("plugins.checking.sources.open", refused, raising=False)
    (problem,) = check(content, reading)
    assert (problem.code, problem.level) == ("unreadable", Level.ERROR)
    assert problem.place.file.endswith("tables/figures.csv")
