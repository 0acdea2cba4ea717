"""The head of an item's page: its labels, its share picture, and where it stands."""

from dataclasses import replace

from plugins.domain.bulletin import Bulletin
from plugins.domain.feed_links import column_feeds
from plugins.domain.heads import page_head
from plugins.domain.news_item import NewsItem, NewsItemKeys
from plugins.domain.views import ArticleLabel, Link, PageHead, column_label
from plugins.news.bylines import authors, editors
from plugins.news.pictures import first_picture


def article_head(item: NewsItem, keys: NewsItemKeys, bulletin: Bulletin) -> PageHead:
    """Return the head of an item's page; its description is the 摘要, never cut from a body."""
    column = bulletin.column_by_slug[item.column_slug]
    picture = first_picture(item)
    return replace(
        page_head(
            Link(column.name, column.address),
            Link(item.title, item.address),
            description=item.summary,
        ),
        column=column_label(column),
        article=_article_label(item, keys, bulletin),
        image=picture.fallback().path if picture else "",
        feeds=column_feeds(bulletin.site, column),
    )


def _article_label(item: NewsItem, keys: NewsItemKeys, bulletin: Bulletin) -> ArticleLabel:
    topics = bulletin.topic_by_slug
    return ArticleLabel(
        title=item.title,
        published=item.first_published.stamp,
        source=keys.source.name,
        author="、".join(authors(keys.bylines)),
        keywords=",".join(topics[slug].name for slug in item.topic_slugs),
        editor="、".join(editors(keys.bylines)),
        modified=item.last_changed.stamp if item.last_changed > item.first_published else "",
    )
