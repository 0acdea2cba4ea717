"""The files of open data: every public row, nothing else, and the same in both formats."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from plugins.domain.declared import declared_keys
from plugins.domain.record_kinds import RECORD_KINDS, Feedback, Project
from plugins.domain.records import Openness
from plugins.domain.tables import Change, Holding, Recipient, Synonym
from plugins.open_data.sources import TableSource, table_sources
from plugins.reading.tables.content_tables import TABLES
from tests.builders import body, bulletin, day, honour, item, organisation, recognition, topic
from tests.conftest import WriteContent
from tests.open_data.conftest import csv_rows, files_of, json_rows, read

STAR = honour("五星级党支部", "wuxing")
PERSON = honour("党员示范岗", "shifan", "个人")
UNPUBLISHED = {"site", "synonyms", Feedback.table}
"""No tables of data: what the frame shows, what the search knows, what only totals are told of."""

HEAD = "---\n标题: {0}\n日期: 2022-03-09\n栏目: 要闻\n署名: 未署名\n来源: 本刊\n{1}---\n\n开会。\n"
SITE = {
    "tables/columns.csv": "栏目名称,链接名\n要闻,yaowen\n",
    "tables/organisations.csv": "单位名称,链接名\n甲局,jiaju\n",
    "news/2022/gongkai.md": HEAD.format("公开稿", ""),
    "news/2022/caogao.md": HEAD.format("草稿一篇", "状态: 草稿\n"),
}


def written_rows(content: Path, table: str) -> list[dict[str, str]]:
    """Read a table as its editor wrote it."""
    workbook = content / "tables" / f"{table}.xlsx"
    if workbook.exists():
        sheet = openpyxl.load_workbook(workbook).worksheets[0]
        headings, *rows = ([cell.value for cell in row] for row in sheet.rows)
        return [dict(zip(headings, row, strict=True)) for row in rows if any(row)]
    file = content / "tables" / f"{table}.csv"
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig")))) if file.exists() else []


@pytest.mark.parametrize("source", list(table_sources()), ids=lambda source: source.name)
def test_every_row_of_a_public_table_is_in_its_files(
    source: TableSource, content: Path, files: Mapping[str, bytes]
) -> None:
    """Row for row, by its first heading; persons without 公开依据 are not named."""
    name = source.name
    heading = declared_keys(source.model)[0].name
    persons = {
        row["荣誉名称"] for row in written_rows(content, "honours") if row["授予对象"] == "个人"
    }
    unnamed = {
        row["表彰编号"]
        for row in written_rows(content, "recognitions")
        if row["荣誉名称"] in persons and name == "recipients"
    }
    expected = [
        row
        for row in written_rows(content, name)
        if row.get("表彰编号") not in unnamed or row.get("公开依据")
    ]
    found = csv_rows(files[f"{name}.csv"]) if expected else []
    if name == "changes":
        assert len(found) == len(expected)
    else:
        assert [row[heading] for row in found] == [row[heading] for row in expected]


def test_every_table_of_the_content_folder_is_published_or_named_as_not() -> None:
    """A table that is added later is not forgotten here."""
    published = {source.name for source in table_sources()}
    assert published | UNPUBLISHED == set(TABLES)
    assert not published & UNPUBLISHED


def test_json_equals_csv(files: Mapping[str, bytes]) -> None:
    """The same headings and cells; what is unknown is null in one and empty in the other."""
    names = {name.removesuffix(".csv") for name in files if name.endswith(".csv")}
    assert len(names) > 5
    for name in names:
        told = [
            {heading: "" if cell is None else str(cell) for heading, cell in row.items()}
            for row in json_rows(files[f"{name}.json"])
        ]
        assert told == csv_rows(files[f"{name}.csv"]), name


def test_a_csv_file_opens_in_a_spreadsheet(files: Mapping[str, bytes]) -> None:
    """BOM, CRLF, and no cell that would be calculated."""
    for name, file in files.items():
        if name.endswith(".csv"):
            assert file.startswith(b"\xef\xbb\xbf")
            assert file.count(b"\r\n") == file.count(b"\n") > 1
            cells = [cell for row in csv_rows(file) for cell in row.values()]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_draft_and_what_waits_for_it_are_in_no_file(write_content: WriteContent) -> None:
    """Neither the item nor the row that it is the source of, nor its name elsewhere."""
    projects = "项目名称,链接名,单位,来源稿件\n公开项目,gong,甲局,2022/gongkai\n"
    told = files_of(
        read(
            write_content(
                {
                    **SITE,
                    "tables/projects.csv": f"{projects}待发项目,dai,甲局,2022/caogao\n",
                    "tables/branches.csv": "党组织名称,链接名\n甲支部,jia\n",
                    "tables/changes.csv": (
                        "变更日期,变更类型,现名称,来源稿件\n2022-03,成立,甲支部,2022/caogao\n"
                    ),
                }
            )
        )
    )
    assert [row["稿件"] for row in csv_rows(told["items.csv"])] == ["2022/gongkai"]
    assert [row["项目名称"] for row in csv_rows(told["projects.csv"])] == ["公开项目"]
    assert "changes.csv" not in told
    everything = b"".join(told.values()).decode()
    assert not [word for word in ("caogao", "草稿一篇", "待发项目") if word in everything]


def project(slug: str, **cells: object) -> Project:
    """Return a project of 甲局 from the public item."""
    return Project(name=slug, slug=slug, source_item="2022/a", organisation="甲局", **cells)


def test_an_internal_field_is_a_column_only_where_a_row_may_show_it() -> None:
    """Only that row's cell is filled; the grounds themselves are the editors' own."""
    plain = project("yi", score="60分")
    shown = project("er", score="90分", public_grounds="已公示")
    hidden, told = (
        files_of(bulletin(item("2022/a"), records=records))["projects.csv"]
        for records in ((plain,), (plain, shown))
    )
    assert "考评得分" not in hidden.decode()
    assert [row["考评得分"] for row in csv_rows(told)] == ["", "90分"]
    assert "60分" not in told.decode()
    assert "公开依据" not in told.decode()


def test_records_of_which_only_totals_are_told_have_no_file() -> None:
    """A single problem stays internal; a kind that says nothing of itself does too."""
    row = Feedback(
        name="某处路灯", slug="a", source_item="2022/a", raised_on=day("2022-03"), state="在办"
    )
    assert "feedback.csv" not in files_of(bulletin(item("2022/a"), records=(row,)))
    public = {kind.table for kind in RECORD_KINDS if kind.openness is Openness.PUBLIC}
    assert public == {source.name for source in table_sources()} & {
        kind.table for kind in RECORD_KINDS
    }


def test_persons_are_counted_and_not_named() -> None:
    """As on their roll: one with 公开依据 is named, the others are a number in the notes."""
    told = files_of(
        bulletin(
            honours=(STAR, PERSON),
            recognitions=(recognition("p", PERSON.name),),
            recipients=(
                Recipient(recognition="p", name="不公开者"),
                Recipient(recognition="p", name="公开者", public_grounds="公示"),
            ),
            holdings=(
                Holding(name="某人", honour=PERSON.name, as_of=day("2022"), source_item="2022/a"),
            ),
        )
    )
    assert [row["获得者"] for row in csv_rows(told["recipients.csv"])] == ["公开者"]
    assert "另有1名个人只计数，不列姓名。" in told["recipients.json"].decode()
    assert "holdings.csv" not in told
    assert not [name for name in ("不公开者", "某人") if name in b"".join(told.values()).decode()]


def test_an_award_that_has_expired_says_so() -> None:
    """As its roll does, whatever the row still says."""
    told = files_of(
        bulletin(
            honours=(STAR,),
            recognitions=(recognition("a", STAR.name, valid_until=day("2021-06-30")),),
            recipients=(Recipient(recognition="a", name="某支部"),),
        )
    )
    (row,) = csv_rows(told["recipients.csv"])
    assert (row["状态"], row["状态日期"]) == ("到期", "2021-06-30")


def test_an_item_tells_what_it_is_filed_under_and_where_it_stands() -> None:
    """Names, not slugs; the whole address where the domain is known, never the text."""
    keys = {
        "topic_slugs": ("leifeng", "zhiyuan"),
        "organisation_slugs": ("ju",),
        "body": body("<p>正文里的话。</p>"),
    }
    tables = {
        "topics": (topic("学雷锋", "leifeng"), topic("志愿服务", "zhiyuan")),
        "organisations": (organisation("某局", "ju"),),
    }
    told = files_of(bulletin(item("2022/a", **keys), domain="example.cn", **tables))
    assert csv_rows(told["items.csv"]) == [
        {
            "稿件": "2022/a",
            "标题": "标题a",
            "日期": "2022-03-07",
            "栏目": "党建动态",
            "专题": "学雷锋、志愿服务",
            "单位": "某局",
            "党组织": "",
            "署名": "甲",
            "网址": "https://example.cn/news/2022/a/",
        }
    ]
    assert "正文里的话" not in b"".join(told.values()).decode()


def test_a_table_without_a_row_has_no_file() -> None:
    """Nothing is published that is not there."""
    told = files_of(bulletin(synonyms=(Synonym(word="甲", others=("乙",)),)))
    assert set(told) == {"columns.csv", "columns.json", "datapackage.json"}


def test_a_change_of_branches_is_published_with_its_lists() -> None:
    """Several names stand in one cell, as in the table."""
    merged = Change(date=day("2020"), kind="合并", before=("甲支部", "乙支部"), after=("丙支部",))
    (row,) = csv_rows(files_of(bulletin(changes=(merged,)))["changes.csv"])
    assert (row["变更日期"], row["原名称"]) == ("2020", "甲支部、乙支部")
