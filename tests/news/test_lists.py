"""Columns: their index, and their items in pages of twenty."""

from plugins.news.columns import column_pages
from tests.builders import bulletin, hosted_bulletin, item, report, views_by_path


def test_a_column_stands_in_pages_of_twenty_newest_first() -> None:
    """The second page has an address, a title and a breadcrumb of its own."""
    of = bulletin(*(item(f"2022/i{n:02}", f"2022-03-{n:02}") for n in range(1, 26)))
    views = views_by_path(column_pages(of))
    first = views["columns/dongtai/index.html"]
    second = views["columns/dongtai/page/2/index.html"]
    assert [row.url for row in first.rows[:2]] == ["news/2022/i25/", "news/2022/i24/"]
    assert (len(first.rows), len(second.rows)) == (20, 5)
    assert (second.title, second.head.title) == ("党建动态", "党建动态（第2页）")
    assert second.head.url == "columns/dongtai/page/2/"
    assert [link.title for link in second.head.breadcrumbs] == ["首页", "栏目", "党建动态", "第2页"]
    assert second.pagination.previous.url == "columns/dongtai/"


def test_an_empty_column_has_a_page_without_rows() -> None:
    """A column of the table is never a dead link."""
    of = bulletin(report("2022/a"))
    view = views_by_path(column_pages(of))["columns/dongtai/index.html"]
    assert view.rows == ()
    assert view.pagination.total == 1


def test_the_head_of_a_column_bears_its_labels_and_its_feed() -> None:
    """Every page of the column does, not only the first."""
    of = hosted_bulletin(*(item(f"2022/i{n}") for n in range(21)))
    views = views_by_path(column_pages(of))
    for path in ("columns/dongtai/index.html", "columns/dongtai/page/2/index.html"):
        head = views[path].head
        assert (head.column.name, head.column.type) == ("党建动态", "工作动态")
        assert [link.url for link in head.feeds] == ["columns/dongtai/feed.xml"]


def test_the_index_of_columns_describes_each_or_counts_its_items() -> None:
    """A column without 说明 still says something."""
    of = bulletin(item())
    view = views_by_path(column_pages(of))["columns/index.html"]
    assert [(entry.link.url, entry.note) for entry in view.entries] == [
        ("columns/zonghe/", "市直机关的综述和通讯。"),
        ("columns/dongtai/", "1篇"),
    ]
