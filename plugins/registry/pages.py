"""All pages of honours, branches and organisations, from the Bulletin alone."""

from collections.abc import Iterator
from functools import partial

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page, PageSet
from plugins.registry.branch_pages import branch_pages
from plugins.registry.honour_pages import honour_pages
from plugins.registry.ledger import ledger_of
from plugins.registry.organisation_pages import organisation_pages
from plugins.registry.year_pages import year_pages


def registry_set(bulletin: Bulletin) -> PageSet:
    """Return the pages of this feature: they show the tables, and the rows of items."""
    return PageSet("registry", bulletin.outline, partial(_pages, bulletin))


def _pages(bulletin: Bulletin) -> Iterator[PageSet]:
    """Look closer: not every row of an item that has changed stands on one of these pages."""
    tables = (
        *(bulletin.site, bulletin.organisations, bulletin.branches, bulletin.changes),
        *(bulletin.honours, bulletin.recognitions, bulletin.recipients, bulletin.holdings),
        *(bulletin.figures, bulletin.mechanisms, bulletin.records),
    )
    named = tuple(
        (address, *(item.file for item in items)) for address, items in bulletin.items_about.items()
    )
    rows = bulletin.rows_of(bulletin.items)
    inputs = (bulletin.today.isoformat(), repr(tables), named, rows)
    yield PageSet("pages", inputs, partial(registry_pages, bulletin))


def registry_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield every page and download of this feature."""
    ledger = ledger_of(bulletin)
    yield from honour_pages(ledger)
    yield from year_pages(ledger)
    yield from branch_pages(ledger)
    yield from organisation_pages(ledger)
