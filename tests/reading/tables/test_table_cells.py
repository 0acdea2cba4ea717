"""Tables as cells of text, each with its place."""

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from plugins.reading.tables.table_cells import Cells, read_cells
from tests.reading.sources import told

CSV = "content/tables/topics.csv"
XLSX = "content/tables/topics.xlsx"
HALF_PAST_EIGHT = datetime(2022, 3, 9, 8, 30)  # noqa: DTZ001 - a cell has no zone


def csv_cells(text: str | bytes) -> Cells:
    """Read a CSV."""
    return read_cells(CSV, text.encode() if isinstance(text, str) else text)


def texts(cells: Cells) -> list[list[str]]:
    """Return the texts of some cells."""
    return [[cell.text for cell in row] for row in cells.rows]


def saved(fill: Callable[[Worksheet], object]) -> bytes:
    """Return a workbook whose first sheet is filled so."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    fill(sheet)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def sheet_cells(*rows: list[object]) -> Cells:
    """Read a workbook with these rows."""

    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(row)

    return read_cells(XLSX, saved(fill))


def test_a_csv_keeps_commas_quotes_and_line_ends_inside_quotes() -> None:
    """Quoted cells hold whatever they hold."""
    cells = csv_cells('甲,"乙,丙","说""丁"""\n"一\n二",三,四\n')
    assert texts(cells) == [["甲", "乙,丙", '说"丁"'], ["一\n二", "三", "四"]]


def test_a_cell_of_several_lines_does_not_shift_the_places_below() -> None:
    """The line of a problem is the physical line, whatever stands above."""
    cells = csv_cells('甲,乙\n"一\n二\n三",四\n五,六\n')
    assert [row[0].place.line for row in cells.rows] == [1, 2, 5]
    assert [cell.place.column for cell in cells.rows[2]] == [1, 2]


def test_empty_rows_are_left_out_and_counted() -> None:
    """Excel writes rows of nothing but commas."""
    cells = csv_cells("甲,乙\n\n,,\n一,二\n")
    assert [row[0].place.line for row in cells.rows] == [1, 4]


def test_blanks_around_a_cell_are_no_part_of_it() -> None:
    """Full-width blanks of WPS neither."""
    assert texts(csv_cells("甲 , 乙　\n")) == [["甲", "乙"]]


def test_a_blank_of_another_width_in_a_cell_is_a_plain_one() -> None:
    """A name that was copied from a web page is the same name."""
    assert texts(csv_cells("\u00a0甲\u00a0A,乙\u2003B\u202f\n")) == [["甲 A", "乙 B"]]


@pytest.mark.parametrize("text", ['甲,"乙\n', '甲,"乙"丙\n', "甲," + "长" * 30_000])
def test_a_csv_that_cannot_be_read_on_is_told(text: str) -> None:
    """A missing quote swallows the rest of the file: nothing of it is taken."""
    cells = csv_cells(f"一,二\n{text}")
    assert (told(cells.problems), cells.rows) == ([("broken-csv", 2)], [])


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b",,,\n,,\n", b"\xef\xbb\xbf,,\r\n"])
def test_a_table_without_a_cell_is_empty(data: bytes) -> None:
    """A file of commas is told, even where a note is told as well."""
    assert ("empty-file", None) in told(csv_cells(data).problems)


def test_what_excel_saves_is_read() -> None:
    """UTF-8 with a mark, or GB18030, both with CRLF; only the older encoding is told."""
    marked = csv_cells("\ufeff甲,乙\r\n".encode())
    older = csv_cells("甲,乙\r\n".encode("gb18030"))
    assert texts(marked) == texts(older) == [["甲", "乙"]]
    assert told(marked.problems) == []
    assert told(older.problems) == [("gb18030", None)]


def test_cells_of_a_workbook_are_text() -> None:
    """Numbers lose no zeros and gain no points; dates are dates; 001 as text stays 001."""
    cells = sheet_cells(
        ["001", 35, 35.0, 3.5, date(2022, 3, 9), HALF_PAST_EIGHT, None, "\u00a0甲\u2003", True]
    )
    assert texts(cells) == [
        ["001", "35", "35", "3.5", "2022-03-09", "2022-03-09 08:30", "", "甲", "True"]
    ]
    assert cells.problems == []


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ('yyyy"年"m"月"', "2021-07"),
        ("yyyy-mm-dd", "2021-07-01"),
        ("yyyy", "2021"),
        ('[$-804]yyyy"md"', "2021"),
        ("mmm\\-yy", "2021-07"),
    ],
)
def test_a_date_is_no_more_exact_than_it_is_shown(form: str, expected: str) -> None:
    """Excel keeps a month as its first day; the day that is not shown is not known."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = date(2021, 7, 1)
        sheet["A1"].number_format = form

    assert texts(read_cells(XLSX, saved(fill))) == [[expected]]


@pytest.mark.parametrize(
    ("form", "expected"), [("0%", "57%"), ("0.0%", "56.7%"), ("0.00%", "56.66%")]
)
def test_a_percentage_is_read_as_it_is_shown(form: str, expected: str) -> None:
    """Excel keeps a hundredth of what the editor has typed and sees."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 0.5666
        sheet["A1"].number_format = form

    assert texts(read_cells(XLSX, saved(fill))) == [[expected]]


