"""The whole way from a folder to a Bulletin: what is public, in what order, told how."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from plugins.problems import Level
from plugins.reading import Reading
from tests.conftest import WriteContent
from tests.reading.sources import COLUMNS, item, read, told

NOBODY = 65534


def read_files(
    write_content: WriteContent, today: date = date(2022, 12, 31), **files: str
) -> Reading:
    """Read a site of the items of 2022 given by name."""
    named = {f"news/2022/{name}.md": text for name, text in files.items()}
    return read(write_content({"tables/columns.csv": COLUMNS, **named}), today)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Let permissions hold for this process too, where it is the system's own user."""
    user = os.geteuid()
    os.seteuid(NOBODY if user == 0 else user)
    try:
        yield
    finally:
        os.seteuid(user)


def names(reading: Reading) -> list[str]:
    """Return the names of the public items, in order."""
    assert reading.bulletin is not None, reading.problems
    return [one.name for one in reading.bulletin.items]


def test_items_are_newest_first_and_ties_are_broken_by_path(write_content: WriteContent) -> None:
    """A month stands after its days, a year after its months; paths descend."""
    reading = read_files(
        write_content,
        a=item(日期="2022-03-09"),
        b=item(日期="2022-03-09"),
        c=item(日期="2022-03"),
        d=item(日期="2022-03-01"),
        e=item(日期="2022"),
        f=item(日期="2022-01"),
        g=item(日期="2022-03-09 08:00"),
    )
    assert names(reading) == ["g", "b", "a", "d", "c", "f", "e"]


@pytest.mark.parametrize(
    ("written", "today", "is_public"),
    [
        ("2022-03-09", date(2022, 3, 9), True),
        ("2022-03-09", date(2022, 3, 8), False),
        ("2022-03-09 23:59", date(2022, 3, 9), True),
        ("2022-03", date(2022, 3, 1), True),
        ("2022-03", date(2022, 2, 28), False),
        ("2022", date(2022, 1, 1), True),
        ("2022", date(2021, 12, 31), False),
    ],
)
def test_an_item_is_public_from_its_day_on(
    write_content: WriteContent, written: str, today: date, *, is_public: bool
) -> None:
    """A month or year counts as its first day; times do not matter."""
    reading = read_files(write_content, today, a=item(日期=written))
    assert names(reading) == (["a"] if is_public else [])
    waiting = [("dated-ahead", Level.INFO)] if not is_public else []
    assert [(one.code, one.level) for one in reading.problems] == waiting


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such permissions")
def test_a_file_that_cannot_be_read_is_told(write_content: WriteContent) -> None:
    """A locked workbook, or one without permission: it is named, and there is no stack trace."""
    folder = write_content({"tables/columns.csv": COLUMNS, "news/2022/a.md": item()})
    file = folder / "news/2022/a.md"
    file.chmod(0)
    with without_privileges():
        reading = read(folder)
    assert reading.bulletin is None
    (problem,) = reading.problems
    assert problem.code == "unreadable"
    assert problem.place.file in {"content/news/2022/a.md", "content"}  # or its folder may not


def test_a_draft_is_told_in_warnings_only(write_content: WriteContent) -> None:
    """Nobody's unfinished text stops the others; its faults are told all the same."""
    draft = item("# 大\n\n[[没有]] <b>\n", "标题们: 甲", 日期="某日", 署名="", 状态="草稿")
    reading = read_files(write_content, a=item(), b=draft)
    assert names(reading) == ["a"]
    assert {one.level for one in reading.problems} == {Level.WARNING}
    assert {"unknown-key", "bad-date", "missing-key", "raw-html", "first-level-heading"} <= {
        one.code for one in reading.problems
    }


def test_a_draft_with_sound_keys_is_resolved_in_warnings(write_content: WriteContent) -> None:
    """What it refers to is told too."""
    draft = item("[[没有]]\n", 栏目="没有", 状态="草稿")
    reading = read_files(write_content, a=draft)
    assert [(one.code, one.level) for one in reading.problems] == [
        ("unknown-reference", "warning"),
        ("draft-not-public", "info"),
        ("unknown-name", "warning"),
    ]


