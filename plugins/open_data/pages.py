"""All of open data, from the Bulletin alone: the files of every table, what describes them."""

from collections.abc import Iterator
from functools import partial

from plugins.domain.bulletin import Bulletin
from plugins.domain.downloads import Download, csv_file, json_file
from plugins.domain.page import Page, PageSet
from plugins.domain.tables import Site
from plugins.domain.views import SiteView
from plugins.open_data.catalogue_page import PACKAGE, catalogue_page, path_of
from plugins.open_data.data_tables import DataTable
from plugins.open_data.licences import licence_of
from plugins.open_data.package import package_file
from plugins.open_data.tables import data_tables
from plugins.open_data.views import FileView

FORMATS = {"csv": csv_file, "json": json_file}


def open_data_set(bulletin: Bulletin) -> PageSet:
    """Return the catalogue and its files: no text of an item stands in them."""
    return PageSet("open-data", bulletin.outline, partial(_tables_set, bulletin), may_wait=True)


def written_file(view: FileView, _: SiteView) -> bytes:
    """Return a file as it is."""
    return view.data


def _tables_set(bulletin: Bulletin) -> Iterator[PageSet]:
    """Look closer: not all that lists show of an item stands in the tables."""
    tables = data_tables(bulletin)
    inputs = (repr(bulletin.site), repr(tables))  # of plain cells: many, and quickly written
    yield PageSet("open-data/tables", inputs, partial(_pages, bulletin.site, tables))


def _pages(site: Site, tables: tuple[DataTable, ...]) -> Iterator[Page]:
    """Write the files first: their sizes and digests are part of what describes them."""
    files = {
        path_of(table, ending): write(_download(table))
        for table in tables
        for ending, write in FORMATS.items()
    }
    licence = licence_of(site)
    written = [files[path_of(table, "csv")] for table in tables]
    yield catalogue_page(tables, files, licence)
    files[PACKAGE] = package_file(site, licence, tables, written)
    for path, data in files.items():
        yield Page(path, written_file, FileView(data))


def _download(table: DataTable) -> Download:
    notes = tuple(note for note in (table.description, table.note) if note)
    return Download(table.title, notes, tuple(field.name for field in table.fields), table.rows)
