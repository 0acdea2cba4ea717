"""The pages of all features, put in order and checked."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import blinker
import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, COLLECTED_PAGES, Page, PageSet
from plugins.press.collecting import (
    asset_paths,
    collect,
    conflicts,
    missing,
    name_of,
    names_twice,
    pages_about,
)
from plugins.reading import read_bulletin
from tests.press.builders import COLUMNS, ITEM, text_page, write_files

Connect = Callable[[str, Callable[..., Sequence[Page | PageSet]]], None]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Connect a receiver to a signal for one test."""
    with ExitStack() as connected:

        def connect_for_now(name: str, receiver: Callable[..., Sequence[Page | PageSet]]) -> None:
            connected.enter_context(blinker.signal(name).connected_to(receiver))

        yield connect_for_now


def test_parts_of_all_features_come_sorted_by_name(bulletin: Bulletin, connect: Connect) -> None:
    """The order in which features were asked does not show."""
    connect(BULLETIN_PAGES, lambda _: [text_page("c", ""), PageSet("a", (), list)])
    connect(BULLETIN_PAGES, lambda _: [text_page("b", "")])
    assert [name_of(part) for part in collect(bulletin)] == ["a", "b", "c"]


def test_pages_about_pages_are_told_all_addresses(bulletin: Bulletin, connect: Connect) -> None:
    """A sitemap lists what every feature has made."""

    def sitemap(_: Bulletin, addresses: Sequence[str]) -> list[Page]:
        return [text_page("sitemap", " ".join(addresses))]

    connect(COLLECTED_PAGES, sitemap)
    assert [page.view for page in pages_about(bulletin, ["z/", "a/"])] == ["a/ z/"]


def test_two_sets_of_one_name_are_told() -> None:
    """The pages of one would be taken for those of the other."""
    parts: list[Page | PageSet] = [
        PageSet("a/", (), list),
        text_page("b", ""),
        PageSet("a/", (1,), list),
    ]
    assert [(one.code, one.place.file) for one in names_twice(parts)] == [("page-conflict", "a/")]


@pytest.mark.parametrize(
    ("one", "other"),
    [("a.html", "a.html"), ("a.html", "A.html"), ("feed.xml", "feed.xml/index.html")],
)
def test_two_pages_that_want_one_place_are_named(one: str, other: str) -> None:
    """Also where only Windows sees one file, and where one needs a folder."""
    assert names_twice([text_page(one, ""), text_page(other, "")]) == []
    problems = conflicts([(one, "关于"), (other, "")])
    assert "（关于）" in problems[0].message
    assert [(problem.code, problem.place.file) for problem in problems] == [
        ("page-conflict", other)
    ]


def test_pages_side_by_side_do_not_conflict() -> None:
    """A common beginning is no conflict."""
    assert not conflicts((path, "") for path in ("a/index.html", "a.html", "ab/x"))


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
    assert not missing(bulletin, made)


def test_roles_give_the_paths_of_assets() -> None:
    """The frame of a page finds its stylesheet by role."""
    css = replace(text_page("assets/site.css", ""), role="css")
    assert asset_paths([css, text_page("a", "")]) == {"css": "assets/site.css"}
    with pytest.raises(ValueError, match="two files for the role css"):
        asset_paths([css, replace(css, path="other.css")])
