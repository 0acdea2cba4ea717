"""What only the preview shows is marked wherever it shows."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.domain.bulletin import Bulletin
from plugins.domain.navigation import site_view
from plugins.domain.news_item import Status
from plugins.domain.page import expanded
from plugins.domain.views import Link, hidden_mark
from plugins.news.pages import news_pages
from plugins.press.rendering import Renderer
from plugins.registry.entity_timelines import entity_timelines
from tests.builders import TODAY, body, bulletin, item, organisation

THEME = Path(__file__).parents[2] / "theme"
DRAFT = item("2022/draft", "2022-12-01", status=Status.DRAFT)
AHEAD = item("2022/ahead", "2023-01-01")
PUBLIC = item("2022/public", "2022-11-01")


def of_preview() -> Bulletin:
    """Return a bulletin as the preview reads it."""
    return replace(bulletin(), items=(AHEAD, DRAFT, PUBLIC))


def marks_by_page(of: Bulletin) -> Mapping[str, list[str]]:
    """Render the pages of news and return the marks on each."""
    renderer = Renderer(THEME, site_view(of, {}))
    marks = {}
    for page in expanded(news_pages(of)):
        html = renderer.render(page)
        assert isinstance(html, bytes)
        soup = BeautifulSoup(html, "html.parser")
        marks[page.path] = [one.get_text() for one in soup.select(".draft-mark")]
    return marks


@pytest.mark.parametrize(
    ("when", "status", "mark"),
    [
        ("2022-12-31", Status.DRAFT, "草稿"),
        ("2023-01-01", Status.DRAFT, "草稿"),
        ("2023-01-01", Status.PUBLISHED, "未到日期"),
        ("2022-12-31", Status.PUBLISHED, ""),
        ("2022-12", Status.PUBLISHED, ""),
    ],
)
def test_a_mark_says_why_an_item_is_not_public(when: str, status: Status, mark: str) -> None:
    """Being written comes before being early; a month counts from its first day."""
    assert hidden_mark(item(when=when, status=status), TODAY) == mark


def test_an_item_is_marked_on_its_page_and_in_every_list() -> None:
    """Nobody takes it for published: neither as the lead nor among others."""
    marks = marks_by_page(of_preview())
    assert marks["news/2022/draft/index.html"][0] == "草稿"
    assert marks["news/2022/ahead/index.html"][0] == "未到日期"
    assert sorted(marks["index.html"]) == ["未到日期", "草稿"]
    assert marks["columns/dongtai/index.html"] == ["未到日期", "草稿"]
    assert marks["archive/2022/index.html"] == ["草稿"]


def test_what_is_public_bears_no_mark() -> None:
    """On pages that are published nothing is left of it."""
    assert not any(marks_by_page(bulletin(PUBLIC)).values())


def test_an_item_is_marked_on_the_page_of_what_it_names() -> None:
    """Pages of organisations list items, too."""
    office = organisation("某局", "mouju")
    named = replace(of_preview(), organisations=(office,))
    naming = item("2022/x", status=Status.DRAFT, body=body(mentions=[office.address]))
    entity = Link(office.name, office.address)
    (first,) = entity_timelines(replace(named, items=(naming,)), entity)
    marks = [entry.mark for year in first.years for month in year.months for entry in month.entries]
    assert marks == ["草稿"]
