"""Adds the catalogue of open data and its files to the bulletin."""

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, PageSet
from plugins.open_data.pages import open_data_set


def pages_of_open_data(bulletin: Bulletin, **_: object) -> list[PageSet]:
    """Return the pages of this feature."""
    return [open_data_set(bulletin)]


def register() -> None:
    """Connect to the signal that collects pages."""
    blinker.signal(BULLETIN_PAGES).connect(pages_of_open_data)
