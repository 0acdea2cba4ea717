"""发布时间 tells when an item was published here; only 日期 and 状态 make one wait."""

from collections.abc import Iterator

from plugins.checking.key_places import place_of_key
from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import Status
from plugins.problems import Problem, warning


def published_ahead(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of a public item whose 发布时间 is a day to come; a later hour of today is none.

    One that waits, as a preview shows it, does what is asked for here.
    """
    for item in bulletin.items:
        waits = item.status is Status.DRAFT or item.date.first_day > bulletin.today
        if not waits and item.published and item.published.first_day > bulletin.today:
            yield warning(
                place_of_key(bulletin.content, item.file, "发布时间"),
                "published-ahead",
                f"发布时间 {item.published.stamp} 还没有到，这篇却已经公开："
                "发布时间只记在本站发布的时间，不会让稿件等到那时。",
                "要等到那一天，把 日期 写成那一天，或先把 状态 写成 草稿；不必等的，改正发布时间。",
            )
