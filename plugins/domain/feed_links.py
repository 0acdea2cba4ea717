"""The feeds that pages announce: the site's on every page, a column's on its own and its items'."""

from plugins.domain import addresses
from plugins.domain.tables import Column, Site
from plugins.domain.views import FeedLink

ATOM = "application/atom+xml"
JSON_FEED = "application/feed+json"


def site_feeds(site: Site) -> tuple[FeedLink, ...]:
    """Return the feeds of the whole site; without a domain no reader's program could open them."""
    if not site.domain:
        return ()
    return (
        FeedLink(site.name, addresses.FEED, ATOM),
        FeedLink(site.name, addresses.JSON_FEED, JSON_FEED),
    )


def column_feeds(site: Site, column: Column) -> tuple[FeedLink, ...]:
    """Return the feed of one column; none without a domain."""
    if not site.domain:
        return ()
    return (FeedLink(column_feed_title(site, column), addresses.of_feed(column.address), ATOM),)


def column_feed_title(site: Site, column: Column) -> str:
    """Return the title of a column's feed."""
    return f"{site.name} · {column.name}"
