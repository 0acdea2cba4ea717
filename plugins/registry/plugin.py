"""Adds the pages of honours, branches and organisations to the bulletin."""

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, PageSet
from plugins.registry.pages import registry_set


def pages_of_registry(bulletin: Bulletin, **_: object) -> list[PageSet]:
    """Return the pages of this feature."""
    return [registry_set(bulletin)]


def register() -> None:
    """Connect to the signal that collects pages."""
    blinker.signal(BULLETIN_PAGES).connect(pages_of_registry)
