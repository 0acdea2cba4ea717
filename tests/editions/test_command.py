"""`print`: what it answers, and the file that it makes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from plugins.assets.settings import AssetSettings
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page
from plugins.editions.command import print_edition
from tasks import parse
from tests.conftest import ROOT, WriteContent

if TYPE_CHECKING:
    from pypdf import PdfReader

VALID = ROOT / "tests" / "site" / "valid"
EDITION = "2022-03-09"
TODAY = "2026-01-01"
TWO_MEGABYTES = 2 * 1024 * 1024
COLUMNS = "栏目名称,链接名\n党建动态,dongtai\n"
SITE = "项目,内容\n刊名,某某党建\n"
ITEM = "---\n标题: {}\n日期: 2022-03-09\n栏目: 党建动态\n署名: 通讯员 甲\n来源: 本刊\n---\n\n{}\n"
OF_ONE = "---\n日期: 2022-03-09\n稿件:\n- 2022/jia\n---\n"


def called(*arguments: str, content: Path = VALID) -> Any:
    """Return arguments as `tasks.py print` passes them on."""
    return parse("print", [*arguments, "--content", str(content), "--today", TODAY])


def one_item(write_content: WriteContent, text: str) -> Path:
    """Write a bulletin with an edition of one item."""
    return write_content({
        "tables/site.csv": SITE,
        "tables/columns.csv": COLUMNS,
        "news/2022/jia.md": ITEM.format("消防培训保安全", text),
        "editions/2022-03-09.md": OF_ONE,
    })  # fmt: skip


# What is refused


def test_without_an_edition_it_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever does not know the dates is told them."""
    assert print_edition(called()) == 2
    told = capsys.readouterr().err
    assert told.startswith("要做哪一版？")
    assert told.endswith("现有的版：2021-07、2022-03-09。\n")


def test_an_unknown_edition_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped date costs one line."""
    assert print_edition(called("2022-03-08")) == 1
    assert capsys.readouterr().err == (
        "没有“2022-03-08”这一版。是不是想写“2022-03-09”？现有的版：2021-07、2022-03-09。\n"
    )


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("2022-03", "“2022-03-09”"), ("2021", "“2021-07”"), ("2022-04-09", "“2022-03-09”")],
)
def test_the_editions_of_a_month_or_a_year_are_proposed_first(
    capsys: pytest.CaptureFixture[str], asked: str, meant: str
) -> None:
    """Most editors name an edition by its month."""
    assert print_edition(called(asked)) == 1
    assert f"没有“{asked}”这一版。是不是想写{meant}？" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("date", "keys", "reason"),
    [
        ("2027-05", "", "日期还没有到，2027-05-01 起才公开"),
        ("2022-03-09", "状态: 草稿\n", "它的稿件还没有一篇公开"),
    ],
)
def test_an_edition_that_is_not_public_is_told_with_the_reason(
    write_content: WriteContent,
    capsys: pytest.CaptureFixture[str],
    date: str,
    keys: str,
    reason: str,
) -> None:
    """Its file is there, so nothing is to be guessed."""
    content = one_item(write_content, "正文。")
    item = content / "news/2022/jia.md"
    item.write_text(item.read_text("utf-8").replace("来源:", f"{keys}来源:"), "utf-8")
    edition = content / "editions/2022-03-09.md"
    edition.write_text(OF_ONE.replace(EDITION, date), "utf-8")
    assert print_edition(called(date, content=content)) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"“{date}”这一版在，只是")
    assert reason in told


@pytest.mark.parametrize(
    ("output", "reason"), [("nowhere/a.pdf", "没有这个目录"), (".", "那里已有一个同名的目录")]
)
def test_where_no_file_can_be_written_is_told_before_the_pages_are_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], output: str, reason: str
) -> None:
    """In Chinese, with what to do, and without half a minute of waiting."""
    assert print_edition(called(EDITION, "--output", str(tmp_path / output))) == 1
    told = capsys.readouterr().err
    assert f"PDF 没有写成：{reason}。" in told
    assert "正在排版" not in told


def test_what_stops_a_build_stops_a_print(
    write_content: WriteContent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A faulty source is told with its place, and nothing is written."""
    content = one_item(write_content, "正文。")
    (content / "news/2022/jia.md").write_text("没有头\n", encoding="utf-8")
    file = tmp_path / "a.pdf"
    assert print_edition(called(EDITION, "--output", str(file), content=content)) == 1
    assert "content/news/2022/jia.md:1" in capsys.readouterr().err
    assert not file.exists()


