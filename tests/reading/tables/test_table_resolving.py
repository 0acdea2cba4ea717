"""What the rows of tables refer to is found, or told at its cell."""

import pytest

from plugins.domain.bulletin import Bulletin
from plugins.reading import Reading
from tests.conftest import WriteContent
from tests.reading.sources import COLUMNS, item, read, told

TABLES = {
    "tables/columns.csv": COLUMNS,
    "tables/organisations.csv": "单位名称,链接名,简称\n甲局,jia,甲\n乙局,yi,\n",
    "tables/branches.csv": "党组织名称,链接名,简称\n某某党支部,mou,某支部\n乙局党支部,yi,\n",
    "tables/honours.csv": (
        "荣誉名称,链接名,授予对象\n五星级党支部,wuxing,党组织\n先进单位,xianjin,单位\n"
        "优秀党员,youxiu,个人\n"
    ),
    "tables/recognitions.csv": (
        "表彰编号,荣誉名称,表彰年度,授予机关,公布数量\n"
        "21wx,五星级党支部,2021,甲,2\n21xj,先进单位,2021,甲局,\n21yx,优秀党员,2021,甲局,\n"
    ),
}


def bulletin_of(write_content: WriteContent, **tables: str) -> Bulletin:
    """Return the bulletin of the tables with some written otherwise, told nothing of."""
    files = {**TABLES, **{f"tables/{name}.csv": text for name, text in tables.items()}}
    reading = read(write_content(files))
    assert told(reading.problems) == []
    assert reading.bulletin is not None
    return reading.bulletin


def test_short_names_become_names(write_content: WriteContent) -> None:
    """What stands in the bulletin is the name that a table gives."""
    whole = bulletin_of(
        write_content,
        recipients="表彰编号,获得者,授予时名称,所属单位\n21wx,某支部,某老支部,甲\n21xj,甲,,\n",
        changes="变更日期,变更类型,原名称,现名称\n2021,更名,某支部,某某党支部\n",
    )
    assert [(one.name, one.name_then, one.organisation) for one in whole.recipients] == [
        ("某某党支部", "某老支部", "甲局"),
        ("甲局", "", ""),
    ]
    assert whole.changes[0].before == ("某某党支部",)
    assert whole.recognitions[0].awarded_by == ("甲局",)


CITING = {
    "tables/changes.csv": "变更日期,变更类型,原名称,来源稿件\n2022,换届,某支部,2022/a\n",
    "tables/recognitions.csv": (
        "表彰编号,荣誉名称,表彰年度,授予机关,来源稿件\n21wx,五星级党支部,2021,甲局,2022/a\n"
        "22wx,五星级党支部,2022,甲局,\n"
    ),
    "tables/recipients.csv": (
        "表彰编号,获得者,来源稿件\n21wx,某支部,\n22wx,乙局党支部,2022/a\n22wx,某支部,\n"
    ),
    "tables/holdings.csv": ("获得者,荣誉名称,截至,来源稿件\n某支部,五星级党支部,2022,2022/a\n"),
}


def citing(write_content: WriteContent, **keys: str) -> Reading:
    """Read tables whose rows cite an item with these keys."""
    return read(write_content({**TABLES, **CITING, "news/2022/a.md": item(**keys)}))


@pytest.mark.parametrize("keys", [{"状态": "草稿"}, {"日期": "2099-01-01"}])
def test_honours_and_changes_wait_for_the_item_that_they_come_from(
    write_content: WriteContent, keys: dict[str, str]
) -> None:
    """Nobody reads of an award before it is reported; its recipients wait with it."""
    whole = citing(write_content).bulletin
    assert whole is not None
    assert (len(whole.changes), len(whole.recognitions), len(whole.recipients)) == (1, 2, 3)
    assert len(whole.holdings) == 1
    reading = citing(write_content, **keys)
    assert reading.bulletin is not None
    assert (reading.bulletin.changes, reading.bulletin.holdings) == ((), ())
    assert [one.number for one in reading.bulletin.recognitions] == ["22wx"]
    assert [one.name for one in reading.bulletin.recipients] == ["某某党支部"]
    waiting = [one.place for one in reading.problems if one.code == "row-waits"]
    assert [(place.file.rpartition("/")[2], place.line) for place in waiting] == [
        ("changes.csv", 2),
        ("holdings.csv", 2),
        ("recipients.csv", 3),
        ("recognitions.csv", 2),
    ]


