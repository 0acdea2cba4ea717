"""What a feed is made of: plain data that says nothing of the format."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An item in a feed. `published` and `updated` are RFC 3339 instants; `image` is an address.

    `body_html` is the whole text, with links relative to `address`; `summary` may be empty.
    """

    identity: str
    address: str
    title: str
    summary: str
    body_html: str
    published: str
    updated: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    image: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed: its address, that of the page it follows, and its entries, newest first."""

    identity: str
    address: str
    page: str
    title: str
    subtitle: str
    author: str
    updated: str
    entries: tuple[FeedEntry, ...]
