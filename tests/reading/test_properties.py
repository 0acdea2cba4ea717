"""Whatever bytes come in, Problems or a Bulletin come out; nothing dangerous, nothing lost."""

import io
import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image

from plugins.domain.news_item import NewsItemKeys
from plugins.domain.tables import Topic
from plugins.problems import Place, Problem, has_errors
from plugins.reading.bodies.markdown_text import Converter
from plugins.reading.pictures import Measured, measure_picture
from plugins.reading.source_text import SourceText
from plugins.reading.tables.table_rows import read_table
from plugins.reading.text_drafts import SourceFile, read_draft
from tests.reading.sources import COLUMNS, convert, item, read

HAN = re.compile("[\u4e00-\u9fff]")
DANGEROUS = re.compile(
    r"<(?:script|style|iframe|object|form|svg)|<[^>]*\s(?:on\w+|style)\s*=", re.IGNORECASE
)
HREF = re.compile(r"(?:https?://[^/]|mailto:|tel:|\.\.?/|#|[a-z0-9-]+[/.#])", re.IGNORECASE)
FRAGMENTS = (
    *("甲局", "某某党支部", "，", "。", " ", "\n", "\n\n", "a", "1", "  \n", "\t", "　"),
    *("*", "**", "_", "`", "``", "```", "~~~", "#", "## ", "> ", "- ", "1. ", "    ", "---"),
    *("[", "]", "(", ")", "![", "](", "[[", "]]", "[^1]", "[^1]: ", "[a]: b", "|", "|---|"),
    *("<", ">", "<b>", "</b>", "<script>", "<!--", "-->", "<?", "<a href='x' onclick='y'>"),
    *("&", "&amp;", "&#1;", "&#58;", "&lt;script&gt;", "\\", "\\*", '"', "'", "javascript:"),
    *(
        "https://example.cn/",
        "../../images/2022/tu.png",
        "../2021/qian.md",
        "a.md#",
        "mailto:a@b.c",
    ),
    *("[甲](javascript:alert(1))", "[[甲局]]", "![甲](../../images/2022/tu.png)", "《", "》"),
    *(
        "style=",
        "onerror=",
        "（",
        "）",
        "［",
        "］",
        "＃",
        "1、",
        "\x00",
        "\u200b",
        "ref:0",
        "name:",
    ),
)
nasty_texts = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
repeated = st.builds(
    lambda parts, count: "".join(parts) * count,
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4),
    st.integers(min_value=1, max_value=300),
)
bodies = nasty_texts | repeated | st.text(max_size=200)


def picture_bytes() -> bytes:
    """Return a sound picture."""
    stream = io.BytesIO()
    Image.effect_noise((32, 24), 30).save(stream, "JPEG")
    return stream.getvalue()


def workbook_bytes() -> bytes:
    """Return a sound workbook."""
    workbook, stream = Workbook(), io.BytesIO()
    sheet = workbook.active
    assert sheet is not None
    for row in (["标签名称", "链接名"], ["甲", "jia"]):
        sheet.append(row)
    workbook.save(stream)
    return stream.getvalue()


SOUND = {"md": item().encode(), "picture": picture_bytes(), "workbook": workbook_bytes()}


def damaged(sound: bytes) -> st.SearchStrategy[bytes]:
    """Return a strategy of the bytes with some overwritten, left out or cut off."""

    def damage(start: int, length: int, instead: bytes) -> bytes:
        return sound[:start] + instead + sound[start + length :]

    return st.builds(
        damage,
        st.integers(min_value=0, max_value=len(sound)),
        st.integers(min_value=0, max_value=len(sound)),
        st.binary(max_size=12),
    )


@given(st.binary(max_size=400) | damaged(SOUND["md"]))
def test_any_bytes_of_a_text_are_read_or_told(data: bytes) -> None:
    """Either there is a draft, or there is an error."""
    draft, problems = read_draft(
        SourceFile("news/2022/a.md", "a.md", data), NewsItemKeys, Converter()
    )
    assert (draft is not None and draft.is_sound) or has_errors(problems)


@given(nasty_texts | st.text(max_size=200))
def test_any_head_is_read_or_told(head: str) -> None:
    """Whatever stands between the fences."""
    data = f"---\n{head}\n---\n\n正文。\n".encode()
    draft, problems = read_draft(
        SourceFile("news/2022/a.md", "a.md", data), NewsItemKeys, Converter()
    )
    assert (draft is not None and draft.is_sound) or has_errors(problems)


