"""A headline breaks where its writer paused, and nowhere else if that can be had."""

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment

HEADLINES = [
    "责任扛起来 担子挑起来 干出样子来",
    "基层堡垒筑得牢 机关党建“枝叶茂”",
    "市直机关扎实推进基层党组织“枝叶茂”建设取得新成效",
    "志愿服务队连续三个周末为延河河道“美颜”了",
    "一条没有引号也没有空格的长标题不会只剩一个字",
    "引号“里面的话长到一行放不下就只好让它断开来”也不会丢字",
    "只有前引号“没有后引号的标题也要一字不差地印出来",
    "<em>与 & 都是文字",
    "“甲”“乙”连用时各自成行内的一体，谁也不拆开谁",
]


def headline(environment: Environment, text: str) -> BeautifulSoup:
    """Return a headline as the browser gets it."""
    macro = environment.get_template("components/headline/macro.html").module.headline
    return BeautifulSoup(str(macro(text)), "html.parser")


@pytest.mark.parametrize("text", HEADLINES)
def test_the_text_of_a_headline_is_not_changed(environment: Environment, text: str) -> None:
    """Copied, searched for or read aloud, a headline is what its writer typed."""
    assert headline(environment, text).get_text() == text


def test_a_short_part_stays_whole(environment: Environment) -> None:
    """A line may end only at the blanks between parts that each fit a phone."""
    whole = [span.get_text() for span in headline(environment, HEADLINES[0]).find_all("span")]
    assert whole == ["责任扛起来", "担子挑起来", "干出样子来"]


def test_a_quotation_stays_with_its_marks(environment: Environment) -> None:
    """Nothing breaks between a quotation and the marks around it."""
    whole = [span.get_text() for span in headline(environment, HEADLINES[2]).find_all("span")]
    assert "“枝叶茂”" in whole


def test_a_single_character_after_a_quotation_stays_with_it(environment: Environment) -> None:
    """The last line never holds one character alone."""
    whole = [span.get_text() for span in headline(environment, HEADLINES[3]).find_all("span")]
    assert whole == ["“美颜”了"]


def test_the_last_two_characters_stay_together(environment: Environment) -> None:
    """A headline without blanks or quotations keeps its end together."""
    whole = [span.get_text() for span in headline(environment, HEADLINES[4]).find_all("span")]
    assert whole == ["个字"]


def test_a_quotation_too_long_for_a_phone_may_break(environment: Environment) -> None:
    """Rather a break inside a quotation than a line that runs off the screen."""
    whole = [span.get_text() for span in headline(environment, HEADLINES[5]).find_all("span")]
    assert whole == ["丢字"]
