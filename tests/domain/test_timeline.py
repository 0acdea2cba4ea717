"""A timeline: years and months in the order in which their entries come."""

from plugins.domain.timeline import TimelineEntry, entry_of_row, entry_on, timeline
from plugins.domain.views import Link, date_view
from tests.builders import bulletin, day, item


def entry(when: str) -> TimelineEntry:
    """Return what happened on a date as written."""
    return entry_on(date_view(day(when)), Link(when, ""), "沿革")


def shape(*dates: str) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Return the years, months and days of a timeline."""
    return [
        (year.year, [(month.month, [one.day for one in month.entries]) for month in year.months])
        for year in timeline(entry(when) for when in dates)
    ]


def test_entries_stand_under_their_years_and_months() -> None:
    """A day that is not known is left open, and so is a month."""
    assert shape("2022-03-09", "2022-03-04", "2022-03", "2022-02-28", "2022", "2021-12") == [
        ("2022", [("3", ["9", "4", ""]), ("2", ["28"]), ("", [""])]),
        ("2021", [("12", [""])]),
    ]


def test_the_order_is_that_of_the_entries() -> None:
    """An archived topic begins with its oldest item."""
    assert [year for year, _ in shape("2021-12", "2022-02")] == ["2021", "2022"]


def test_nothing_that_happened_has_no_years() -> None:
    """A page can ask whether there is a timeline."""
    assert timeline([]) == ()


def test_an_item_is_an_entry_with_its_column_and_summary() -> None:
    """The row of a list tells all that the timeline shows."""
    one = item("2022/a", "2022-03-07", title="巧手插花", summary="一句摘要。")
    assert entry_of_row(bulletin(one).row_of(one)) == TimelineEntry(
        "2022-03-07", "7", Link("巧手插花", "news/2022/a/"), "党建动态", "一句摘要。"
    )


def test_an_item_is_the_same_entry_in_every_timeline() -> None:
    """What is asked of it is asked once."""
    of = bulletin(item("2022/a"))
    assert entry_of_row(of.row_of(of.items[0])) is entry_of_row(of.row_of(of.items[0]))


def test_a_time_of_day_is_not_part_of_the_day() -> None:
    """An item dated to the minute stands under its day."""
    assert entry("2016-12-16 09:50").day == "16"
