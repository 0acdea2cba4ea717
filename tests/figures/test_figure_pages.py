"""The pages of the ledger: every number with its time, scope and source, every chart its table."""

from typing import Any

import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.mechanisms import Mechanism
from plugins.domain.views import Link
from plugins.figures.pages import figures_set
from plugins.news.item_pages import item_pages
from tests.builders import bulletin, day, honour, item, organisation, recognition, views_by_path
from tests.figures.ledger import figure, total

FIRST = item("2021/zongshu", "2021-10", title="两化建设综述")
SECOND = item("2023/jishi", "2023-02", title="组织建设纪实")
DOUBT = "两次所说不一"


def ledger(*figures: Any, **tables: object) -> Bulletin:
    """Return a bulletin with these figures and two items that they may come from."""
    return bulletin(FIRST, SECOND, figures=figures, **tables)


def view_of(of: Bulletin, slug: str = "shouyu") -> Any:
    """Return the view of one metric's page."""
    return views_by_path([figures_set(of)])[f"figures/{slug}/index.html"]


REAL_CASE = ledger(
    figure(value=35, until="2021-07", source_item="2021/zongshu", formula="公布 五星级党支部"),
    figure(value=23, until="2022-06", moment="2022年6月底", source_item="2023/jishi"),
    total(188, "2021-10", moment="2021年秋", source_item="2021/zongshu", doubt=DOUBT),
    total(180, "2023-02", source_item="2023/jishi", doubt=DOUBT),
    honours=(honour("五星级党支部", "wuxing"),),
    recognitions=(recognition("a", "五星级党支部", 2021, announced=35, awarded_on=day("2021-07")),),
)


def test_a_ledger_without_figures_has_no_page() -> None:
    """A gap is a gap."""
    assert views_by_path([figures_set(bulletin())]) == {}


def test_the_newest_figure_stands_large_with_its_time_scope_and_source() -> None:
    """Whatever the order of the rows."""
    of = ledger(
        figure(value=8, until="2022", approximation="约", unit="万名", scope="甲局",
               source_item="2023/jishi"),
        figure(value=7, until="2021", unit="万名", source_item="2021/zongshu"),
        organisations=(organisation("甲局", "jia"),),
    )  # fmt: skip
    lead = view_of(of).lead
    assert (lead.before, lead.number, lead.after) == ("约", "8", "万名")
    assert (lead.when, lead.scope.url) == ("2022年", "organisations/jia/")
    assert lead.source == Link("组织建设纪实", "news/2023/jishi/")


def test_the_chart_holds_the_numbers_of_the_table_oldest_first() -> None:
    """Each bar is a row: its time, its number with its words, its doubt."""
    view = view_of(REAL_CASE, "leiji")
    assert view.chart is not None
    assert [(bar.label, bar.words, bar.mark) for bar in view.chart.bars] == [
        (row.label.title, row.words, row.mark) for row in view.sheet.rows
    ]
    assert [bar.share for bar in view.chart.bars] == [100.0, 95.74]
    assert view.chart.description == "2021年秋188个（待核），截至2023年2月180个（待核）。"


def test_one_figure_is_nothing_to_compare() -> None:
    """It is set large, and neither drawn nor listed."""
    assert view_of(ledger(figure())).chart is None


def test_a_percentage_is_drawn_as_part_of_the_whole() -> None:
    """Half of the width is half."""
    of = ledger(
        figure(value="50", unit="%", kind="存量", until="2021"),
        figure(value="25", unit="%", kind="存量", until="2022"),
    )
    assert [bar.share for bar in view_of(of).chart.bars] == [50.0, 25.0]


def test_what_falls_below_zero_is_only_listed() -> None:
    """A bar has no length below nothing; nothing at all is no bar."""
    negative = ledger(figure(value="-1.5", unit="%"), figure(value="2", unit="%", until="2022"))
    nothing = ledger(figure(value=0), figure(value=0, until="2022"))
    assert view_of(negative).chart is None
    assert len(view_of(negative).sheet.rows) == 2
    assert [bar.share for bar in view_of(nothing).chart.bars] == [0.0, 0.0]


