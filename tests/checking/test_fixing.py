"""What `check --fix` mends, and what it leaves alone."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from plugins.checking.backup import mend_folder
from plugins.checking.fixing import mended_csv, mended_text, mended_workbook, missing_slugs
from plugins.checking.word_mending import mended_words
from plugins.reading.source_text import UNPRINTED, text_of
from plugins.reading.tables.content_tables import UNIQUE_NAMES, WITH_SLUGS
from tests.conftest import ROOT

FULL_WIDTH_BRACKETS = str.maketrans("()", "（）")
NOW = datetime.fromisoformat("2026-11-22T10:45:09+08:00")


def test_a_text_becomes_utf8_with_lf_and_without_a_mark() -> None:
    """BOM, CRLF and GB18030 go; not a character changes."""
    assert mended_text("\ufeff标题: 甲\r\n".encode()) == "标题: 甲\n".encode()
    assert mended_text("标题: 甲\r\n".encode("gb18030")) == "标题: 甲\n".encode()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_with_its_mark_becomes_utf8(encoding: str) -> None:
    """Notepad calls it Unicode; a table keeps a mark and CRLF for Excel."""
    assert mended_text("\ufeff标题: 甲\r\n".encode(encoding)) == "标题: 甲\n".encode()
    assert mended_csv("\ufeff甲,乙\r\n".encode(encoding)) == "\ufeff甲,乙\r\n".encode()


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "\ufeff甲\n".encode("utf-32-le")])
def test_what_only_begins_as_utf16_is_left_alone(data: bytes) -> None:
    """Half a character, or UTF-32."""
    assert mended_text(data) == mended_csv(data) == data


@pytest.mark.parametrize("character", UNPRINTED)
def test_what_prints_nothing_is_deleted(character: str) -> None:
    """In texts and tables; nobody could see it, to delete it by hand."""
    assert mended_text(f"标题: 甲{character}乙\n".encode()) == "标题: 甲乙\n".encode()
    assert mended_csv(f"甲{character},乙\r\n".encode()) == "甲,乙\r\n".encode()


@pytest.mark.parametrize("character", ["\x0b", "\u2028", "\u200d", "\u202e", "\ue001", "\ufffc"])
def test_what_may_mean_something_is_left_to_the_editor(character: str) -> None:
    """Breaks, joints of pictures, letters of a font, turned text: somebody must look."""
    text = f"标题: 甲{character}乙\n".encode()
    assert mended_text(text) == text


@pytest.mark.parametrize(
    "data",
    [
        "標題: 黨建新聞\n正文。\n".encode("big5"),
        "表彰编号,荣誉名称\n21wx,五星级党支部\n".encode()[:-2],
        "甲,乙\n<<<<<<< HEAD\n丙,\n=======\n丁,\n>>>>>>> b\n".encode("gb18030"),
    ],
    ids=["Big5", "cut off", "not yet merged"],
)
def test_what_reading_refuses_is_left_alone(data: bytes) -> None:
    """Taken for GB18030 it would be rewritten as nonsense, and nobody told."""
    assert text_of(data) is None
    assert mended_text(data) == mended_csv(data) == data


def test_every_table_with_pages_gets_its_missing_slugs() -> None:
    """As the message promises, whatever the heading of the names is called."""
    for table in WITH_SLUGS:
        heading = UNIQUE_NAMES[table][1]
        assert missing_slugs([[heading, "链接名"], ["甲局", ""]]) == {1: "jia-ju"}


def test_the_sure_slips_of_a_text_are_mended() -> None:
    """Stops and dashes of titles, numbers of documents, half-width marks; what they mean stays."""
    written = """---
标题: 甲单位开会。
副题: ——记乙支部,丙支部
文号: 延发[2024]007号
更正:
  - 原文: 甲,乙。
---

各省(区、市):甲,乙（丙)延发(2024)第8号[丁](a,b.md)。
"""
    assert (
        mended_text(written.encode()).decode()
        == """---
标题: 甲单位开会
副题: 记乙支部，丙支部
文号: 延发〔2024〕7号
更正:
  - 原文: 甲,乙。
---

