"""The pages of all features, put in order and checked."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import blinker
import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, COLLECTED_PAGES, Page
from plugins.domain.views import PageHead
from plugins.press.collecting import asset_paths, collect, conflicts, missing
from plugins.reading import read_bulletin
from tests.press.builders import COLUMNS, ITEM, text_page, write_files

Connect = Callable[[str, Callable[..., list[Page]]], None]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Connect a receiver to a signal for one test."""
    with ExitStack() as connected:

        def connect_for_now(name: str, receiver: Callable[..., list[Page]]) -> None:
            connected.enter_context(blinker.signal(name).connected_to(receiver))

        yield connect_for_now


def test_pages_of_all_features_come_sorted_by_path(bulletin: Bulletin, connect: Connect) -> None:
    """The order in which features were asked does not show."""
    connect(BULLETIN_PAGES, lambda _: [text_page("c", ""), text_page("a", "")])
    connect(BULLETIN_PAGES, lambda _: [text_page("b", "")])
    assert [page.path for page in collect(bulletin)] == ["a", "b", "c"]


def test_pages_about_pages_see_all_others(bulletin: Bulletin, connect: Connect) -> None:
    """A sitemap lists what every feature has made."""

    def sitemap(_: Bulletin, pages: tuple[Page, ...]) -> list[Page]:
        return [text_page("sitemap", " ".join(page.path for page in pages))]

    connect(COLLECTED_PAGES, sitemap)
    connect(BULLETIN_PAGES, lambda _: [text_page("z", "")])
    connect(BULLETIN_PAGES, lambda _: [text_page("a", "")])
    assert [page.view for page in collect(bulletin) if page.path == "sitemap"] == ["a z"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("a.html", "a.html"), ("a.html", "A.html"), ("feed.xml", "feed.xml/index.html")],
)
def test_two_pages_that_want_one_place_are_named(one: str, other: str) -> None:
    """Also where only Windows sees one file, and where one needs a folder."""
    view = type("View", (), {"head": PageHead("关于", "a")})
    problems = conflicts([Page(one, "page.html", view), text_page(other, "")])
    assert [(problem.code, problem.place.file) for problem in problems] == [
        ("page-conflict", other)
    ]
    assert "（关于）" in problems[0].message


def test_pages_side_by_side_do_not_conflict() -> None:
    """A common beginning is no conflict."""
    assert not conflicts([text_page(path, "") for path in ("a/index.html", "a.html", "ab/x")])


def test_a_path_that_leads_outside_is_a_programmer_s_mistake() -> None:
    """No editor can write such a path."""
    with pytest.raises(ValueError, match="not a path inside output/"):
        conflicts([text_page("../a", "")])


def test_an_item_without_a_page_is_told(tmp_path: Path) -> None:
    """A feature that forgets an item is found before anything is written."""
    withdrawn = ITEM.replace("---\n\n", "状态: 撤稿\n---\n\n")
    files = {
        "content/tables/columns.csv": COLUMNS,
        "content/news/2022/a.md": ITEM,
        "content/news/2022/b.md": withdrawn,
        "content/pages/about.md": "---\n标题: 关于本刊\n---\n\n正文。\n",
    }
    write_files(tmp_path, files)
    bulletin = read_bulletin(tmp_path / "content", date(2022, 3, 10)).bulletin
    assert bulletin
    problems = missing(bulletin, [])
    assert [problem.place.file for problem in problems] == [
        "content/news/2022/a.md",
        "content/news/2022/b.md",
        "content/pages/about.md",
    ]
    made = ["news/2022/a/index.html", "news/2022/b/index.html", "about/index.html"]
    assert not missing(bulletin, [text_page(path, "") for path in made])


def test_roles_give_the_paths_of_assets() -> None:
    """The frame of a page finds its stylesheet by role."""
    css = replace(text_page("assets/site.css", ""), role="css")
    assert asset_paths([css, text_page("a", "")]) == {"css": "assets/site.css"}
    with pytest.raises(ValueError, match="two files for the role css"):
        asset_paths([css, replace(css, path="other.css")])
