"""All pages of news: in comes the Bulletin, out go the pages of this feature."""

from collections.abc import Iterator
from functools import partial

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page, PageSet
from plugins.news.archive import archive_pages
from plugins.news.byline_pages import byline_pages
from plugins.news.columns import column_pages
from plugins.news.corrections import corrections_page
from plugins.news.home import home_page, lead_item
from plugins.news.item_pages import item_pages, withdrawn_pages
from plugins.news.texts import text_pages
from plugins.news.topics import topic_pages


def news_pages(bulletin: Bulletin) -> Iterator[Page | PageSet]:
    """Yield every page of news."""
    lead = lead_item(bulletin)
    inputs = (bulletin.outline, lead.digest if lead else b"")
    yield PageSet("home", inputs, partial(_home, bulletin))
    yield PageSet("lists", bulletin.outline, partial(_lists, bulletin))
    yield from item_pages(bulletin)
    yield from withdrawn_pages(bulletin)
    yield corrections_page(bulletin)
    yield from text_pages(bulletin)


def _home(bulletin: Bulletin) -> Iterator[Page]:
    yield home_page(bulletin)


def _lists(bulletin: Bulletin) -> Iterator[Page | PageSet]:
    """Yield the pages that show rows of items: an edit of a text leaves all of them alone."""
    yield from column_pages(bulletin)
    yield from topic_pages(bulletin)
    yield from byline_pages(bulletin)
    yield from archive_pages(bulletin)
