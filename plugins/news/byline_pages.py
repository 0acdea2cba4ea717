"""署名: the index of names by pinyin, and the pages of all that a name signed."""

from collections.abc import Iterator

from plugins.domain.bulletin import Bulletin
from plugins.domain.grouping import grouped
from plugins.domain.heads import page_head
from plugins.domain.news_item import newest_first
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
    for address, same in grouped((link.url, link) for link in links).items():
        # Of some thousand names two may sound alike and have the same digits: they share a page.
        head = page_head(BYLINES, Link("、".join(link.title for link in same), address))
        items = {item.file: item for link in same for item in found[link.title]}.values()
        rows = bulletin.rows_of(sorted(items, key=newest_first, reverse=True))
        yield list_set("news/byline.html", head, rows)


def _by_pinyin(link: Link) -> tuple[str, str]:
    """Order names by the pinyin in their addresses, equal ones by their characters."""
    pinyin, _, _ = link.url.rpartition("-")
    return (pinyin, link.title)
