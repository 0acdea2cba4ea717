"""A column is to have a new item within so many days, as its editors have set themselves."""

from collections.abc import Iterator

from plugins.checking.key_places import place_of_cell
from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import BulletinDate
from plugins.domain.tables import Column
from plugins.domain.views import hidden_mark
from plugins.problems import Problem, warning

HEADING = "更新期限"


def column_updates(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of columns whose newest public item is older than their 更新期限, or that have none."""
    for column in bulletin.columns:
        if column.update_within and (fault := _fault(bulletin, column, column.update_within)):
            place = place_of_cell(bulletin.content, "columns", column.name, HEADING)
            yield warning(place, "column-not-updated", *fault)


def _fault(bulletin: Bulletin, column: Column, within: int) -> tuple[str, str] | None:
    """Return what is wrong with a column and the remedy; None where it is as it should be."""
    told = f"栏目“{column.name}”的{HEADING}是 {within} 天，"
    newest = _newest_date(bulletin, column)
    if newest is None:
        message = f"{told}现在却没有公开的稿件，读者点进去是空的。"
        return message, "发一篇稿件，或先从栏目表里去掉这一行。"
    days = (bulletin.today - newest.last_day).days
    if days <= within:
        return None
    message = f"{told}最新一篇的日期是 {newest.stamp}，到今天已有 {days} 天。"
    return message, f"发一篇新稿；不按期更新的栏目，把“{HEADING}”改长，或空着。"


def _newest_date(bulletin: Bulletin, column: Column) -> BulletinDate | None:
    """Return the date that covers the latest day; what only a preview shows is left out."""
    items = bulletin.items_by_column.get(column.slug, ())
    dates = (item.date for item in items if not hidden_mark(item, bulletin.today))
    return max(dates, key=lambda date: date.last_day, default=None)
