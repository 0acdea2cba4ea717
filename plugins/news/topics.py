"""专题: the index of topics, and the pages of each."""

from collections.abc import Iterator

from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.page import Page, PageSet
from plugins.domain.sections import TOPICS
from plugins.domain.views import Link
from plugins.news.lists import counted_entry, index_page, list_set


def topic_pages(bulletin: Bulletin) -> Iterator[Page | PageSet]:
    """Yield the index of topics and the pages of every topic of the table."""
    found = bulletin.items_by_topic
    entries = (
        counted_entry(Link(topic.name, topic.address), len(found.get(topic.slug, ())))
        for topic in bulletin.topics
    )
    yield index_page("news/topics.html", page_head(TOPICS), entries)
    for topic in bulletin.topics:
        here = Link(topic.name, topic.address)
        head = page_head(TOPICS, here, description=topic.description)
        yield list_set("news/topic.html", head, bulletin.rows_of(found.get(topic.slug, ())))
