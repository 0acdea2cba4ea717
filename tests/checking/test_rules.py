"""Each rule: a bulletin that passes, one that fails, and the nearest innocent one."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from plugins.checking.all_rules import check
from plugins.problems import Level, Problem
from plugins.reading import read_bulletin
from tests.conftest import ROOT

HEAD = "---\n标题: 甲\n日期: {date}\n{more}栏目: 要闻\n署名: 未署名\n来源: 某报\n---\n\n正文。\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with one column and no item."""
    folder = tmp_path / "content"
    (folder / "tables").mkdir(parents=True)
    (folder / "news" / "2022").mkdir(parents=True)
    (folder / "tables" / "columns.csv").write_text(
        "栏目名称,链接名\n要闻,yao-wen\n", encoding="utf-8"
    )
    return folder


def add_item(content: Path, name: str, day: str = "2022-03-09", more: str = "") -> None:
    """Write an item with more keys than it needs."""
    text = HEAD.format(date=day, more=more)
    (content / "news" / "2022" / f"{name}.md").write_text(text, encoding="utf-8")


def checked(content: Path) -> list[Problem]:
    """Return what the rules say of a folder that reads without error."""
    reading = read_bulletin(content, date(2022, 12, 31))
    assert reading.bulletin is not None
    return check(content, reading)


def told(problems: list[Problem]) -> list[tuple[str, int | None]]:
    """Return code and line of each problem."""
    return [(problem.code, problem.place.line) for problem in problems]


def test_an_event_after_its_item_is_told_at_its_key(content: Path) -> None:
    """A report cannot be older than what it reports."""
    add_item(content, "a", more="活动日期: 2022-03-10\n")
    assert told(checked(content)) == [("event-after-date", 4)]


def test_an_event_in_the_month_of_its_item_is_innocent(content: Path) -> None:
    """An item dated by month covers all its days."""
    add_item(content, "a", day="2022-03", more="活动日期: 2022-03-31\n")
    assert checked(content) == []


def test_a_notice_may_announce_what_comes(content: Path) -> None:
    """通知 and 公示 look ahead."""
    add_item(content, "a", more="活动日期: 2022-03-10\n体裁: 通知\n")
    assert checked(content) == []


def test_an_empty_column_is_told(content: Path) -> None:
    """A column whose only item is a draft is empty to a reader."""
    add_item(content, "a", more="状态: 草稿\n")
    assert told(checked(content)) == [("empty-column", None)]


def updated_within(content: Path, days: int) -> None:
    """Write a 更新期限 for the column, in the second row and fourth cell of its table."""
    table = f"栏目名称,链接名,说明,更新期限\n某栏,mou,,\n要闻,yao-wen,,{days}\n"
    (content / "tables" / "columns.csv").write_text(table, encoding="utf-8")


def updates_told(content: Path, *, with_waiting: bool = False) -> list[Problem]:
    """Return what is said of the column with a 更新期限."""
    reading = read_bulletin(content, date(2022, 12, 31), with_waiting=with_waiting)
    told = check(content, reading)
    assert all(one.level is Level.WARNING for one in told)
    return [one for one in told if "要闻" in one.message]


def test_a_column_without_a_new_item_is_told_at_its_cell(content: Path) -> None:
    """Its editors have set themselves the days; with the day on which it was last updated."""
    updated_within(content, 30)
    add_item(content, "a", "2022-11-30")
    add_item(content, "b", "2022-03-09")
    (problem,) = updates_told(content)
    place = problem.place
    assert (problem.code, place.file, place.line, place.column) == (
        *("column-not-updated", "content/tables/columns.csv"),
        *(3, 4),
    )
    assert problem.message == (
        "栏目“要闻”的更新期限是 30 天，最新一篇的日期是 2022-11-30，到今天已有 31 天。"
    )
    assert "发一篇新稿" in problem.remedy


def test_a_column_in_a_workbook_is_told_there(content: Path) -> None:
    """The place is the row and the number of the cell."""
    (content / "tables" / "columns.csv").unlink()
    workbook = Workbook()
    for row in (["更新期限", "栏目名称", "链接名"], [30, "要闻", "yao-wen"]):
        workbook.active.append(row)
    workbook.save(content / "tables" / "columns.xlsx")
    add_item(content, "a")
    (problem,) = updates_told(content)
    place = problem.place
    assert (place.file, place.line, place.column) == ("content/tables/columns.xlsx", 2, 1)


