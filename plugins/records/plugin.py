"""Adds the pages of mechanisms and records to the bulletin."""

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, PageSet
from plugins.records.pages import records_set


def pages_of_records(bulletin: Bulletin, **_: object) -> list[PageSet]:
    """Return the pages of this feature."""
    return [records_set(bulletin)]


def register() -> None:
    """Connect to the signal that collects pages."""
    blinker.signal(BULLETIN_PAGES).connect(pages_of_records)
