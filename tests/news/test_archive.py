"""历年: calendars, months, and the way from the archive to every item."""

from collections import deque
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.views import PageHead
from plugins.news.archive import archive_pages
from tests.builders import bulletin, item, views_by_path

DATES = st.one_of(
    st.dates(date(2016, 1, 1), date(2024, 12, 31)).map(str),
    st.tuples(st.integers(2016, 2024), st.integers(1, 12)).map(
        lambda pair: "{}-{:02}".format(*pair)
    ),
    st.integers(2016, 2024).map(str),
)


def archive(of: Bulletin) -> dict[str, Any]:
    """Return the views of the archive's pages by their paths."""
    return views_by_path(archive_pages(of))


def addresses_in(value: object) -> Iterator[str]:
    """Yield every address that a view links to, heads left out."""
    if isinstance(value, PageHead):
        return
    if isinstance(value, tuple):
        for element in value:
            yield from addresses_in(element)
    elif is_dataclass(value):
        yield from [value.url] if getattr(value, "url", "") else []
        for field in fields(value):
            yield from addresses_in(getattr(value, field.name))


def reachable(views: dict[str, Any]) -> set[str]:
    """Return all addresses that links lead to, from the archive's first page on."""
    found = {addresses.ARCHIVE}
    waiting = deque(found)
    while waiting:
        view = views.get(addresses.file_of(waiting.popleft()))
        new = set(addresses_in(view)) - found
        found |= new
        waiting.extend(new)
    return found


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DATES, max_size=25))
def test_every_item_is_reachable_from_the_archive(dates: list[str]) -> None:
    """Whatever the items' dates tell, links lead from /archive/ to each of them."""
    of = bulletin(*(item(f"2022/i{n}", when) for n, when in enumerate(dates)))
    assert {one.address for one in of.items} <= reachable(archive(of))


def test_a_row_of_a_month_tells_the_day_alone() -> None:
    """The heading has told the year and the month; without a day nothing is left to tell."""
    views = archive(bulletin(item("2022/a", "2022-03-01"), item("2022/b", "2022-03")))
    dates = [row.date for row in views["archive/2022/03/index.html"].rows]
    assert [(one.text, one.iso) for one in dates] == [("1日", "2022-03-01"), ("", "2022-03")]
    of_year = views["archive/2022/index.html"].rows
    assert [row.date.text for row in of_year] == ["2022年3月1日", "2022年3月"]


def test_the_calendar_counts_its_months_and_links_those_with_items() -> None:
    """A year's count includes what no month counts."""
    views = archive(
        bulletin(item("2022/a", "2022-03-01"), item("2022/b", "2022-03"), item("2022/c", "2022"))
    )
    (calendar,) = views["archive/index.html"].years
    assert (calendar.year.title, calendar.year.url, calendar.count) == (
        "2022年",
        "archive/2022/",
        3,
    )
    assert [(month.month, month.url, month.count) for month in calendar.months[1:4]] == [
        (2, "", 0),
        (3, "archive/2022/03/", 2),
        (4, "", 0),
    ]
    assert len(calendar.months) == 12


def test_an_item_dated_by_the_year_stands_last_on_its_year_page_only() -> None:
    """It belongs to no month, and comes after all that do."""
    views = archive(bulletin(item("2022/dated", "2022-01-05"), item("2022/year", "2022")))
    rows = views["archive/2022/index.html"].rows
    assert [row.url for row in rows] == ["news/2022/dated/", "news/2022/year/"]
    assert [row.url for row in views["archive/2022/01/index.html"].rows] == ["news/2022/dated/"]


def test_months_without_items_have_no_page_and_are_stepped_over() -> None:
    """Previous is the earlier and next the later month that has items, across years."""
    views = archive(
        bulletin(
            item("2021/a", "2021-10-01"), item("2022/b", "2022-03-01"), item("2022/c", "2022-06-01")
        )
    )
    middle = views["archive/2022/03/index.html"]
    assert (middle.title, middle.previous.url, middle.next.url) == (
        "2022年3月", "archive/2021/10/", "archive/2022/06/",
    )  # fmt: skip
    assert views["archive/2022/06/index.html"].next is None
    assert "archive/2022/04/index.html" not in views


def test_years_know_their_neighbours() -> None:
    """A year steps to the years before and after it that have items."""
    views = archive(bulletin(item("2016/a", "2016-12-16"), item("2022/b", "2022-03-01")))
    newer, older = views["archive/2022/index.html"], views["archive/2016/index.html"]
    assert (newer.previous.title, newer.next) == ("2016年", None)
    assert (older.previous, older.next.title) == (None, "2022年")


def test_a_full_month_and_its_year_go_on_over_pages() -> None:
    """Twenty rows a page, in months as in years."""
    views = archive(bulletin(*(item(f"2022/i{n}", "2022-03-01") for n in range(21))))
    for path in ("archive/2022/page/2/index.html", "archive/2022/03/page/2/index.html"):
        assert len(views[path].rows) == 1
    titles = [link.title for link in views["archive/2022/03/page/2/index.html"].head.breadcrumbs]
    assert titles == ["首页", "历年", "2022年", "2022年3月", "第2页"]


def test_an_empty_bulletin_has_an_empty_archive() -> None:
    """The navigation's link to 历年 always leads somewhere."""
    assert archive(bulletin())["archive/index.html"].years == ()
