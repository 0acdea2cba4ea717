"""The Pelican side of feeds: adds them when the bulletin asks for its pages."""

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, PageSet
from plugins.feeds.pages import feed_set


def feeds_of_bulletin(bulletin: Bulletin, **_: object) -> list[PageSet]:
    """Return the feeds."""
    return [feed_set(bulletin)]


def register() -> None:
    """Connect to our own signal, got by its name: features need not know each other."""
    blinker.signal(BULLETIN_PAGES).connect(feeds_of_bulletin)
