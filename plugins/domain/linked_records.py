"""Mechanisms and records as links, on the pages of the items and units that they refer to."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.domain.grouping import grouped
from plugins.domain.mechanisms import Mechanism
from plugins.domain.records import Openness, Record
from plugins.domain.views import Link


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links of one kind; `title` is what readers call it."""

    title: str
    links: tuple[Link, ...]


def links_to(entities: Iterable[Mechanism | Record]) -> tuple[Link, ...]:
    """Return the links to some mechanisms or records."""
    return tuple(Link(one.name, one.address) for one in entities)


def record_groups(records: Iterable[Record]) -> tuple[LinkGroup, ...]:
    """Return the links to records kind by kind; only public ones have a page."""
    links = grouped(
        (one.title, Link(one.name, one.address))
        for one in records
        if one.openness is Openness.PUBLIC
    )
    return tuple(LinkGroup(title, members) for title, members in links.items())
