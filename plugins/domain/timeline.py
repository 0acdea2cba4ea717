"""A timeline: what happened, under its years and months, in the order in which it comes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import ClassVar

from plugins.domain.packing import AT_HAND
from plugins.domain.views import DateView, Link, NewsRow

YEAR, MONTH, DAY = slice(4), slice(5, 7), slice(8, 10)
"""Where they stand in an ISO date; a date may end before."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened; `iso` is its date, `day` is empty where only the month is known.

    `link` may lead nowhere. `label` is an item's column, or what else it is. `note` is a sentence
    or empty; `mark` says why only the preview shows it. An item stands in the timelines of all its
    topics, so its entry is packed as `packing` says.
    """

    OFTEN_THE_SAME: ClassVar[bool] = True

    iso: str
    day: str
    link: Link
    label: str
    note: str = ""
    mark: str = ""

    def __hash__(self) -> int:
        """Hash by what tells most entries apart: every timeline asks for it."""
        return hash((self.iso, self.link.title))


@dataclass(frozen=True, slots=True)
class TimelineMonth:
    """The entries of a month; `month` is empty for those of which only the year is known."""

    month: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """The months of a year that have entries."""

    year: str
    months: tuple[TimelineMonth, ...]


def timeline(entries: Iterable[TimelineEntry]) -> tuple[TimelineYear, ...]:
    """Put entries that are in order under their years and months."""
    years = groupby(entries, key=lambda entry: entry.iso[YEAR])
    return tuple(TimelineYear(year, _months(inside)) for year, inside in years)


def entry_on(date: DateView, link: Link, label: str, note: str = "") -> TimelineEntry:
    """Return what happened on a date as an entry."""
    return TimelineEntry(date.iso, _number(date.iso[DAY]), link, label, note)


@lru_cache(AT_HAND)
def entry_of_row(row: NewsRow) -> TimelineEntry:
    """Return an item as an entry: there is one, shared by every timeline that it stands in."""
    day = _number(row.date.iso[DAY])
    link = Link(row.title, row.url)
    return TimelineEntry(row.date.iso, day, link, row.column.title, row.summary, row.mark)


def _months(entries: Iterable[TimelineEntry]) -> tuple[TimelineMonth, ...]:
    months = groupby(entries, key=lambda entry: _number(entry.iso[MONTH]))
    return tuple(TimelineMonth(month, tuple(inside)) for month, inside in months)


def _number(digits: str) -> str:
    """Write a month or a day as people do: `03` is 3."""
    return digits.lstrip("0")
