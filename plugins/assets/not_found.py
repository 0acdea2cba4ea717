"""The page that hosts serve at any unknown address: it brings its own styles."""

from dataclasses import dataclass

from plugins.domain.page import Page
from plugins.domain.views import PageHead

NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The 404 page: `styles` is the text of the whole stylesheet.

    Hosts serve it at any address, from which nothing beside it is found: its links begin at `/`.
    """

    head: PageHead
    styles: str


def not_found_page(styles: str) -> Page:
    """Return the page, which refers to no other file, with the text of the site's stylesheet."""
    head = PageHead(title="没有这个页面", url=NOT_FOUND, indexed=False)
    return Page(NOT_FOUND, "assets/not_found.html", NotFoundView(head, styles))
