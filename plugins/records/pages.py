"""All pages of mechanisms and records, from the Bulletin alone."""

from collections.abc import Iterator
from functools import partial

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page, PageSet
from plugins.records.catalogue import Catalogue
from plugins.records.mechanism_pages import items_of, mechanism_pages
from plugins.records.record_pages import record_pages


def records_set(bulletin: Bulletin) -> PageSet:
    """Return the pages of this feature: they show the tables, and the rows of items."""
    return PageSet("records", bulletin.outline, partial(_pages, bulletin))


def _pages(bulletin: Bulletin) -> Iterator[PageSet]:
    """Look closer: most items are named by no mechanism and by no record."""
    tables = (
        *(bulletin.organisations, bulletin.mechanisms, bulletin.records),
        *(bulletin.figures, bulletin.recognitions),
    )
    listed = tuple(bulletin.rows_of(items_of(bulletin, one)) for one in bulletin.mechanisms)
    sources = [
        *(record.source_item for record in bulletin.records),
        *(figure.source_item for figure in bulletin.figures),
        *(recognition.source_item for recognition in bulletin.recognitions),
    ]
    known = (bulletin.item_by_identity.get(identity) for identity in dict.fromkeys(sources))
    cited = tuple((one.file, one.headline, one.address, one.date.text) for one in known if one)
    order = tuple(sorted((row[0] for row in cited), key=bulletin.place_of_item.__getitem__))
    inputs = (repr(tables), listed, cited, order)
    yield PageSet("pages", inputs, partial(record_and_mechanism_pages, bulletin))


def record_and_mechanism_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield every page and download of this feature; a bulletin without either table has none."""
    if not (bulletin.mechanisms or bulletin.records):
        return
    catalogue = Catalogue(bulletin)
    yield from mechanism_pages(catalogue)
    yield from record_pages(catalogue)
