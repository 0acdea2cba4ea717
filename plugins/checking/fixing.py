"""What `check --fix` mends by itself: how a source is written and sure slips; never a meaning.

Each function takes the bytes of a source and returns the mended bytes; writing and keeping the
old file is the command's part. What reading refuses stays as it is: its text is not known.
"""

import csv
import io
from collections.abc import Callable, Sequence

from plugins.checking.rules.radicals import without_radicals
from plugins.checking.word_mending import mended_words
from plugins.domain.addresses import slug_of
from plugins.reading.source_text import text_of, without_unprinted
from plugins.reading.tables.content_tables import UNIQUE_NAMES, WITH_SLUGS
from plugins.reading.tables.table_cells import BROKEN_WORKBOOK

UTF8_MARK = b"\xef\xbb\xbf"
SLUG_HEADING = "链接名"
NAME_HEADINGS = tuple(UNIQUE_NAMES[table][1] for table in WITH_SLUGS)

Mender = Callable[[bytes], bytes]


def mended_text(data: bytes) -> bytes:
    """Return a Markdown source as UTF-8 without a mark, with LF line ends and sure slips mended.

    Characters that print nothing are deleted, and radicals become what they look like.
    """
    text = text_of(data)
    if text is None:
        return data
    whole = without_radicals(without_unprinted(text))
    return mended_words(whole.replace("\r\n", "\n")).encode()


def mended_csv(data: bytes) -> bytes:
    """Return a CSV as UTF-8 with its missing slugs filled in; a mark and CRLF stay for Excel.

    Characters that print nothing are deleted, and radicals become what they look like.
    """
    text = text_of(data)
    if text is None:
        return data
    text = without_radicals(without_unprinted(text))
    was_utf8 = _is_utf8(data)
    rows = _rows(text)
    if rows is not None and (slugs := missing_slugs(rows)):
        text = _with_slugs(text, rows, slugs)
    mark = UTF8_MARK if data.startswith(UTF8_MARK) or not was_utf8 else b""
    return mark + text.encode()


def mended_workbook(data: bytes) -> bytes:
    """Return a workbook with the missing slugs of its first sheet filled in."""
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to load, and most tables are CSV

    try:
        workbook = load_workbook(io.BytesIO(data))
    except BROKEN_WORKBOOK:
        return data
    sheet = workbook.worksheets[0]
    rows = [
        ["" if cell.value is None else str(cell.value).strip() for cell in row]
        for row in sheet.iter_rows()
    ]
    slugs = missing_slugs(rows)
    if not slugs:
        return data
    column = rows[0].index(SLUG_HEADING) + 1
    for number, slug in slugs.items():
        sheet.cell(row=number + 1, column=column, value=slug)
    mended = io.BytesIO()
    workbook.save(mended)
    return mended.getvalue()


def missing_slugs(rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Propose a slug for every row without one, by the row's index; none that is taken."""
    if not rows or SLUG_HEADING not in rows[0]:
        return {}
    slug_at = rows[0].index(SLUG_HEADING)
    name_at = next((rows[0].index(name) for name in NAME_HEADINGS if name in rows[0]), None)
    if name_at is None:
        return {}
    taken = {row[slug_at].strip() for row in rows[1:] if len(row) > slug_at}
    proposed: dict[int, str] = {}
    for index, row in enumerate(rows[1:], start=1):
        name = row[name_at].strip() if len(row) > name_at else ""
        if name and not (len(row) > slug_at and row[slug_at].strip()):
            proposed[index] = _free(slug_of(name) or "x", taken)
            taken.add(proposed[index])
    return proposed


def _free(slug: str, taken: set[str]) -> str:
    """Return a slug that is not taken, numbered where it must be."""
    number = 2
    free = slug
    while free in taken:
        free = f"{slug}-{number}"
        number += 1
    return free


def _with_slugs(text: str, rows: list[list[str]], slugs: dict[int, str]) -> str:
    """Write the rows anew with the slugs, keeping the line ends."""
    slug_at = rows[0].index(SLUG_HEADING)
    for index, slug in slugs.items():
        row = rows[index]
        row += [""] * (slug_at + 1 - len(row))
        row[slug_at] = slug
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n" if "\r\n" in text else "\n").writerows(rows)
    return written.getvalue()


def _rows(text: str) -> list[list[str]] | None:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
