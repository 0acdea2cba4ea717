"""The Pelican side of feeds: adds them when the bulletin asks for its pages."""

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, Page
from plugins.feeds.pages import feed_pages


def feeds_of_bulletin(bulletin: Bulletin, **_: object) -> list[Page]:
    """Return the feeds."""
    return list(feed_pages(bulletin))


def register() -> None:
    """Connect to our own signal, got by its name: features need not know each other."""
    blinker.signal(BULLETIN_PAGES).connect(feeds_of_bulletin)