@pytest.mark.parametrize(
    ("since", "kind", "is_told"),
    [("2020", "增量", True), ("", "增量", False), ("2020", "存量", False)],
)
def test_a_chart_of_uneven_periods_warns(since: str, kind: str, *, is_told: bool) -> None:
    """What was added in two years is not held against one."""
    of = ledger(
        figure(value=47, since=since, until="2021", kind=kind),
        figure(value=3, until="2022", kind=kind),
    )
    assert bool(view_of(of).chart.note) == is_told


def test_scopes_and_kinds_are_named_where_there_are_several() -> None:
    """A bar says whose it is."""
    of = ledger(figure(scope="甲县"), figure(scope="乙县", kind="存量"))
    assert [bar.label for bar in view_of(of).chart.bars] == [
        "2021年（增量），甲县",
        "截至2021年（存量），乙县",
    ]


def test_a_contradiction_is_told_with_both_sources_wherever_one_of_it_is_shown() -> None:
    """On the page of the metric, of the item and of the unit."""
    (note,) = view_of(REAL_CASE, "leiji").sheet.notes
    assert note == (
        "累计数2021年秋为188个，截至2023年2月为180个，反而减少，其间新增23个（2022年6月底）。"
        "来源：《两化建设综述》（2021年10月）、《组织建设纪实》（2023年2月）。两次所说不一。"
    )
    assert view_of(REAL_CASE).sheet.notes == ()


def test_a_doubt_alone_says_what_is_in_doubt() -> None:
    """Even where nothing contradicts it."""
    assert view_of(ledger(figure(doubt="口径不明"))).sheet.notes == ("授予数2021年5个，口径不明。",)


def test_a_formula_leads_to_what_it_names_with_its_numbers() -> None:
    """A reader follows the computation."""
    of = ledger(
        figure("覆盖", "fugai", value=1336, unit="家"),
        figure("企业", "qiye", value=2358, unit="家"),
        figure("覆盖率", "fugailv", value="56.7", unit="%", formula="覆盖÷企业"),
    )
    facts = {fact.label: fact.links for fact in view_of(of, "fugailv").facts}
    assert facts["分子"] == (Link("覆盖 1336家", "figures/fugai/"),)
    assert facts["分母"] == (Link("企业 2358家", "figures/qiye/"),)


def test_a_total_leads_to_its_increments_and_an_award_to_its_honour() -> None:
    """Where the newest row says so."""
    facts = {fact.label: fact.links for fact in view_of(REAL_CASE, "leiji").facts}
    assert facts["累计自"] == (Link("授予数", "figures/shouyu/"),)


def test_a_metric_leads_to_its_mechanisms_and_to_its_like() -> None:
    """Those that name it, and those of the same 类别."""
    made = Mechanism(
        name="评星定级", slug="pingxing", category="支部", description="评星。",
        metrics=("授予数",), items=("2021/zongshu",),
    )  # fmt: skip
    of = ledger(
        figure(category="评先"), figure("称号", "chenghao", category="评先"),
        figure("会议", "huiyi"), mechanisms=(made,),
    )  # fmt: skip
    view = view_of(of)
    assert view.mechanisms == (Link("评星定级", "mechanisms/pingxing/"),)
    assert view.others == (Link("称号", "figures/chenghao/"),)


def test_the_page_of_all_lists_each_metric_once_with_its_newest_figure() -> None:
    """In the order of the table, by 类别; a number in doubt says so."""
    view = views_by_path([figures_set(REAL_CASE)])["figures/index.html"]
    (group,) = view.roll.groups
    assert group.title == "其他"
    assert [[cell.text for cell in row] for row in group.rows] == [
        ["授予数", "其他", "23个", "2022年6月底", "全市"],
        ["累计数", "其他", "180个", "截至2023年2月", "全市"],
    ]
    assert [row[2].note for row in group.rows] == ["", "待核"]
    assert group.rows[0][0].url == "figures/shouyu/"