def test_honours_stay_where_their_source_is_withdrawn_and_that_is_told(
    write_content: WriteContent,
) -> None:
    """Addresses that readers know stay; somebody must find another source."""
    reading = citing(write_content, 状态="撤稿")
    assert reading.bulletin is not None
    assert (len(reading.bulletin.recognitions), len(reading.bulletin.recipients)) == (2, 3)
    gone = [one for one in reading.problems if one.code == "withdrawn-source"]
    assert [one.place.line for one in gone] == [2, 2, 3, 2]
    assert all("还在发布" in one.message for one in gone)


@pytest.mark.parametrize("status", ["", "草稿"])
def test_a_person_without_grounds_is_told_before_the_row_is_published(
    write_content: WriteContent, status: str
) -> None:
    """The table may lie in a public repository already; each row is told, all of them together."""
    rows = "21yx,甲某,2022/a,\n21yx,乙某,2022/a,\n21yx,丙某,2022/a,已公示\n"
    tables = {"tables/recipients.csv": f"表彰编号,获得者,来源稿件,公开依据\n{rows}"}
    keys = {"状态": status} if status else {}
    reading = read(write_content({**TABLES, **tables, "news/2022/a.md": item(**keys)}))
    (told_of,) = (one for one in reading.problems if one.code == "person-without-grounds")
    assert told_of.place.line == 2
    assert "第 2、3 行" in told_of.message


def test_a_person_needs_no_table(write_content: WriteContent) -> None:
    """Natural persons are in no table of names."""
    whole = bulletin_of(write_content, recipients="表彰编号,获得者,公开依据\n21yx,张某,已公示\n")
    assert whole.recipients[0].name == "张某"


def test_recipients_up_to_the_announced_number_are_no_fault(write_content: WriteContent) -> None:
    """Two of two are all of them."""
    rows = "表彰编号,获得者\n21wx,某某党支部\n21wx,乙局党支部\n"
    assert len(bulletin_of(write_content, recipients=rows).recipients) == 2


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        ("recipients", "表彰编号,获得者\n22wx,某某党支部\n", ("unknown-reference", 2)),
        ("recipients", "表彰编号,获得者\n21wx,丁支部\n", ("unknown-reference", 2)),
        ("recipients", "表彰编号,获得者\n21wx,甲局\n", ("recipient-of-other-kind", 2)),
        ("recipients", "表彰编号,获得者\n21xj,某支部\n", ("recipient-of-other-kind", 2)),
        ("recipients", "表彰编号,获得者\n21wx,某某党支部\n21wx,某支部\n", ("recipient-twice", 3)),
        ("recipients", "表彰编号,获得者,状态\n21wx,某支部,作废\n", ("not-a-choice", 2)),
        (
            "recipients",
            "表彰编号,获得者,来源稿件\n21wx,某支部,2021/meiyou\n",
            ("unknown-reference", 2),
        ),
        ("holdings", "获得者,荣誉名称,截至,来源稿件\n某支部,六星,2021,2022/a\n", None),
        ("changes", "变更日期,变更类型,原名称,现名称\n2021,更名,丁支部,某支部\n", None),
        ("changes", "变更日期,变更类型,原名称,现名称\n2021,改名,乙局党支部,某支部\n", None),
        ("changes", "变更日期,变更类型,原名称,现名称\n2021,撤销,,某支部\n", None),
        ("changes", "变更日期,变更类型,原名称,现名称\n2021,成立,某支部,\n", None),
        ("branches", "党组织名称,链接名,所属单位\n某支部,mou,丁局\n", ("unknown-reference", 2)),
        ("branches", "党组织名称,链接名,上级党组织\n某支部,mou,丁\n", ("unknown-reference", 2)),
        ("organisations", "单位名称,链接名,上级单位\n甲,jia,甲\n甲局,ju,\n", ("circle", 2)),
    ],
)
def test_what_refers_to_nothing_is_told(
    write_content: WriteContent, table: str, text: str, expected: tuple[str, int] | None
) -> None:
    """A row that hangs in the air is an error at its cell."""
    files = {**TABLES, "news/2022/a.md": item(), f"tables/{table}.csv": text}
    problems = [one for one in read(write_content(files)).problems if table in one.place.file]
    assert len(problems) == 1
    assert problems[0].place.line == 2 if expected is None else told(problems) == [expected]


