"""The head of an item's page: its labels, its share picture, and where it stands."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.domain.bulletin import Bulletin
from plugins.domain.feed_links import column_feeds
from plugins.domain.news_item import NewsItem, NewsItemKeys
from plugins.domain.sections import HOME
from plugins.domain.views import (
    ArticleLabel,
    ColumnLabel,
    FeedLink,
    Link,
    PageHead,
    column_label,
)
from plugins.news.bylines import authors, editors
from plugins.news.pictures import first_picture


class _OfColumn(NamedTuple):
    """What the heads of all items of a column share."""

    label: ColumnLabel
    feeds: tuple[FeedLink, ...]


class ArticleHeads:
    """Makes the heads of the items of one bulletin."""

    def __init__(self, bulletin: Bulletin, links: Mapping[str, Link]) -> None:
        """Prepare what is the same on many pages; `links` lead to the columns, by slug."""
        self._links = links
        self._topics = bulletin.topic_by_slug
        self._columns = {
            column.slug: _OfColumn(column_label(column), column_feeds(bulletin.site, column))
            for column in bulletin.columns
        }

    def of(self, item: NewsItem, keys: NewsItemKeys) -> PageHead:
        """Return the head of an item; its description is the 摘要, never cut from a body."""
        column = self._columns[item.column_slug]
        picture = first_picture(item)
        return PageHead(
            title=item.title,
            url=item.address,
            description=item.summary,
            breadcrumbs=(HOME, self._links[item.column_slug], Link(item.title, item.address)),
            column=column.label,
            article=self._label(item, keys),
            image=picture.fallback().path if picture else "",
            feeds=column.feeds,
        )

    def _label(self, item: NewsItem, keys: NewsItemKeys) -> ArticleLabel:
        was_changed = item.corrected and item.last_changed > item.first_published
        return ArticleLabel(
            title=item.title,
            published=item.first_published.stamp,
            source=keys.source.name,
            author="、".join(authors(keys.bylines)),
            keywords=",".join([self._topics[slug].name for slug in item.topic_slugs]),
            editor="、".join(editors(keys.bylines)),
            modified=item.last_changed.stamp if was_changed else "",
        )
