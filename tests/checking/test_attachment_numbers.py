"""Private numbers in attachments; they and the files are made up."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook

from plugins.checking.all_rules import check
from plugins.checking.clean_sources import CleanSources
from plugins.checking.private import attachment_texts, office_parts
from plugins.checking.private.attached_text import AttachedText, Fault
from plugins.checking.private.attachment_texts import ReadAttachment, read_attachment
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


def read(name: str, data: bytes) -> ReadAttachment:
    """Return what is read of a file of this name."""
    return read_attachment(name, io.BytesIO(data))


def texts_of(name: str, data: bytes) -> list[AttachedText]:
    """Return the texts of a file that can be read to its end."""
    whole = read(name, data)
    assert whole.fault is None
    return whole.texts


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
    (text,) = texts_of("a.docx", document(runs))
    assert (text.text, text.where) == ("138 0000", "第 1 段")


def test_a_table_of_a_document_has_rows_and_headings() -> None:
    """So that an editor finds the row, and an amount is known as one."""
    cells = [f"<w:tc>{PARAGRAPH.format(text)}</w:tc>" for text in ("投资（元）", MOBILE)]
    rows = "".join(f"<w:tr>{cell}</w:tr>" for cell in cells)
    texts = texts_of("a.docx", document(f"<w:tbl>{rows}</w:tbl>"))
    assert [(one.where, one.heading) for one in texts] == [
        ("第 1 个表格第 1 行", ""),
        ("第 1 个表格第 2 行", "投资（元）"),
    ]


def test_slides_and_notes_are_read() -> None:
    """What is said beside a slide is published with it."""
    xml = '<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><a:p><a:r><a:t>甲</a:t></a:r></a:p></p:sld>'
    data = packed({"ppt/slides/slide2.xml": xml, "ppt/notesSlides/notesSlide2.xml": xml})
    texts = [(one.text, one.where) for one in texts_of("a.pptx", data)]
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
    texts = [(one.text, one.where) for one in texts_of("a.xlsx", data) if one.text]
    assert texts == [("甲乙", "单元格 A1"), ("丙", "单元格 AB2"), ("13800000000", "单元格 B3")]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pptx", "a.wps"])
@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.DAMAGED),
        (b"PK\x03\x04", Fault.DAMAGED),
        (document(PARAGRAPH.format(MOBILE))[:-40], Fault.DAMAGED),
        (packed({"word/document.xml": "<w:p>"}), Fault.DAMAGED),
        (packed({"xl/worksheets/sheet1.xml": "<c"}), Fault.DAMAGED),
        (packed({"甲.txt": MOBILE}), Fault.OTHER_FORMAT),
        (f"电话{MOBILE}".encode(), Fault.OTHER_FORMAT),
        (document().replace(b"\x14\0\0\0\x08", b"\x14\0\1\0\x08"), Fault.LOCKED),
    ],
)
def test_what_cannot_be_read_is_said_to_be_so(name: str, data: bytes, fault: Fault) -> None:
    """Nobody knows what is published with it."""
    assert read(name, data) == ReadAttachment([], fault)


def test_a_locked_file_is_told_and_one_of_an_old_program_is_not() -> None:
    """That the endings of WPS and old programs are not read, the guide says."""
    old = b"\xd0\xcf\x11\xe0 locked with a password"
    assert read("a.docx", old) == ReadAttachment([], Fault.LOCKED)
    assert read("a.wps", old) == read("a.doc", old) == ReadAttachment([])


def test_what_comes_before_a_fault_is_read() -> None:
    """A number in it is told as well."""
    cut = packed({"word/document.xml": f"<w:d><w:p><w:t>{MOBILE}</w:t></w:p>".replace("w:", "")})
    unread = read("a.docx", cut)
    assert ([one.text for one in unread.texts], unread.fault) == ([MOBILE], Fault.DAMAGED)


def test_an_xml_that_names_entities_is_left_alone() -> None:
    """A few lines of them can grow to gigabytes, in whatever encoding."""
    bomb = '<!DOCTYPE a [<!ENTITY b "138">]>' + WORD.format(PARAGRAPH.format("&b;"))
    for xml in (bomb, bomb.encode("utf-16")):
        data = packed({"word/document.xml": xml})
        assert read("a.docx", data) == ReadAttachment([], Fault.DAMAGED)


def test_an_xml_in_another_encoding_is_read() -> None:
    """Some programs write it so."""
    xml = WORD.format(PARAGRAPH.format(MOBILE)).encode("utf-16")
    assert [one.text for one in texts_of("a.docx", packed({"word/document.xml": xml}))] == [MOBILE]


def test_nothing_is_unpacked_beyond_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file may hold blanks without end; the texts before are read."""
    huge = WORD.format(PARAGRAPH.format("甲" + " " * 5000))
    header = WORD.format(PARAGRAPH.format("乙"))
    data = packed({"word/document.xml": header, "word/header1.xml": huge})
    assert read("a.docx", data).fault is None
    monkeypatch.setattr(office_parts, "READ_AT_MOST", 4000)
    unread = read("a.docx", data)
    assert unread.fault is Fault.TOO_LARGE
    assert read("a.docx", document(PARAGRAPH.format(" " * 5000))).texts == []