def test_numbers_sort_as_numbers() -> None:
    """A script compares the keys as text: below zero, small, large."""
    values = ("-3.5", "0", "8", "49035", "3695.2")
    of = ledger(*(figure(f"数{place}", f"shu-{place}", value=one, unit="%")
                  for place, one in enumerate(values)))  # fmt: skip
    rows = views_by_path([figures_set(of)])["figures/index.html"].roll.groups[0].rows
    assert [row[2].text for row in sorted(rows, key=lambda row: row[2].sort)] == [
        "-3.5%", "0%", "8%", "3695.2%", "49035%",
    ]  # fmt: skip


def test_numbers_sort_by_what_they_amount_to_beside_their_like() -> None:
    """8000万元 are less than 2亿元 and more than 900元; 8次 are neither: they stand apart."""
    told = (
        ("2", "亿元"),
        ("9", "次"),
        ("900", "元"),
        ("8000", "万元"),
        ("80", "次"),
        ("0.5", "万次"),
    )
    of = ledger(*(figure(f"数{place}", f"shu-{place}", value=value, unit=unit)
                  for place, (value, unit) in enumerate(told)))  # fmt: skip
    rows = views_by_path([figures_set(of)])["figures/index.html"].roll.groups[0].rows
    assert [row[2].text for row in sorted(rows, key=lambda row: row[2].sort)] == [
        "9次", "80次", "0.5万次", "900元", "8000万元", "2亿元",
    ]  # fmt: skip


def test_a_unit_of_large_numbers_alone_is_one() -> None:
    """1.5亿 are more than 900万, and what only ends in 万 is not counted in 万."""
    told = (("1.5", "亿"), ("900", "万"), ("3", "千万"))
    of = ledger(*(figure(f"数{place}", f"shu-{place}", value=value, unit=unit)
                  for place, (value, unit) in enumerate(told)))  # fmt: skip
    rows = views_by_path([figures_set(of)])["figures/index.html"].roll.groups[0].rows
    keys = [row[2].sort.rpartition(" ")[2] for row in rows]
    assert keys == ["1000000000150000000.000000", "1000000000009000000.000000",
                    "1000000000000000003.000000"]  # fmt: skip


def test_a_set_is_made_again_only_for_what_it_shows() -> None:
    """The figures, and the titles of the items that they come from."""
    inputs = figures_set(REAL_CASE).inputs
    other = bulletin(FIRST, SECOND, item("2024/x"), **tables_of(REAL_CASE))
    renamed = bulletin(FIRST, item("2023/jishi", "2023-02", title="另题"), **tables_of(REAL_CASE))
    assert figures_set(other).inputs == inputs
    assert figures_set(renamed).inputs != inputs


def tables_of(of: Bulletin) -> dict[str, object]:
    """Return the tables of a bulletin that these tests fill."""
    return {"figures": of.figures, "honours": of.honours, "recognitions": of.recognitions}


def test_the_pages_follow_every_item_that_a_contradiction_names() -> None:
    """Also where it is the source of a recognition, or the page is that of another item."""
    told = figure(
        value=3, until="2021-07", source_item="2023/jishi", doubt=DOUBT, formula="公布 五星级党支部"
    )
    given = recognition(
        "a",
        "五星级党支部",
        2021,
        announced=9,
        awarded_on=day("2021-07"),
        source_item="2022/tongbao",
        doubt=DOUBT,
    )
    tables: dict[str, Any] = {
        "figures": (told,),
        "honours": (honour("五星级党支部", "wuxing"),),
        "recognitions": (given,),
    }
    before, after = (
        bulletin(FIRST, SECOND, item("2022/tongbao", "2022-03", title=title), **tables)
        for title in ("通报", "改了题的通报")
    )
    assert "《改了题的通报》" in repr(view_of(after))
    assert figures_set(before).inputs != figures_set(after).inputs
    inputs = [
        [page.inputs for month in item_pages(of) for page in month.make() if "jishi" in page.name]
        for of in (before, after)
    ]
    assert inputs[0] != inputs[1]