@given(
    st.binary(max_size=300) | nasty_texts.map(str.encode) | st.text(max_size=200).map(str.encode)
)
def test_any_bytes_of_a_csv_are_read_or_told(data: bytes) -> None:
    """Rows or problems, no exception."""
    rows, problems = read_table("topics.csv", data, Topic)
    assert rows or problems


@given(st.lists(st.lists(nasty_texts, max_size=4), max_size=4))
def test_any_cells_of_a_csv_are_read_or_told(cells: list[list[str]]) -> None:
    """Under sound headings, whatever stands in the rows."""
    rows = "\n".join(",".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in cells)
    read_table("topics.csv", f"标签名称,链接名\n{rows}".encode(), Topic)


@given(st.binary(max_size=200) | damaged(SOUND["workbook"]))
def test_any_bytes_of_a_workbook_are_read_or_told(data: bytes) -> None:
    """A damaged ZIP, or damaged XML in a sound one."""
    rows, problems = read_table("topics.xlsx", data, Topic)
    assert rows or problems


@given(st.binary(max_size=200) | damaged(SOUND["picture"]))
def test_any_bytes_of_a_picture_are_measured_or_told(data: bytes) -> None:
    """Pillow's exceptions and remarks stay inside."""
    found = measure_picture(data, "images/a.jpg", Place("a.md"))
    assert isinstance(found, Measured | Problem)


@pytest.mark.parametrize("form", ["PNG", "GIF", "WEBP", "TIFF", "BMP"])
def test_a_picture_damaged_anywhere_is_measured_or_told(form: str) -> None:
    """Every byte of a small picture overwritten, one after the other."""
    stream = io.BytesIO()
    Image.effect_noise((16, 12), 30).save(stream, form)
    sound = stream.getvalue()
    for place in range(0, len(sound), 3):
        data = sound[:place] + b"\xff\xfe\xff" + sound[place + 3 :]
        assert measure_picture(data, f"a.{form}", Place("a.md"))


@given(bodies)
def test_any_body_is_converted_without_danger(text: str) -> None:
    """No script, no handler, no style, no scheme that runs; and what is wrong was told."""
    converted, _ = convert(text)
    assert not DANGEROUS.search(converted.html)
    page = BeautifulSoup(converted.html, "html.parser")
    for tag in page.find_all(href=True):
        assert re.fullmatch(r"ref:\d+|#fn(?:ref\d*)?:.*", str(tag["href"]), re.DOTALL)


@given(nasty_texts | repeated)
def test_the_plain_text_loses_no_han_character(text: str) -> None:
    """Where no error is told, every Han character outside addresses is still there."""
    converted, problems = convert(text)
    if has_errors(problems):
        return
    linked = "".join(link.text + link.title + link.target for link in converted.links)
    left = HAN.findall(converted.text + linked)
    assert all(left.count(han) >= text.count(han) for han in set(HAN.findall(text)))


@given(bodies)
def test_a_site_with_any_body_is_read_or_told(body: str) -> None:
    """A Bulletin whose links are safe, or an error."""
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        for path, text in {
            "tables/columns.csv": COLUMNS,
            "tables/organisations.csv": "单位名称,链接名\n甲局,jia\n",
            "news/2021/qian.md": item(),
            "news/2022/a.md": item(body),
        }.items():
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        reading = read(content, date(2022, 12, 31))
    if reading.bulletin is None:
        assert has_errors(reading.problems)
        return
    html = reading.bulletin.item_by_identity["2022/a"].whole().body.html
    assert not DANGEROUS.search(html)
    assert not re.search('(?:href|src)="ref:', html)
    for tag in BeautifulSoup(html, "html.parser").find_all(href=True):
        assert HREF.match(str(tag["href"]))


@given(bodies, bodies)
def test_conversion_is_repeatable(text: str, other: str) -> None:
    """The same text gives the same page, whatever was converted before it."""
    shared = Converter()
    source = SourceText("content/news/2022/a.md", text)
    shared.convert(SourceText("content/news/2022/b.md", other), 1)
    assert shared.convert(source, 1) == convert(text)
