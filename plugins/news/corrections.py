"""更正: those of one item on its page, and those of all items on a page of their own."""

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.news_item import Correction
from plugins.domain.page import Page
from plugins.domain.sections import CORRECTIONS
from plugins.domain.views import Link, date_view
from plugins.news.page_views import CorrectionsView
from plugins.news.views import CorrectionView


def corrections_page(bulletin: Bulletin) -> Page:
    """Return the page of all corrections of public items, newest first."""
    found = [
        (correction, Link(item.headline, item.address))
        for item in bulletin.items
        if item.corrected
        for correction in reversed(item.whole().keys.corrections)
    ]
    found.sort(key=lambda pair: pair[0].date, reverse=True)
    view = CorrectionsView(
        head=page_head(CORRECTIONS),
        corrections=tuple(correction_view(correction, link) for correction, link in found),
    )
    return Page(addresses.file_of(CORRECTIONS.url), "news/corrections.html", view)


def correction_view(correction: Correction, item: Link | None = None) -> CorrectionView:
    """Return a correction as pages print it, with a link to its item where a list spans items."""
    return CorrectionView(
        date=date_view(correction.date),
        original=correction.original,
        corrected=correction.corrected,
        grounds=correction.grounds,
        item=item,
    )
