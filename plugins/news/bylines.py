"""署名 as pages print it: every name a link to the page of all that bears it."""

from collections.abc import Mapping

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.bylines import (
    EDITORS,
    IN_PLACE_OF_A_NAME,
    PHOTOGRAPHERS,
    UNSIGNED,
    WRITERS,
    Byline,
    names_in,
)
from plugins.domain.news_item import NewsItem
from plugins.domain.views import Link
from plugins.news.views import BylineView


def byline_links(bulletin: Bulletin) -> dict[str, Link]:
    """Return the link to every name's page, by the name."""
    return {
        name: Link(name, addresses.of_byline(name))
        for name in bulletin.items_by_byline
        if name not in IN_PLACE_OF_A_NAME
    }


def byline_views(item: NewsItem, links: Mapping[str, Link]) -> tuple[BylineView, ...]:
    """Return the bylines of an item; what is no name has no link."""
    return tuple(_byline_view(byline, links) for byline in item.bylines)


def authors(item: NewsItem) -> tuple[str, ...]:
    """Return the persons who wrote an item; where none is named, those who photographed it."""
    return names_in(item.bylines, WRITERS) or names_in(item.bylines, PHOTOGRAPHERS)


def editors(item: NewsItem) -> tuple[str, ...]:
    """Return the persons who edited an item."""
    return names_in(item.bylines, EDITORS)


def _byline_view(byline: Byline, links: Mapping[str, Link]) -> BylineView:
    names = tuple(name for name in byline.names if name != byline.role)
    if not byline.role:
        names = names or (UNSIGNED,)
    return BylineView(
        role=byline.role,
        names=tuple(links.get(name, Link(name, "")) for name in names),
        unit=byline.unit,
    )
