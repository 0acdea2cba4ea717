"""Adds the pages of the ledger of figures to the bulletin."""

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, PageSet
from plugins.figures.pages import figures_set


def pages_of_figures(bulletin: Bulletin, **_: object) -> list[PageSet]:
    """Return the pages of this feature."""
    return [figures_set(bulletin)]


def register() -> None:
    """Connect to the signal that collects pages."""
    blinker.signal(BULLETIN_PAGES).connect(pages_of_figures)
