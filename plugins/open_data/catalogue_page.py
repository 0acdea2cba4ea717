"""The catalogue of open data: every table with its files, its newest date and its columns."""

from collections.abc import Mapping, Sequence

from plugins.domain import addresses
from plugins.domain.attachment_views import size_text
from plugins.domain.declared import Shape
from plugins.domain.downloads import WHAT_OPENS
from plugins.domain.grouping import grouped
from plugins.domain.heads import page_head
from plugins.domain.page import Page
from plugins.domain.sections import DATA
from plugins.domain.views import Fact, Link
from plugins.open_data.data_tables import DataField, DataTable, latest_of
from plugins.open_data.licences import NOT_STATED, Licence
from plugins.open_data.views import (
    CatalogueView,
    ColumnMeaning,
    DataFile,
    TableEntry,
    TableGroup,
)

INTRODUCTION = (
    "本刊已公布的表格，可以整表下载。CSV可用Excel、WPS打开，JSON供程序读取，两种内容相同；"
    "下载地址不变，每次出刊时更新。"
)
PACKAGE = f"{addresses.DATA}datapackage.json"
FORMS = {
    Shape.LIST: "一项或几项",
    Shape.DATE: "日期，精确到日、月或年",
    Shape.NUMBER: "整数",
    Shape.DECIMAL: "数",
}

Files = Mapping[str, bytes]


def catalogue_page(tables: Sequence[DataTable], files: Files, licence: Licence | None) -> Page:
    """Return the catalogue; `files` are all files beside it, by path."""
    view = CatalogueView(
        head=page_head(DATA, description=INTRODUCTION),
        title=DATA.title,
        introduction=INTRODUCTION,
        facts=_facts(tables, licence),
        groups=tuple(
            TableGroup(f"group-{number}", title, tuple(_entry(table, files) for table in inside))
            for number, (title, inside) in enumerate(
                grouped((table.group, table) for table in tables).items(), 1
            )
        ),
    )
    return Page(addresses.file_of(DATA.url), "open_data/catalogue.html", view)


def path_of(table: DataTable, ending: str) -> str:
    """Return where a file of a table stands; it never changes."""
    return f"{addresses.DATA}{table.name}.{ending}"


def _facts(tables: Sequence[DataTable], licence: Licence | None) -> tuple[Fact, ...]:
    latest = latest_of(tables)
    return (
        Fact("表格", f"{len(tables)}张"),
        *([Fact("数据截至", latest.text)] if latest else []),
        Fact("许可", licence.words if licence else NOT_STATED),
        Fact("说明文件", links=(Link("datapackage.json", PACKAGE),)),
    )


def _entry(table: DataTable, files: Files) -> TableEntry:
    return TableEntry(
        id=table.name,
        title=table.title,
        description=table.description,
        note=table.note,
        size=f"{len(table.rows)}行，{len(table.fields)}栏",
        latest=table.latest.text if table.latest else "",
        files=tuple(
            DataFile(ending.upper(), size_text(len(files[path])), hint, path)
            for ending, hint in WHAT_OPENS.items()
            for path in (path_of(table, ending),)
        ),
        columns=tuple(ColumnMeaning(one.name, _form(one), one.meaning) for one in table.fields),
    )


def _form(field: DataField) -> str:
    if field.choices:
        return "、".join(field.choices)
    return FORMS.get(field.shape, "文字")
