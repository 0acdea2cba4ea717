"""The catalogue: what readers are told of each table, and when it is made again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from plugins.domain.bulletin import Bulletin
from plugins.domain.navigation import site_view
from plugins.domain.page import PageSet
from plugins.domain.tables import Site
from plugins.domain.views import Fact, Link
from plugins.open_data.pages import open_data_set
from plugins.press.rendering import Renderer
from tests.builders import body, bulletin, item, topic
from tests.open_data.conftest import TODAY, files_of, pages_of

THEME = Path(__file__).parents[2] / "theme"
INDEX = "data/index.html"


def facts(of: Bulletin) -> dict[str, Fact]:
    """Return what the catalogue says of all of the data."""
    view: Any = pages_of(of)[INDEX].view
    return {fact.label: fact for fact in view.facts}


@pytest.fixture(scope="module")
def soup(published: Bulletin) -> BeautifulSoup:
    """Return the catalogue as a browser parses it."""
    html = Renderer(THEME, site_view(published, {})).render(pages_of(published)[INDEX])
    assert isinstance(html, bytes)
    return BeautifulSoup(html, "html.parser")


def test_every_file_is_linked_once(files: Mapping[str, bytes], soup: BeautifulSoup) -> None:
    """And nothing that is not there."""
    names = [link["href"].partition("data/")[2] for link in soup.main.select("a[href*='data/']")]
    assert sorted(names) == sorted(files)


def test_every_table_explains_its_columns(soup: BeautifulSoup) -> None:
    """Behind a line that opens without a script; each table can be linked to."""
    for table in soup.select(".data-catalogue__table"):
        assert table["id"]
        assert table.details.dl.find_all("dt")
        assert "行，" in table.select_one(".data-catalogue__facts").get_text()
        assert all(dd.get_text(strip=True) for dd in table.details.find_all("dd"))


def test_all_of_the_data_has_a_date_and_a_descriptor() -> None:
    """The newest date in it, whatever the day of the build."""
    told = facts(bulletin(item("2022/a", "2022-03-07")))
    assert told["数据截至"].text == "2022年3月7日"
    assert told["说明文件"].links == (Link("datapackage.json", "data/datapackage.json"),)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", "本站尚未载明数据的使用许可"),
        ("CC-BY-4.0", "CC-BY-4.0"),
        ("某某许可 https://example.org/l", "某某许可（https://example.org/l）"),
    ],
)
def test_the_licence_is_told_as_it_is_stated(written: str, words: str) -> None:
    """Where there is none, the page says so and makes up none."""
    assert facts(bulletin(site=Site(data_licence=written)))["许可"].text == words


def inner_inputs(of: Bulletin) -> object:
    """Return the inputs of the set of files."""
    (inner,) = open_data_set(of).make()
    assert isinstance(inner, PageSet)
    return inner.inputs


def test_an_edit_of_a_text_leaves_the_files_alone() -> None:
    """Of ten thousand items none is looked at: the set's own inputs are what they were."""
    before, after = (
        bulletin(item("2022/a", body=body(f"<p>{text}</p>"))) for text in ("旧文。", "新文。")
    )
    assert before.items[0].digest != after.items[0].digest
    assert open_data_set(before).inputs == open_data_set(after).inputs


def test_an_edit_that_only_lists_show_leaves_the_files_alone() -> None:
    """A summary stands in no table; a title does."""
    plain, summarised, retitled = (
        bulletin(item("2022/a", **keys))
        for keys in ({}, {"summary": "新的摘要。"}, {"title": "新题"})
    )
    assert open_data_set(plain).inputs != open_data_set(summarised).inputs
    assert inner_inputs(plain) == inner_inputs(summarised)
    assert inner_inputs(plain) != inner_inputs(retitled)


def test_a_new_day_alone_changes_no_file() -> None:
    """Data are as old as what they tell."""
    of = bulletin(item("2022/a", "2022-03-07", topic_slugs=("t",)), topics=(topic("甲", "t"),))
    later = bulletin(*of.items, topics=of.topics, today=TODAY)
    assert files_of(of) == files_of(later)
