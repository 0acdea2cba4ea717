"""Related items (相关稿件): those that share topics, branches and organisations, then the nearest.

Of equals those stand first that appeared about the same time: an old item leads to what happened
around it, and a new one changes the pages of its neighbours instead of everybody's. The text of an
item plays no part in it, so that an edit of one text leaves other pages alone.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.grouping import NEAR, around
from plugins.domain.news_item import NewsItem

RELATED_AT_MOST = 5
CANDIDATES_A_GROUP = NEAR
WEIGHT_OF_TOPIC = 2
WEIGHT_BY_KIND = {addresses.BRANCHES: 3, addresses.ORGANISATIONS: 2}


def related_items(
    bulletin: Bulletin, item: NewsItem, besides: Iterable[NewsItem] = ()
) -> tuple[NewsItem, ...]:
    """Return the items most closely related to one, without itself and those `besides`.

    Of those that share something only the nearest in time are candidates: the work grows with the
    number of items, not with its square.
    """
    places, days = bulletin.place_of_item, bulletin.days_of_items
    own = places[item.file]
    day = days[own]
    scores = _scores(bulletin, item, own)
    for other in (item, *besides):
        scores.pop(places[other.file], None)
    ranks = [
        (-score, abs(days[place] - day), place > own, abs(place - own), place)
        for place, score in scores.items()
    ]
    ranks.sort()
    return tuple([bulletin.items[rank[-1]] for rank in ranks[:RELATED_AT_MOST]])


def all_related_groups(bulletin: Bulletin) -> Iterator[Sequence[NewsItem]]:
    """Yield every group of items that share a topic, branch or organisation."""
    yield from bulletin.items_by_topic.values()
    yield from (members for address, members in bulletin.items_about.items() if _weight(address))


def _related_groups(bulletin: Bulletin, item: NewsItem) -> Iterator[tuple[int, Sequence[NewsItem]]]:
    """Yield all that share a topic, branch or organisation with an item, and what that weighs."""
    for slug in item.topic_slugs:
        yield WEIGHT_OF_TOPIC, bulletin.items_by_topic[slug]
    for address in bulletin.addresses_about(item):
        if weight := _weight(address):
            yield weight, bulletin.items_about[address]


def _weight(address: str) -> int:
    return WEIGHT_BY_KIND.get(address[: address.index("/") + 1], 0)


def _scores(bulletin: Bulletin, item: NewsItem, own: int) -> dict[int, int]:
    """Add up the weights of what the item at a place shares with others, by their places."""
    scores: dict[int, int] = {}
    for weight, members in _related_groups(bulletin, item):
        places = bulletin.places_of(members)
        near = around(places, bisect_left(places, own), CANDIDATES_A_GROUP)
        if scores:
            for place in near:
                scores[place] = scores.get(place, 0) + weight
        else:
            scores = dict.fromkeys(near, weight)
    return scores
