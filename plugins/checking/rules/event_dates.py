"""An item cannot report on what happens only after the date that it bears."""

from collections.abc import Iterator

from plugins.checking.key_places import place_of_key
from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import Genre, NewsItem
from plugins.problems import Problem, warning

ANNOUNCING = {Genre.NOTICE, Genre.PUBLIC_NOTICE}


def event_dates(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of an event dated later than its item, unless the item announces it."""
    for item in bulletin.items:
        event = item.event_date
        if event and event.first_day > item.date.last_day and not _announces(item):
            yield warning(
                place_of_key(bulletin.content, item.file, "活动日期"),
                "event-after-date",
                f"活动日期 {event.stamp} 晚于稿件日期 {item.date.stamp}。",
                "核对两个日期；是预告的，体裁写 通知 或 公示。",
            )


def _announces(item: NewsItem) -> bool:
    return item.whole().keys.genre in ANNOUNCING
