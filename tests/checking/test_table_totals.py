"""Totals of tables in texts: added up exactly, or left alone."""

from pathlib import Path

import pytest

from plugins.checking.rules.table_totals import table_totals
from tests.checking.texts import places, warnings


def table(*rows: str) -> str:
    """Return a table of rows with cells parted by blanks, the first its headings."""
    written = [f"| {' | '.join(row.split())} |" for row in rows]
    return "\n".join([written[0], "|---" * len(rows[0].split()) + "|", *written[1:]])


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (("单位 人数", "甲 20", "乙 15", "合计 36"), (5, 8)),
        (("单位 人数", "甲 1,200人", "乙 15人", "**合计** **1216人**"), (5, 14)),
        (("单位 金额（万元）", "甲 1.2", "乙 3.4", "总计 4.8"), (5, 8)),
        (("序号 单位 人数", "1 甲 20", "2 乙 15", "— 合计 34"), (5, 12)),
        (("单位 人数 户数", "合计 36 9", "甲 20 5", "乙 15 4"), (3, 8)),
        (("类别 人数", "（一）甲 20", "（二）乙 15", "合计 36"), (5, 8)),
        (("单位 人数", "甲 20", "乙 15", "丙 30", "合计 64"), (6, 8)),
        (("单位 人数", "甲 2", "小计 2", "乙 3", "小计 4", "合计 5"), (6, 8)),
        (("单位 面积", "甲 2亩", "乙 3亩", "合计 4亩"), (5, 8)),
        (("单位 人数", "甲 20", "乙 15", "合计： 36"), (5, 9)),
        (("单位 人数", "甲 20", "乙 15", "总数 36"), (5, 8)),
        (("单位 人数", "甲 20", "乙 15", "全市合计 36"), (5, 10)),
        (("单位 人数", "甲 20", "乙 —", "丙 15", "合计 34"), (6, 8)),
    ],
)
def test_a_total_that_is_not_the_sum_is_told(
    tmp_path: Path, rows: tuple[str, ...], place: tuple[int, int]
) -> None:
    """At its cell, above the rows or below them, of all rows or of those since the last."""
    assert places(tmp_path, table_totals, table(*rows)) == [place]


@pytest.mark.parametrize(
    "rows",
    [
        ("单位 人数", "甲 20", "乙 15", "合计 35"),
        ("单位 金额", "甲 1.25万元", "乙 1.25万元", "合计 2.49万元"),
        ("单位 金额（万元）", "甲 1", "乙 1", "合计 3"),
        ("单位 人数", "甲 20", "乙 —", "合计 36"),
        ("单位 人数", "甲 20人", "乙 15户", "合计 36"),
        ("单位 占比", "甲 20", "乙 15", "合计 100"),
        ("单位 累计", "甲 20", "乙 35", "合计 35"),
        ("单位 平均气温", "甲 20", "乙 35", "合计 35"),
        ("单位 编号 年份", "甲 20 2022", "乙 35 2023", "合计 2 2"),
        ("单位 比重", "甲 20%", "乙 15%", "合计 100%"),
        ("单位 人数", "甲 20", "其中乙 15", "合计 20"),
        ("单位 人数", "甲 2", "小计 2", "乙 3", "小计 3", "合计 5"),
        ("单位 人数", "合计 36"),
        ("单位 人数", "甲 20", "乙", "合计 36"),
        ("单位 人数", "甲 20", "乙 不详", "合计 18"),
        ("单位 人数", "甲 —", "乙 —", "合计 18"),
        ("单位 人数", "总数 36", "男 20", "女 16", "大专 9"),
        ("单位 人数", "甲 9", "总数 36", "男 20", "女 16"),
        ("单位 人数", "甲 20", "乙 15", "党员总数 36"),
        ("类别 人数", "合计 56", "女党员 20", "少数民族党员 3", "大专以上 40"),
        ("类别 人数", "合计 56", "女党员 20", "少数民族党员 3"),
        ("类别 人数 户数", "合计 56 9", "女党员 20 —", "少数民族党员 3 2"),
        ("类别 甲 乙", "合计 56 0", "女党员 20 0", "大专以上 40 0"),
        ("类别 甲 乙 丙", "合计 56 60 3", "女党员 20 30 1", "大专以上 40 50 2"),
        ("单位 人数", "小计 30", "甲 10", "乙 20", "小计 20", "丙 5", "丁 15"),
        ("项目 数", "（一）甲 100", "1.乙 60", "2.丙 30", "（二）丁 50", "合计 150"),
        ("项目 数", "1.甲 100", "（1）乙 60", "（2）丙 30", "2.丁 50", "合计 150"),
        ("项目 数", "1.甲 100", "①乙 60", "②丙 30", "2.丁 50", "合计 150"),
        ("项目 数", "基本支出 100", "人员经费 60", "公用经费 40", "项目支出 50", "合计 150"),
        ("项目 数", "甲 5", "购置及运行费 10", "购置费 0", "运行费 10", "合计 15"),
        ("项目 数", "“三公”经费合计 16", "甲 6", "乙及丙 10", "乙 3", "丙 7", "合计 16"),
        ("项目 数", "甲 60", "乙 40", "甲乙 100", "丙 50", "合计 150"),
        ("季度 党员数", "一季度 50", "二季度 52", "三季度 55", "四季度 56", "合计 56"),
        ("项目 评分", "甲 90", "乙 95", "丙 92", "合计 92.3"),
    ],
)
def test_what_need_not_add_up_is_innocent(tmp_path: Path, rows: tuple[str, ...]) -> None:
    """Rounded numbers, other units, shares, parts of parts, what overlaps, stocks and means."""
    assert places(tmp_path, table_totals, table(*rows)) == []


@pytest.mark.parametrize("word", ["合 计", "合　计"])
def test_blanks_within_the_word_for_a_total_are_let_pass(tmp_path: Path, word: str) -> None:
    """合 计 is set wide in many tables; cells that are empty count nothing."""
    rows = ("| 单位 | 人数 |", "|---|---|", "| 甲 | 20 |", "| 乙 |  |", f"| **{word}** | 19 |")
    assert places(tmp_path, table_totals, "\n".join(rows)) == [(5, 13)]


def test_the_nearest_of_several_sums_is_told(tmp_path: Path) -> None:
    """A total after a 小计 is more likely to be of all rows than of the last."""
    text = table("单位 人数", "甲 10", "乙 30", "小计 40", "丙 10", "合计 55")
    (problem,) = warnings(tmp_path, table_totals, text)
    assert problem.message == "“人数”各行加起来是50，合计写的是55。"


def test_both_sums_are_told(tmp_path: Path) -> None:
    """What the rows come to, and what is written."""
    text = table("单位 人数", "甲 1,200", "乙 15", "合计 1,216")
    (problem,) = warnings(tmp_path, table_totals, text)
    assert problem.message == "“人数”各行加起来是1215，合计写的是1,216。"
