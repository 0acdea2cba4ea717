"""The tables of a bulletin as they are published: those that have a row, items first."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import BulletinDate
from plugins.domain.declared import Declared, DeclaredKey, Shape
from plugins.domain.news_item import NewsItem
from plugins.open_data.cells import SOURCE_ITEM, cell_of, field_of, row_of, told_keys
from plugins.open_data.data_tables import CellRow, DataField, DataTable
from plugins.open_data.sources import ITEMS_GROUP, TableSource, table_sources

ITEM_FIELDS = (
    DataField("稿件", "稿件的名称，其他各表的来源稿件用它", required=True),
    DataField("标题", "稿件的主标题", required=True),
    DataField("日期", "稿件所署的日期", Shape.DATE, required=True),
    DataField("栏目", "所属的栏目", required=True, refers_to=("columns", "栏目名称")),
    DataField("专题", "所属的专题，几个的用、分开", Shape.LIST),
    DataField("单位", "稿件列出的单位，几个的用、分开", Shape.LIST),
    DataField("党组织", "稿件列出的党组织，几个的用、分开", Shape.LIST),
    DataField("署名", "稿件刊出的署名，几个的用、分开", Shape.LIST),
    DataField("网址", "稿件页的网址；本站域名未定时从站内根目录算起", required=True),
)


def data_tables(bulletin: Bulletin) -> tuple[DataTable, ...]:
    """Return every table that has a row."""
    tables = [_items_table(bulletin), *(_table(bulletin, one) for one in table_sources())]
    return tuple(table for table in tables if table.rows)


def _items_table(bulletin: Bulletin) -> DataTable:
    return DataTable(
        name="items",
        title="稿件",
        description="本刊公开的稿件：标题、日期、栏目、专题、署名和网址，不含正文。",
        group=ITEMS_GROUP,
        fields=ITEM_FIELDS,
        rows=tuple(_item_row(bulletin, item) for item in bulletin.items),
        key=("稿件",),
        latest=bulletin.items[0].date if bulletin.items else None,
    )


def _item_row(bulletin: Bulletin, item: NewsItem) -> CellRow:
    address = f"{bulletin.site.origin}/{item.address}" if bulletin.site.origin else item.address
    cells = (
        item.identity,
        item.title,
        item.date,
        bulletin.column_by_slug[item.column_slug].name,
        tuple(bulletin.topic_by_slug[slug].name for slug in item.topic_slugs),
        tuple(bulletin.organisation_by_slug[slug].name for slug in item.organisation_slugs),
        tuple(bulletin.branch_by_slug[slug].name for slug in item.branch_slugs),
        item.bylines,
        address,
    )
    return tuple(cell_of(cell) for cell in cells)


def _table(bulletin: Bulletin, source: TableSource) -> DataTable:
    rows = source.rows(bulletin)
    keys = told_keys(source.model, rows)
    return DataTable(
        name=source.name,
        title=source.title,
        description=source.description,
        group=source.group,
        fields=tuple(field_of(declared, source.references) for declared in keys),
        rows=tuple(row_of(bulletin, row, keys) for row in rows),
        key=source.key,
        latest=max(_dates(bulletin, source, rows, keys), default=None),
        note=source.note(bulletin),
    )


def _dates(
    bulletin: Bulletin,
    source: TableSource,
    rows: Sequence[Declared],
    keys: Iterable[DeclaredKey],
) -> Iterator[BulletinDate]:
    """Yield the dates in a table, of its source items and of what it is known by; none to come."""
    dated = [declared.english for declared in keys if declared.shape is Shape.DATE]
    for row in rows:
        told = [getattr(row, english) for english in dated]
        yield from (date for date in told if date and date.first_day <= bulletin.today)
        yield from (item.date for item in _items_of(bulletin, source, row))


def _items_of(bulletin: Bulletin, source: TableSource, row: Any) -> Iterator[NewsItem]:
    known = bulletin.item_by_identity
    named = getattr(row, "items", ()) or (getattr(row, SOURCE_ITEM, ""),)
    yield from (known[identity] for identity in named if identity in known)
    yield from source.used_in(bulletin, row)[:1]
