"""The ledger as a whole: what several of its rows get wrong together, told at its cell.

Each fault alone has a site of its own in `tests/site/broken/figure-*`.
"""

import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from plugins.figures.metric_pages import metric_pages
from plugins.problems import Place, Problem
from plugins.reading import Reading, messages
from tests.conftest import WriteContent
from tests.reading.sources import COLUMNS, item, read, told

HEAD = "指标,链接名,类别,范围,起,止,口径,数值,单位,来源稿件,状态,待核原因,算式"
UNITS = "单位名称,链接名,简称\n甲局,jia,老甲\n"
PLACE = Place("content/tables/figures.csv", 2, 7)
ReadLedger = Callable[..., Reading]


def row(metric: str = "活动", slug: str = "huodong", **cells: str) -> str:
    """Return a row of the ledger; whatever is not named is plain."""
    plain = {
        "category": "治理", "scope": "全市", "since": "", "until": "2021", "kind": "增量",
        "value": "5", "unit": "次", "source": "2022/a", "state": "", "doubt": "", "formula": "",
    }  # fmt: skip
    return ",".join([metric, slug, *{**plain, **cells}.values()])


@pytest.fixture
def ledger(write_content: WriteContent) -> ReadLedger:
    """Read a content folder with these rows in its ledger."""

    def of(*rows: str) -> Reading:
        return read(
            write_content(
                {
                    "tables/columns.csv": COLUMNS,
                    "tables/organisations.csv": UNITS,
                    "tables/figures.csv": "\n".join((HEAD, *rows, "")),
                    "news/2022/a.md": item(),
                }
            )
        )

    return of


def test_all_rows_of_a_metric_bear_the_slug_and_category_of_the_first(ledger: ReadLedger) -> None:
    """The other rows may leave them out; a unit's short name means the unit."""
    reading = ledger(row(scope="老甲"), row(slug="", category="", until="2022"))
    assert reading.bulletin is not None
    assert [(one.slug, one.category, one.scope) for one in reading.bulletin.figures] == [
        ("huodong", "治理", "甲局"),
        ("huodong", "治理", "全市"),
    ]


@pytest.mark.parametrize(
    ("rows", "slug"),
    [
        ([row(slug=""), row(until="2022")], "huodong"),
        ([row("志愿活动", "")], "zhi-yuan-huo-dong"),
        ([row("（）", "")], "pinyin-mingcheng"),
    ],
    ids=["of a later row", "pinyin", "nothing to spell"],
)
def test_a_missing_slug_is_proposed(ledger: ReadLedger, rows: list[str], slug: str) -> None:
    """An editor copies it."""
    (problem,) = ledger(*rows).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("figure-without-slug", 2, 2)
    assert slug in problem.remedy


def test_a_metric_is_of_one_category(ledger: ReadLedger) -> None:
    """It stands once on the page of all."""
    reading = ledger(row(), row(until="2022", category="服务"))
    assert told(reading.problems) == [("figure-differs", 3)]


def test_two_names_of_one_unit_are_one_scope(ledger: ReadLedger) -> None:
    """A double is found under whatever name."""
    reading = ledger(row(scope="甲局"), row(scope="老甲"))
    assert told(reading.problems) == [("figure-twice", 3)]


def test_numbers_on_which_two_sources_disagree_stand_both(write_content: WriteContent) -> None:
    """The guide promises it; readers see both, each with its source."""
    doubt = {"state": "待核", "doubt": "两篇说法不一"}
    rows = (row(value="50", **doubt), row(slug="", value="51", source="2022/b", **doubt))
    reading = read(
        write_content(
            {
                "tables/columns.csv": COLUMNS,
                "tables/figures.csv": "\n".join((HEAD, *rows, "")),
                "news/2022/a.md": item(),
                "news/2022/b.md": item(),
            }
        )
    )
    assert reading.problems == ()
    assert reading.bulletin is not None
    assert [(one.told, one.source_item) for one in reading.bulletin.figures] == [
        ("50次（待核）", "2022/a"),
        ("51次（待核）", "2022/b"),
    ]
    (page,) = (page for page in metric_pages(reading.bulletin))
    assert [one.words for one in page.view.sheet.rows] == ["50次", "51次"]


DOUBT = {"state": "待核", "doubt": "两篇说法不一"}