def test_a_plain_text_is_read_as_far_as_it_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A character cut in two there changes none before it."""
    monkeypatch.setattr(attachment_texts, "READ_AT_MOST", 10)
    unread = read("a.txt", "甲乙丙丁".encode())
    assert unread.fault is Fault.TOO_LARGE
    assert unread.texts[0].text.startswith("甲乙丙")
    assert read("a.txt", "甲乙丙".encode()).fault is None


def test_of_cells_without_number_the_first_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file may hold millions."""
    monkeypatch.setattr(attachment_texts, "TEXTS_AT_MOST", 3)
    assert read("a.csv", b"1,2,3").fault is None
    unread = read("a.csv", b"1,2,3,4")
    assert (len(unread.texts), unread.fault) == (3, Fault.TOO_LARGE)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_text_of_two_bytes_needs_no_mark(encoding: str) -> None:
    """Where every other byte is none."""
    (text,) = texts_of("a.txt", f"电话{MOBILE}".encode(encoding))
    assert text.text == f"电话{MOBILE}"


def test_a_cell_too_long_hides_no_row_below(write_content: WriteContent) -> None:
    """From it on lines are read."""
    table = f"姓名,电话\n{'甲' * 140_000},1\n乙,{MOBILE}\n"
    (problem,) = told(write_content, "a.csv", table.encode())
    assert (problem.code, problem.place.line) == ("private-number", 3)


def test_what_could_not_be_read_is_told_where_it_is_listed(
    write_content: WriteContent, tmp_path: Path
) -> None:
    """What is wrong, and what to do; again with every check, until it is done."""
    clean = CleanSources(tmp_path / "clean")
    for _ in range(2):
        (problem,) = told(write_content, "mingce.docx", b"\xd0\xcf\x11\xe0", clean)
        assert (problem.code, problem.level, str(problem.place)) == (
            "attachment-unread",
            "warning",
            "content/news/2022/a.md:9",
        )
        assert problem.message == (
            "附件 mingce.docx 读不全：文件加了密码，或者是旧版 Office 的格式、只改了后缀，"
            "没有查到里面的字。"
        )
        assert problem.remedy.endswith("请自己检查一遍，确认没有身份证号、手机号和银行卡号。")


@pytest.mark.parametrize("name", ["a.wps", "a.et", "a.docx"])
def test_a_file_of_office_is_known_by_what_it_is(name: str) -> None:
    """Its ending may be that of another program."""
    assert [one.text for one in texts_of(name, workbook(("甲", MOBILE)))][:2] == ["甲", MOBILE]


