"""署名 as pages print it: every name a link to the page of all that bears it."""

from collections.abc import Iterable, Mapping, Sequence

from plugins.domain.bulletin import Bulletin
from plugins.domain.bylines import (
    EDITORS,
    PHOTOGRAPHERS,
    UNSIGNED,
    WRITERS,
    Byline,
    names_in,
)
from plugins.domain.views import Link
from plugins.news.views import BylineView


def byline_links(bulletin: Bulletin) -> dict[str, Link]:
    """Return the link to every name's page, by the name."""
    return {name: Link(name, address) for name, address in bulletin.byline_addresses.items()}


def byline_views(bylines: Iterable[Byline], links: Mapping[str, Link]) -> tuple[BylineView, ...]:
    """Return bylines as pages print them; what is no name has no link."""
    return tuple(_byline_view(byline, links) for byline in bylines)


def authors(bylines: Sequence[Byline]) -> tuple[str, ...]:
    """Return the persons who wrote an item; where none is named, those who photographed it."""
    return names_in(bylines, WRITERS) or names_in(bylines, PHOTOGRAPHERS)


def editors(bylines: Sequence[Byline]) -> tuple[str, ...]:
    """Return the persons who edited an item."""
    return names_in(bylines, EDITORS)


def _byline_view(byline: Byline, links: Mapping[str, Link]) -> BylineView:
    names = tuple(name for name in byline.names if name != byline.role)
    if not byline.role:
        names = names or (UNSIGNED,)
    return BylineView(
        role=byline.role,
        names=tuple(links.get(name, Link(name, "")) for name in names),
        unit=byline.unit,
    )
