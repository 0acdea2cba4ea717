"""专题: the index of topics, and the pages of each: its introduction and its items in time."""

from collections.abc import Iterator, Sequence
from functools import partial

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.news_item import NewsItem
from plugins.domain.page import Page, PageSet
from plugins.domain.pagination import paginated
from plugins.domain.sections import TOPICS
from plugins.domain.tables import Topic, TopicState
from plugins.domain.timeline import entry_of_row, timeline
from plugins.domain.views import Fact, Link, NewsRow, PageHead
from plugins.news.numbered_heads import numbered
from plugins.news.page_views import TopicsView, TopicView
from plugins.news.views import TopicEntry

Rows = tuple[NewsRow, ...]


def topic_pages(bulletin: Bulletin) -> Iterator[Page | PageSet]:
    """Yield the index of topics and the pages of every topic of the table."""
    yield Page(addresses.file_of(TOPICS.url), "news/topics.html", _index(bulletin))
    for topic in bulletin.topics:
        yield _topic_set(topic, bulletin.rows_of(bulletin.items_by_topic.get(topic.slug, ())))


def _index(bulletin: Bulletin) -> TopicsView:
    entries = {
        state: tuple(
            _entry(topic, bulletin.items_by_topic.get(topic.slug, ()))
            for topic in bulletin.topics
            if topic.state is state
        )
        for state in TopicState
    }
    return TopicsView(
        page_head(TOPICS), TOPICS.title, entries[TopicState.RUNNING], entries[TopicState.ARCHIVED]
    )


def _entry(topic: Topic, items: Sequence[NewsItem]) -> TopicEntry:
    return TopicEntry(
        link=Link(topic.name, topic.address),
        description=topic.description,
        count=f"{len(items)}篇" if items else "",
        years=_span([f"{item.date.year}" for item in items], "年"),
    )


def _topic_set(topic: Topic, newest_first: Rows) -> PageSet:
    here = Link(topic.name, topic.address)
    head = page_head(TOPICS, here, description=topic.introduction or topic.description)
    rows = newest_first if topic.state is TopicState.RUNNING else newest_first[::-1]
    inputs = (head, _facts(topic, newest_first), rows)
    return PageSet(head.url, inputs, partial(_topic_pages, *inputs))


def _topic_pages(head: PageHead, facts: tuple[Fact, ...], rows: Rows) -> Iterator[Page]:
    for address, shown, pagination in paginated(rows, head.url):
        is_first = pagination.number == 1
        view = TopicView(
            head=numbered(head, address, pagination.number),
            title=head.title,
            introduction=head.description if is_first else "",
            facts=facts if is_first else (),
            timeline=timeline(entry_of_row(row) for row in shown),
            pagination=pagination,
        )
        yield Page(addresses.file_of(address), "news/topic.html", view)


def _facts(topic: Topic, newest_first: Rows) -> tuple[Fact, ...]:
    state = Fact("状态", topic.state.value)
    if not newest_first:
        return (state,)
    span = _span([row.date.text for row in newest_first])
    return (state, Fact("稿件", f"{len(newest_first)}篇"), Fact("时间", span))


def _span(newest_first: Sequence[str], unit: str = "") -> str:
    """Say from when to when: one time where both are the same, nothing where there is none."""
    if not newest_first:
        return ""
    first, last = newest_first[-1], newest_first[0]
    return f"{first}{unit}" if first == last else f"{first}—{last}{unit}"
