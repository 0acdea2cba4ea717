"""Tables to download: CSV that opens in Excel, and JSON.

Both are pure functions of a `Download` view. What a page names, its files name; persons who are
only counted stand in neither.
"""

import csv
import json
from collections.abc import Iterator, Sequence
from io import StringIO

from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.registry.ledger import Batch
from plugins.registry.views import Download, DownloadLink

BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
AWARD_HEADINGS = (
    "荣誉名称",
    "表彰年度",
    "授予日期",
    "授予机关",
    "文号",
    "有效期至",
    "公布数量",
    "收录数量",
    "授予时名称",
    "今名",
    "所属单位",
    "状态",
    "状态日期",
)

CellValue = str | int | None


def csv_file(view: Download, _: SiteView) -> bytes:
    """Write a download as CSV: UTF-8 with BOM, CRLF, no cell that a spreadsheet would calculate."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(view.headings)
    writer.writerows([_harmless(cell) for cell in row] for row in view.rows)
    return f"{BOM}{text.getvalue()}".encode()


def json_file(view: Download, _: SiteView) -> bytes:
    """Write a download as JSON: title, notes, and each row as an object by its headings."""
    rows = [dict(zip(view.headings, row, strict=True)) for row in view.rows]
    document = {"title": view.title, "notes": view.notes, "rows": rows}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def download_pages(folder: str, name: str, view: Download) -> Iterator[Page]:
    """Yield the CSV and the JSON file of a download in the folder of its page."""
    yield Page(f"{folder}{name}.csv", csv_file, view)
    yield Page(f"{folder}{name}.json", json_file, view)


def download_links(folder: str, name: str) -> tuple[DownloadLink, ...]:
    """Return the links to the two files of a download."""
    return (
        DownloadLink("CSV", "可用 Excel、WPS 打开", f"{folder}{name}.csv"),
        DownloadLink("JSON", "供程序读取", f"{folder}{name}.json"),
    )


def awards_download(title: str, batches: Sequence[Batch]) -> Download:
    """Return the rows of some batches; a batch of which nobody is named has one row without one."""
    rows = tuple(row for batch in batches for row in _award_rows(batch))
    unnamed = sum(batch.unnamed for batch in batches)
    notes = ["获得者名单依公开报道收录，未必完整；公布数量与收录数量见各行。"]
    notes += [f"有{unnamed}名个人只计数，不列姓名。"] if unnamed else []
    return Download(title, tuple(notes), AWARD_HEADINGS, rows)


def _award_rows(batch: Batch) -> list[tuple[CellValue, ...]]:
    recognition = batch.recognition
    first: tuple[CellValue, ...] = (
        batch.honour.name,
        recognition.year,
        recognition.awarded_on.iso if recognition.awarded_on else "",
        "、".join(recognition.awarded_by),
        recognition.document_number,
        recognition.valid_until.iso if recognition.valid_until else "",
        recognition.announced,
        batch.listed,
    )
    if not batch.named:
        return [(*first, "", "", "", "", "")]
    return [
        (
            *first,
            award.name_then,
            award.name_today,
            "、".join(award.units),
            award.state.value,
            award.state_since.iso if award.state_since else "",
        )
        for award in batch.named
    ]


def _harmless(cell: CellValue) -> str | int:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return "" if cell is None else cell
