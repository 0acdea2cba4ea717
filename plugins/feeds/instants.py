"""Dates as instants: Atom and JSON Feed want a moment where a source tells only a day or a year."""

from plugins.domain.dates import ZONE_SUFFIX, BulletinDate

NEVER = "1970-01-01T00:00:00Z"
"""When a feed without entries changed last; Atom wants an instant, and there was none."""


def instant(date: BulletinDate) -> str:
    """Return the first moment of a date, as RFC 3339 writes it."""
    return f"{date.first_day.isoformat()}T{date.time or '00:00'}:00{ZONE_SUFFIX}"
