"""The calendar of editions: every year with its months, those without an edition too."""

from collections.abc import Iterable, Sequence

from plugins.domain.bulletin import Bulletin
from plugins.domain.editions import items_of, lead_of
from plugins.domain.grouping import grouped
from plugins.domain.texts import Edition
from plugins.domain.views import Link
from plugins.editions.views import EditionEntryView, EditionMonth, EditionYear

MONTHS = range(1, 13)


def calendar_of(oldest_first: Iterable[Edition], bulletin: Bulletin) -> tuple[EditionYear, ...]:
    """Return the years that have editions, newest first."""
    by_year = grouped((edition.date.year, edition) for edition in oldest_first)
    return tuple(_year(year, by_year[year], bulletin) for year in sorted(by_year, reverse=True))


def _year(year: int, editions: Sequence[Edition], bulletin: Bulletin) -> EditionYear:
    by_month = grouped((one.date.month or 0, _entry(one, bulletin)) for one in editions)
    return EditionYear(
        title=f"{year}年",
        months=tuple(EditionMonth(month, by_month.get(month, ())) for month in MONTHS),
        undated=by_month.get(0, ()),
        number=len(editions),
    )


def _entry(edition: Edition, bulletin: Bulletin) -> EditionEntryView:
    items = items_of(edition, bulletin)
    lead = lead_of(edition, bulletin) or items[0]
    name = edition.date.text.removeprefix(f"{edition.date.year}年") or edition.date.text
    return EditionEntryView(Link(name, edition.address), lead.title, len(items))
