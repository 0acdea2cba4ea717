"""The Pelican side of news: adds its pages when the bulletin asks for them."""

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, Page, PageSet
from plugins.news.pages import news_pages


def pages_of_news(bulletin: Bulletin, **_: object) -> list[Page | PageSet]:
    """Return the pages of news."""
    return list(news_pages(bulletin))


def register() -> None:
    """Connect to our own signal, got by its name: features need not know each other."""
    blinker.signal(BULLETIN_PAGES).connect(pages_of_news)