@pytest.mark.parametrize(
    "second",
    [
        {"value": "51", **DOUBT},
        {"value": "51", "source": "2022/b"},
        {"value": "50", "source": "2022/b", **DOUBT},
    ],
    ids=["one source", "one of them certain", "the same number"],
)
def test_any_other_double_is_told(ledger: ReadLedger, second: dict[str, str]) -> None:
    """Only a disagreement of sources has two numbers, and then both are in doubt."""
    reading = ledger(row(value="50", **DOUBT), row(**second))
    assert "figure-twice" in {one.code for one in reading.problems}


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([row(value="五"), row(slug="", until="2022")], ["not-a-decimal"]),
        ([row(slug=""), row(value="五")], ["not-a-decimal", "figure-without-slug"]),
        ([row(), row("会议", "")], ["figure-without-slug"]),
    ],
)
def test_a_row_below_one_that_could_not_be_read_needs_no_slug(
    ledger: ReadLedger, rows: list[str], codes: list[str]
) -> None:
    """The first row of its metric may be that one; a slug copied below it would be another."""
    assert sorted(one.code for one in ledger(*rows).problems) == sorted(codes)


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("", "", ["figures-contradict"]),
        ("待核", "", ["figures-contradict"]),
        ("", "待核", ["figures-contradict"]),
        ("待核", "待核", []),
    ],
)
def test_a_contradiction_is_let_through_only_when_every_row_is_marked(
    ledger: ReadLedger, first: str, second: str, codes: list[str]
) -> None:
    """Then readers are told; until then nothing is published."""
    reading = ledger(
        row(kind="累计", value="188", state=first, doubt=first and "两说不一"),
        row(kind="累计", value="180", until="2022", state=second, doubt=second and "两说不一"),
    )
    assert [one.code for one in reading.problems] == codes
    assert (reading.bulletin is None) == bool(codes)


@pytest.mark.parametrize(
    ("formula", "cells", "expected"),
    [
        ("会议÷活动", {"unit": "次"}, "单位应是 %"),
        ("会议÷经费", {"unit": "%"}, "两个指标的单位应一样"),
        ("会议＋活动", {"unit": "场"}, "单位应和它们一样"),
        ("属于 活动", {"unit": "场"}, "单位应和它们一样"),
        ("累计 活动", {"kind": "存量"}, "口径应是“累计”"),
    ],
)
def test_a_formula_fits_the_unit_and_kind_of_its_row(
    ledger: ReadLedger, formula: str, cells: dict[str, str], expected: str
) -> None:
    """What cannot be compared is not computed."""
    reading = ledger(
        row(), row("会议", "huiyi"), row("经费", "jingfei", unit="万元"),
        row("结果", "jieguo", value="10", formula=formula, **cells),
    )  # fmt: skip
    found = {one.code: one for one in reading.problems}
    assert expected in found["figure-formula-misplaced"].message


def test_a_formula_in_a_faulty_table_is_not_told_for_what_could_not_be_read(
    ledger: ReadLedger,
) -> None:
    """The row that it needs may be the faulty one."""
    reading = ledger(row(value="五"), row("会议", "huiyi", formula="属于 活动"))
    assert "figure-formula-alone" not in {one.code for one in reading.problems}


def test_a_formula_cell_of_a_workbook_is_told(write_content: WriteContent) -> None:
    """Its number is nowhere in the file."""
    book = Workbook()
    assert book.active is not None
    book.active.append(HEAD.split(","))
    book.active.append([*row().split(",")[:7], "=1+2", *row().split(",")[8:]])
    file = io.BytesIO()
    book.save(file)
    content = write_content(
        {
            "tables/columns.csv": COLUMNS,
            "tables/figures.xlsx": file.getvalue(),
            "news/2022/a.md": item(),
        }
    )
    assert told(read(content).problems) == [("formula-cell", 2)]


@pytest.mark.parametrize(
    ("problem", "message", "remedy"),
    [
        (
            messages.figures_contradict(PLACE, "累计数2021年为188个，2022年为180个，反而减少"),
            "数字互相矛盾：累计数2021年为188个，2022年为180个，反而减少。",
            "核对来源，改正错的；来源本身矛盾的，有关各行都写待核和原因（表彰表写“待核”），网页会注明。",
        ),
        (
            messages.unknown_metric(PLACE, "活动数", "活动"),
            "数据台账里没有指标“活动数”，是否为“活动”？",
            "照 figures 表里的指标名称写；确是新的，先在那张表里加一行。",
        ),
    ],
)
def test_messages_of_the_ledger_word_for_word(problem: Problem, message: str, remedy: str) -> None:
    """What editors read is chosen with care and changed on purpose."""
    assert (problem.message, problem.remedy) == (message, remedy)
