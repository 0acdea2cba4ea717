"""The texts about the bulletin (关于本刊 …)."""

from collections.abc import Iterator

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.page import Page
from plugins.domain.views import Link
from plugins.news.page_views import TextPageView


def text_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield the page of every text in pages/."""
    for text in bulletin.text_pages:
        here = Link(text.title, text.address)
        head = page_head(here, description=text.summary)
        view = TextPageView(head=head, title=text.title, body_html=text.body.html)
        yield Page(addresses.file_of(text.address), "news/text_page.html", view)
