"""The ledger of the real content: complete, sourced, its charts and doubts as readers see them."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from plugins.domain.bulletin import Bulletin
from plugins.domain.figure_contradictions import contradictions
from plugins.domain.page import Page, expanded
from plugins.figures.pages import figures_set
from plugins.figures.views import MetricView
from plugins.news.home import home_page
from plugins.press.rendering import Renderer
from plugins.reading import read_bulletin
from tests.theme.test_pages import SITE

ROOT = Path(__file__).parents[2]
STARS = "五星级党支部累计数"
NUMBERS = {
    "五星级党支部授予数": "35个 23个",
    "党员先锋号授予数": "24个 18个",
    "党员示范岗授予数": "48名 50名",
    STARS: "188个 180个",
    "新成立基层党组织": "47个 3个",
    "撤销和合并的基层党组织": "40个",
    "更名划转撤销的基层党组织": "11个",
    "指导换届的基层党组织": "218个 20个",
    "模范机关示范点": "22个",
    "集中区党员活动室": "15个",
    "支持建成的党员活动室": "326个",
    "参加“书记项目”的党组织": "82个",
    "立项的“书记项目”": "256个",
    "市烟草系统现场观摩人数": "50余人",
    "用上“小书包”的党员": "近8万名",
    "“问题墙”梳理问题": "31602个",
    "“问题墙”解决问题": "28096个",
    "非公企业党组织覆盖率": "56.7%",
    "社会组织党组织覆盖率": "68.9%",
    "捐资": "2000余万元",
    "宣传品": "5万多册",
    "脱贫人数": "32.98万人",
}
"""Numbers of the sources that the ledger must hold, as they are printed."""


@cache
def real() -> Bulletin:
    """Return the real bulletin."""
    bulletin = read_bulletin(ROOT / "content", date(2026, 11, 22)).bulletin
    assert bulletin is not None
    return bulletin


@cache
def pages() -> tuple[Page, ...]:
    """Return the pages of the real ledger, that of all metrics first."""
    return tuple(expanded([figures_set(real())]))


def view_of(metric: str) -> MetricView:
    """Return the view of one metric's page."""
    views: list[Any] = [page.view for page in pages()[1:]]
    return next(view for view in views if view.title == metric)


@pytest.mark.parametrize("metric", NUMBERS)
def test_the_ledger_holds_the_numbers_of_the_sources(metric: str) -> None:
    """With their words and units, oldest first."""
    assert " ".join(row.words for row in view_of(metric).sheet.rows) == NUMBERS[metric]


def test_every_number_leads_to_the_item_that_it_comes_from() -> None:
    """On its own page, large and in the table."""
    items = {item.address for item in real().items}
    for page in pages()[1:]:
        view: Any = page.view
        assert view.lead.source.url in items
        assert {row.further[-1].url for row in view.sheet.rows} <= items


def test_every_chart_holds_the_numbers_of_its_table() -> None:
    """None is drawn that is not listed, and none listed that is not drawn."""
    drawn = [view for page in pages()[1:] if (view := page.view).chart]  # type: ignore[attr-defined]
    assert len(drawn) >= 5
    for view in drawn:
        bars = [(bar.label, bar.words, bar.mark) for bar in view.chart.bars]
        assert bars == [(row.label.title, row.words, row.mark) for row in view.sheet.rows]


def test_the_only_contradiction_is_that_of_the_sources_and_every_row_of_it_is_marked() -> None:
    """188 in autumn 2021, 180 in February 2023, 23 awarded between."""
    (told,) = contradictions(real().figures, real().recognitions)
    assert told.is_admitted
    assert {one.metric for one in told.figures} == {STARS}
    (note,) = view_of(STARS).sheet.notes
    assert all(
        part in note for part in ("188个", "180个", "新增23个", "《", "2021年10月", "2023年2月")
    )


def test_a_number_in_doubt_is_never_on_the_home_page() -> None:
    """There is no room to say why."""
    home = repr(home_page(real()).view)
    assert not [one for one in real().figures if one.is_doubtful and one.words in home]


def test_the_page_of_a_metric_draws_its_chart_for_those_who_cannot_see_it(tmp_path: Path) -> None:
    """The picture has a title and a description, and the table beside it the same numbers."""
    page = next(page for page in pages() if getattr(page.view, "title", "") == STARS)
    soup = BeautifulSoup(Renderer(ROOT / "theme", SITE, tmp_path).render(page), "html.parser")
    picture, table = (
        soup.select_one(".figure-chart__picture"),
        soup.select_one("table.figure-ledger"),
    )
    assert picture is not None
    assert table is not None
    named = [soup.find(id=name) for name in str(picture["aria-labelledby"]).split()]
    assert [one.name for one in named if one] == ["title", "desc"]
    for number in ("188个", "180个"):
        assert number in table.get_text()
        assert number in picture.get_text()
    assert len(soup.select(".figure-chart__bar--doubtful")) == 2
    assert soup.select_one(".editors-note") is not None