def test_more_recipients_than_announced_are_told_once(write_content: WriteContent) -> None:
    """At the first that is too many, not at each that follows."""
    branches = "党组织名称,链接名\n" + "".join(f"{n}支部,z{n}\n" for n in range(5))
    rows = "表彰编号,获得者\n" + "".join(f"21wx,{n}支部\n" for n in range(5))
    files = {**TABLES, "tables/branches.csv": branches, "tables/recipients.csv": rows}
    assert told(read(write_content(files)).problems) == [("more-than-announced", 4)]


def test_a_table_with_an_error_makes_no_others(write_content: WriteContent) -> None:
    """A name that may stand in a row that could not be read is not told as unknown."""
    files = {
        **TABLES,
        "tables/branches.csv": "党组织名称,链接名,组织类型\n某某党支部,mou,小组\n",
        "tables/recipients.csv": "表彰编号,获得者\n21wx,某某党支部\n",
        "news/2022/a.md": item("[[某某党支部]]开会。\n", 党组织="某某党支部"),
    }
    assert told(read(write_content(files)).problems) == [("not-a-choice", 2)]


def test_an_item_with_an_error_is_there_all_the_same(write_content: WriteContent) -> None:
    """A table or a link that names it is not told for its fault."""
    files = {
        **TABLES,
        "news/2022/a.md": item(标题=""),
        "news/2022/b.md": item("[前文](a.md)\n"),
        "tables/changes.csv": "变更日期,变更类型,原名称,来源稿件\n2021,换届,某支部,2022/a\n",
        "editions/e.md": "---\n日期: 2022-03\n稿件: 2022/a\n---\n",
    }
    assert [(one.code, one.place.file) for one in read(write_content(files)).problems] == [
        ("missing-key", "content/news/2022/a.md")
    ]


def test_a_chain_of_parents_is_no_circle(write_content: WriteContent) -> None:
    """However long, it ends somewhere."""
    rows = "".join(f"{n}级,z{n},{n + 1}级\n" for n in range(300)) + "300级,z300,\n"
    files = {
        "tables/columns.csv": COLUMNS,
        "tables/organisations.csv": f"单位名称,链接名,上级单位\n{rows}",
    }
    assert told(read(write_content(files)).problems) == []


def test_the_document_of_a_recognition_is_published(write_content: WriteContent) -> None:
    """附件 is a file of files/; one that is not there is told."""
    header = "表彰编号,荣誉名称,表彰年度,授予机关,附件\n"
    files: dict[str, str | bytes] = {
        **TABLES,
        "files/2021/jueding.pdf": b"%PDF",
        "tables/recognitions.csv": f"{header}21wx,五星级党支部,2021,甲,2021/jueding.pdf\n",
    }
    whole = read(write_content(files)).bulletin
    assert whole is not None
    assert [one.path for one in whole.attachments] == ["files/2021/jueding.pdf"]
    files["tables/recognitions.csv"] = f"{header}21wx,五星级党支部,2021,甲,2021/jueding.doc\n"
    assert told(read(write_content(files)).problems) == [("missing-file", 2)]