def test_a_withdrawn_item_stands_apart(write_content: WriteContent) -> None:
    """It needs no text any more, and it is in no list."""
    reading = read_files(write_content, a=item(), b=item("", 状态="撤稿"))
    assert names(reading) == ["a"]
    assert reading.bulletin is not None
    assert [one.name for one in reading.bulletin.withdrawn] == ["b"]


def test_a_withdrawn_item_of_the_future_is_not_there(write_content: WriteContent) -> None:
    """What was never public cannot have been withdrawn in public."""
    reading = read_files(write_content, a=item("", 状态="撤稿", 日期="2023-01-01"))
    assert reading.bulletin is not None
    assert reading.bulletin.withdrawn == ()


def test_a_text_or_a_picture_makes_a_body(write_content: WriteContent) -> None:
    """An item without either says nothing."""
    assert told(read_files(write_content, a=item("")).problems) == [("empty-body", 1)]
    assert told(read_files(write_content, a=item("\n  \n")).problems) == [("empty-body", 1)]


def test_problems_are_told_once_in_file_order(write_content: WriteContent) -> None:
    """An editor goes through them from top to bottom."""
    reading = read_files(write_content, b=item("<b>甲</b>\n", 日期="某日"), a=item(栏目="没有"))
    assert [(one.place.file[-4:], one.place.line) for one in reading.problems] == [
        ("a.md", 4),
        ("b.md", 3),
        ("b.md", 9),
    ]


def test_an_edition_lists_its_items_in_its_order(write_content: WriteContent) -> None:
    """The lead is marked; a month is enough for a date."""
    files = {
        "tables/columns.csv": COLUMNS,
        "news/2022/a.md": item(),
        "news/2022/b.md": item(),
        "editions/e.md": "---\n日期: 2022-03\n稿件:\n- 头题: 2022/b\n- 2022/a\n---\n",
    }
    bulletin = read(write_content(files)).bulletin
    assert bulletin is not None
    (edition,) = bulletin.editions
    assert (edition.identities, edition.address) == (("2022/b", "2022/a"), "editions/2022-03/")
    assert edition.entries[0].lead == "2022/b"
    assert bulletin.edition_of_item["2022/a"] is edition


def test_a_page_has_its_file_name_or_its_slug_for_an_address(write_content: WriteContent) -> None:
    """链接名 may differ from the file's name."""
    files = {
        "tables/columns.csv": COLUMNS,
        "pages/about.md": "---\n标题: 甲\n---\n\n甲\n",
        "pages/b.md": "---\n标题: 乙\n链接名: yi\n---\n\n乙\n",
    }
    bulletin = read(write_content(files)).bulletin
    assert bulletin is not None
    assert [page.address for page in bulletin.text_pages] == ["about/", "yi/"]


def test_the_site_table_may_be_missing_or_partly_empty(write_content: WriteContent) -> None:
    """What is not given is empty; nothing is invented but the bulletin's own name."""
    without = read(write_content({"tables/columns.csv": COLUMNS})).bulletin
    assert without is not None
    assert (without.site.name, without.site.organiser) == ("党建新闻", "")
    table = "项目,内容\n刊名,某刊\n备案号,\n"
    some = read(write_content({"tables/site.csv": table})).bulletin
    assert some is not None
    assert (some.site.name, some.site.icp_record) == ("某刊", "")


def test_synonyms_are_read_in_their_order(write_content: WriteContent) -> None:
    """The search takes the others of a row one after the other."""
    table = "词,同义词,备注\n中组部,中央组织部、中共中央组织部,\n三八节,妇女节,\n"
    files = {"tables/columns.csv": COLUMNS, "tables/synonyms.csv": table}
    bulletin = read(write_content(files)).bulletin
    assert bulletin is not None
    assert [(row.word, row.others) for row in bulletin.synonyms] == [
        ("中组部", ("中央组织部", "中共中央组织部")),
        ("三八节", ("妇女节",)),
    ]


def test_a_word_has_one_row_of_synonyms(write_content: WriteContent) -> None:
    """A second row is told, with the line of the first."""
    table = "词,同义词\n中组部,中央组织部\n中组部,中共中央组织部\n"
    files = {"tables/columns.csv": COLUMNS, "tables/synonyms.csv": table}
    assert told(read(write_content(files)).problems) == [("value-twice", 3)]