@pytest.mark.parametrize("day", ["2022-12-01", "2022-12", "2022", "2022-12-31 08:00"])
def test_a_column_that_may_be_updated_in_time_is_innocent(content: Path, day: str) -> None:
    """On the last day it still is; a month or a year covers all its days."""
    updated_within(content, 30)
    add_item(content, "a", "2022-03-09")
    add_item(content, "b", day)
    assert updates_told(content) == []


@pytest.mark.parametrize(
    ("day", "more"),
    [("2022-12-30", "状态: 草稿\n"), ("2022-12-30", "状态: 撤稿\n"), ("2023-01-01", "")],
)
@pytest.mark.parametrize("with_waiting", [False, True])
def test_an_item_that_is_not_public_updates_no_column(
    content: Path, day: str, more: str, *, with_waiting: bool
) -> None:
    """Readers do not see it; a column that has no other is empty, and told once."""
    updated_within(content, 30)
    add_item(content, "a", day, more)
    (empty,) = updates_told(content, with_waiting=with_waiting)
    assert (empty.code, empty.place.line) == ("column-not-updated", 3)
    assert "没有公开的稿件" in empty.message
    add_item(content, "b", "2022-03-09")
    (old,) = updates_told(content, with_waiting=with_waiting)
    assert "2022-03-09，到今天已有 297 天" in old.message


CORRECTION = "更正:\n  - 日期: {day}\n    原文: {original}\n    改为: {corrected}\n"


def correction(original: str, corrected: str, day: str = "2022-04-01") -> str:
    """Return a correction; the whole text of an item here is 正文."""
    return CORRECTION.format(day=day, original=original, corrected=corrected)


def test_an_item_in_the_folder_of_another_year_is_told(content: Path) -> None:
    """Its address would belie its date; 2022 alone is the year of its folder."""
    add_item(content, "a", day="2021-12-31")
    add_item(content, "b", day="2022")
    assert told(checked(content)) == [("other-year", 3)]


@pytest.mark.parametrize("day", ["0026-11-01", "0224-11-01"])
def test_no_folder_of_a_mistyped_year_is_proposed(content: Path, day: str) -> None:
    """An item moved to news/26/ would not be read there."""
    add_item(content, "a", day=day)
    reading = read_bulletin(content, date(2022, 12, 31))
    assert [one.code for one in (*reading.problems, *check(content, reading))] == ["bad-date"]


@pytest.mark.parametrize("published", ["2023-01-01", "2023-01-01 08:00", "2023-01"])
def test_an_item_published_before_its_time_is_told(content: Path, published: str) -> None:
    """Its editor believes that it waits, and everybody reads it."""
    add_item(content, "a", more=f"发布时间: {published}\n")
    (problem,) = checked(content)
    assert (problem.code, problem.place.line, problem.place.column) == ("published-ahead", 4, 1)
    assert f"发布时间 {published} 还没有到，这篇却已经公开" in problem.message
    assert "把 日期 写成那一天" in problem.remedy


@pytest.mark.parametrize("published", ["2022-12-31 23:59", "2022-12", "2022-03-09 08:00"])
def test_an_item_published_by_today_is_innocent(content: Path, published: str) -> None:
    """The hour of a build says nothing; a month covers all its days."""
    add_item(content, "a", more=f"发布时间: {published}\n")
    assert checked(content) == []


@pytest.mark.parametrize(
    ("day", "more"),
    [("2022-03-09", "状态: 草稿\n"), ("2022-03-09", "状态: 撤稿\n"), ("2023-01-01", "")],
)
@pytest.mark.parametrize("with_waiting", [False, True])
def test_an_item_that_is_not_public_may_bear_a_time_to_come(
    content: Path, day: str, more: str, *, with_waiting: bool
) -> None:
    """It waits as its editor wants; a preview shows it all the same."""
    add_item(content, "a", day, f"发布时间: 2023-01-01\n{more}")
    reading = read_bulletin(content, date(2022, 12, 31), with_waiting=with_waiting)
    assert "published-ahead" not in [problem.code for problem in check(content, reading)]


