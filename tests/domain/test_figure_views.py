"""Small ledgers of items, units and mechanisms, and what they say of doubts."""

from plugins.domain.figure_views import NO_FIGURES, FigureSheets
from plugins.domain.views import Link
from tests.builders import bulletin, item, organisation
from tests.figures.ledger import figure, total

ITEM = item(title="纪实")
OF = bulletin(
    ITEM,
    figures=(
        figure(value=23, until="2022-06", scope="甲局"),
        figure(value=35, until="2021-07", scope="甲局"),
        total(180, "2022-12", doubt="口径不明", moment="2022年底"),
    ),
    organisations=(organisation("甲局", "jia"),),
)
SHEETS = FigureSheets(OF)


def test_an_item_shows_its_figures_with_their_metrics_times_and_scopes() -> None:
    """In the order of the table; a unit that has a page is linked."""
    sheet = SHEETS.of_item("2022/chahua")
    assert sheet.headings == ("指标", "数值", "时间", "范围")
    first = sheet.rows[0]
    assert (first.label, first.words, first.mark) == (Link("授予数", "figures/shouyu/"), "23个", "")
    assert first.further == (Link("2022年6月", ""), Link("甲局", "organisations/jia/"))
    assert [row.mark for row in sheet.rows] == ["", "", "待核"]
    assert sheet.notes == ("累计数2022年底180个，口径不明。",)


def test_a_unit_shows_the_figures_of_its_own_scope_with_their_sources() -> None:
    """What is counted in the whole city is not the unit's."""
    sheet = SHEETS.of_scope("甲局")
    assert [row.words for row in sheet.rows] == ["23个", "35个"]
    assert {row.further[-1] for row in sheet.rows} == {Link("纪实", "news/2022/chahua/")}


def test_of_several_figures_of_a_metric_the_newest_counts() -> None:
    """A metric whose sources all wait is left out."""
    sheet = SHEETS.newest_of(["授予数", "没有的指标", "累计数"])
    assert [row.words for row in sheet.rows] == ["23个", "180个"]


def test_who_has_no_figures_has_an_empty_sheet() -> None:
    """Pages then show no section."""
    assert SHEETS.of_item("2022/x") == SHEETS.of_scope("乙局") == SHEETS.newest_of([]) == NO_FIGURES
