"""Related items (相关稿件): those that share topics, branches and organisations, then the nearest.

Of equals those stand first that appeared about the same time: an old item leads to what happened
around it, and a new one changes the pages of its neighbours instead of everybody's. The text of an
item plays no part in it, so that an edit of one text leaves other pages alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.grouping import around
from plugins.domain.news_item import NewsItem
from plugins.domain.views import NewsRow

RELATED_AT_MOST = 5
CANDIDATES_A_GROUP = 20
WEIGHT_OF_TOPIC = 2
WEIGHT_BY_KIND = {addresses.BRANCHES: 3, addresses.ORGANISATIONS: 2}


class RelatedItems:
    """Finds the items that go with another one.

    Of those that share something only the nearest in time are candidates: the work grows with the
    number of items, not with its square.
    """

    def __init__(self, bulletin: Bulletin) -> None:
        """Take the bulletin that the items are in."""
        self._bulletin = bulletin

    def inputs_of(self, item: NewsItem) -> tuple[tuple[int, tuple[NewsRow, ...]], ...]:
        """Return what decides which items go with one, and how they are shown."""
        rows_of = self._bulletin.rows_of
        return tuple([(weight, rows_of(nearest)) for weight, nearest in self._candidates(item)])

    def of(self, item: NewsItem, besides: Iterable[NewsItem] = ()) -> tuple[NewsItem, ...]:
        """Return the items most closely related to one, without itself and those `besides`."""
        places, items = self._bulletin.place_of_item, self._bulletin.items
        own, scores = places[item.file], self._scores(item)
        for other in (item, *besides):
            scores.pop(places[other.file], None)
        # One number orders by score, then by nearness, then the newer first.
        span = 2 * len(items)
        best = nlargest(
            RELATED_AT_MOST,
            [score * span - 2 * abs(at - own) - (at > own) for at, score in scores.items()],
        )
        away = (divmod(-number % span, 2) for number in best)
        return tuple(items[own + distance if older else own - distance] for distance, older in away)

    def _scores(self, item: NewsItem) -> dict[int, int]:
        """Add up the weights of what an item shares with others, by their places."""
        places = self._bulletin.place_of_item
        scores: defaultdict[int, int] = defaultdict(int)
        for weight, nearest in self._candidates(item):
            for other in nearest:
                scores[places[other.file]] += weight
        return scores

    def _candidates(self, item: NewsItem) -> Iterator[tuple[int, Sequence[NewsItem]]]:
        """Yield of everything that an item shares with others: its weight, the nearest of them."""
        for weight, members in self._groups(item):
            index = self._bulletin.index_in(members, item)
            yield weight, around(members, index, CANDIDATES_A_GROUP)

    def _groups(self, item: NewsItem) -> Iterator[tuple[int, Sequence[NewsItem]]]:
        bulletin = self._bulletin
        for slug in item.topic_slugs:
            yield WEIGHT_OF_TOPIC, bulletin.items_by_topic[slug]
        for address in bulletin.addresses_about(item):
            if weight := WEIGHT_BY_KIND.get(address[: address.index("/") + 1]):
                yield weight, bulletin.items_about[address]