def test_a_pin_that_ends_before_it_begins_is_told(content: Path) -> None:
    """The day of the item itself, and its month, are innocent."""
    add_item(content, "a", more="置顶至: 2022-03-08\n")
    add_item(content, "b", more="置顶至: 2022-03\n")
    assert told(checked(content)) == [("pinned-before-date", 4)]


@pytest.mark.parametrize(
    ("day", "code"), [("2022-03-08", "correction-before-date"), ("2023-01", "correction-ahead")]
)
def test_a_correction_of_an_impossible_date_is_told(content: Path, day: str, code: str) -> None:
    """It is made after the item was published, and not tomorrow; its place is its 原文."""
    add_item(content, "a", more=correction("证文", "正文", day))
    assert told(checked(content)) == [(code, 6)]


@pytest.mark.parametrize("day", ["2022-03", "2022-03-09", "2022-12-31"])
def test_a_correction_of_the_same_day_is_innocent(content: Path, day: str) -> None:
    """A month covers all its days."""
    add_item(content, "a", more=correction("证文", "正文", day))
    assert checked(content) == []


def test_a_correction_that_was_not_made_is_told(content: Path) -> None:
    """Readers are told that something was changed which stands there unchanged."""
    add_item(content, "a", more=correction("正文", "证文"))
    (problem,) = checked(content)
    assert (problem.code, problem.place.line, problem.place.column) == ("correction-not-made", 6, 5)
    assert "更正说“正文”改为“证文”，稿件里还是原来的写法。" in problem.message


@pytest.mark.parametrize(
    ("head", "where"),
    [
        (f"副题: 甲有35名党员\n{correction('35名', '5名')}", "稿件里"),
        (f"副题: 证文写错\n{correction('证文', '正文')}", "标题或摘要里"),
        (f"摘要: 证文写错\n{correction('证文', '正文')}", "标题或摘要里"),
    ],
)
def test_a_correction_made_in_part_is_told(content: Path, head: str, where: str) -> None:
    """5名 is no part of 35名, and what stands above the text is what most people read."""
    add_item(content, "a", more=head)
    (problem,) = checked(content)
    assert (problem.code, problem.place.column) == ("correction-not-made", 5)
    assert f"{where}还是原来的写法。" in problem.message
    assert f"{where}也照“改为”改过来" in problem.remedy


@pytest.mark.parametrize(
    "more",
    [
        correction("证文", "正文"),
        "副题: 甲有35名党员，十一项工作\n" + correction("5名", "8名"),
        "副题: 十一项\n" + correction("一项", "两项"),
        "副题: 1,500元\n" + correction("500元", "800元"),
        "副题: 论正\n" + correction("正", "正文"),
        "副题: 论证\n" + correction("证", "正文"),
        correction("文", "正文"),
        correction("副刊", "副页"),
        correction("正文", "证文") + correction("证文", "正文").partition("\n")[2],
        "副题: 证文\n" + correction("正文", "证文"),
        "副题: 甲村，乙镇\n" + correction("甲村", "甲村,乙镇"),
        "副题: 延发〔2024〕7号\n" + correction("延发", "延发[２０２４]第07号"),
        "副题: 甲开会了\n" + correction("开会", "开会了。"),
    ],
)
def test_a_correction_that_may_have_been_made_is_innocent(content: Path, more: str) -> None:
    """Of the text, of what is no more in it, of other numbers, or mended by check --fix."""
    add_item(content, "a", more=more)
    assert checked(content) == []


@pytest.mark.parametrize(
    ("folder", "today"),
    [("content", date(2026, 11, 22)), ("tests/site/valid", date(2023, 1, 15))],
)
def test_sound_content_raises_no_alarm(folder: str, today: date) -> None:
    """A checker that cries wolf is switched off; the columns of the small one have a 更新期限."""
    reading = read_bulletin(ROOT / folder, today)
    assert reading.bulletin is not None, reading.problems
    assert check(ROOT / folder, reading) == []
