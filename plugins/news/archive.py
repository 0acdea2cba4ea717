"""历年: every item by year and month, complete with JavaScript off.

An item dated by the year alone stands on the page of its year only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.news_item import NewsItem
from plugins.domain.page import Page, PageSet
from plugins.domain.pagination import paginated
from plugins.domain.sections import ARCHIVE
from plugins.domain.views import Link, NewsRow, PageHead
from plugins.news.numbered_heads import numbered
from plugins.news.page_views import ArchiveMonthView, ArchiveView, ArchiveYearView
from plugins.news.same_month import same_month
from plugins.news.views import MonthLink, SameMonth, YearCalendar

MONTHS = range(1, 13)
WITHOUT_MONTH = 0
Rows = tuple[NewsRow, ...]
Beside = tuple[Link | None, Link | None]


def archive_pages(bulletin: Bulletin) -> Iterator[Page | PageSet]:
    """Yield the archive's first page, and the pages of every year and month that has items."""
    calendars = tuple(_calendar(bulletin, year) for year in years_with_items(bulletin))
    view = ArchiveView(page_head(ARCHIVE), calendars)
    yield Page(addresses.file_of(ARCHIVE.url), "news/archive.html", view)
    yield from _year_sets(bulletin)
    yield from _month_sets(bulletin)


def years_with_items(bulletin: Bulletin) -> tuple[int, ...]:
    """Return the years that have items, newest first."""
    return tuple(sorted({year for year, _ in bulletin.items_by_month}, reverse=True))


def year_link(year: int) -> Link:
    """Return the link to a year of the archive."""
    return Link(f"{year}年", addresses.of_archive(year))


def _year_sets(bulletin: Bulletin) -> Iterator[PageSet]:
    years = years_with_items(bulletin)
    links = [year_link(year) for year in years]
    for place, year in enumerate(years):
        rows = bulletin.rows_of(_items_of_year(bulletin, year))
        inputs = (_calendar(bulletin, year), rows, _beside(links, place))
        yield PageSet(links[place].url, inputs, partial(_year_pages, *inputs))


def _year_pages(calendar: YearCalendar, rows: Rows, beside: Beside) -> Iterator[Page]:
    head = page_head(ARCHIVE, calendar.year)
    for address, shown, pagination in paginated(rows, head.url):
        numbered_head = numbered(head, address, pagination.number)
        view = ArchiveYearView(numbered_head, calendar, shown, pagination, *beside)
        yield Page(addresses.file_of(address), "news/archive_year.html", view)


def _month_sets(bulletin: Bulletin) -> Iterator[PageSet]:
    months = sorted(
        (pair for pair in bulletin.items_by_month if pair[1] != WITHOUT_MONTH), reverse=True
    )
    links = [_month_link(year, month) for year, month in months]
    for place, (year, month) in enumerate(months):
        head = page_head(ARCHIVE, year_link(year), links[place])
        rows = bulletin.rows_of(bulletin.items_by_month[year, month])
        inputs = (head, rows, _beside(links, place), same_month(bulletin, year, month))
        yield PageSet(head.url, inputs, partial(_month_pages, *inputs))


def _month_pages(
    head: PageHead, rows: Rows, beside: Beside, former: SameMonth | None
) -> Iterator[Page]:
    for address, shown, pagination in paginated(rows, head.url):
        numbered_head = numbered(head, address, pagination.number)
        of_first = former if pagination.number == 1 else None
        rows_told = tuple(_in_month(row, head.title) for row in shown)
        view = ArchiveMonthView(numbered_head, head.title, rows_told, pagination, *beside, of_first)
        yield Page(addresses.file_of(address), "news/archive_month.html", view)


def _in_month(row: NewsRow, month: str) -> NewsRow:
    """Return a row whose date leaves out the month that the page is headed with."""
    return replace(row, date=replace(row.date, text=row.date.text.removeprefix(month)))


def _items_of_year(bulletin: Bulletin, year: int) -> Iterator[NewsItem]:
    """Yield the items of a year, newest first; those dated by the year alone come last."""
    for month in (*reversed(MONTHS), WITHOUT_MONTH):
        yield from bulletin.items_by_month.get((year, month), ())


def _calendar(bulletin: Bulletin, year: int) -> YearCalendar:
    counts = [len(bulletin.items_by_month.get((year, month), ())) for month in MONTHS]
    undated = len(bulletin.items_by_month.get((year, WITHOUT_MONTH), ()))
    months = (
        MonthLink(month, link.title, link.url if count else "", count)
        for month, count in zip(MONTHS, counts, strict=True)
        if (link := _month_link(year, month))
    )
    return YearCalendar(year_link(year), tuple(months), sum(counts) + undated)


def _month_link(year: int, month: int) -> Link:
    return Link(f"{year}年{month}月", addresses.of_archive(year, month))


def _beside(newest_first: Sequence[Link], place: int) -> Beside:
    """Return the next older and the next newer link beside the one at a place."""
    older = newest_first[place + 1] if place + 1 < len(newest_first) else None
    newer = newest_first[place - 1] if place else None
    return older, newer
