"""`[[数据:指标@时点]]` prints the ledger's number, and is read again when the ledger changes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.domain.news_item import Body
from plugins.problems import Level
from plugins.reading import Reading, TextStore, read_bulletin
from tests.conftest import WriteContent
from tests.reading.sources import COLUMNS, item, read, told

FIGURES = """指标,链接名,范围,起,止,时点说明,口径,数值,约数,单位,来源稿件,状态,待核原因
活动,huodong,甲局,2020,2021-10,2020年以来至2021年秋,增量,47,,次,2022/a,,
活动,,乙局,,2022-06,,增量,3,余,次,2022/a,,
活动,,甲局,,2022-06,,增量,5,,次,2022/a,,
累计,leiji,甲局,,2022,,累计,188,,个,2022/b,待核,两说不一
"""
UNITS = "单位名称,链接名,简称\n甲局,jia,老甲\n乙局,yi,\n"
Write = Callable[..., Path]


@pytest.fixture
def write(write_content: WriteContent) -> Write:
    """Write a content folder whose item 2022/c has a body."""

    def of(body: str, figures: str = FIGURES, **items: str) -> Path:
        return write_content(
            {
                "tables/columns.csv": COLUMNS,
                "tables/organisations.csv": UNITS,
                "tables/figures.csv": figures,
                "news/2022/a.md": item(),
                "news/2022/b.md": item(),
                "news/2022/c.md": item(body),
                **{f"news/2022/{name}.md": text for name, text in items.items()},
            }
        )

    return of


def body_of(reading: Reading, name: str = "c") -> Body:
    """Return the text of an item."""
    assert reading.bulletin is not None, reading.problems
    return reading.bulletin.item_by_identity[f"2022/{name}"].whole().body


@pytest.mark.parametrize(
    ("mark", "printed"),
    [
        ("数据:活动@2020年以来至2021年秋", "47次"),
        ("数据:活动@2021-10", "47次"),
        ("数据：活动@2021年10月", "47次"),
        ("数据: 活动 @ 2021-10 ", "47次"),
        ("数据:活动@2022-06|乙局", "3余次"),
        ("数据:活动@2022-06|老甲", "5次"),
        ("数据:活动@2022-06｜甲局", "5次"),
        ("数据:累计@2022", "188个（待核）"),
    ],
)
def test_a_mark_prints_the_number_with_a_link_to_its_metric(
    write: Write, mark: str, printed: str
) -> None:
    """In the text that readers see and in the one that is searched; a doubt is told."""
    reading = read(write(f"当年[[{mark}]]。\n"))
    body = body_of(reading)
    link = BeautifulSoup(body.html, "html.parser").a
    assert link is not None
    assert link.get_text() == printed
    slug = "leiji" if "累计" in mark else "huodong"
    assert link["href"] == f"../../../figures/{slug}/"
    assert body.text == f"当年{printed}。"
    assert reading.problems == ()


def test_a_mark_stands_in_a_table_with_its_bar_escaped(write: Write) -> None:
    """A bar would part the cell."""
    body = body_of(read(write("| 甲 | 乙 |\n|---|---|\n| 丙 | [[数据:活动@2022-06\\|乙局]] |\n")))
    cells = [cell.get_text() for cell in BeautifulSoup(body.html, "html.parser").find_all("td")]
    assert cells == ["丙", "3余次"]
    assert body.text.split("\n")[-1] == "3余次"


def test_what_only_looks_like_a_mark_stays(write: Write) -> None:
    """An escaped bracket, a code span and a link with such a text print what is written."""
    reading = read(
        write(
            "写法是 `[[数据:活动@2022]]`。\n\n也可以写 \\[[数据:活动@2022]]。\n\n"
            "[\\[[数据:活动@2022]]](https://example.org/)\n"
        )
    )
    body = body_of(reading)
    assert body.text.count("[[数据:活动@2022]]") == 3
    assert "figures/" not in body.html
    assert not [one for one in reading.problems if one.level is Level.ERROR]


@pytest.mark.parametrize(
    ("body", "code", "said"),
    [
        ("[[数据:活动]]", "figure-form", "@时点"),
        ("[[数据:活动数@2022-06]]", "unknown-metric", "是否为“活动”"),
        ("[[数据:活动@2022-07]]", "unknown-figure", "这个指标现有：2021-10"),
        ("[[数据:活动@2022-06|义局]]", "unknown-figure", "是否为“乙局”"),
        ("[[数据:活动@2022-06]]", "ambiguous-figure", "[[数据:活动@2022-06|乙局]]"),
    ],
)
def test_a_wrong_mark_is_told_with_what_is_near(
    write: Write, body: str, code: str, said: str
) -> None:
    """At its line, with what an editor can copy."""
    (problem,) = read(write(f"第一段。\n\n{body}\n")).problems
    assert (problem.code, problem.place.line, problem.place.column) == (code, 11, 1)
    assert said in problem.message + problem.remedy


def test_nothing_is_said_of_a_metric_that_may_stand_in_a_faulty_row(write: Write) -> None:
    """The fault of the row is told, and no other that follows from it."""
    reading = read(
        write("[[数据:会议@2022]]\n", f"{FIGURES}会议,huiyi,甲局,,2022,,增量,五,,次,2022/a,,\n")
    )
    assert [one.code for one in reading.problems] == ["not-a-decimal"]


def test_nothing_is_said_to_wait_for_an_item_that_has_a_fault(write: Write) -> None:
    """Its rows wait for nobody's day."""
    reading = read(write("正文。\n", b=item("正文。\n", "某项: 甲")))
    assert [one.code for one in reading.problems] == ["unknown-key"]


