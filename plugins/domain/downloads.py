"""Tables to download: CSV that opens in Excel, and JSON.

Both are pure functions of a `Download` view. What a page names, its files name; persons who are
only counted stand in neither.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from plugins.domain.page import Page
from plugins.domain.views import SiteView

BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

_as_json = json.JSONEncoder(ensure_ascii=False).encode

WHAT_OPENS = {"csv": "可用Excel、WPS打开", "json": "供程序读取"}
"""What is said beside a download, by the ending of its file."""

CellValue = str | int | float | None
"""A cell of a download; None where a number is not known."""


@dataclass(frozen=True, slots=True)
class DownloadLink:
    """A file to download; `format` is `CSV` or `JSON`, `hint` what opens it."""

    format: str
    hint: str
    url: str


@dataclass(frozen=True, slots=True)
class Download:
    """What a CSV or JSON file holds: a title, notes on its coverage, headings and rows of cells."""

    title: str
    notes: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]


def csv_file(view: Download, _: SiteView | None = None) -> bytes:
    """Write a download as CSV: UTF-8 with BOM, CRLF, no cell that a spreadsheet would calculate."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(view.headings)
    writer.writerows([_harmless(cell) for cell in row] for row in view.rows)
    return f"{BOM}{text.getvalue()}".encode()


def json_file(view: Download, _: SiteView | None = None) -> bytes:
    """Write a download as JSON: title, notes, and each row as an object by its headings.

    Every row has a line to itself, as in a CSV file: a change of one shows as a change of one.
    """
    title, notes = _as_json(view.title), _as_json(view.notes)
    rows = ",\n".join([_as_json(dict(zip(view.headings, row, strict=True))) for row in view.rows])
    return f'{{"title": {title},\n"notes": {notes},\n"rows": [\n{rows}\n]}}\n'.encode()


def download_pages(folder: str, name: str, view: Download) -> Iterator[Page]:
    """Yield the CSV and the JSON file of a download in the folder of its page."""
    yield Page(f"{folder}{name}.csv", csv_file, view)
    yield Page(f"{folder}{name}.json", json_file, view)


def download_links(folder: str, name: str) -> tuple[DownloadLink, ...]:
    """Return the links to the two files of a download."""
    return tuple(
        DownloadLink(ending.upper(), hint, f"{folder}{name}.{ending}")
        for ending, hint in WHAT_OPENS.items()
    )


def _harmless(cell: CellValue) -> str | int | float:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return "" if cell is None else cell
