"""Adds the search page and the index to the bulletin."""

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, PageSet
from plugins.search.pages import search_set
from plugins.search.search_page import search_page


def pages_of_search(bulletin: Bulletin, **_: object) -> list[PageSet]:
    """Return the pages of this feature."""
    return [search_page(bulletin), search_set(bulletin)]


def register() -> None:
    """Connect to the signal that collects pages."""
    blinker.signal(BULLETIN_PAGES).connect(pages_of_search)