def test_rows_wait_for_a_draft_whose_faults_are_forgiven(write: Write) -> None:
    """It is not public, so neither are they, though it could not be read."""
    reading = read(write("正文。\n", b=item("正文。\n", "状态: 草稿", 标题="")))
    assert reading.bulletin is not None
    assert "累计" not in {one.metric for one in reading.bulletin.figures}
    assert [one.code for one in reading.problems] == ["missing-key", "row-waits"]


@pytest.mark.parametrize("status", ["草稿", "撤稿"])
def test_a_number_whose_source_is_not_public_bears_no_link(write: Write, status: str) -> None:
    """Its metric has no page."""
    reading = read(write("[[数据:累计@2022]]\n", b=item("正文。\n", f"状态: {status}")))
    assert "<p>188个（待核）</p>" in body_of(reading).html
    assert ("figure-waits", 9) in told(reading.problems)
    assert reading.bulletin is not None
    assert [one.metric for one in reading.bulletin.figures] == ["活动"] * 3


@pytest.mark.parametrize("status", ["草稿", "撤稿"])
def test_a_text_is_not_told_to_wait_for_itself(write: Write, status: str) -> None:
    """When it is public its number has a link; before that nobody reads it."""
    reading = read(write("甲。\n", b=item("[[数据:累计@2022]]\n", f"状态: {status}")))
    assert "figure-waits" not in {one.code for one in reading.problems}
    over = {one.code for one in reading.problems} & {"row-waits", "row-withdrawn"}
    assert over == {"row-waits" if status == "草稿" else "row-withdrawn"}


def test_a_text_is_read_again_when_its_number_or_its_source_changes(
    write: Write, tmp_path: Path
) -> None:
    """What is kept of a text depends on the figures that it prints."""
    content = write("[[数据:活动@2021-10]]，[[数据:累计@2022]]\n")

    def numbers() -> str:
        store = TextStore(tmp_path / "kept.sqlite3", b"1")
        store.load()
        body = body_of(read_bulletin(content, date(2022, 12, 31), store))
        return f"{body.text} {body.html.count('<a ')}"

    assert numbers() == "47次，188个（待核） 2"
    table = content / "tables" / "figures.csv"
    table.write_text(FIGURES.replace(",47,", ",48,"), encoding="utf-8")
    assert numbers() == "48次，188个（待核） 2"
    table.write_text(FIGURES.replace("leiji", "leiji-shu"), encoding="utf-8")
    assert numbers() == "47次，188个（待核） 2"
    source = content / "news" / "2022" / "b.md"
    source.write_text(item("正文。\n", "状态: 撤稿"), encoding="utf-8")
    assert numbers() == "47次，188个（待核） 1"
    source.write_text(item(), encoding="utf-8")
    assert numbers() == "47次，188个（待核） 2"