@pytest.mark.parametrize(
    ("name", "xml", "where"),
    [
        ("docProps/core.xml", "<p><title>{}</title></p>", "文件属性"),
        ("word/document2.xml", "<d><p><t>{}</t></p></d>", "第 1 段"),
        (
            "word/document2.xml",
            '<d><p><instrText>LINK "tel:{}"</instrText></p></d>',
            "第 1 段",
        ),
        ("word/charts/chart1.xml", "<c><p><r><t>{}</t></r></p></c>", "图表"),
        ("word/charts/chart1.xml", "<c><strCache><v>{}</v></strCache></c>", "图表"),
        ("xl/comments1.xml", "<c><comment><t>{}</t></comment></c>", "批注或文本框"),
        ("docProps/app.xml", "<P><V><lpstr>{}</lpstr></V></P>", "文件属性"),
        ("ppt/comments/comment1.xml", "<c><cm><text>{}</text></cm></c>", "批注"),
        ("ppt/slideMasters/slideMaster1.xml", "<m><p><t>{}</t></p></m>", "母版或版式"),
        ("ppt/slideLayouts/slideLayout1.xml", "<m><p><t>{}</t></p></m>", "母版或版式"),
        ("word/diagrams/data1.xml", "<d><p><r><t>{}</t></r></p></d>", "图示"),
        ("xl/threadedComments/threadedComment1.xml", "<T><text>{}</text></T>", "批注"),
        ("xl/drawings/drawing1.xml", '<d><cNvPr descr="{}"/></d>', "批注或文本框"),
        (
            "xl/tables/table1.xml",
            '<t><tableColumn name="{}"/></t>',
            "内部文件 xl/tables/table1.xml ",
        ),
        ("customXml/item1.xml", "<a><b>{}</b></a>", "内部文件 customXml/item1.xml "),
        ("word/header1.xml", '<h><docPr descr="{}"/></h>', "页眉、页脚或注释"),
        ("word/document2.xml", '<d><docPr title="{}"/></d>', "替代文字或提示"),
        ("word/document2.xml", '<d><listItem x="{}"/></d>', "替代文字或提示"),
        ("word/afchunk.html", "<p>电话<b>{}</b></p>", "嵌入的网页"),
        ("word/_rels/document.xml.rels", '<R><Relationship Target="tel:{}"/></R>', "链接"),
    ],
)
def test_what_stands_beside_the_text_is_read(
    write_content: WriteContent, name: str, xml: str, where: str
) -> None:
    """It is published with the file, and a click shows it."""
    parts = {"word/document.xml": "<d/>", name: xml.format(MOBILE)}
    (problem,) = told(write_content, "a.docx", packed(parts))
    assert f"附件{where}里" in problem.message


def test_what_a_workbook_keeps_of_others_is_read(write_content: WriteContent) -> None:
    """The source of a pivot table, cells of another file, sheets of any name, hints."""
    fields = (
        '<d><cacheField name="手机"><sharedItems><n v="1.38E10"/></sharedItems></cacheField>'
        '<cacheField name="金额（元）"><n v="13800000001"/></cacheField></d>'
    )
    records = '<d><r><n v="13800000002"/><n v="13800000003"/></r><r><x v="0"/><s v="无"/></r></d>'
    cells = '<e><sheetData><row r="1"><cell r="A1"><v>13800000004</v></cell></row></sheetData></e>'
    sheet = (
        '<w><sheetData><row r="2"><c r="B2"><v>13800000005</v></c></row></sheetData>'
        '<dataValidation prompt="13800000006"/><hyperlink tooltip="13800000007"/></w>'
    )
    data = packed(
        {
            "xl/worksheets/mingce.xml": sheet,
            "xl/pivotCache/pivotCacheDefinition1.xml": fields,
            "xl/pivotCache/pivotCacheRecords1.xml": records,
            "xl/externalLinks/externalLink1.xml": cells,
        }
    )
    problems = told(write_content, "a.xlsx", data)
    assert [one.message.partition("里像是")[0].removeprefix("附件") for one in problems] == [
        "单元格 B2",
        *["页眉、页脚、提示或下拉选项"] * 2,
        "外部链接的单元格 A1",
        *["数据透视表"] * 2,
    ]


def test_a_table_of_a_slide_has_rows_and_headings(write_content: WriteContent) -> None:
    """A number may stand in it digit by digit, an amount under its unit."""
    rows = (("姓名", "投资（元）"), ("甲", MOBILE), *((*"110101190001010014",),))
    cells = [[f"<a:tc>{PARAGRAPH.format(one)}</a:tc>" for one in row] for row in rows]
    table = "".join(f"<a:tr>{''.join(row)}</a:tr>" for row in cells)
    slide = f'<p:sld xmlns:p="p" xmlns:a="a" xmlns:w="a"><a:tbl>{table}</a:tbl></p:sld>'
    (problem,) = told(write_content, "a.pptx", packed({"ppt/slides/slide1.xml": slide}))
    assert "附件第 1 张幻灯片第 1 个表格第 3 行里像是身份证号" in problem.message


def test_a_file_of_office_inside_another_is_read(write_content: WriteContent) -> None:
    """A double click opens it; what is inside of that one in turn is not looked for."""
    inner = workbook(("姓名", "电话"), ("甲", MOBILE))
    data = packed({"word/document.xml": "<d/>", "word/embeddings/sheet1.xlsx": inner})
    (problem,) = told(write_content, "a.docx", data)
    assert "附件内嵌的 sheet1.xlsx 单元格 B2里" in problem.message
    assert problem.place.line is None
    broken = packed({"word/document.xml": "<d/>", "word/embeddings/sheet1.xlsx": inner[:-40]})
    assert read("a.docx", broken).fault is Fault.DAMAGED
    deep = packed({"word/document.xml": "<d/>", "word/embeddings/b.docx": data})
    assert told(write_content, "a.docx", deep) == []


