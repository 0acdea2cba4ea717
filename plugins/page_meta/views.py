"""What a sitemap is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page: its address, and when it changed last (`2022-03-09`), empty if unknown."""

    address: str
    changed: str = ""


@dataclass(frozen=True, slots=True)
class SitemapView:
    """One file of the sitemap, sorted by address."""

    entries: tuple[SitemapEntry, ...]


@dataclass(frozen=True, slots=True)
class SitemapIndexView:
    """The index of a sitemap of several files, by their addresses."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RobotsView:
    """What robots.txt names; `sitemap` is an address, empty where there is no sitemap."""

    sitemap: str
