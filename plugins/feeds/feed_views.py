"""Feeds as data: in comes the Bulletin, out the newest items of the site and of each column."""

from collections.abc import Iterator

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.bylines import MAKERS, names_in
from plugins.domain.feed_links import column_feed_title
from plugins.domain.news_item import NewsItem
from plugins.domain.tables import Column, Site
from plugins.feeds.identities import identity_of
from plugins.feeds.instants import NEVER, instant
from plugins.feeds.views import FeedEntry, FeedView

ENTRIES_AT_MOST = 30


class FeedViews:
    """Makes the feeds of a bulletin; an item that stands in two feeds is the same entry in both."""

    def __init__(self, bulletin: Bulletin) -> None:
        """Take the bulletin."""
        self._bulletin = bulletin
        self._entries: dict[str, FeedEntry] = {}

    def of_site(self) -> FeedView:
        """Return the feed of the whole site."""
        site = self._bulletin.site
        return self._feed(
            addresses.HOME, site.name, site.slogan, self._bulletin.items[:ENTRIES_AT_MOST]
        )

    def of_columns(self) -> Iterator[FeedView]:
        """Yield the feed of every column, an empty one too: readers may wait for its first item."""
        for column in self._bulletin.columns:
            yield self._of_column(column)

    def _of_column(self, column: Column) -> FeedView:
        items = self._bulletin.items_by_column.get(column.slug, ())
        return self._feed(
            column.address,
            column_feed_title(self._bulletin.site, column),
            column.description,
            items[:ENTRIES_AT_MOST],
        )

    def _feed(self, page: str, title: str, subtitle: str, items: tuple[NewsItem, ...]) -> FeedView:
        site = self._bulletin.site
        address = addresses.of_feed(page)
        entries = tuple(self._entry(item) for item in items)
        return FeedView(
            identity=identity_of(site, address),
            address=address,
            page=page,
            title=title,
            subtitle=subtitle,
            author=_publisher(site),
            updated=max((entry.updated for entry in entries), default=NEVER),
            entries=entries,
        )

    def _entry(self, item: NewsItem) -> FeedEntry:
        if item.identity not in self._entries:
            self._entries[item.identity] = _entry(item, self._bulletin)
        return self._entries[item.identity]


def _entry(item: NewsItem, bulletin: Bulletin) -> FeedEntry:
    topics = (bulletin.topic_by_slug[slug].name for slug in item.topic_slugs)
    whole = item.whole()
    return FeedEntry(
        identity=identity_of(bulletin.site, item.address),
        address=item.address,
        title=item.title,
        summary=item.summary,
        body_html=whole.body.html,
        published=instant(item.first_published),
        updated=instant(item.last_changed),
        authors=names_in(whole.keys.bylines, MAKERS),
        categories=(bulletin.column_by_slug[item.column_slug].name, *topics),
        image=item.pictures[0].fallback().path if item.pictures else "",
    )


def _publisher(site: Site) -> str:
    return site.organiser or site.name
