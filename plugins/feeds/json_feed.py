"""A feed as JSON Feed 1.1, which knows no relative links: it is written only with a domain."""

import json
from typing import Any

from plugins.domain import addresses
from plugins.domain.views import SiteView
from plugins.feeds.absolute_links import with_absolute_links
from plugins.feeds.views import FeedEntry, FeedView

VERSION = "https://jsonfeed.org/version/1.1"
LANGUAGE = "zh-Hans"


def json_document(view: FeedView, site: SiteView) -> str:
    """Write a feed as a JSON Feed document; what it does not have is left out."""
    feed = {
        "version": VERSION,
        "title": view.title,
        "home_page_url": f"{site.origin}/{view.page}",
        "feed_url": f"{site.origin}/{addresses.JSON_FEED}",
        "description": view.subtitle,
        "language": LANGUAGE,
        "authors": [{"name": view.author}],
        "items": [_item(entry, site) for entry in view.entries],
    }
    return json.dumps(_stated(feed), ensure_ascii=False, indent=1) + "\n"


def _item(entry: FeedEntry, site: SiteView) -> dict[str, Any]:
    url = f"{site.origin}/{entry.address}"
    item = {
        "id": entry.identity,
        "url": url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": with_absolute_links(entry.body_html, url),
        "image": f"{site.origin}/{entry.image}" if entry.image else "",
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.categories),
    }
    return {**_stated(item), "content_html": item["content_html"]}


def _stated(members: dict[str, Any]) -> dict[str, Any]:
    """Leave out empty members; a feed without items still has its list of them."""
    return {name: value for name, value in members.items() if value or name == "items"}
