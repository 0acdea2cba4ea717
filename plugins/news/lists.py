"""Lists of items in pages of twenty rows, and indexes of such lists."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from plugins.domain import addresses
from plugins.domain.page import Page, PageSet
from plugins.domain.pagination import paginated
from plugins.domain.views import Link, NewsRow, PageHead
from plugins.news.numbered_heads import numbered
from plugins.news.page_views import IndexView, ListView
from plugins.news.views import IndexEntry


def list_set(template: str, head: PageHead, rows: tuple[NewsRow, ...]) -> PageSet:
    """Return the pages of a list, the first at the address of its head; an empty list has one."""
    return PageSet(head.url, (head, rows), partial(_list_pages, template, head, rows))


def index_page(template: str, head: PageHead, entries: Iterable[IndexEntry]) -> Page:
    """Return the page of an index."""
    view = IndexView(head, head.title, head.description, tuple(entries))
    return Page(addresses.file_of(head.url), template, view)


def counted_entry(link: Link, count: int) -> IndexEntry:
    """Return an entry that says in words how many items stand behind it."""
    return IndexEntry(link, f"{count}篇" if count else "暂无稿件")


def _list_pages(template: str, head: PageHead, rows: Sequence[NewsRow]) -> Iterator[Page]:
    for address, shown, pagination in paginated(rows, head.url):
        view = ListView(
            head=numbered(head, address, pagination.number),
            title=head.title,
            introduction=head.description,
            rows=shown,
            pagination=pagination,
        )
        yield Page(addresses.file_of(address), template, view)
