"""Dates as a bulletin bears them: to the minute, the day, the month or only the year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import total_ordering
from zoneinfo import ZoneInfo

TIMEZONE = "Asia/Shanghai"
"""Where the bulletin is made: its days begin and end there, wherever a computer stands."""

ZONE_SUFFIX = "+08:00"
FULL_WIDTH = str.maketrans("０１２３４５６７８９：／－　", "0123456789:/- ")
CANONICAL = re.compile(r"\d{4}(-\d{2}(-\d{2}( \d{2}:\d{2})?)?)?", re.ASCII)
FORMS = (
    re.compile(
        r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2})"
        r"(?: (?P<hour>\d{1,2}):(?P<minute>\d{2}))?)?",
        re.ASCII,
    ),
    re.compile(
        r"(?P<year>\d{4})/(?P<month>\d{1,2})(?:/(?P<day>\d{1,2})"
        r"(?: (?P<hour>\d{1,2}):(?P<minute>\d{2}))?)?",
        re.ASCII,
    ),
    re.compile(
        r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日"
        r"(?: ?(?P<hour>\d{1,2}):(?P<minute>\d{2}))?)?)?",
        re.ASCII,
    ),
    re.compile(r"(?P<year>\d{4})(?P<month>)(?P<day>)(?P<hour>)(?P<minute>)", re.ASCII),
)
FIRST_YEAR, LAST_YEAR = 1800, 2999
"""What is dated earlier or later is mistyped: `0026` for 2026."""

WRITTEN_FORMS = "2022-03-09、2022-03-09 08:30、2022/3/9、2022年3月9日，或只写 2022-03、2022"


class DateFault(StrEnum):
    """Why a text is no date: its form, a year far away, no such day, no such time of day."""

    FORM = "form"
    YEAR = "year"
    CALENDAR = "calendar"
    TIME = "time"


@total_ordering
@dataclass(frozen=True, slots=True, eq=True)
class BulletinDate:
    """A date of the precision its source gives; months and years count as their first day.

    Ordered so that, newest first, a month stands after its dated days.
    """

    year: int
    month: int | None = None
    day: int | None = None
    time: str = ""

    @property
    def first_day(self) -> date:
        """The first day that the date covers."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the date covers."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """The date as a `datetime` attribute takes it, with the zone where a time is given."""
        if self.time:
            return f"{self.first_day.isoformat()}T{self.time}{ZONE_SUFFIX}"
        return self.first_day.isoformat()[: 10 if self.day else 7 if self.month else 4]

    @property
    def text(self) -> str:
        """The date in Chinese as the press prints it, without blanks around digits."""
        month = f"{self.month}月" if self.month else ""
        day = f"{self.day}日" if self.day else ""
        return f"{self.year}年{month}{day}"

    @property
    def stamp(self) -> str:
        """The date as an official publish label prints it: `YYYY-MM-DD HH:MM` as far as given."""
        return f"{self.iso[:10]} {self.time}".strip()

    def __lt__(self, other: "BulletinDate") -> bool:
        """Order by first day, then by precision, then by time."""
        return self.rank < other.rank

    @property
    def rank(self) -> tuple[int, int, int, int, str]:
        """What dates are ordered by; cheaper than they are where many are sorted."""
        precision = 2 if self.day else 1 if self.month else 0
        return (self.year, self.month or 1, self.day or 1, precision, self.time)


@dataclass(frozen=True, slots=True)
class DateReading:
    """What became of a text read as a date: a date, or the fault that it is none.

    `usual` is False for a form that is read but told.
    """

    date: BulletinDate | None
    usual: bool
    fault: DateFault | None = None


def now_here() -> datetime:
    """Return the time where the bulletin is made."""
    return datetime.now(ZoneInfo(TIMEZONE))


def today_here() -> date:
    """Return the day it is where the bulletin is made."""
    return now_here().date()


def read_date(text: str) -> DateReading:
    """Read a date in one of the written forms; day-first and month-first orders are no dates."""
    plain = text.translate(FULL_WIDTH).strip()
    match = next((found for form in FORMS if (found := form.fullmatch(plain))), None)
    if match is None:
        return DateReading(None, usual=False, fault=DateFault.FORM)
    year, month, day, hour, minute = (
        int(part) if part else None
        for part in match.group("year", "month", "day", "hour", "minute")
    )
    if fault := _fault_of(year or 0, month, day, hour or 0, minute or 0):
        return DateReading(None, usual=False, fault=fault)
    time = f"{hour:02}:{minute:02}" if hour is not None else ""
    return DateReading(
        BulletinDate(year or 0, month, day, time), usual=bool(CANONICAL.fullmatch(text))
    )


def _fault_of(
    year: int, month: int | None, day: int | None, hour: int, minute: int
) -> DateFault | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return DateFault.YEAR
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return DateFault.CALENDAR
    is_time = hour < 24 and minute < 60  # noqa: PLR2004 - hours and minutes of a day
    return None if is_time else DateFault.TIME
