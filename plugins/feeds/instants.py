"""When an item came and when it changed last, as instants told by its sources, not by a clock."""

from plugins.domain.dates import ZONE_SUFFIX, BulletinDate
from plugins.domain.news_item import NewsItem

NEVER = "1970-01-01T00:00:00Z"
"""When a feed without entries changed last; Atom wants an instant, and there was none."""


def published_at(item: NewsItem) -> str:
    """Return when an item went online; where that is not known, the date it bears."""
    return instant(item.published or item.date)


def updated_at(item: NewsItem) -> str:
    """Return when an item changed last: when it came, or its latest correction."""
    corrected = [instant(correction.date) for correction in item.corrections]
    return max([published_at(item), *corrected])


def instant(date: BulletinDate) -> str:
    """Return the first moment of a date, as RFC 3339 writes it."""
    return f"{date.first_day.isoformat()}T{date.time or '00:00'}:00{ZONE_SUFFIX}"
