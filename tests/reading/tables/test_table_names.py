"""Files in tables/ under a name or of a type that cannot be read: one cause, told once."""

import pytest

from plugins.reading.tables.content_tables import TABLES_BY_NAME
from plugins.reading.tables.table_names import table_meant
from tests.conftest import WriteContent
from tests.reading.sources import COLUMNS, item, read, told

BRANCHES = "党组织名称,链接名\n某某党支部,mou\n"
REFERRING = item("[[某某党支部]]、[[甲支部]]开会。\n", 党组织="某某党支部、甲支部", 单位="")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("branches (1).csv", "branches"),
        ("branches（1）.csv", "branches"),
        ("ｂｒａｎｃｈｅｓ.csv", "branches"),
        ("Branches.CSV", "branches"),
        ("branches2.csv", "branches"),
        ("副本branches.xls", "branches"),
        ("branches - 副本.csv", "branches"),
        ("model offices.csv", "model-offices"),
        ("党组织.xlsx", "branches"),
        ("党组织名册.et", "branches"),
        ("标签.ods", "topics"),
        ("mybranches.csv", None),
        ("党员名单.csv", None),
    ],
)
def test_a_table_is_known_by_what_is_left_of_its_name(name: str, meant: str | None) -> None:
    """Copies of Windows and WPS, blanks, full-width letters, the Chinese name."""
    assert table_meant(f"tables/{name}", TABLES_BY_NAME) == meant


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("branches.xls", "table-type"),
        ("branches.et", "table-type"),
        ("branches.ods", "table-type"),
        ("branches (1).csv", "table-name"),
        ("ｂｒａｎｃｈｅｓ.csv", "table-name"),
        ("branches .csv", "table-name"),
        ("Branches.csv", "table-name"),
        ("branches.CSV", "table-name"),
        ("党组织.csv", "table-name"),
        ("branch.csv", "unknown-table"),
        ("zhibu.csv", "unknown-table"),
        ("党员名单.csv", "unknown-table"),
        ("branches.docx", "unknown-file"),
        ("branches", "unknown-file"),
        ("old/branches.csv", "unknown-file"),
    ],
)
def test_a_table_that_cannot_be_read_is_the_only_fault(
    write_content: WriteContent, name: str, code: str
) -> None:
    """What a text refers to may stand in that table: nothing is said of it, and nothing passes."""
    reading = read(
        write_content(
            {
                "tables/columns.csv": COLUMNS,
                f"tables/{name}": BRANCHES,
                "news/2022/a.md": REFERRING,
            }
        )
    )
    assert [(one.code, one.place.file) for one in reading.problems] == [
        (code, f"content/tables/{name}")
    ]
    assert reading.bulletin is None


@pytest.mark.parametrize("name", ["branches (1).csv", "branches.xls", "党组织.csv"])
def test_a_copy_beside_the_table_hides_no_fault(write_content: WriteContent, name: str) -> None:
    """The table itself is read, so a name that it does not have is told."""
    reading = read(
        write_content(
            {
                "tables/columns.csv": COLUMNS,
                "tables/branches.csv": BRANCHES,
                f"tables/{name}": BRANCHES,
                "news/2022/a.md": REFERRING,
            }
        )
    )
    codes = [one.code for one in reading.problems]
    assert sorted(codes)[-2:] == ["unknown-name", "unknown-reference"]
    assert len(codes) == 3


@pytest.mark.parametrize("path", ["branches.csv", "表格/党组织.csv", "biaoge/branches.xls"])
def test_a_table_outside_its_folder_is_the_only_fault(
    write_content: WriteContent, path: str
) -> None:
    """It is told where it lies, and nothing that stands in it is missed."""
    files = {"tables/columns.csv": COLUMNS, path: BRANCHES, "news/2022/a.md": REFERRING}
    problems = read(write_content(files)).problems
    assert [(one.code, one.place.file) for one in problems] == [("unknown-file", f"content/{path}")]


def test_a_strange_file_elsewhere_hides_no_fault(write_content: WriteContent) -> None:
    """A list that lies about is no table."""
    files = {"tables/columns.csv": COLUMNS, "名单.xlsx": b"x", "news/2022/a.md": REFERRING}
    codes = {one.code for one in read(write_content(files)).problems}
    assert codes == {"unknown-file", "unknown-name", "unknown-reference"}


def test_a_linked_folder_of_tables_is_the_only_fault(write_content: WriteContent) -> None:
    """All tables lie behind it."""
    content = write_content({"news/2022/a.md": REFERRING})
    content.joinpath("tables").symlink_to(content / "news")
    assert [one.code for one in read(content).problems] == ["symbolic-link"]


def test_a_table_of_columns_of_another_type_is_told_once(write_content: WriteContent) -> None:
    """Neither is the table missing then, nor are the columns of all items unknown."""
    content = write_content({"tables/columns.xls": COLUMNS, "news/2022/a.md": item()})
    assert [one.code for one in read(content).problems] == ["table-type"]


def test_without_a_table_of_columns_no_item_is_told_of_its_column(
    write_content: WriteContent,
) -> None:
    """The missing table is the one cause."""
    content = write_content({"news/2022/a.md": item(), "news/2022/b.md": item()})
    assert told(read(content).problems) == [("no-columns", None)]


def test_a_linked_table_is_told_as_a_link_and_nothing_follows(
    write_content: WriteContent,
) -> None:
    """What stands in it is not read, and not missed."""
    content = write_content({"tables/columns.csv": COLUMNS, "news/2022/a.md": REFERRING})
    content.joinpath("tables/branches.csv").symlink_to(content / "tables/columns.csv")
    assert [one.code for one in read(content).problems] == ["symbolic-link"]


def test_the_remedy_names_the_file_to_make(write_content: WriteContent) -> None:
    """An editor can type it."""
    content = write_content({"tables/columns.csv": COLUMNS, "tables/branches (1).csv": BRANCHES})
    (problem,) = read(content).problems
    assert problem.remedy.startswith("改名为 branches.csv")
