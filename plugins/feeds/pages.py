"""All feeds as pages: in comes the Bulletin, out go Atom documents and a JSON Feed.

A feed is read away from the site, so there is none where the site's domain is not known.
"""

from collections.abc import Iterator
from functools import partial

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page, PageSet
from plugins.feeds.atom import atom_document
from plugins.feeds.feed_views import ENTRIES_AT_MOST, FeedViews
from plugins.feeds.json_feed import json_document


def feed_set(bulletin: Bulletin) -> PageSet:
    """Return the feeds: they show the newest items of the site and of its columns."""
    newest = (bulletin.items, *bulletin.items_by_column.values())
    inputs = (
        repr((bulletin.site, bulletin.columns, bulletin.topics)),
        tuple(tuple(item.digest for item in items[:ENTRIES_AT_MOST]) for items in newest),
    )
    return PageSet("feeds", inputs, partial(feed_pages, bulletin))


def feed_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield the feeds of the site and of its columns."""
    if not bulletin.site.domain:
        return
    views = FeedViews(bulletin)
    of_site = views.of_site()
    for view in (of_site, *views.of_columns()):
        yield Page(view.address, atom_document, view)
    yield Page(addresses.JSON_FEED, json_document, of_site)
