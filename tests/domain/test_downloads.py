"""Downloads: CSV that Excel opens and nobody can abuse, JSON with the same rows."""

import csv
import json

import pytest

from plugins.domain.downloads import Download, csv_file, json_file
from plugins.domain.navigation import site_view
from tests.builders import bulletin

SITE = site_view(bulletin(), {})
TABLE = Download(
    title="样例",
    notes=("未必完整。",),
    headings=("名称", "数量"),
    rows=(("甲，乙“丙”", 35), ('带"引号"\n和换行', None)),
)


def rows_of(data: bytes) -> list[list[str]]:
    """Read a CSV file as a spreadsheet does."""
    return list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True)))


def test_a_csv_file_begins_with_a_mark_that_excel_knows() -> None:
    """Without the BOM, Excel reads UTF-8 as GBK; lines end as RFC 4180 has it."""
    data = csv_file(TABLE, SITE)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")


def test_a_csv_file_gives_back_what_was_put_in() -> None:
    """Commas, quotation marks and line breaks survive; what is unknown is empty."""
    assert rows_of(csv_file(TABLE, SITE)) == [
        ["名称", "数量"],
        ["甲，乙“丙”", "35"],
        ['带"引号"\n和换行', ""],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_would_be_calculated_is_made_text(start: str) -> None:
    """A name that begins like a formula gets an apostrophe."""
    dangerous = Download("样例", (), ("名称",), ((f"{start}SUM(A1)",),))
    text = csv_file(dangerous, SITE).decode("utf-8-sig")
    assert f"'{start}SUM(A1)" in text


def test_a_number_is_no_formula() -> None:
    """Numbers stay numbers."""
    assert rows_of(csv_file(Download("样例", (), ("数量",), ((-1,),)), SITE))[1] == ["-1"]


def test_a_json_file_has_each_row_by_its_headings() -> None:
    """Numbers stay numbers, what is unknown is null, Chinese is Chinese."""
    data = json_file(TABLE, SITE)
    assert json.loads(data)["rows"][0] == {"名称": "甲，乙“丙”", "数量": 35}
    assert json.loads(data)["rows"][1]["数量"] is None
    assert "名称".encode() in data
