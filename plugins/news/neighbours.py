"""Which item stands before and after another one in its column."""

from typing import NamedTuple

from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import NewsItem
from plugins.domain.views import Link


class Neighbours(NamedTuple):
    """The next older and the next newer item of the column."""

    previous: Link | None
    next: Link | None


def neighbours_of(bulletin: Bulletin, item: NewsItem) -> Neighbours:
    """Return the neighbours of an item."""
    items = bulletin.items_by_column[item.column_slug]
    index = bulletin.index_in(items, item)
    older, newer = items[index + 1 : index + 2], items[max(0, index - 1) : index]
    return Neighbours(*(_link(one[0]) if one else None for one in (older, newer)))


def _link(item: NewsItem) -> Link:
    return Link(item.headline, item.address)
