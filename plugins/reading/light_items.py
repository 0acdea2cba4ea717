"""News items to and from plain tuples, the light part alone: ten thousand are made in no time."""

from collections.abc import Callable
from dataclasses import astuple
from typing import Any

from plugins.domain.attachments import PublishedAttachment
from plugins.domain.dates import BulletinDate
from plugins.domain.news_item import NewsItem, Status, WholeItem
from plugins.domain.pictures import PublishedPicture

Light = tuple[Any, ...]


def light_of(item: NewsItem) -> Light:
    """Return the light part of an item in the order of its fields, as plain data."""
    return (
        *(item.file, item.year, item.name, item.digest, item.outline, item.title),
        *(_dated(item.date), item.column_slug, item.address),
        *(item.short_title, item.kicker, item.summary, item.status.value, item.series),
        *(_dated(day) for day in (item.published, item.event_date, item.corrected)),
        _dated(item.pinned_until),
        *(item.topic_slugs, item.organisation_slugs, item.branch_slugs),
        *(item.bylines, item.mentions),
        tuple(astuple(picture) for picture in item.pictures),
        tuple(astuple(attachment) for attachment in item.attachments),
    )


def with_digests(light: Light, digest: bytes, outline: bytes) -> Light:
    """Return a light part with the digests of its item: of all of it, and of what lists show."""
    return (*light[:DIGEST], digest, outline, *light[DIGEST + 2 :])


def item_of(light: Light, whole: Callable[[], WholeItem]) -> NewsItem:
    """Return the item whose light part this is; `whole` fetches the rest."""
    file, year, name, digest, outline, title, day, column, address = light[:9]
    short_title, kicker, summary, status, series = light[9:14]
    published, event, corrected, pinned = map(_day, light[14:18])
    topics, organisations, branches, bylines, mentions, pictures, attachments = light[18:]
    return NewsItem(
        *(file, year, name, digest, outline, title, BulletinDate(*day), column, address, whole),
        *(short_title, kicker, summary, STATUSES[status], series),
        *(published, event, corrected, pinned),
        *(topics, organisations, branches, bylines, mentions),
        tuple([PublishedPicture(*picture) for picture in pictures]),
        tuple([PublishedAttachment(*attachment) for attachment in attachments]),
    )


def bylines_of(light: Light) -> tuple[str, ...]:
    """Return the names that an item is signed with."""
    bylines: tuple[str, ...] = light[BYLINES]
    return bylines


DIGEST = 3
BYLINES = -4
STATUSES = {status.value: status for status in Status}


def _day(parts: Light) -> BulletinDate | None:
    return BulletinDate(*parts) if parts else None


def _dated(day: BulletinDate | None) -> Light:
    return (day.year, day.month, day.day, day.time) if day else ()
