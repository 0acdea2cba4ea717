"""The organisations and branches that an item lists or names in its text."""

from collections.abc import Iterable

from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import NewsItem
from plugins.domain.tables import Branch, Organisation
from plugins.domain.views import Link


class Entities:
    """Links to the organisations and branches of a bulletin."""

    def __init__(self, bulletin: Bulletin) -> None:
        """Make the links of a bulletin's tables, each once."""
        self._organisations = _links(bulletin.organisations)
        self._branches = _links(bulletin.branches)
        self._organisation_by_slug = bulletin.organisation_by_slug
        self._branch_by_slug = bulletin.branch_by_slug

    def titles_of(self, item: NewsItem) -> tuple[str, ...]:
        """Return the names of all that the pages of an item link to: what a change may touch."""
        titles = [self._organisation_by_slug[slug].name for slug in item.organisation_slugs]
        titles += [self._branch_by_slug[slug].name for slug in item.branch_slugs]
        mentioned = (
            self._organisations.get(one) or self._branches.get(one) for one in item.mentions
        )
        return (*titles, *(link.title for link in mentioned if link))

    def organisations_of(self, item: NewsItem) -> tuple[Link, ...]:
        """Return the organisations that an item lists, then others that its text names."""
        listed = [self._organisation_by_slug[slug].address for slug in item.organisation_slugs]
        return _known(self._organisations, [*listed, *item.mentions])

    def branches_of(self, item: NewsItem) -> tuple[Link, ...]:
        """Return the branches that an item lists, then others that its text names."""
        listed = [self._branch_by_slug[slug].address for slug in item.branch_slugs]
        return _known(self._branches, [*listed, *item.mentions])


def _links(entities: Iterable[Organisation | Branch]) -> dict[str, Link]:
    return {entity.address: Link(entity.name, entity.address) for entity in entities}


def _known(links: dict[str, Link], found: Iterable[str]) -> tuple[Link, ...]:
    """Return the links to addresses of one kind; a text names entities of all kinds."""
    return tuple(links[address] for address in dict.fromkeys(found) if address in links)
