"""Days, times and shares that cannot be: told where they are certain, innocent where not."""

from pathlib import Path

import pytest

from plugins.checking.rules.calendar_days import calendar_days
from plugins.checking.rules.clock_times import clock_times
from plugins.checking.rules.shares_above_whole import shares_above_whole
from plugins.checking.rules.week_days import week_days
from plugins.checking.sources import Source
from tests.checking.texts import places, warnings


@pytest.mark.parametrize(
    "day",
    [
        *("2月30日", "13月5日", "11月31日", "2023年2月29日", "1900年2月29日"),
        *("0月5日", "5月0日", "5月32日", "20月1日", "00月10日", "04月31日"),
        *("2024.2.30", "2024-02-30", "2023/2/29", "2024.11.31"),
        *(
            "2月30号",
            "2 月 30 日",
            "2023年2月 29日",
            "2023 年 2 月 29 日",
            "11月31号",
            "二月三十号",
        ),
        *("二月三十日", "十三月五日", "二〇二三年二月二十九日", "十一月三十一日", "一月四十日"),
    ],
)
def test_a_day_that_no_calendar_has_is_told(tmp_path: Path, day: str) -> None:
    """At the beginning of the date."""
    assert places(tmp_path, calendar_days, f"甲于{day}开会。") == [(1, 3)]


@pytest.mark.parametrize(
    "text",
    [
        *("2月29日", "2024年2月29日", "2000年2月29日", "12月31日", "10月30日", "1月31日"),
        *(
            "2月28号",
            "2 月 29 日",
            "5月40号",
            "2月30号楼",
            "2月30号文件",
            "9月31日均量",
            "2月 29日",
        ),
        *("农历2月30日", "13个月5日", "30日", "[甲](2月30日.md)"),
        *("2024.2.29", "2024-01-31", "v2024.2.30", "2024.2.30.1", "2024.13.5", "12024-02-30"),
        *("十二月三十日", "二〇二四年二月二十九日", "农历二月三十日", "闰二月三十日"),
        *("甲辰年二月三十日", "光绪二十四年二月三十日", "三五月三十日"),
    ],
)
def test_other_days_are_innocent(tmp_path: Path, text: str) -> None:
    """Leap days, a leap day of no year, versions, the lunar calendar."""
    assert places(tmp_path, calendar_days, f"甲于{text}开会。") == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("上午8时75分开会", 3),
        ("25时整", 1),
        ("8点60分", 1),
        ("30点半", 1),
        ("下午3:75开会", 3),
        ("9日25：30开会", 3),
        ("今晚 8:60", 4),
        ("晚24：30开会", 2),
        ("时间：25:00", 4),
        ("24时30分", 1),
        ("上午8:30—11:75", 8),
        ("上午8:75—11:30", 3),
        ("到达25时30分", 3),
    ],
)
def test_a_time_that_no_clock_shows_is_told(tmp_path: Path, text: str, column: int) -> None:
    """At its hour."""
    assert places(tmp_path, clock_times, text) == [(1, column)]


@pytest.mark.parametrize(
    "text",
    [
        *("8时30分", "24时整", "今晚20:59", "历时30时10分", "98:75", "以98：75获胜"),
        *("今晚24:00", "24:30胜出", "用时间隔24:30", "24时00分"),
        *("列车全程运行40时53分", "历时共40时53分", "长达30时5分", "上午8:30—11:45"),
        *("达40时53分", "行驶约40时53分"),
        *("3039.55点", "25时代", "3点75分之一", "下午3:759", "飞行25小时30分"),
    ],
)
def test_other_numbers_before_a_unit_are_innocent(tmp_path: Path, text: str) -> None:
    """Spans, scores, indices."""
    assert places(tmp_path, clock_times, text) == []


def test_dates_in_cells_are_left_to_reading(tmp_path: Path) -> None:
    """It has read them as dates, and told those that are none."""
    table = tmp_path / "tables/changes.csv"
    table.parent.mkdir()
    table.write_text("日期,说明\n2024-02-30,2月30日\n", encoding="utf-8")
    (problem,) = calendar_days(Source(tmp_path, "tables/changes.csv"))
    assert problem.message == "日历上没有“2月30日”这一天。"


def test_what_cannot_be_is_told_in_words(tmp_path: Path) -> None:
    """With the very words of the text."""
    (day,) = warnings(tmp_path, calendar_days, "甲于2月30日开会。")
    (time,) = warnings(tmp_path, clock_times, "下午3:75开会")
    assert day.message == "日历上没有“2月30日”这一天。"
    assert time.message == "钟表上没有“3:75”这个时间。"


@pytest.mark.parametrize(
    "text",
    [
        *("2024年11月22日星期一", "2024年11月22日（星期天）", "2024年11月22日，星期四上午"),
        *("2024.11.22（星期一）", "二〇二四年十一月二十二日（星期一）", "2024年11月22号星期一"),
        *("2024年11月22日上午（星期一）", "2024-11-22 星期一", "2024年11月22日（星期一）至24日"),
        *("2024年11月22日（周一）", "2024年11月22日周一下午", "2024年2月29日礼拜五"),
    ],
)
def test_a_day_of_the_week_that_is_not_that_of_its_date_is_told(tmp_path: Path, text: str) -> None:
    """The calendar knows it; one of both is a slip."""
    assert places(tmp_path, week_days, f"甲于{text}开会。") == [(1, 3)]


@pytest.mark.parametrize(
    "text",
    [
        *("2024年11月22日星期五", "2024年11月24日（星期天）", "2024年11月24日（周日）"),
        *("2024年12月30日至2025年1月3日（星期一至星期五）", "2024年12月31日（星期一至星期五）"),
        *("2024年12月30日—2025年1月3日（星期一）", "2024年11月22日（星期一、星期五）"),
        *("2024.11.22（星期五）", "二〇二四年十一月二十二日（星期五）", "2024.11.22.1（星期一）"),
        *("11月22日星期一", "2024年11月31日星期一", "农历2024年11月22日星期一"),
        *("2024年11月22日周一鸣", "2024年11月22日，周一鸣", "2024年11月22日。星期一"),
        *("> 2024年11月22日星期一", "`2024年11月22日星期一`", "2024年11月22日，每逢星期一"),
    ],
)
def test_other_days_of_the_week_are_innocent(tmp_path: Path, text: str) -> None:
    """Without a year, of another calendar, of a range, a name that begins so, quoted."""
    assert places(tmp_path, week_days, text) == []


def test_the_right_day_of_the_week_is_told(tmp_path: Path) -> None:
    """With the date that it belongs to."""
    (told,) = warnings(tmp_path, week_days, "2024年11月22日（周一）")
    assert told.message == "2024年11月22日是星期五，这里写的是星期一。"


@pytest.mark.parametrize("text", ["占比112.5%", "占全市的120％", "占101%", "占比例达250%"])
def test_a_share_above_the_whole_is_told(tmp_path: Path, text: str) -> None:
    """Nothing is part of what is less."""
    assert places(tmp_path, shares_above_whole, f"甲{text}。") == [(1, 2)]


@pytest.mark.parametrize(
    "text",
    ["占100%", "占99.9%", "占100.0%", "占去年的112%", "占计划的120%", "占全市的20%，增长120%"],
)
def test_other_shares_are_innocent(tmp_path: Path, text: str) -> None:
    """All of it, what is compared with another year or with a plan, and growth."""
    assert places(tmp_path, shares_above_whole, text) == []
