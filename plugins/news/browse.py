"""What there is to browse from the home page: the topics and organisations with most items."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import Organisation, Topic, TopicState
from plugins.domain.views import Link

SHOWN_AT_MOST = 24

Row = TypeVar("Row", Topic, Organisation)


def busiest_topics(bulletin: Bulletin) -> tuple[Link, ...]:
    """Return the topics that run and have items, by their number."""
    found = bulletin.items_by_topic
    running = [topic for topic in bulletin.topics if topic.state is TopicState.RUNNING]
    return _busiest(running, lambda topic: len(found.get(topic.slug, ())))


def busiest_organisations(bulletin: Bulletin) -> tuple[Link, ...]:
    """Return the organisations that items list or name, by the number of items."""
    found = bulletin.items_about
    return _busiest(bulletin.organisations, lambda row: len(found.get(row.address, ())))


def _busiest(table: Sequence[Row], count: Callable[[Row], int]) -> tuple[Link, ...]:
    """Return the rows with the highest counts, equal ones in the order of their table."""
    counted = [row for row in table if count(row)]
    busiest = sorted(counted, key=count, reverse=True)[:SHOWN_AT_MOST]
    return tuple(Link(row.name, row.address) for row in busiest)