def test_places_in_a_workbook_are_row_and_column_numbers() -> None:
    """Rows that are left out are counted."""
    cells = sheet_cells(["甲", "乙"], [None, None], ["丙", "丁"])
    assert [(cell.place.line, cell.place.column) for cell in cells.rows[1]] == [(3, 1), (3, 2)]


def test_merged_cells_are_told_and_nothing_is_read() -> None:
    """Which rows a merged cell belongs to cannot be known."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["甲", "乙"])
        sheet.append(["丙", "丁"])
        sheet.append([None, "戊"])
        sheet.merge_cells("A2:A3")

    cells = read_cells(XLSX, saved(fill))
    assert (told(cells.problems), cells.rows) == ([("merged-cells", 2)], [])


@pytest.mark.parametrize("value", ["=1+1", '=HYPERLINK("https://example.cn")', "=甲!A1"])
def test_a_formula_is_told_and_its_row_left_out(value: str) -> None:
    """What a formula shows is not what stands in the file."""
    cells = sheet_cells(["甲"], [value], ["乙"])
    assert (told(cells.problems), texts(cells)) == ([("formula-cell", 2)], [["甲"], ["乙"]])


def test_an_error_value_is_told() -> None:
    """#N/A is no name."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "#N/A"
        sheet["A1"].data_type = "e"

    assert told(read_cells(XLSX, saved(fill)).problems) == [("error-cell", 1)]


@pytest.mark.parametrize("value", ["#N/A", "#NAME?", "#REF!", "#DIV/0!"])
def test_an_error_value_is_told_in_a_csv_too(value: str) -> None:
    """There it is text like any other; its row is left out as in a workbook."""
    cells = csv_cells(f"甲,乙\n{value},一\n二,三\n")
    assert (told(cells.problems), texts(cells)) == (
        [("error-cell", 2)],
        [["甲", "乙"], ["二", "三"]],
    )


@pytest.mark.parametrize("value", ["#1楼", "#N/A等错误", "＃N/A", "N/A", "#"])
def test_what_only_looks_like_an_error_value_stands(value: str) -> None:
    """A sign for a number is text."""
    assert csv_cells(f"甲,乙\n{value},一\n").problems == []


@pytest.mark.parametrize("titles", [["标签一览表"], ["标签一览表", "某某局"]])
def test_a_title_merged_above_the_headings_is_read_as_a_line(titles: list[str]) -> None:
    """Which rows it belongs to is plain: to none of them."""

    def fill(sheet: Worksheet) -> None:
        for number, title in enumerate(titles, 1):
            sheet.append([title, None])
            sheet.merge_cells(f"A{number}:B{number}")
        sheet.append(["标签名称", "链接名"])
        sheet.append(["甲", "jia"])

    cells = read_cells(XLSX, saved(fill), ("标签名称", "链接名"))
    assert (told(cells.problems), len(cells.rows)) == ([], len(titles) + 2)


@pytest.mark.parametrize("where", ["A2:B2", "A3:B3"])
def test_merged_headings_and_rows_are_told(where: str) -> None:
    """Only what is alone above the headings is a title."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["标签一览表", None])
        sheet.append(["标签名称", "链接名"])
        sheet.append(["甲", "jia"])
        sheet.merge_cells(where)

    cells = read_cells(XLSX, saved(fill), ("标签名称", "链接名"))
    assert [one.code for one in cells.problems] == ["merged-cells"]


def test_a_hidden_row_is_read_with_a_warning() -> None:
    """Hiding is not deleting, in either direction."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["甲"])
        sheet.append(["乙"])
        sheet.row_dimensions[2].hidden = True
        sheet.row_dimensions[9].hidden = True

    cells = read_cells(XLSX, saved(fill))
    assert texts(cells) == [["甲"], ["乙"]]
    assert [(one.code, one.level, one.place.line) for one in cells.problems] == [
        ("hidden-row", "warning", 2)
    ]


