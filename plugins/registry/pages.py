"""All pages of honours, branches and organisations, from the Bulletin alone."""

from collections.abc import Iterator

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page
from plugins.registry.branch_pages import branch_pages
from plugins.registry.honour_pages import honour_pages
from plugins.registry.ledger import ledger_of
from plugins.registry.organisation_pages import organisation_pages
from plugins.registry.year_pages import year_pages


def registry_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield every page and download of this feature."""
    ledger = ledger_of(bulletin)
    yield from honour_pages(ledger)
    yield from year_pages(ledger)
    yield from branch_pages(ledger)
    yield from organisation_pages(ledger)
