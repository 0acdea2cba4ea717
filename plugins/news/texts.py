"""The texts about the bulletin (关于本刊 …), and the page of an address that leads nowhere."""

from collections.abc import Iterator

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.page import Page
from plugins.domain.views import Link, PageHead
from plugins.news.page_views import NotFoundView, TextPageView

NOT_FOUND = "404.html"


def text_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield the page of every text in pages/."""
    for text in bulletin.text_pages:
        here = Link(text.title, text.address)
        head = page_head(here, description=text.summary)
        view = TextPageView(head=head, title=text.title, body_html=text.body.html)
        yield Page(addresses.file_of(text.address), "news/text_page.html", view)


def not_found_page() -> Page:
    """Return the page that hosts serve at any unknown address: it refers to no other file."""
    head = PageHead(title="没有这个页面", url=NOT_FOUND, indexed=False)
    return Page(NOT_FOUND, "news/not_found.html", NotFoundView(head))
