"""Private numbers in attachments; they and the files are made up."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook

from plugins.checking import CleanSources, check
from plugins.checking.private import attachment_texts
from plugins.checking.private.attachment_texts import texts_of_attachment
from plugins.problems import Problem
from plugins.reading import read_bulletin
from tests.builders import TODAY
from tests.conftest import WriteContent

MOBILE = "13800000000"
HEAD = "---\n标题: 甲\n日期: 2022-03-09\n栏目: 要闻\n署名: 未署名\n来源: 某报\n"
WORD = '<w:document xmlns:w="urn:w"><w:body>{}</w:body></w:document>'
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def told(
    write_content: WriteContent,
    name: str,
    data: bytes,
    clean: CleanSources | None = None,
    head: str = "",
) -> list[Problem]:
    """Return what is told of a bulletin whose one item offers this attachment."""
    content = write_content(
        {
            "tables/columns.csv": "栏目名称,链接名\n要闻,yaowen\n",
            f"files/2022/{name}": data,
            "news/2022/a.md": f"{HEAD}{head}---\n\n见[名册](../../files/2022/{name})。\n",
        }
    )
    return check(content, read_bulletin(content, TODAY), clean)


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP file of these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return made.getvalue()


def document(*parts: str) -> bytes:
    """Return a DOCX of these parts."""
    return packed({"word/document.xml": WORD.format("".join(parts))})


def workbook(*rows: tuple[object, ...]) -> bytes:
    """Return an XLSX of these rows."""
    book, made = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    "rows",
    [
        f"姓名,联系电话\n甲,同收入\n乙,{MOBILE}\n",
        f"姓名,电话\n甲,见档案号\n乙,{MOBILE}\n",
        "姓名,身份证号\n甲,待补\n乙,110101190001010015\n",
        f"姓名,备注\n乙,{MOBILE}\n丙,金额\n丁,{MOBILE}\n",
    ],
)
def test_what_stands_in_the_first_rows_is_no_heading(
    write_content: WriteContent, rows: str
) -> None:
    """Where a heading calls for a number, or numbers have begun."""
    assert told(write_content, "mingce.csv", rows.encode())


def test_cells_need_not_say_where_they_are(write_content: WriteContent) -> None:
    """Nor is a sheet always called so; a string that is not there hides no other."""
    sheet = (
        '<worksheet><sheetData><row><c t="s"><v>9</v></c><c><v>7</v></c></row>'
        f"<row><c><v>1</v></c><c><v>{MOBILE}</v></c></row></sheetData></worksheet>"
    )
    (problem,) = told(write_content, "a.xlsx", packed({"xl/worksheets/Sheet1.xml": sheet}))
    assert "单元格 B2" in problem.message


def test_deleted_words_are_in_the_file_all_the_same(write_content: WriteContent) -> None:
    """Whoever turns the marks of revision on reads them."""
    deleted = f"<w:p><w:del><w:r><w:delText>{MOBILE}</w:delText></w:r></w:del></w:p>"
    assert told(write_content, "a.docx", document(deleted))


def test_a_cell_of_a_workbook_is_told_by_its_name(write_content: WriteContent) -> None:
    """The attachment itself is the place: nothing is wrong with the item that offers it."""
    rows = (("名册",), ("姓名", "手机"), ("甲", int(MOBILE)))
    (problem,) = told(write_content, "mingce.xlsx", workbook(*rows))
    assert (problem.code, str(problem.place)) == (
        "private-number",
        "content/files/2022/mingce.xlsx:3:2",
    )
    assert "附件单元格 B3里像是手机号（138…00）" in problem.message
    assert MOBILE not in problem.message


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("a.txt", f"甲\n电话{MOBILE}\n".encode(), (2, None)),
        ("a.txt", f"甲\r\n电话{MOBILE}\r\n".encode("gb18030"), (2, None)),
        ("a.txt", f"甲\n电话{MOBILE}\n".encode("utf-16"), (2, None)),
        ("a.csv", f"姓名,电话\n甲,{MOBILE}\n".encode("utf-8-sig"), (2, 2)),
        ("A.XLSX", workbook(("姓名", "电话"), ("甲", MOBILE)), (2, 2)),
        ("a.docx", document(PARAGRAPH.format(f"电话{MOBILE}")), (None, None)),
    ],
)
def test_every_kind_that_holds_text_is_looked_into(
    write_content: WriteContent, name: str, data: bytes, place: tuple[int | None, int | None]
) -> None:
    """Line and field are told where the kind has them."""
    problems = told(write_content, name, data)
    assert [(one.place.line, one.place.column) for one in problems] == [place]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", workbook(("项目", "投资（元）"), ("甲", int(MOBILE)))),
        ("a.xlsx", workbook(("姓名", "证书编号"), ("甲", MOBILE))),
        ("a.csv", f"项目,投资（元）\n甲,{MOBILE}\n".encode()),
        ("a.txt", f"投资{MOBILE}元。".encode()),
        ("a.docx", document(PARAGRAPH.format("138"), PARAGRAPH.format("00000000"))),
        ("a.pdf", f"%PDF 电话{MOBILE}".encode()),
    ],
)
def test_amounts_serials_and_what_cannot_be_read_are_passed_over(
    write_content: WriteContent, name: str, data: bytes
) -> None:
    """What is innocent in a text is innocent in an attachment."""
    assert told(write_content, name, data) == []


def test_the_runs_of_a_paragraph_are_one_text() -> None:
    """Word parts a number wherever its spelling was checked."""
    runs = "<w:p><w:r><w:t>138</w:t></w:r><w:r><w:tab/><w:t>0000</w:t></w:r></w:p>"
    (text,) = texts_of_attachment("a.docx", document(runs))
    assert (text.text, text.where) == ("138 0000", "第 1 段")


def test_a_table_of_a_document_has_rows_and_headings() -> None:
    """So that an editor finds the row, and an amount is known as one."""
    cells = [f"<w:tc>{PARAGRAPH.format(text)}</w:tc>" for text in ("投资（元）", MOBILE)]
    rows = "".join(f"<w:tr>{cell}</w:tr>" for cell in cells)
    texts = texts_of_attachment("a.docx", document(f"<w:tbl>{rows}</w:tbl>"))
    assert [(one.where, one.heading) for one in texts] == [
        ("第 1 个表格第 1 行", ""),
        ("第 1 个表格第 2 行", "投资（元）"),
    ]


def test_slides_and_notes_are_read() -> None:
    """What is said beside a slide is published with it."""
    xml = '<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><a:p><a:r><a:t>甲</a:t></a:r></a:p></p:sld>'
    data = packed({"ppt/slides/slide2.xml": xml, "ppt/notesSlides/notesSlide2.xml": xml})
    texts = [(one.text, one.where) for one in texts_of_attachment("a.pptx", data)]
    assert texts == [("甲", "第 2 张幻灯片")] * 2


def test_strings_of_a_workbook_are_read_wherever_they_are_kept() -> None:
    """Beside the sheets, in the cell, or as a number with an exponent; readings are left out."""
    shared = "<sst><si><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></si></sst>"
    cells = (
        '<c r="A1" t="s"><v>0</v></c><c r="AB2" t="inlineStr"><is><t>丙</t></is></c>'
        '<c r="B3"><v>1.38E10</v></c><c r="C3"/>'
    )
    sheet = f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>"
    data = packed({"xl/sharedStrings.xml": shared, "xl/worksheets/sheet1.xml": sheet})
    texts = [(one.text, one.where) for one in texts_of_attachment("a.xlsx", data) if one.text]
    assert texts == [("甲乙", "单元格 A1"), ("丙", "单元格 AB2"), ("13800000000", "单元格 B3")]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pptx"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0 locked with a password",
        document(PARAGRAPH.format(MOBILE))[:-40],
        packed({"word/document.xml": "<w:p>", "xl/worksheets/sheet1.xml": "<c"}),
        packed({"xl/worksheets/sheet1.xml": '<w><c r="A1" t="s"><v>7</v></c></w>'}),
    ],
)
def test_a_damaged_file_has_no_text(name: str, data: bytes) -> None:
    """It is published as it is; nobody is stopped by it."""
    assert texts_of_attachment(name, data) == []


def test_an_xml_that_names_entities_is_left_alone() -> None:
    """A few lines of them can grow to gigabytes."""
    bomb = '<!DOCTYPE a [<!ENTITY b "138">]>' + WORD.format(PARAGRAPH.format("&b;"))
    assert texts_of_attachment("a.docx", packed({"word/document.xml": bomb})) == []


def test_nothing_is_unpacked_beyond_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file may hold blanks without end."""
    data = document(PARAGRAPH.format("甲" + " " * 5000))
    assert texts_of_attachment("a.docx", data)
    monkeypatch.setattr(attachment_texts, "UNPACKED_AT_MOST", 4000)
    assert texts_of_attachment("a.docx", data) == []


