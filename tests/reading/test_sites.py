"""Whole sites: one in which everything occurs, and one tiny site for each mistake."""

import json
import os
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.domain.declared import Declared, declared_keys
from plugins.domain.news_item import NewsItemKeys
from plugins.domain.texts import EditionKeys, TextPageKeys
from plugins.problems import Level, Problem
from plugins.reading.tables.content_tables import TABLES
from tests.conftest import WriteContent
from tests.reading.sources import COLUMNS, item, read, told

SITES = Path(__file__).parents[1] / "site"
BROKEN = sorted(SITES.joinpath("broken").iterdir())
TODAY = date(2026, 11, 22)
HAN = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"\b[a-z]{2,}(?: [a-z]{2,}){2,}\b", re.IGNORECASE)


def expected_of(site: Path) -> dict[str, Any]:
    """Return what a broken site says of itself."""
    expected: dict[str, Any] = json.loads(site.joinpath("expected.json").read_text("utf-8"))
    return expected


def is_chinese(problem: Problem) -> bool:
    """Tell whether an editor who knows no English can mend what is told."""
    texts = (problem.message, problem.remedy)
    return all(HAN.search(text) and not ENGLISH.search(text) for text in texts)


@pytest.mark.parametrize("site", BROKEN, ids=lambda site: site.name)
def test_each_mistake_is_told_at_its_place(site: Path) -> None:
    """A broken site has exactly the problems that it says it has."""
    expected = sorted(
        ((one["code"], one["file"], one["line"]) for one in expected_of(site)["problems"]), key=str
    )
    problems = read(site / "content").problems
    found = [(one.code, one.place.file, one.place.line) for one in problems]
    assert sorted(found, key=str) == expected


@pytest.mark.parametrize("site", BROKEN, ids=lambda site: site.name)
def test_each_mistake_is_told_in_chinese_with_a_remedy(site: Path) -> None:
    """No message or remedy is empty or English."""
    problems = read(site / "content").problems
    assert problems
    assert [one for one in problems if not is_chinese(one)] == []


@pytest.mark.parametrize("site", BROKEN, ids=lambda site: site.name)
def test_an_error_and_only_an_error_stops_the_bulletin(site: Path) -> None:
    """There is a bulletin exactly where no problem is an error."""
    reading = read(site / "content")
    has_error = any(one.level is Level.ERROR for one in reading.problems)
    assert (reading.bulletin is None) == has_error


def test_a_draft_and_a_future_item_are_not_published() -> None:
    """What is not public yet is no fault, and is not in the bulletin."""
    site = SITES / "broken" / "draft-and-future"
    reading = read(site / "content")
    assert reading.bulletin is not None
    assert [one.level for one in reading.problems] == [Level.WARNING, Level.INFO]
    identities = [one.identity for one in reading.bulletin.items]
    assert identities == expected_of(site)["published"]


def test_every_broken_site_says_what_it_shows() -> None:
    """There are many mistakes, each told in one sentence, under names that Windows can hold."""
    assert len(BROKEN) >= 45
    for site in BROKEN:
        assert expected_of(site)["says"].endswith(".")
        for path in site.rglob("*"):
            assert re.fullmatch(r"[A-Za-z0-9._-]{1,80}", path.name)


def test_the_valid_site_has_no_problem() -> None:
    """All that is told of the valid site is which items wait, and of a person that is not named."""
    problems = read(SITES / "valid", TODAY).problems
    told_of = {problem.code for problem in problems}
    assert told_of == {"draft-not-public", "dated-ahead", "person-without-grounds"}


@pytest.mark.parametrize("model", [NewsItemKeys, TextPageKeys, EditionKeys])
def test_the_valid_site_uses_every_key(model: type[Declared]) -> None:
    """Each key of a text, and each of its sub-keys, stands somewhere in the valid site."""
    texts = "\n".join(path.read_text("utf-8") for path in SITES.joinpath("valid").rglob("*.md"))
    for key in declared_keys(model):
        for name in [key.name, *(sub.name for sub in declared_keys(key.entry or Declared))]:
            assert re.search(rf"^[ -]*{name}: ?", texts, re.MULTILINE), name


@pytest.mark.parametrize("table", TABLES)
def test_the_valid_site_has_every_table(table: str) -> None:
    """Each table is there with a row, as a CSV or as a workbook."""
    assert list(SITES.glob(f"valid/tables/{table}.*"))


def test_the_valid_site_publishes_what_is_public() -> None:
    """Drafts and future items are out, a withdrawn item stands apart, the newest is first."""
    bulletin = read(SITES / "valid", TODAY).bulletin
    assert bulletin is not None
    assert [one.name for one in bulletin.items] == [
        "zongshu",
        "tongzhi",
        "zhibu-huanjie",
        "tupian-xinwen",
        "zhiyuan-fuwu",
        "shu-ping",
        "pingxing-jieguo",
    ]
    assert [one.name for one in bulletin.withdrawn] == ["che-gao"]


