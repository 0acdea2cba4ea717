"""栏目: the index of columns, and the pages of each."""

from collections.abc import Iterator
from dataclasses import replace

from plugins.domain.bulletin import Bulletin
from plugins.domain.feed_links import column_feeds
from plugins.domain.heads import page_head
from plugins.domain.page import Page, PageSet
from plugins.domain.sections import COLUMNS
from plugins.domain.tables import Column
from plugins.domain.views import Link, PageHead, column_label
from plugins.news.lists import counted_entry, index_page, list_set
from plugins.news.views import IndexEntry


def column_pages(bulletin: Bulletin) -> Iterator[Page | PageSet]:
    """Yield the index of columns and the pages of every column, an empty one too."""
    entries = (_entry(column, bulletin) for column in bulletin.columns)
    yield index_page("news/columns.html", page_head(COLUMNS), entries)
    for column in bulletin.columns:
        listed = bulletin.rows_of(bulletin.items_by_column.get(column.slug, ()))
        yield list_set("news/column.html", _head(column, bulletin), listed)


def _entry(column: Column, bulletin: Bulletin) -> IndexEntry:
    link = Link(column.name, column.address)
    if column.description:
        return IndexEntry(link, column.description)
    return counted_entry(link, len(bulletin.items_by_column.get(column.slug, ())))


def _head(column: Column, bulletin: Bulletin) -> PageHead:
    here = Link(column.name, column.address)
    return replace(
        page_head(COLUMNS, here, description=column.description),
        column=column_label(column),
        feeds=column_feeds(bulletin.site, column),
    )