def test_of_many_numbers_the_first_are_told(write_content: WriteContent) -> None:
    """A list of five hundred persons is one mistake."""
    problems = told(write_content, "a.txt", f"电话{MOBILE}\n".encode() * 12)
    assert [one.place.line for one in problems] == list(range(1, 11))
    assert "共 12 处，先列 10 处" in problems[0].message


def test_an_attachment_that_nothing_public_offers_is_not_read(write_content: WriteContent) -> None:
    """It is not published."""
    data = f"电话{MOBILE}".encode()
    problems = told(write_content, "a.txt", data, head="状态: 草稿\n")
    assert [one.code for one in problems] == ["empty-column"]


def test_a_clean_attachment_is_read_once(write_content: WriteContent, tmp_path: Path) -> None:
    """It is known by its bytes; with others it is another one."""
    clean = CleanSources(tmp_path / "clean")
    assert told(write_content, "a.txt", "电话".encode(), clean) == []
    content = tmp_path / "content"
    reading = read_bulletin(content, TODAY)
    (content / "files/2022/a.txt").unlink()
    assert check(content, reading, clean) == []
    assert len(told(write_content, "a.txt", f"电话{MOBILE}".encode(), clean)) == 1


def test_an_attachment_that_is_another_by_now_is_told(
    write_content: WriteContent, tmp_path: Path
) -> None:
    """What is offered by its digest is not what would be searched."""
    assert told(write_content, "a.txt", f"电话{MOBILE}".encode())
    content = tmp_path / "content"
    reading, clean = read_bulletin(content, TODAY), CleanSources()
    (content / "files/2022/a.txt").write_text("电话", encoding="utf-8")
    assert [one.code for one in check(content, reading, clean)] == ["changed-meanwhile"]