def test_a_date_in_a_workbook_is_as_exact_as_it_is_shown() -> None:
    """The valid site keeps a month in a cell of a date."""
    bulletin = read(SITES / "valid", TODAY).bulletin
    assert bulletin is not None
    assert bulletin.holdings[0].as_of.iso == "2021-10"


def test_a_symbolic_link_is_told_and_not_followed(
    write_content: WriteContent, tmp_path: Path
) -> None:
    """A link could lead out of the content folder, so nothing behind it is read."""
    tmp_path.joinpath("secret.md").write_text(item(), "utf-8")
    content = write_content({"tables/columns.csv": COLUMNS, "news/2022/a.md": item()})
    content.joinpath("news/2022/b.md").symlink_to(tmp_path / "secret.md")
    content.joinpath("images").symlink_to(tmp_path)
    reading = read(content)
    assert [(one.code, one.place.file) for one in reading.problems] == [
        ("symbolic-link", "content/images"),
        ("symbolic-link", "content/news/2022/b.md"),
    ]


def test_a_name_that_is_not_ascii_is_told_with_a_better_one(write_content: WriteContent) -> None:
    """A Chinese file name becomes no URL; the remedy proposes its pinyin."""
    content = write_content({"tables/columns.csv": COLUMNS, "news/2022/换届.md": item()})
    (problem,) = read(content).problems
    assert (problem.code, problem.place.file) == ("bad-file-name", "content/news/2022/换届.md")
    assert "huan-jie.md" in problem.remedy


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("images/2022/现场 照片.jpg", "![某会](<../../images/2022/现场 照片.jpg>)"),
        ("files/2022/通知.pdf", "[通知](../../files/2022/通知.pdf)"),
        ("news/2022/换届.md", "[换届](换届.md)"),
    ],
)
def test_a_file_under_a_wrong_name_is_not_told_to_be_missing(
    write_content: WriteContent, path: str, link: str
) -> None:
    """Who looks finds it there; without it the same link is told otherwise."""
    content = write_content({"tables/columns.csv": COLUMNS, "news/2022/a.md": item(f"{link}\n")})
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(item(), encoding="utf-8")
    codes = sorted(one.code for one in read(content).problems)
    assert codes == ["bad-file-name", "file-to-rename"]
    file.unlink()
    (problem,) = read(content).problems
    assert problem.code in {"missing-file", "link-target"}


@pytest.mark.parametrize(
    ("path", "code", "told_too"),
    [
        ("news/2022/换届.docx", "text-type", "另存为“纯文本”"),
        ("news/2022/换届.WPS", "text-type", "huan-jie.md"),
        ("pages/换届.pdf", "text-type", "huan-jie.md"),
        ("editions/a.rtf", "text-type", "a.md"),
        ("news/2022/换届.txt", "text-ending", "改名为 huan-jie.md"),
        ("news/2022/huanjie.md.txt", "text-ending", "改名为 huanjie.md，"),
        ("news/2022/huanjie.markdown", "text-ending", "改名为 huanjie.md，"),
        ("news/2022/huanjie.md.md", "bad-file-name", "例如 huanjie.md。"),
    ],
)
def test_a_text_of_another_type_is_told_with_what_makes_it_one(
    write_content: WriteContent, path: str, code: str, told_too: str
) -> None:
    """Another name alone would make no text of a document of Word."""
    (problem,) = read(write_content({"tables/columns.csv": COLUMNS, path: b"x"})).problems
    assert problem.code == code
    assert told_too in problem.remedy


@pytest.mark.parametrize(
    "name",
    [
        "huanjie - 副本.md",
        "huanjie - 副本 (2).md",
        "huanjie (1).md",
        "huanjie（1）.md",
        "huanjie copy.md",
        "huanjie的副本.md",
        "副本 huanjie.md",
        "Copy of huanjie.md",
    ],
)
def test_a_copy_is_to_be_deleted_before_it_is_renamed(
    write_content: WriteContent, name: str
) -> None:
    """Under another name it would be published twice."""
    content = write_content({"tables/columns.csv": COLUMNS, f"news/2022/{name}": item()})
    (problem,) = read(content).problems
    assert problem.code == "copied-file"
    assert problem.remedy.endswith("例如 huanjie-2.md。")


@pytest.mark.parametrize("name", ["营业执照副本.pdf", "huanjie (2024).pdf", "副本制度.pdf"])
def test_a_name_that_speaks_of_a_copy_is_none(write_content: WriteContent, name: str) -> None:
    """The duplicate of a licence has that name, and a year is no count."""
    content = write_content({"tables/columns.csv": COLUMNS, f"files/2022/{name}": b"x"})
    assert [one.code for one in read(content).problems] == ["bad-file-name"]


def test_a_document_among_the_attachments_is_none(write_content: WriteContent) -> None:
    """There it may be published as it is."""
    content = write_content({"tables/columns.csv": COLUMNS, "files/2022/a.docx": b"x"})
    assert read(content).problems == ()


def test_a_folder_that_is_not_ascii_is_told(write_content: WriteContent) -> None:
    """A Chinese folder name is told by itself, not as an unknown file."""
    content = write_content({"tables/columns.csv": COLUMNS, "images/照片/a.jpg": b"x"})
    (problem,) = read(content).problems
    assert (problem.code, "照片" in problem.message) == ("bad-file-name", True)


