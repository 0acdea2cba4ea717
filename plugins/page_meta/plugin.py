"""The Pelican side of page_meta: adds robots.txt, and the sitemap once all pages are known."""

from collections.abc import Sequence

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, COLLECTED_PAGES, Page
from plugins.page_meta.robots import robots_page
from plugins.page_meta.sitemap import sitemap_pages


def robots_of_bulletin(bulletin: Bulletin, **_: object) -> list[Page]:
    """Return robots.txt."""
    return [robots_page(bulletin)]


def sitemap_of_pages(bulletin: Bulletin, *, addresses: Sequence[str], **_: object) -> list[Page]:
    """Return the sitemap of the pages of all features."""
    return list(sitemap_pages(bulletin, addresses))


def register() -> None:
    """Connect; a sitemap lists pages, so it is made after the pages of all features are known."""
    blinker.signal(BULLETIN_PAGES).connect(robots_of_bulletin)
    blinker.signal(COLLECTED_PAGES).connect(sitemap_of_pages)
