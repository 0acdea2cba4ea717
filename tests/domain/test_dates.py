"""Dates of every precision: read, ordered, printed."""

from datetime import date

import pytest

from plugins.domain import dates
from plugins.domain.dates import BulletinDate, DateFault, read_date, today_here

DAY = BulletinDate(2022, 3, 9)


def read(text: str) -> BulletinDate:
    """Return the date that a text tells."""
    found = read_date(text).date
    assert found is not None
    return found


def test_today_is_the_day_of_one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the computer stands decides nothing; two islands are always a day apart."""
    monkeypatch.setattr(dates, "TIMEZONE", "Pacific/Kiritimati")
    east = today_here()
    monkeypatch.setattr(dates, "TIMEZONE", "Pacific/Pago_Pago")
    assert east > today_here()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-03-09", DAY),
        ("2022-03-09 08:30", BulletinDate(2022, 3, 9, "08:30")),
        ("2022-03", BulletinDate(2022, 3)),
        ("2022", BulletinDate(2022)),
    ],
)
def test_a_usual_form_is_read_without_a_word(text: str, expected: BulletinDate) -> None:
    """These forms are the ones that the messages recommend."""
    reading = read_date(text)
    assert (reading.date, reading.usual) == (expected, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022/3/9", DAY),
        ("2022年3月9日", DAY),
        ("2022年03月09日", DAY),
        ("2022-3-9", DAY),
        ("２０２２-０３-０９", DAY),
        ("２０２２年３月９日", DAY),
        ("2022/3", BulletinDate(2022, 3)),
        ("2022年3月", BulletinDate(2022, 3)),
        ("2022年", BulletinDate(2022)),
        ("2022/3/9 8:05", BulletinDate(2022, 3, 9, "08:05")),
        ("2022年3月9日 08:30", BulletinDate(2022, 3, 9, "08:30")),
    ],
)
def test_another_form_is_read_and_told(text: str, expected: BulletinDate) -> None:
    """These forms have one meaning, so they are read; an editor hears of it."""
    reading = read_date(text)
    assert (reading.date, reading.usual) == (expected, False)


@pytest.mark.parametrize(
    "text",
    [
        "03/09/2022",
        "9/3/2022",
        "09-03-2022",
        "二〇二二年三月九日",
        "２０２２年三月",
        "22-03-09",
        "2022.3.9",
        "20220309",
        "2022-03-09T08:30",
        "2022-03-09 08:30:00",
        "2022-03-09 上午",
        "约2022年",
        "٢٠٢٢-٠٣-٠٩",
        "",
    ],
)
def test_a_form_that_could_mean_something_else_is_no_date(text: str) -> None:
    """Nothing is guessed, neither the order of day and month nor numerals of other scripts."""
    assert read_date(text).fault is DateFault.FORM


@pytest.mark.parametrize(
    "text", ["2022-02-30", "2022-13-01", "2022-00-01", "2022-01-00", "2022-02-30 25:00"]
)
def test_a_day_that_does_not_exist_is_told_as_such(text: str) -> None:
    """The form is right, but the calendar has no such day."""
    assert read_date(text).fault is DateFault.CALENDAR


@pytest.mark.parametrize("text", ["2022-1-1 24:00", "2026-11-01 25:00", "2022年1月1日 8:60"])
def test_a_time_that_does_not_exist_is_told_as_such(text: str) -> None:
    """The day is right; only the clock has no such time."""
    assert read_date(text).fault is DateFault.TIME


@pytest.mark.parametrize("text", ["0000-01-01", "0026-11-01", "0224", "1799-12-31", "3000-13"])
def test_a_year_far_away_is_told_as_such(text: str) -> None:
    """Two digits that became four; no record of a bulletin is that old."""
    assert read_date(text).fault is DateFault.YEAR


@pytest.mark.parametrize("text", ["1800", "1921-07-23", "2999-12-31"])
def test_a_year_of_history_is_a_date(text: str) -> None:
    """Tables of mechanisms and records go back before the bulletin."""
    assert read_date(text).fault is None


def test_newest_first_a_month_stands_after_its_dated_days() -> None:
    """A month and a year count as their first day and sort after its dated days."""
    texts = [
        "2022",
        "2022-01",
        "2022-01-01",
        "2022-01-01 08:30",
        "2022-03",
        "2022-03-01",
        "2022-12",
    ]
    newest = sorted((read(text) for text in texts), reverse=True)
    assert [one.stamp for one in newest] == [
        "2022-12",
        "2022-03-01",
        "2022-03",
        "2022-01-01 08:30",
        "2022-01-01",
        "2022-01",
        "2022",
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-03-09", date(2022, 3, 9), date(2022, 3, 9)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_a_date_covers_its_days(text: str, first: date, last: date) -> None:
    """What is known only to the month or year covers all its days."""
    assert (read(text).first_day, read(text).last_day) == (first, last)


@pytest.mark.parametrize(
    ("text", "iso", "printed"),
    [
        ("2022-03-09 08:30", "2022-03-09T08:30+08:00", "2022年3月9日"),
        ("2022-03-09", "2022-03-09", "2022年3月9日"),
        ("2022-03", "2022-03", "2022年3月"),
        ("2022", "2022", "2022年"),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_known(text: str, iso: str, printed: str) -> None:
    """A machine gets an ISO date, a reader a Chinese one without blanks."""
    assert (read(text).iso, read(text).text) == (iso, printed)
