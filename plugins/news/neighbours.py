"""Which item stands before and after another one in its column."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import NewsItem
from plugins.domain.views import Link


class Neighbours(NamedTuple):
    """The next older and the next newer item of the column."""

    previous: Link | None
    next: Link | None


def neighbours_in_columns(bulletin: Bulletin) -> Mapping[str, Neighbours]:
    """Return the neighbours of every item, by its identity."""
    return {
        item.identity: Neighbours(_link(older), _link(newer))
        for items in bulletin.items_by_column.values()
        for newer, item, older in zip((None, *items), items, (*items[1:], None), strict=False)
    }


def _link(item: NewsItem | None) -> Link | None:
    return Link(item.headline, item.address) if item else None
