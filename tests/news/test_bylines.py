"""署名: how items print them, and the pages of the names."""

from typing import Any

import pytest

from plugins.domain import addresses
from plugins.domain.bylines import Byline
from plugins.domain.views import Link
from plugins.news.byline_pages import byline_pages
from plugins.news.bylines import authors, byline_links, byline_views
from plugins.news.views import BylineView
from tests.builders import bulletin, item, views_by_path

UNSIGNED = Byline("", ("未署名",))


def views_of(*bylines: Byline) -> tuple[BylineView, ...]:
    """Return the bylines of an item as its page prints them."""
    one = item(bylines=bylines)
    return byline_views(one.whole().keys.bylines, byline_links(bulletin(one)))


def test_every_name_links_to_its_page() -> None:
    """Role and unit stand beside the names."""
    (view,) = views_of(Byline("通讯员", ("张三", "李四"), "某局"))
    assert (view.role, view.unit) == ("通讯员", "某局")
    assert view.names == tuple(Link(name, addresses.of_byline(name)) for name in ("张三", "李四"))


def test_unsigned_is_said_without_a_link() -> None:
    """未署名 is nobody's name, however reading tells it."""
    unsigned = BylineView(role="", names=(Link("未署名", ""),), unit="")
    assert views_of(UNSIGNED) == (unsigned,)
    assert views_of(Byline("", ())) == (unsigned,)


def test_a_collective_may_have_a_unit_and_no_name() -> None:
    """集体 is printed once, as the role."""
    assert views_of(Byline("集体", (), "某局")) == (BylineView("集体", (), "某局"),)
    assert views_of(Byline("集体", ("集体",))) == (BylineView("集体", (), ""),)


def test_authors_are_the_writers_else_the_photographers() -> None:
    """Editors and reviewers made no item; a picture story is its photographer's."""
    written = item(
        bylines=(Byline("记者", ("甲",)), Byline("摄影", ("乙",)), Byline("审核", ("丙",)))
    )
    pictured = item(bylines=(Byline("摄影", ("乙",)), Byline("责编", ("丁",))))
    assert authors(written.whole().keys.bylines) == ("甲",)
    assert authors(pictured.whole().keys.bylines) == ("乙",)
    assert authors((UNSIGNED,)) == ()


def test_the_index_stands_in_pinyin_order_and_counts_in_words() -> None:
    """Readers look a name up by its sound; 未署名 and 集体 are not in the index."""
    of = bulletin(
        item("2022/a", bylines=(Byline("通讯员", ("张三", "安宁")),)),
        item("2022/b", bylines=(Byline("记者", ("张三",)), Byline("责编", ("高乐",)))),
        item("2022/c", bylines=(UNSIGNED,)),
        item("2022/d", bylines=(Byline("集体", ("集体",)),)),
    )
    views = views_by_path(byline_pages(of))
    entries = views["bylines/index.html"].entries
    assert [(entry.link.title, entry.note) for entry in entries] == [
        ("安宁", "1篇"),
        ("高乐", "1篇"),
        ("张三", "2篇"),
    ]
    assert len(views) == 4


def test_the_page_of_a_name_lists_all_it_signed() -> None:
    """Whatever the role, newest first."""
    of = bulletin(
        item("2022/a", "2022-03-01"),
        item("2022/b", "2022-03-02", bylines=(Byline("摄影", ("甲",)),)),
    )
    view: Any = views_by_path(byline_pages(of))[addresses.file_of(addresses.of_byline("甲"))]
    assert (view.title, [row.url for row in view.rows]) == ("甲", ["news/2022/b/", "news/2022/a/"])
    assert [link.title for link in view.head.breadcrumbs] == ["首页", "署名", "甲"]


def test_two_names_that_have_one_address_share_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """They sound alike, and so few digits tell ten thousand names apart but for a few."""
    monkeypatch.setattr(addresses, "DIGEST_LENGTH", 0)
    of = bulletin(
        item("2022/a", "2022-03-01", bylines=(Byline("通讯员", ("张丙丙",)),)),
        item("2022/b", "2022-03-02", bylines=(Byline("通讯员", ("章丙丙", "张丙丙")),)),
        item("2022/c", "2022-03-03", bylines=(Byline("通讯员", ("章丙丙",)),)),
    )
    views = views_by_path(byline_pages(of))
    (page,) = (view for path, view in views.items() if path != "bylines/index.html")
    assert page.title == "张丙丙、章丙丙"
    assert [row.url for row in page.rows] == ["news/2022/c/", "news/2022/b/", "news/2022/a/"]
    assert len(views["bylines/index.html"].entries) == 2