def with_faults(data: bytes, chance: Random) -> bytes:
    """Return data with a few bytes changed by chance."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


@pytest.mark.parametrize(
    ("name", "part", "xml"),
    [
        ("a.docx", "word/document.xml", WORD.format(PARAGRAPH.format("甲" * 40))),
        ("a.xlsx", "xl/worksheets/sheet1.xml", '<w><row r="1"><c r="A1"><v>1E3</v></c></row></w>'),
        ("a.pptx", "ppt/slides/slide1.xml", '<?xml version="1.0"?><s><p><t>甲</t></p></s>'),
    ],
)
def test_a_damaged_file_of_office_stops_no_check(name: str, part: str, xml: str) -> None:
    """Whatever byte is wrong, in the archive or in what it holds."""
    chance = Random(7)  # noqa: S311 - the same faults in every run
    for _ in range(150):
        read(name, with_faults(packed({part: xml}), chance))
        read(name, packed({part: with_faults(xml.encode(), chance)}))


@pytest.mark.parametrize("encoding", ["x-none", "gb18030", "utf-7"])
def test_an_unknown_encoding_is_a_fault(encoding: str) -> None:
    """Of the file, not of the program."""
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{WORD.format("")}'
    assert read("a.docx", packed({"word/document.xml": xml})).fault is Fault.DAMAGED


@pytest.mark.parametrize("way", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_file_packed_in_another_way_is_left_alone(way: int) -> None:
    """No program of Office opens it, and each way of packing fails in its own."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", way) as archive:
        archive.writestr("word/document.xml", WORD.format(PARAGRAPH.format("甲" * 99)))
    data = bytearray(made.getvalue())
    assert read("a.docx", bytes(data)).fault is Fault.DAMAGED
    data[60:64] = b"\xff" * 4
    assert read("a.docx", bytes(data)).fault is Fault.DAMAGED


def test_numbers_of_a_chart_are_amounts() -> None:
    """They are those of the sheet, where headings say what they are."""
    chart = f"<c><numCache><v>{MOBILE}</v></numCache></c>"
    data = packed({"word/document.xml": "<d/>", "word/charts/chart1.xml": chart})
    assert texts_of("a.docx", data) == []


def test_headers_lists_and_names_of_sheets_are_read() -> None:
    """Codes of a header are no text, nor is a formula."""
    sheet = (
        "<w><sheetData/><dataValidation><formula1>&quot;甲,乙&quot;</formula1></dataValidation>"
        "<dataValidation><formula1>A1</formula1></dataValidation>"
        f"<oddHeader>&amp;C&amp;&quot;宋体,Bold&quot;{MOBILE}</oddHeader></w>"
    )
    book = '<w><sheet name="丙"/></w>'
    data = packed({"xl/worksheets/sheet1.xml": sheet, "xl/workbook.xml": book})
    texts = [one.text.strip() for one in texts_of("a.xlsx", data)]
    assert [text for text in texts if text] == ['"甲,乙"', MOBILE, "丙"]


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ([("姓名", "备注"), ("甲", *"110101190001010014")], 1),
        ([("姓名", "身份证号"), ("甲", "110101", "190001010014")], 1),
        ([("姓名", "手机"), ("甲", "138", "00000000")], 1),
        ([("姓名", "手机"), ("甲", *MOBILE)], 1),
        ([("姓名",), ("甲", *MOBILE, "9")], 0),
        ([("月份", *"一二三四五六七八九十冬"), ("甲", *MOBILE)], 0),
        ([("姓名", "备注"), ("甲", "138", "00000000")], 0),
        ([("姓名", "手机", "邮编"), ("甲", MOBILE, "100000")], 1),
        ([("渠道", "一季度", "二季度", "三季度"), ("电话", "138", "1234", "5678")], 0),
    ],
)
def test_a_number_in_several_cells_is_one(
    write_content: WriteContent, rows: list[tuple[object, ...]], count: int
) -> None:
    """In a workbook, a document and a text; eleven counts of one digit are not."""
    row = "<w:tr>{}</w:tr>"
    cells = [[f"<w:tc>{PARAGRAPH.format(one)}</w:tc>" for one in cells] for cells in rows]
    table = "".join(row.format("".join(one)) for one in cells)
    table_file = "\n".join(",".join(map(str, one)) for one in rows).encode()
    for name, data in (
        ("a.xlsx", workbook(*rows)),
        ("a.docx", document(f"<w:tbl>{table}</w:tbl>")),
        ("a.csv", table_file),
    ):
        found = told(write_content, name, data)
        assert [one.code for one in found] == ["private-number"] * count, name


