"""/search/: the page that the search box leads to.

With JavaScript it shows what was found; without it offers the archives, which are complete.
"""

from collections.abc import Iterator
from functools import partial

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.page import Page, PageSet
from plugins.domain.views import Link
from plugins.search.views import SearchView

SEARCH = Link("搜索", "search/")
NEWEST_AT_MOST = 5


def search_page(bulletin: Bulletin) -> PageSet:
    """Return the search page: an edit of a text leaves it alone."""
    return PageSet("search page", bulletin.outline, partial(_search_page, bulletin))


def _search_page(bulletin: Bulletin) -> Iterator[Page]:
    view = SearchView(
        head=page_head(SEARCH, indexed=False),
        columns=_columns(bulletin),
        years=_years(bulletin),
        organisations=_organisations(bulletin),
        newest=bulletin.rows_of(bulletin.items[:NEWEST_AT_MOST]),
    )
    yield Page(addresses.file_of(SEARCH.url), "search/search.html", view)


def _columns(bulletin: Bulletin) -> tuple[Link, ...]:
    found = bulletin.items_by_column
    return tuple(Link(row.name, row.address) for row in bulletin.columns if row.slug in found)


def _years(bulletin: Bulletin) -> tuple[Link, ...]:
    years = sorted({year for year, _ in bulletin.items_by_month}, reverse=True)
    return tuple(Link(f"{year}年", addresses.of_archive(year)) for year in years)


def _organisations(bulletin: Bulletin) -> tuple[Link, ...]:
    found = bulletin.items_about
    rows = bulletin.organisations
    return tuple(Link(row.name, row.address) for row in rows if row.address in found)
