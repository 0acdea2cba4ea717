"""Tables as cells of text: CSV and the first sheet of an XLSX, each cell with its place.

The place of a cell is its physical line and the number of its cell in a CSV, its row and column
number in an XLSX.
"""

import csv
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import ParseError

from plugins.problems import Place, Problem, has_errors
from plugins.reading import messages
from plugins.reading.source_text import FORBIDDEN, read_source, with_plain_blanks
from plugins.reading.written import Written

EXCELS_WAY = {"byte-order-mark", "windows-line-ends"}
"""How Excel writes a CSV, and needs it: nothing to tell."""

ARCHIVE_MARK, OLD_WORKBOOK_MARK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How workbooks begin: XLSX, which is a ZIP, and those of older programs or with a password."""

CELL_LENGTH = 20_000
TITLES = 3
"""So many lines may stand above the headings and still be told as titles."""

CELLS_AT_MOST = 1_000_000
UNPACKED_SIZE = 64 * 1024 * 1024
PERCENT = re.compile(r"0(?:\.(0+))?%")
"""What a number format shows as a percentage, with so many decimals."""

NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
"""What of a number format is no part of a date: words, settings, single signs."""

ERROR_VALUES = {
    *("#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"),
    *("#SPILL!", "#CALC!", "#GETTING_DATA"),
}
"""What Excel shows where a formula fails, and saves as text in a CSV."""

BROKEN_WORKBOOK = (
    zipfile.BadZipFile,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    EOFError,
    RuntimeError,
    OverflowError,
    MemoryError,
    zlib.error,
)
"""What zipfile and openpyxl raise on damaged or locked files, by experiment."""


@dataclass
class Cells:
    """The rows of a table, empty rows left out; the first row holds the headings."""

    rows: list[list[Written]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_cells(file: str, data: bytes, headings: Collection[str] = ()) -> Cells:
    """Read the cells of a table by the ending of its file.

    A line merged above a row in which one of the `headings` stands is read as any other.
    """
    is_workbook = file.endswith(".xlsx")
    cells = _read_workbook(file, data, headings) if is_workbook else _read_csv(file, data)
    cells.rows = [row for row in cells.rows if any(cell.text for cell in row)]
    if not cells.rows and not has_errors(cells.problems):
        cells.problems.append(messages.empty_file(Place(file)))
    return cells


def _read_csv(file: str, data: bytes) -> Cells:
    if data.startswith((ARCHIVE_MARK, OLD_WORKBOOK_MARK)):
        is_old = data.startswith(OLD_WORKBOOK_MARK)
        return Cells(problems=[messages.workbook_as_csv(Place(file), is_old=is_old)])
    source, problems = read_source(file, data)
    cells = Cells(problems=[problem for problem in problems if problem.code not in EXCELS_WAY])
    if source is None:
        return cells
    csv.field_size_limit(CELL_LENGTH)  # it is the process's, and others set it as well
    reader = csv.reader(io.StringIO(source.text), strict=True)
    line = 1
    try:
        for row in reader:
            written = [
                Written(with_plain_blanks(text).strip(), Place(file, line, i))
                for i, text in enumerate(row, 1)
            ]
            faults = [cell for cell in written if cell.text in ERROR_VALUES]
            cells.problems += [messages.error_cell(cell.place, cell.text) for cell in faults]
            cells.rows += [] if faults else [written]
            line = reader.line_num + 1
    except csv.Error:
        cells.problems.append(messages.broken_csv(Place(file, line)))
        cells.rows = []
    return cells


def _read_workbook(file: str, data: bytes, headings: Collection[str]) -> Cells:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to load, and most tables are CSV

    place = Place(file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > UNPACKED_SIZE:
                return Cells(problems=[messages.table_too_large(place)])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's English remarks on styles it leaves out
            workbook = load_workbook(io.BytesIO(data))
    except BROKEN_WORKBOOK:
        return Cells(problems=[messages.broken_workbook(place)])
    if not workbook.worksheets:
        return Cells(problems=[messages.broken_workbook(place)])
    sheet = workbook.worksheets[0]
    if sheet.max_row * sheet.max_column > CELLS_AT_MOST:
        return Cells(problems=[messages.table_too_large(place)])
    return _read_sheet(file, workbook, headings)


def _read_sheet(file: str, workbook: Any, headings: Collection[str]) -> Cells:
    """Read a sheet row by row; nothing of it where merged cells leave open what belongs where."""
    sheet = workbook.worksheets[0]
    others = [other for other in workbook.worksheets[1:] if _may_be_filled(other)]
    if others and all(cell.value is None for row in sheet.iter_rows() for cell in row):
        return Cells(problems=[messages.first_sheet_empty(Place(file), others[0].title)])
    cells = Cells(problems=[messages.other_sheet(Place(file), other.title) for other in others])
    for merged in sheet.merged_cells.ranges:
        if _is_title(sheet, merged, headings):
            continue
        cells.problems.append(
            messages.merged_cells(Place(file, merged.min_row, merged.min_col), str(merged))
        )
    for number, row in enumerate(() if has_errors(cells.problems) else sheet.iter_rows(), start=1):
        if sheet.row_dimensions[number].hidden and any(cell.value is not None for cell in row):
            cells.problems.append(messages.hidden_row(Place(file, number)))
        read = [_read_cell(cells, Place(file, number, cell.column), cell) for cell in row]
        if None not in read:
            cells.rows.append([cell for cell in read if cell])
    cells.problems += _hidden_columns(file, sheet)
    return cells


def _may_be_filled(sheet: Any) -> bool:
    """Tell whether a sheet is more than a blank one, without looking into all of its cells."""
    return sheet.max_row > 1 or sheet.max_column > 1 or sheet["A1"].value is not None


def _hidden_columns(file: str, sheet: Any) -> list[Problem]:
    """Tell the hidden columns in which something is written, all of them at the first."""
    groups = [one for one in sheet.column_dimensions.values() if one.hidden]
    hidden = [
        cells[0]
        for cells in (sheet.iter_cols() if groups else ())
        if any(group.min <= cells[0].column <= group.max for group in groups)
        and any(cell.value is not None for cell in cells)
    ]
    if not hidden:
        return []
    letters = [cell.column_letter for cell in hidden]
    return [messages.hidden_columns(Place(file, 1, hidden[0].column), letters)]


def _is_title(sheet: Any, merged: Any, headings: Collection[str]) -> bool:
    """Tell a title, which stands alone in its row and is merged above that of the headings."""
    last = merged.max_row
    above = [_texts(row) for row in sheet.iter_rows(max_row=last)]
    below = [_texts(row) for row in sheet.iter_rows(min_row=last + 1, max_row=last + TITLES)]
    is_above_all = all(len(row) <= 1 and row.isdisjoint(headings) for row in above)
    return is_above_all and any(not row.isdisjoint(headings) for row in below)


def _texts(row: Sequence[Any]) -> set[str]:
    return {_cell_text(cell.value, "") for cell in row if cell.value is not None}


def _read_cell(cells: Cells, place: Place, cell: Any) -> Written | None:
    """Read a cell; None with a problem for what is no text: its row is left out."""
    if cell.data_type == "e" or str(cell.value) in ERROR_VALUES:
        cells.problems.append(messages.error_cell(place, str(cell.value)))
        return None
    if cell.data_type == "f":
        cells.problems.append(messages.formula_cell(place, str(cell.value)))
        return None
    text = _cell_text(cell.value, cell.number_format)
    if match := FORBIDDEN.search(text):
        cells.problems.append(
            messages.forbidden_character(place, match.lastgroup or "", match.group())
        )
    return Written(text, place)


def _cell_text(value: object, form: str) -> str:
    """Return a cell's value as the text an editor sees: dates as dates, 35.0 as 35, 0.5 as 50%.

    `form` is the number format of the cell: a date shown without its day, or without its month,
    has none.
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        if value.time() != time():
            return value.strftime("%Y-%m-%d %H:%M")
        return value.date().isoformat()[: _length_of_date(form)]
    if isinstance(value, int | float) and (shown := PERCENT.search(form)):
        return f"{Decimal(str(value)) * 100:.{len(shown[1] or '')}f}%"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return with_plain_blanks(str(value)).strip()


def _length_of_date(form: str) -> int:
    """Return how much of 2022-03-09 a number format shows."""
    shown = NOT_SHOWN.sub("", form).lower()
    if "d" in shown:
        return len("2022-03-09")
    return len("2022") if "y" in shown and "m" not in shown else len("2022-03")
