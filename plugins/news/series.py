"""The other items of a series, in the order they came."""

from collections.abc import Mapping

from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import NewsItem

SHOWN_AT_MOST = 10


def others_in_series(bulletin: Bulletin) -> Mapping[str, tuple[NewsItem, ...]]:
    """Return the rest of its series, oldest first, for every item of one, by its identity."""
    return {
        member.identity: _around(newest_first[::-1], place)
        for newest_first in bulletin.items_by_series.values()
        for place, member in enumerate(reversed(newest_first))
    }


def _around(members: tuple[NewsItem, ...], place: int) -> tuple[NewsItem, ...]:
    """Return the members around a place, without the one at it: a long series is not all shown."""
    last_start = max(0, len(members) - SHOWN_AT_MOST - 1)
    start = min(max(0, place - SHOWN_AT_MOST // 2), last_start)
    return members[start:place] + members[place + 1 : start + SHOWN_AT_MOST + 1]