def test_hidden_columns_are_read_with_one_warning() -> None:
    """Excel keeps neighbours as one; a column in which nothing is written is none."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["甲", "乙", "丙", None, "丁"])
        sheet.column_dimensions.group("B", "D", hidden=True)

    cells = read_cells(XLSX, saved(fill))
    assert texts(cells) == [["甲", "乙", "丙", "", "丁"]]
    (problem,) = cells.problems
    assert (problem.code, problem.level) == ("hidden-column", "warning")
    assert (problem.place.line, problem.place.column) == (1, 2)
    assert problem.message == "B、C 列是隐藏的，也照常读取。"


def test_another_sheet_is_told_only_where_it_is_not_empty() -> None:
    """Excel used to make three sheets of every workbook."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(["甲"])
        assert sheet.parent is not None
        sheet.parent.create_sheet("空表")
        sheet.parent.create_sheet("旧表")["B2"] = "乙"

    (problem,) = read_cells(XLSX, saved(fill)).problems
    assert (problem.code, problem.level, "旧表" in problem.message) == (
        "other-sheet",
        "warning",
        True,
    )


@pytest.mark.parametrize("is_formatted", [False, True])
def test_an_empty_first_sheet_is_told_with_the_one_behind_it(*, is_formatted: bool) -> None:
    """The file is not empty: nobody should delete it."""

    def fill(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet.parent.create_sheet("标签表").append(["甲"])
        if is_formatted:
            sheet["B2"].number_format = "0%"

    cells = read_cells(XLSX, saved(fill))
    (problem,) = cells.problems
    assert (problem.code, problem.level, cells.rows) == ("first-sheet-empty", "error", [])
    assert "“标签表”" in problem.message
    assert problem.remedy == "把要用的工作表移到最前面，或删掉空的那一张。"


def test_a_workbook_of_empty_sheets_is_empty() -> None:
    """Excel used to make three sheets of every workbook."""

    def fill(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet.parent.create_sheet("空表")

    assert told(read_cells(XLSX, saved(fill)).problems) == [("empty-file", None)]


def test_a_workbook_named_as_a_csv_is_told_as_such() -> None:
    """Saved by Notepad it would be lost."""
    (new,) = csv_cells(saved(lambda sheet: sheet.append(["甲"]))).problems
    (old,) = csv_cells(bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600).problems
    assert new.code == old.code == "workbook-as-csv"
    assert new.remedy.startswith("把扩展名改成 .xlsx")
    assert "另存为 .xlsx" in old.remedy


def test_an_invisible_character_in_a_cell_is_told() -> None:
    """A workbook is read as strictly as a text."""
    assert told(sheet_cells(["甲\u200b"]).problems) == [("forbidden-character", 1)]


@pytest.mark.parametrize("keep", [0, 10, 200, -30, -1])
def test_a_damaged_workbook_is_told(keep: int) -> None:
    """A file that was cut off is a problem, no exception."""
    data = saved(lambda sheet: sheet.append(["甲"]))[:keep]
    assert told(read_cells(XLSX, data).problems) == [("broken-workbook", None)]


def test_an_older_or_locked_workbook_is_told() -> None:
    """.xls renamed, and a workbook with a password, are OLE files."""
    data = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600
    assert told(read_cells(XLSX, data).problems) == [("broken-workbook", None)]


def test_an_archive_that_is_no_workbook_is_told() -> None:
    """A .docx renamed is a ZIP all the same."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert told(read_cells(XLSX, stream.getvalue()).problems) == [("broken-workbook", None)]


def test_an_archive_that_unfolds_to_too_much_is_told() -> None:
    """A few kilobytes of ZIP can hold gigabytes of nothing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\x00" * (65 * 1024 * 1024))
    assert told(read_cells(XLSX, stream.getvalue()).problems) == [("table-too-large", None)]


def test_an_archive_that_lies_about_its_size_is_told() -> None:
    """The size that a ZIP declares is not believed either."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\x00" * 1_000_000)
    data = stream.getvalue().replace(struct.pack("<I", 1_000_000), struct.pack("<I", 10))
    assert told(read_cells(XLSX, data).problems) == [("broken-workbook", None)]


def test_a_cell_at_the_end_of_the_sheet_is_told() -> None:
    """A blank formatted far away makes seventeen billion cells."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "甲"
        sheet["XFD1048576"] = "乙"

    assert told(read_cells(XLSX, saved(fill)).problems) == [("table-too-large", None)]