def test_without_weasyprint_it_says_what_to_install(tmp_path: Path) -> None:
    """In one line, with the Python that the site runs in."""
    hidden = tmp_path / "weasyprint.py"
    hidden.write_text("raise ImportError", encoding="utf-8")
    done = run_print(tmp_path / "a.pdf", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert done.returncode == 2
    assert f'"{sys.executable}" -m pip install "weasyprint==' in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_pango_it_says_what_to_install(tmp_path: Path) -> None:
    """A library that the system lacks is an OSError of WeasyPrint's import."""
    hidden = tmp_path / "weasyprint.py"
    hidden.write_text("raise OSError('cannot load library pango')", encoding="utf-8")
    done = run_print(tmp_path / "a.pdf", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert done.returncode == 2
    assert "libpango-1.0-0" in done.stderr


@pytest.mark.slow
@pytest.mark.usefixtures("print_tools")
def test_pictures_are_encoded_as_those_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The qualities are those of pelicanconf.py."""
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    changed = settings.replace('"webp_quality": 80', '"webp_quality": 7')
    (tmp_path / "pelicanconf.py").write_text(changed, encoding="utf-8")
    asked: list[AssetSettings] = []

    def no_pictures(_bulletin: Bulletin, assets: AssetSettings) -> list[Page]:
        asked.append(assets)
        return []

    monkeypatch.setattr("plugins.editions.command.picture_pages", no_pictures)
    arguments = called(EDITION)
    arguments.root = tmp_path
    assert print_edition(arguments) == 1
    assert asked == [AssetSettings(webp_quality=7)]


# What is made


@pytest.fixture(scope="module")
def pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the print of the sample edition, with pictures, a table, notes and lists."""
    request.getfixturevalue("print_tools")
    file = tmp_path_factory.mktemp("print") / "版.pdf"
    assert print_edition(called("2022年3月9日", "--output", str(file))) == 0
    yield file
    assert list(file.parent.iterdir()) == [file]


def read(file: Path) -> "PdfReader":
    """Open a PDF."""
    from pypdf import PdfReader  # noqa: PLC0415 - only those who print have it

    return PdfReader(file)


def run_print(file: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Print the sample edition in another process."""
    program = (
        "import sys, tasks; from plugins.editions.command import print_edition;"
        "sys.exit(print_edition(tasks.parse('print', sys.argv[1:])))"
    )
    options = [EDITION, "--content", str(VALID), "--today", TODAY, "--output", str(file)]
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program, *options],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_titles_and_texts_can_be_selected_in_the_order_of_the_edition(pdf: Path) -> None:
    """Whoever copies, searches or listens gets words, headline after headline."""
    text = "".join("".join(page.extract_text() for page in read(pdf).pages).split())
    titles = ["某某党支部选出新一届委员会", '"三八"妇女节里的志愿服务', "[图片新闻]党建+N#1"]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)
    assert "某某街道的志愿者走进社区。" in text


@pytest.mark.slow
def test_it_is_tagged_and_says_its_title_and_language(pdf: Path) -> None:
    """PDF/UA: structure, title shown, language, and bookmarks of the headlines."""
    reader = read(pdf)
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "zh-Hans"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in catalogue["/Metadata"].get_data()
    assert reader.metadata.title == "某某党建 2022年3月9日 换届专版"
    assert [mark.title for mark in reader.outline][1] == "某某党支部选出新一届委员会"
    kinds = {kind for kind, _ in structure(catalogue["/StructTreeRoot"])}
    assert {"/H1", "/H2", "/P", "/Figure", "/Art"} <= kinds
    figures = [told for kind, told in structure(catalogue["/StructTreeRoot"]) if kind == "/Figure"]
    assert all(figures)


def structure(node: Any) -> Iterator[tuple[str, str]]:
    """Yield the kind of every tag and its alternative text."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from structure(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"]), str(node.get("/Alt", ""))
        if "/K" in node:
            yield from structure(node["/K"])


@pytest.mark.slow
def test_its_fonts_are_within_it(pdf: Path) -> None:
    """A printer's shop has other fonts; only the characters that are used come along."""
    fonts = read(pdf).pages[0]["/Resources"]["/Font"].values()
    for font in (font.get_object() for font in fonts):
        (descendant,) = font["/DescendantFonts"]
        descriptor = descendant.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & descriptor.keys()
        assert "+" in font["/BaseFont"]


@pytest.mark.slow
def test_it_is_the_same_to_the_byte_whenever_it_is_made(pdf: Path, tmp_path: Path) -> None:
    """Neither the clock, the time zone nor the order of a set shows."""
    again = tmp_path / "again.pdf"
    done = run_print(again, PYTHONHASHSEED="7", TZ="America/Lima", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert again.read_bytes() == pdf.read_bytes()


@pytest.mark.slow
@pytest.mark.usefixtures("print_tools")
def test_a_real_edition_is_one_sheet_that_can_be_mailed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An edition of nine items fills one A3 sheet, in at most two megabytes."""
    file = tmp_path / "edition.pdf"
    assert print_edition(called("2024-11", "--output", str(file), content=ROOT / "content")) == 0
    assert "A3 1页" in capsys.readouterr().out
    assert file.stat().st_size <= TWO_MEGABYTES
    (page,) = read(file).pages
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [297, 420]
    assert len(read(file).outline) == 1 + 9


@pytest.mark.slow
@pytest.mark.usefixtures("print_tools")
def test_a_character_that_no_font_has_is_told_with_its_place(
    write_content: WriteContent,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Better no print than one with an empty box in it; the old file stays."""
    content = one_item(write_content, "正文里有\U0001f9ff字。")
    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    assert print_edition(called(EDITION, "--output", str(file), content=content)) == 1
    told = capsys.readouterr().err
    assert "content/news/2022/jia.md:9:5" in told
    assert "（U+1F9FF）" in told
    assert file.read_bytes() == b"old"