@pytest.mark.parametrize(
    ("row", "count"),
    [
        (("姓名", "某甲", "身份证号", "11010119000101001"), 1),
        (("姓名", "某甲", "电话", "一三八〇〇〇〇〇〇〇〇"), 1),
        (("姓名", "某甲", "电话", "138", "0000", "0000"), 1),
        (("姓名", "某甲", "身份证号", "110101", "1900", "0101", "0014"), 1),
        (("姓名", "某甲", "工号", MOBILE), 0),
        (("姓名", "某甲", "备注", "11010119000101001"), 0),
        (("姓名", "某甲", "备注", "138", "0000", "0000"), 0),
        (("联系电话", MOBILE, "100000"), 1),
    ],
)
def test_the_cell_left_of_a_number_names_it(
    write_content: WriteContent, row: tuple[str, ...], count: int
) -> None:
    """In all kinds that have cells, as forms are laid out."""
    cells = "".join(f"<w:tc>{PARAGRAPH.format(one)}</w:tc>" for one in row)
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    for name, data in (
        ("a.xlsx", workbook(row)),
        ("a.docx", document(table)),
        ("a.pptx", packed({"ppt/slides/slide1.xml": WORD.format(table)})),
        ("a.csv", ",".join(row).encode()),
    ):
        found = told(write_content, name, data)
        assert [one.code for one in found] == ["private-number"] * count, name


@pytest.mark.parametrize(
    "rows",
    [
        [("金额（元）",), ("预算数", "执行数"), (13512340000, 13512340000)],
        [("项目", "金额（元）"), ("", "本年"), ("甲", 13512340000)],
        [("项目", "工号"), ("甲", 13512340000)],
        [("项目", "收入"), ("", "2023年"), ("甲", 13512340000)],
    ],
)
def test_a_heading_may_stand_in_two_rows(
    write_content: WriteContent, rows: list[tuple[object, ...]]
) -> None:
    """A unit over the names of the columns is theirs."""
    assert told(write_content, "a.xlsx", workbook(*rows)) == []


@pytest.mark.parametrize(
    ("paragraphs", "heading", "count"),
    [
        (("138", "00000000"), "电话", 1),
        (("138", "00000000"), "数量", 0),
        (("电话138", "00000000"), "备注", 1),
        (("110101", "190001010014"), "备注", 1),
        ((MOBILE, "13800000001"), "备注", 2),
        (("13800", "120000"), "备注", 0),
    ],
)
def test_a_cell_of_a_document_may_hold_a_number_in_two_paragraphs(
    write_content: WriteContent, paragraphs: tuple[str, ...], heading: str, count: int
) -> None:
    """Where a word calls for it; numbers of a list stand below one another, too."""
    cells = (PARAGRAPH.format(heading), "".join(PARAGRAPH.format(one) for one in paragraphs))
    rows = "".join(f"<w:tr><w:tc>{one}</w:tc></w:tr>" for one in cells)
    assert len(told(write_content, "a.docx", document(f"<w:tbl>{rows}</w:tbl>"))) == count


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ("甲的电话：138\n  00000000\n", [1]),
        ("甲\n110101\n190001010014\n", [2]),
        ("身份证号：1101011900\n01010015\n", [1]),
        (f"电话{MOBILE}\n{MOBILE[:-1]}1\n", [1, 2]),
        ("13800\n120000\n", []),
        ("电话138\n\n00000000\n", []),
    ],
)
def test_a_number_may_stand_on_two_lines_of_a_plain_text(
    write_content: WriteContent, lines: str, places: list[int]
) -> None:
    """It is told at the first of them, where a word or its check digit says that it is one."""
    assert [one.place.line for one in told(write_content, "a.txt", lines.encode())] == places


def test_the_same_number_is_told_in_every_row(write_content: WriteContent) -> None:
    """Each of them has to go."""
    rows = f"姓名,电话\n甲,{MOBILE}\n乙,{MOBILE}\n丙,{MOBILE}\n"
    assert [one.place.line for one in told(write_content, "a.csv", rows.encode())] == [2, 3, 4]


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
