"""The mechanisms that the bulletin reports on: forty numbered ones, each with its page."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.domain.page import expanded
from plugins.reading import read_bulletin
from plugins.records.pages import records_set
from plugins.records.views import MechanismView, RecordView

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 11, 22)
FORTY = (
    "“四级四岗”责任清单",
    "“双述双评”",
    "述职评议考核会",
    "月督导、季观摩、半年通报",
    "片区互学互评和自查自纠",
    "“三张清单”",
    "领导班子成员分片联系包抓",
    "党代表视察制度",
    "党建考核占比",
    "一岗双责和“书记抓、抓书记”",
    "市财政局综合考核",
    "公安“四项机制”",
    "“三项机制”",
    "宜川五项责任落实机制",
    "“两化”建设",
    "评星定级长效机制",
    "“亮比评”和“双争”",
    "五星级党支部、先锋号和示范岗",
    "模范机关创建",
    "组织设置与换届台账",
    "党建带群团",
    "共享党员活动室",
    "组织生活会、民主生活会和民主评议党员",
    "党员成长盒和党建文化长廊",
    "机关党建“书记项目”",
    "网格化“四员”“四步法”",
    "“大党委”和“360帮帮团”",
    "“产业链党建”模式",
    "“三支红色队伍”",
    "智慧服务站和一刻钟便民生活圈",
    "“党建+”",
    "志愿服务和主题党日",
    "安全教育和演练",
    "村干部值班代办、党员社区报到和企地共建",
    "“问题墙”和“回音壁”",
    "党员“小书包”",
    "“码上学”",
    "田园党课等县区学习形式",
    "“补短板、提素质、树形象”和“争当四有干部”",
    "理论学习中心组学习会",
)
"""Section 2 of the facts, number by number, as the table names them."""


@pytest.fixture(scope="module")
def views() -> dict[str, Any]:
    """Return the views of all pages of the feature, by path, from the real content."""
    bulletin = read_bulletin(CONTENT, TODAY).bulletin
    assert bulletin is not None
    return {page.path: page.view for page in expanded([records_set(bulletin)])}


def mechanisms_of(views: dict[str, Any]) -> dict[str, MechanismView]:
    """Return the pages of mechanisms by their title."""
    return {view.title: view for view in views.values() if isinstance(view, MechanismView)}


@pytest.mark.parametrize("name", FORTY)
def test_each_of_the_forty_has_a_page(name: str, views: dict[str, Any]) -> None:
    """It says what it is, and leads to an item that speaks of it."""
    view = mechanisms_of(views)[name]
    assert view.description
    assert view.items


def test_they_are_forty_in_the_order_of_the_facts(views: dict[str, Any]) -> None:
    """A mechanism that is renamed or lost is noticed here."""
    assert len(set(FORTY)) == 40
    assert [title for title in mechanisms_of(views) if title in FORTY] == list(FORTY)


def test_the_index_leads_to_every_one(views: dict[str, Any]) -> None:
    """Under the category that its own page names."""
    index = views["mechanisms/index.html"]
    listed = {entry.link.title: part.title for part in index.categories for entry in part.entries}
    assert listed == {title: view.category for title, view in mechanisms_of(views).items()}


def test_every_record_comes_from_an_item_that_readers_can_see(views: dict[str, Any]) -> None:
    """Nothing is invented: each page names its source."""
    records = [view for view in views.values() if isinstance(view, RecordView)]
    assert len(records) > 40
    assert [one.title for one in records if "来源" not in {fact.label for fact in one.facts}] == []
