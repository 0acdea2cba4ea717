"""All feeds as pages: in comes the Bulletin, out go Atom documents and a JSON Feed.

The Atom feeds are always there, for they are valid without a domain and every page links to them.
"""

from collections.abc import Iterator

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page
from plugins.feeds.atom import atom_document
from plugins.feeds.feed_views import FeedViews
from plugins.feeds.json_feed import json_document


def feed_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield the feeds of the site and of its columns."""
    views = FeedViews(bulletin)
    of_site = views.of_site()
    for view in (of_site, *views.of_columns()):
        yield Page(view.address, atom_document, view)
    if bulletin.site.domain:
        yield Page(addresses.JSON_FEED, json_document, of_site)
