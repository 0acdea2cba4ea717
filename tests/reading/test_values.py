"""Written values become a declared model, or problems."""

import pytest

from plugins.problems import Problem
from plugins.reading import Reading
from tests.conftest import WriteContent
from tests.reading.sources import COLUMNS, item, read, told


@pytest.fixture
def read_item(write_content: WriteContent) -> "ReadItem":
    """Return a function that reads a site of one item."""
    return ReadItem(write_content)


class ReadItem:
    """Reads one item, given by the lines that its head has beside the plain ones."""

    def __init__(self, write_content: WriteContent) -> None:
        """Write with the fixture."""
        self._write = write_content

    def __call__(self, *lines: str, **keys: str) -> Reading:
        """Read a site of this one item."""
        text = item("正文。\n", *lines, **keys)
        return read(self._write({"tables/columns.csv": COLUMNS, "news/2022/a.md": text}))

    def problems(self, *lines: str, **keys: str) -> list[Problem]:
        """Return what is told of it."""
        return list(self(*lines, **keys).problems)


def test_a_month_is_read_without_a_word(read_item: ReadItem) -> None:
    """A source may give no more than a month."""
    reading = read_item(日期="2022-03")
    assert reading.bulletin is not None
    assert reading.bulletin.items[0].date.text == "2022年3月"
    assert reading.problems == ()


def test_another_form_of_a_date_is_told_with_what_was_read(read_item: ReadItem) -> None:
    """An editor sees whether it was meant so."""
    (problem,) = read_item.problems(日期="２０２２年３月９日")
    assert (problem.code, problem.level, problem.place.line) == ("unusual-date", "info", 3)
    assert "2022-03-09" in problem.message


def test_a_day_that_does_not_exist_is_told_as_such(read_item: ReadItem) -> None:
    """The remedy is to look again, not to write it otherwise."""
    (problem,) = read_item.problems(日期="2022-02-30")
    assert problem.message == "日历上没有“2022-02-30”这一天。"
    assert "核对" in problem.remedy


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["体裁: 新闻"], ("not-a-choice", 7)),
        (["状态: 发表"], ("not-a-choice", 7)),
        (["活动日期: 三月九日"], ("bad-date", 7)),
        (["摘要: " + "长" * 301], ("too-long", 7)),
        (["图片: a.jpg"], ("entry-without-keys", 7)),
        (["图片:", "- a.jpg"], ("entry-without-keys", 8)),
        (["更正:", "- 日期: 2022-03-10", "  原文: 甲"], ("missing-key", 8)),
        (["更正:", "- 日期: 某日", "  原文: 甲", "  改为: 乙"], ("bad-date", 8)),
        (["待核:", "- 项目: 日期"], ("missing-key", 8)),
        (["标签: 甲,乙"], ("comma-in-list", 7)),
    ],
)
def test_a_value_of_the_wrong_kind_is_told(
    read_item: ReadItem, lines: list[str], expected: tuple[str, int]
) -> None:
    """Each is told once, at the value or at the entry that lacks it."""
    assert told(read_item.problems(*lines)) == [expected]


def test_a_choice_is_told_with_all_that_can_be_chosen(read_item: ReadItem) -> None:
    """An editor need not look elsewhere."""
    (problem,) = read_item.problems("体裁: 新闻")
    assert "是否为" not in problem.message
    assert "消息、通讯、综述、图片新闻、评论、通知、公示" in problem.remedy


@pytest.mark.parametrize(
    ("written", "meant"), [("发步", "发布"), ("布发", "发布"), ("发布了", "发布")]
)
def test_a_slip_in_a_choice_is_told_with_what_was_meant(
    read_item: ReadItem, written: str, meant: str
) -> None:
    """Another genre that shares a character would be a wrong proposal."""
    (problem,) = read_item.problems(f"状态: {written}")
    assert f"是否为“{meant}”" in problem.message


def test_every_missing_key_is_told_at_once(read_item: ReadItem) -> None:
    """An editor mends a file once, not five times."""
    found = read_item.problems(标题="", 日期="", 栏目="", 署名="")
    assert told(found) == [("missing-key", 1)] * 4


def test_a_key_without_a_value_is_not_there(read_item: ReadItem) -> None:
    """An optional key may be left empty."""
    assert told(read_item.problems("摘要:", "标签:", "图片:")) == []


def test_a_required_key_without_a_value_is_told_at_its_line(read_item: ReadItem) -> None:
    """An empty title is a missing one."""
    text = read_item.problems("短标题: 甲", 标题=" ")
    assert told(text) == [("missing-key", 2)]


def test_a_source_is_a_name_or_an_entry(read_item: ReadItem) -> None:
    """Both ways of writing give the same."""
    short = read_item(来源="某报").bulletin
    long = read_item("来源:", "- 名称: 某报", 来源="").bulletin
    assert short is not None
    assert long is not None
    assert short.items[0].whole().keys.source == long.items[0].whole().keys.source


def test_a_second_source_is_told(read_item: ReadItem) -> None:
    """An item comes from one place."""
    found = read_item.problems("来源:", "- 名称: 甲报", "- 名称: 乙报", 来源="")
    assert told(found) == [("one-entry-only", 8)]


def test_a_flag_is_yes_or_no(read_item: ReadItem) -> None:
    """Only 是 and 否 are said."""
    found = read_item.problems("来源:", "- 名称: 甲报", "  转载: true", 来源="")
    assert told(found) == [("not-a-choice", 8)]


@pytest.mark.parametrize("number", ["三十", "30天", "3.5", "-1", "３０", "1,000", "9" * 5000])
def test_a_number_is_written_in_digits(write_content: WriteContent, number: str) -> None:
    """Units, signs, separators and a number beyond all measure are told."""
    cell = f'"{number}"'
    content = write_content(
        {"tables/columns.csv": f"栏目名称,链接名,更新期限\n要闻,yaowen,{cell}\n"}
    )
    assert told(read(content).problems) == [("not-a-number", 2)]


def test_a_number_below_its_limit_is_told(write_content: WriteContent) -> None:
    """A column cannot be updated every zero days."""
    content = write_content({"tables/columns.csv": "栏目名称,链接名,更新期限\n要闻,yaowen,0\n"})
    (problem,) = read(content).problems
    assert (problem.code, problem.message) == ("out-of-range", "“更新期限”是 0，应不小于 1。")
