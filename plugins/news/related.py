"""Related items (相关稿件): those that share topics, branches and organisations, then the newest.

The text of an item plays no part in it, so that an edit of one text leaves other pages alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import chain
from typing import NamedTuple

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import NewsItem
from plugins.domain.page import Shared

RELATED_AT_MOST = 5
CANDIDATES_A_GROUP = 30
WEIGHT_OF_TOPIC = 2
WEIGHTS_BY_KIND = {addresses.BRANCHES: 3, addresses.ORGANISATIONS: 2}


class _Group(NamedTuple):
    """Items that share something: the places of the newest among all items, and what it weighs."""

    weight: int
    places: tuple[int, ...]
    inputs: Shared


class RelatedItems:
    """Finds the items that go with another one.

    Of a group only the newest are candidates: the work grows with the number of items, not with
    its square.
    """

    def __init__(self, bulletin: Bulletin) -> None:
        """Group the items of a bulletin by what they share."""
        self._items = bulletin.items
        self._places = {item.file: place for place, item in enumerate(bulletin.items)}
        self._groups: dict[int, list[_Group]] = {}
        for weight, members in _weighted(bulletin):
            places = tuple(self._places[member.file] for member in members)
            newest = places[:CANDIDATES_A_GROUP]
            inputs = Shared((weight, bulletin.rows_of(members[:CANDIDATES_A_GROUP])))
            group = _Group(weight, newest, inputs)
            for place in places:
                self._groups.setdefault(place, []).append(group)

    def inputs_of(self, item: NewsItem) -> tuple[Shared, ...]:
        """Return what decides which items go with one, and how they are shown."""
        groups = self._groups.get(self._places[item.file], ())
        return tuple([group.inputs for group in groups])

    def of(self, item: NewsItem, besides: Iterable[NewsItem] = ()) -> tuple[NewsItem, ...]:
        """Return the items most closely related to one, without itself and those `besides`."""
        scores = self._scores(self._places[item.file])
        for other in (item, *besides):
            scores.pop(self._places[other.file], None)
        # One number orders by score, then by place: 10,000 items have two million candidates.
        total = len(self._items)
        best = nlargest(RELATED_AT_MOST, [score * total - at for at, score in scores.items()])
        return tuple(self._items[-number % total] for number in best)

    def _scores(self, place: int) -> dict[int, int]:
        """Add up the weights of what the item at a place shares with others, by their places."""
        scores: defaultdict[int, int] = defaultdict(int)
        for group in self._groups.get(place, ()):
            for other in group.places:
                scores[other] += group.weight
        return scores


def _weighted(bulletin: Bulletin) -> Iterator[tuple[int, tuple[NewsItem, ...]]]:
    """Yield every group of items that share something, and how much that weighs."""
    topics = ((WEIGHT_OF_TOPIC, members) for members in bulletin.items_by_topic.values())
    entities = (
        (weight, members)
        for address, members in bulletin.items_about.items()
        for kind, weight in WEIGHTS_BY_KIND.items()
        if address.startswith(kind)
    )
    return chain(topics, entities)
