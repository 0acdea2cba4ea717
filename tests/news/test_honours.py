"""Honours at a glance: the newest recognition of each, its number and its coverage."""

from typing import Any

import pytest

from plugins.domain.honour_glances import honour_glances
from plugins.domain.tables import Recipient
from plugins.domain.views import HonourGlance
from plugins.news.home import home_page
from tests.builders import bulletin, day, honour, recognition

BRANCHES = honour("五星级党支部", "wuxing")
PERSONS = honour("党员示范岗", "shifan", awarded_to="个人")


def glance(of: object, *recognitions: object, listed: tuple[Recipient, ...] = ()) -> HonourGlance:
    """Return the glance at the only honour of a bulletin."""
    (only,) = honour_glances(bulletin(honours=(of,), recognitions=recognitions, recipients=listed))
    return only


def recipients(number: str, *names: str, grounds: str = "") -> tuple[Recipient, ...]:
    """Return the recipients of one recognition."""
    return tuple(Recipient(recognition=number, name=name, public_grounds=grounds) for name in names)


def test_the_newest_recognition_says_number_batch_and_coverage() -> None:
    """The number is what was announced; the coverage says how much of it is listed."""
    told = glance(
        BRANCHES,
        recognition("old", "五星级党支部", 2021, announced=35),
        recognition("new", "五星级党支部", 2022, announced=23, awarded_on=day("2022-06")),
        listed=(*recipients("new", "甲党支部"), *recipients("old", "乙党支部", "丙党支部")),
    )
    assert (told.honour.title, told.honour.url) == ("五星级党支部", "honours/wuxing/")
    assert (told.number, told.batch) == (23, "2022年6月授予")
    assert told.coverage == "公布23个，本刊收录1个"


def test_a_recognition_with_an_announced_number_goes_before_a_newer_one_without() -> None:
    """A number that was never announced is not what a glance should show."""
    told = glance(
        BRANCHES,
        recognition("a", "五星级党支部", 2021, announced=35),
        recognition("b", "五星级党支部", 2022),
        listed=recipients("b", "甲党支部"),
    )
    assert (told.number, told.batch, told.coverage) == (
        35,
        "2021年度",
        "公布35个，本刊未收录名单",
    )


def test_where_none_was_announced_no_number_is_shown() -> None:
    """The bulletin says then that it knows no announced number."""
    told = glance(
        BRANCHES, recognition("a", "五星级党支部"), listed=recipients("a", "甲党支部", "乙党支部")
    )
    assert (told.number, told.coverage) == (None, "公布数量未见记载，本刊收录2个")


def test_a_list_published_in_full_says_so() -> None:
    """Nobody needs to compare two equal numbers."""
    told = glance(
        BRANCHES, recognition("a", "五星级党支部", announced=1), listed=recipients("a", "甲党支部")
    )
    assert told.coverage == "公布1个，全部收录"


@pytest.mark.parametrize(
    ("grounds", "coverage"), [("", "公布50名，个人不列名"), ("公示", "公布50名，本刊收录1名")]
)
def test_persons_are_listed_only_with_grounds(grounds: str, coverage: str) -> None:
    """A person without 公开依据 is not counted among those the bulletin lists."""
    told = glance(
        PERSONS,
        recognition("a", "党员示范岗", announced=50),
        listed=recipients("a", "某人", grounds=grounds),
    )
    assert (told.number, told.coverage) == (50, coverage)


def test_of_two_recognitions_of_a_year_the_later_one_counts() -> None:
    """Whatever the order of the table; a year alone counts as its first day."""
    told = glance(
        BRANCHES,
        recognition("late", "五星级党支部", announced=3, awarded_on=day("2022-12")),
        recognition("undated", "五星级党支部", announced=2),
        recognition("early", "五星级党支部", announced=20, awarded_on=day("2022-06")),
    )
    assert told.number == 3


def test_an_honour_that_was_never_given_says_so() -> None:
    """It has no number, which is not the same as none."""
    told = glance(BRANCHES)
    assert (told.number, told.batch, told.coverage) == (None, "", "本刊尚无表彰记录")


def test_the_home_page_shows_the_first_four_that_have_a_number() -> None:
    """And says the same of them as 荣誉榜, which shows all."""
    honours = tuple(honour(f"荣誉{n}", f"h{n}") for n in range(7))
    recognitions = tuple(recognition(f"r{n}", f"荣誉{n}", announced=n) for n in range(6))
    of = bulletin(honours=honours, recognitions=recognitions)
    view: Any = home_page(of).view
    assert [told.number for told in view.honours] == [1, 2, 3, 4]
    assert view.honours == honour_glances(of)[1:5]
