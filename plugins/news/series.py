"""The other items of a series, in the order they came."""

from plugins.domain.bulletin import Bulletin
from plugins.domain.grouping import around
from plugins.domain.news_item import NewsItem

SHOWN_AT_MOST = 10


def others_in_series(bulletin: Bulletin, item: NewsItem) -> tuple[NewsItem, ...]:
    """Return the rest of an item's series, oldest first; those around it where it is long."""
    members = bulletin.items_by_series.get(item.series, ())
    if not members:
        return ()
    shown = around(members, bulletin.index_in(members, item), SHOWN_AT_MOST)
    return tuple(one for one in reversed(shown) if one is not item)
