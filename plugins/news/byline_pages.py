"""署名: the index of names by pinyin, and the pages of all that a name signed."""

from collections.abc import Iterator

from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.page import Page, PageSet
from plugins.domain.sections import BYLINES
from plugins.domain.views import Link
from plugins.news.bylines import byline_links
from plugins.news.lists import counted_entry, index_page, list_set


def byline_pages(bulletin: Bulletin) -> Iterator[Page | PageSet]:
    """Yield the index of names in the order of their pinyin, and the pages of every name."""
    found = bulletin.items_by_byline
    links = sorted(byline_links(bulletin).values(), key=_by_pinyin)
    entries = (counted_entry(link, len(found[link.title])) for link in links)
    yield index_page("news/bylines.html", page_head(BYLINES), entries)
    for link in links:
        head = page_head(BYLINES, link)
        yield list_set("news/byline.html", head, bulletin.rows_of(found[link.title]))


def _by_pinyin(link: Link) -> tuple[str, str]:
    """Order names by the pinyin in their addresses, equal ones by their characters."""
    pinyin, _, _ = link.url.rpartition("-")
    return (pinyin, link.title)