各省（区、市）：甲，乙（丙）延发〔2024〕8号[丁](a,b.md)。
"""
    )


@pytest.mark.parametrize("written", ["(二）", "（二)", "（试行)。", "甲(二）"])
def test_brackets_of_two_widths_become_full_width(written: str) -> None:
    """One of them says which is meant."""
    assert mended_words(f"甲。\n\n{written}").endswith(written.translate(FULL_WIDTH_BRACKETS))


@pytest.mark.parametrize(
    "text",
    [
        "见https://example.cn/学习,资料。",
        "在D:\\党建,资料\\甲:乙.doc",
        "~~~\n甲,乙\n~~~",
        "$甲,乙$",
        "`(二）`、f(二）",
        '![会场](a.png "会场(二）")',
        "> （二)",
        "> 甲,乙，延发[2024]7号",
        "原件是延发[2024]7号:甲",
        "见图[2024]3号展板",
    ],
)
def test_what_may_be_meant_so_is_left(text: str) -> None:
    """Addresses, paths, code, formulas, words that are quoted, numbers of other things."""
    assert mended_words(text) == text


@pytest.mark.parametrize(
    "file", sorted((ROOT / "content").rglob("*.md")), ids=lambda file: file.name
)
def test_real_texts_are_left_alone(file: Path) -> None:
    """Mending touches nothing that a proofreader has passed."""
    assert mended_text(file.read_bytes()) == file.read_bytes()


@given(
    st.lists(
        st.sampled_from(
            [
                *"甲发,;:?!()（）[]。.—-2024第07号７”“`$>",
                "[2024]",
                "```",
                "www.",
                "标题:",
                "副题: ",
                "---",
                "\n",
            ]
        )
    )
)
def test_mending_twice_is_mending_once(pieces: list[str]) -> None:
    """Whatever is mended is in order then."""
    mended = mended_words("---\n" + "".join(pieces))
    assert mended_words(mended) == mended


def test_a_text_in_order_is_left_alone() -> None:
    """Mending twice is mending once."""
    data = "标题: 甲\n".encode()
    assert mended_text(data) == data


def test_bytes_that_are_no_text_are_left_alone() -> None:
    """What cannot be decoded is told by reading, never changed."""
    data = b"\xff\xfe\x00\xd8"
    assert mended_text(data) == data
    assert mended_csv(data) == data


def test_a_csv_keeps_its_mark_and_line_ends_for_excel() -> None:
    """Excel opens a CSV as UTF-8 only with its mark."""
    data = "\ufeff栏目名称,链接名\r\n甲,jia\r\n".encode()
    assert mended_csv(data) == data


def test_an_old_csv_becomes_utf8_with_a_mark() -> None:
    """A GB18030 table comes from Excel and goes back to it."""
    assert mended_csv("栏目名称,链接名\n甲,jia\n".encode("gb18030")).startswith(b"\xef\xbb\xbf")


def test_missing_slugs_are_proposed_and_never_doubled() -> None:
    """The second row of the same sound gets a number, also beside one that was there."""
    rows = [["栏目名称", "链接名"], ["要闻", "yao-wen"], ["药文", ""], ["要纹"]]
    assert missing_slugs(rows) == {2: "yao-wen-2", 3: "yao-wen-3"}


def test_only_the_missing_slug_of_a_csv_changes() -> None:
    """Quoted cells, order and other rows stay as they are."""
    data = '栏目名称,链接名,说明\n要闻,,"甲,乙"\n动态,dong-tai,\n'.encode()
    assert mended_csv(data).decode() == (
        '栏目名称,链接名,说明\n要闻,yao-wen,"甲,乙"\n动态,dong-tai,\n'
    )


def test_a_workbook_gets_its_missing_slugs() -> None:
    """The first sheet is filled in; its other cells stay."""
    workbook = Workbook()
    workbook.active.append(["栏目名称", "链接名"])
    workbook.active.append(["要闻", None])
    written = io.BytesIO()
    workbook.save(written)
    sheet = load_workbook(io.BytesIO(mended_workbook(written.getvalue()))).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["栏目名称", "链接名"],
        ["要闻", "yao-wen"],
    ]


def test_a_broken_workbook_is_left_alone() -> None:
    """Mending never makes things worse."""
    assert mended_workbook(b"PK no workbook") == b"PK no workbook"


def test_every_changed_file_has_a_copy_of_what_it_was(tmp_path: Path) -> None:
    """The way back is the old file, under its old path."""
    item = tmp_path / "content" / "news" / "2022" / "a.md"
    item.parent.mkdir(parents=True)
    item.write_bytes("标题: 甲\r\n".encode())
    mending = mend_folder(tmp_path / "content", tmp_path / "backups", NOW)
    assert (mending.changed, mending.problems) == ([item], [])
    assert item.read_bytes() == "标题: 甲\n".encode()
    copy = mending.kept / "content" / "news" / "2022" / "a.md"
    assert copy.read_bytes() == "标题: 甲\r\n".encode()
    assert not list(item.parent.glob(".~*"))


@pytest.mark.parametrize("name", ["~$a.xlsx", ".~a.md", "a.txt"])
def test_files_that_reading_ignores_are_not_touched(tmp_path: Path, name: str) -> None:
    """An open workbook's lock file is nobody's table."""
    file = tmp_path / "content" / "tables" / name
    file.parent.mkdir(parents=True)
    file.write_bytes("甲\r\n".encode())
    assert mend_folder(tmp_path / "content", tmp_path / "backups", NOW).changed == []


def test_a_file_that_cannot_be_written_is_told_and_the_others_are_mended(tmp_path: Path) -> None:
    """What stands in the way is at one file; it stays as it was, with nothing left beside it."""
    folder = tmp_path / "content" / "tables"
    for name in ("a.md", "b.md", "c.md"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes("标题: 甲\r\n".encode())
    (folder / ".~b.md").mkdir()
    mending = mend_folder(tmp_path / "content", tmp_path / "backups", NOW)
    assert mending.changed == [folder / "a.md", folder / "c.md"]
    assert (folder / "b.md").read_bytes() == "标题: 甲\r\n".encode()
    (problem,) = mending.problems
    assert (problem.code, problem.place.file) == ("not-mended", "content/tables/b.md")


def test_nothing_is_mended_where_no_copy_can_be_kept(tmp_path: Path) -> None:
    """There would be no way back."""
    item = tmp_path / "content" / "a.md"
    item.parent.mkdir()
    item.write_bytes("标题: 甲\r\n".encode())
    (tmp_path / "backups").touch()
    mending = mend_folder(tmp_path / "content", tmp_path / "backups", NOW)
    assert (mending.changed, [one.code for one in mending.problems]) == ([], ["not-mended"])
    assert item.read_bytes() == "标题: 甲\r\n".encode()
