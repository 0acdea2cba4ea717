"""The Pelican side of editions: adds their pages when the bulletin asks for them."""

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, Page, PageSet
from plugins.editions.pages import edition_pages


def pages_of_editions(bulletin: Bulletin, **_: object) -> list[Page | PageSet]:
    """Return the calendar of editions and their pages."""
    return list(edition_pages(bulletin))


def register() -> None:
    """Connect to our own signal."""
    blinker.signal(BULLETIN_PAGES).connect(pages_of_editions)
