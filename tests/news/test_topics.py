"""Topics: the index by state, and the page of each: introduction, facts, items in time."""

from typing import Any

from plugins.domain.tables import Topic
from plugins.domain.timeline import TimelineYear
from plugins.domain.views import Fact
from plugins.news.browse import busiest_topics
from plugins.news.topics import topic_pages
from tests.builders import bulletin, item, topic, views_by_path

ARCHIVED = Topic(name="果园管理", slug="guoyuan", state="归档", introduction="一段导语。")
RUNNING = topic("学雷锋", "leifeng")


def views(*items: Any, topics: tuple[Topic, ...] = (RUNNING, ARCHIVED)) -> dict[str, Any]:
    """Return the views of the pages of topics by their paths."""
    return views_by_path(topic_pages(bulletin(*items, topics=topics)))


def dated(topic_slug: str, *dates: str) -> list[Any]:
    """Return an item of a topic for each date."""
    return [
        item(f"{when[:4]}/i{number}", when, topic_slugs=(topic_slug,))
        for number, when in enumerate(dates)
    ]


def dates_of(timeline: tuple[TimelineYear, ...]) -> list[str]:
    """Return the dates of a timeline in their order."""
    return [one.iso for year in timeline for month in year.months for one in month.entries]


def test_running_topics_stand_apart_from_archived_ones() -> None:
    """Each with the number of its items and the years they are from."""
    view = views(*dated("leifeng", "2022-03", "2024-03"), *dated("guoyuan", "2021-03"))[
        "topics/index.html"
    ]
    assert [(one.link.title, one.count, one.years) for one in view.running] == [
        ("学雷锋", "2篇", "2022—2024年")
    ]
    assert [(one.link.title, one.count, one.years) for one in view.archived] == [
        ("果园管理", "1篇", "2021年")
    ]


def test_a_topic_without_items_has_a_page_and_no_years() -> None:
    """A topic of the table is never a dead link."""
    found = views()
    (entry,) = found["topics/index.html"].running
    assert (entry.count, entry.years) == ("", "")
    view = found["topics/leifeng/index.html"]
    assert view.timeline == ()
    assert view.facts == (Fact("状态", "进行中"),)


def test_a_running_topic_begins_with_the_newest_an_archived_one_with_the_oldest() -> None:
    """Who follows a topic wants the news, who looks back reads it as it went."""
    dates = ("2021-05-01", "2022-03", "2022-03-09")
    found = views(*dated("leifeng", *dates), *dated("guoyuan", *dates))
    running = dates_of(found["topics/leifeng/index.html"].timeline)
    archived = dates_of(found["topics/guoyuan/index.html"].timeline)
    assert running == ["2022-03-09", "2022-03", "2021-05-01"]
    assert archived == running[::-1]


def test_the_facts_tell_state_number_and_span() -> None:
    """From the oldest to the newest item, whatever the order of the timeline."""
    found = views(*dated("guoyuan", "2021-05-01", "2022-03"))
    assert found["topics/guoyuan/index.html"].facts == (
        Fact("状态", "归档"),
        Fact("稿件", "2篇"),
        Fact("时间", "2021年5月1日—2022年3月"),
    )


def test_one_date_is_no_span() -> None:
    """A single item has one time."""
    facts = views(*dated("leifeng", "2022-03"))["topics/leifeng/index.html"].facts
    assert facts[-1] == Fact("时间", "2022年3月")


def test_a_topic_stands_in_pages_of_twenty_and_is_introduced_once() -> None:
    """The further pages go on with the timeline."""
    found = views(*dated("guoyuan", *(f"2022-03-{day:02}" for day in range(1, 26))))
    first = found["topics/guoyuan/index.html"]
    second = found["topics/guoyuan/page/2/index.html"]
    assert (len(dates_of(first.timeline)), len(dates_of(second.timeline))) == (20, 5)
    assert dates_of(second.timeline)[0] == "2022-03-21"
    assert (first.introduction, second.introduction, second.facts) == ("一段导语。", "", ())
    assert second.head.title == "果园管理（第2页）"
    assert [link.title for link in second.head.breadcrumbs] == ["首页", "专题", "果园管理", "第2页"]


def test_without_an_introduction_the_sentence_of_lists_opens_the_page() -> None:
    """说明 is short, but better than nothing."""
    described = Topic(name="换届", slug="huanjie", description="换届的报道。")
    view = views(topics=(described,))["topics/huanjie/index.html"]
    assert view.introduction == "换届的报道。"


def test_the_home_page_offers_no_archived_topic() -> None:
    """It leads to what goes on."""
    of = bulletin(
        *dated("leifeng", "2022-03"), *dated("guoyuan", "2021-03"), topics=(ARCHIVED, RUNNING)
    )
    assert [link.title for link in busiest_topics(of)] == ["学雷锋"]
