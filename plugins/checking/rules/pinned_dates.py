"""An item that stays on top until a day before its own date is never on top."""

from collections.abc import Iterator

from plugins.checking.key_places import place_of_key
from plugins.domain.bulletin import Bulletin
from plugins.problems import Problem, warning


def pinned_dates(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of 置顶至 earlier than the date of the item."""
    for item in bulletin.items:
        until = item.pinned_until
        if until and until.last_day < item.date.first_day:
            yield warning(
                place_of_key(bulletin.content, item.file, "置顶至"),
                "pinned-before-date",
                f"置顶至 {until.stamp} 早于稿件日期 {item.date.stamp}，这篇不会置顶。",
                "核对两个日期；不再置顶的，删去“置顶至”一行。",
            )
