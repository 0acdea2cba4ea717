"""The rows of all items: each is made once and shared by every list it stands in."""

from collections.abc import Iterable

from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import NewsItem
from plugins.domain.views import NewsRow, news_row


class Rows:
    """The row of every public item.

    Shared rows save memory, and let the press compose the digest of a list from theirs.
    """

    def __init__(self, bulletin: Bulletin) -> None:
        """Make the rows of a bulletin's items."""
        columns = bulletin.column_by_slug
        self._rows = {
            item.file: news_row(item, columns[item.column_slug], bulletin.today)
            for item in bulletin.items
        }

    def of(self, items: Iterable[NewsItem]) -> tuple[NewsRow, ...]:
        """Return the rows of some items, in their order."""
        return tuple(self._rows[item.file] for item in items)

    def of_item(self, item: NewsItem) -> NewsRow:
        """Return the row of one item."""
        return self._rows[item.file]
