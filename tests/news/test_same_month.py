"""往年本月: items of the same month in former years, on the home page and in the archive."""

from datetime import date
from typing import Any

from plugins.domain.bulletin import Bulletin
from plugins.news.archive import archive_pages
from plugins.news.home import home_page
from plugins.news.same_month import same_month
from plugins.news.views import SameMonth
from tests.builders import bulletin, item, views_by_path

LATEST = tuple(f"2024-01-{day:02}" for day in range(1, 6))
"""Items enough for the lead of the home page and for those under it."""


def of_dates(*dates: str, today: date = date(2024, 3, 15)) -> Bulletin:
    """Return a bulletin with an item of every date."""
    return bulletin(
        *(item(f"{when[:4]}/i{number:02}", when) for number, when in enumerate(dates)), today=today
    )


def on_home(of: Bulletin) -> SameMonth | None:
    """Return what the home page shows of former years."""
    view: Any = home_page(of).view
    found: SameMonth | None = view.same_month
    return found


def dates_by_year(shown: SameMonth | None) -> dict[str, list[str]]:
    """Return the dates that are shown, by year."""
    years = shown.years if shown else ()
    return {year.year: [row.date.iso for row in year.rows] for year in years}


def test_former_years_stand_newest_first_under_the_month() -> None:
    """Neither this year nor another month, nor an item of which only the year is known."""
    of = of_dates("2022-03-01", "2023-03", "2023-03-05", "2024-03-01", "2023-04-01", "2023")
    shown = same_month(of, 2024, 3)
    assert shown is not None
    assert shown.title == "往年3月"
    assert dates_by_year(shown) == {"2023年": ["2023-03-05", "2023-03"], "2022年": ["2022-03-01"]}


def test_where_no_year_has_the_month_nothing_is_shown() -> None:
    """No heading without anything under it."""
    assert on_home(of_dates("2022-04-01", "2024-03-01")) is None


def test_the_home_page_repeats_nothing_that_stands_above() -> None:
    """Another item takes the room of one that leads or stands in its column."""
    assert on_home(of_dates("2022-03-01", "2023-03-01")) is None
    assert dates_by_year(on_home(of_dates("2022-03-01", "2023-03-01", *LATEST[1:]))) == {
        "2022年": ["2022-03-01"]
    }


def test_every_year_has_one_before_any_has_a_second() -> None:
    """A year with many items does not push out the others."""
    many = [f"2023-03-{day:02}" for day in range(1, 11)]
    found = dates_by_year(same_month(of_dates(*many, "2022-03-01", "2016-03-01"), 2024, 3))
    assert {year: len(dates) for year, dates in found.items()} == {
        "2023年": 4,
        "2022年": 1,
        "2016年": 1,
    }
    assert found["2023年"] == ["2023-03-10", "2023-03-09", "2023-03-08", "2023-03-07"]


def test_within_a_month_the_home_page_stays_as_it_is() -> None:
    """A new day alone changes nothing; a new month does."""
    dates = ("2022-03-01", "2022-04-01", *LATEST)
    first, last, next_month = (
        home_page(of_dates(*dates, today=date(2024, *day))).view
        for day in ((3, 1), (3, 31), (4, 1))
    )
    assert first == last
    assert first != next_month


def test_a_month_of_the_archive_looks_back_from_its_own_year() -> None:
    """March 2022 shows March 2016, March 2016 nothing; the further pages do not repeat it."""
    dates = [f"2022-03-{day:02}" for day in range(1, 26)]
    views = views_by_path(archive_pages(of_dates("2016-03-01", *dates)))
    assert dates_by_year(views["archive/2022/03/index.html"].same_month) == {
        "2016年": ["2016-03-01"]
    }
    assert views["archive/2022/03/page/2/index.html"].same_month is None
    assert views["archive/2016/03/index.html"].same_month is None