@pytest.mark.parametrize(
    ("path", "code", "told_too"),
    [
        ("news/2026年/a.md", "year-folder", "改名为 2026。"),
        ("news/２０２６/a.md", "year-folder", "改名为 2026。"),
        ("news/草稿/a.md", "year-folder", "移到它那一年的文件夹里"),
        ("news/caogao/a.md", "year-folder", "移到它那一年的文件夹里"),
        ("news/2022/k4.md.bak", "backup-file", "移到稿件文件夹外面"),
        ("tables/topics.csv.bak", "backup-file", "移到稿件文件夹外面"),
        (f"news/2022/{'a' * 198}.md", "long-file-name", "短一些"),
        ("news/2022/换届.html", "unknown-file", "news/年份/"),
        ("news/2022/专栏/换届.md", "unknown-file", "news/年份/"),
    ],
)
def test_no_name_is_proposed_that_would_be_refused_in_turn(
    write_content: WriteContent, path: str, code: str, told_too: str
) -> None:
    """Whoever renames a file as told does it once."""
    (problem,) = read(write_content({"tables/columns.csv": COLUMNS, path: item()})).problems
    assert problem.code == code
    assert told_too in problem.remedy


def test_a_long_name_is_told_with_its_length(write_content: WriteContent) -> None:
    """Nothing else is wrong with it."""
    files = {"tables/columns.csv": COLUMNS, f"images/2022/{'a' * 200}.jpg": b"x"}
    (problem,) = read(write_content(files)).problems
    assert problem.message == "文件名有 204 个字符，太长，最多 200 个。"


def test_a_name_in_another_encoding_is_told_and_can_be_printed(
    write_content: WriteContent,
) -> None:
    """A name whose bytes are no UTF-8, as old ZIP files leave it, is told with its bytes."""
    content = write_content({"tables/columns.csv": COLUMNS})
    try:
        with open(os.fsencode(content) + b"/tables/\xbb\xbb.csv", "wb") as file:  # noqa: PTH123 - a Path cannot hold these bytes
            file.write(b"x")
    except OSError:
        pytest.skip("这个文件系统不收这样的文件名。")
    (problem,) = read(content).problems
    assert problem.code == "unknown-table"
    assert (problem.place.file + problem.message).encode()


def test_names_that_differ_only_in_case_are_told(write_content: WriteContent) -> None:
    """Windows holds only one of two such files."""
    content = write_content({"images/2022/tu.jpg": b"x", "tables/columns.csv": COLUMNS})
    content.joinpath("images/2022/Tu.JPG").write_bytes(b"x")
    if len(list(content.joinpath("images/2022").iterdir())) == 1:
        pytest.skip("这个文件系统不分大小写。")
    assert [one.code for one in read(content).problems] == ["names-alike"]


@pytest.mark.parametrize("path", ["news/2022/aux.md", "files/con/a.pdf", "images/2022/nul.v2.png"])
def test_a_name_that_windows_keeps_for_itself_is_told(
    write_content: WriteContent, path: str
) -> None:
    """Neither a file nor a folder of that name can be checked out on Windows."""
    if os.name == "nt":
        pytest.skip("Windows 上建不了这个文件。")
    content = write_content({"tables/columns.csv": COLUMNS, path: item()})
    (problem,) = read(content).problems
    assert problem.code == "bad-file-name"
    assert "x-" in problem.remedy


def test_what_programs_leave_behind_is_ignored(write_content: WriteContent) -> None:
    """Lock files and folder settings of Office, macOS and Windows are no content."""
    names = (
        "~$topics.xlsx",
        ".~topics.xlsx",
        ".DS_Store",
        "Thumbs.db",
        ".a.md.swp",
        "#a.md#",
        "a.md~",
        "4913",
    )
    content = write_content(
        {"tables/columns.csv": COLUMNS, **{f"tables/{name}": b"x" for name in names}}
    )
    assert told(read(content).problems) == []


def test_a_content_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A wrong --content is a problem, no exception."""
    assert told(read(tmp_path / "nowhere").problems) == [("no-content-folder", None)]


def test_reading_again_gives_the_same(tmp_path: Path) -> None:
    """The result depends on nothing but the folder and the day."""
    copied = tmp_path / "valid"
    shutil.copytree(SITES / "valid", copied)
    first, second = read(SITES / "valid", TODAY).bulletin, read(copied, TODAY).bulletin
    assert first is not None
    assert second is not None
    assert first.items == second.items
    assert first.recipients == second.recipients


def test_the_lock_of_an_editor_is_passed_over(write_content: WriteContent) -> None:
    """Emacs makes a link that leads nowhere, as long as a text has changes that are not saved."""
    content = write_content({"tables/columns.csv": COLUMNS, "news/2022/a.md": item()})
    (content / "news/2022/.#a.md").symlink_to("somebody@somewhere.1:2")
    assert read(content).problems == ()
