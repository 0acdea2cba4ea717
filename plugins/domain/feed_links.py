"""The feeds that pages announce: the site's on every page, a column's on its own and its items'."""

from plugins.domain import addresses
from plugins.domain.tables import Column, Site
from plugins.domain.views import FeedLink

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"


def site_feeds(site: Site) -> tuple[FeedLink, ...]:
    """Return the feeds of the whole site; JSON Feed knows no relative links and needs a domain."""
    atom = FeedLink(site.name, addresses.FEED, ATOM)
    return (atom, FeedLink(site.name, addresses.JSON_FEED, JSON_FEED)) if site.domain else (atom,)


def column_feed(site: Site, column: Column) -> FeedLink:
    """Return the feed of one column."""
    return FeedLink(f"{site.name} · {column.name}", addresses.of_feed(column.address), ATOM)
