"""The sitemap: every page that may be indexed, in files of at most 50,000 addresses.

A sitemap holds whole addresses only, so there is none without a domain.
"""

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.page_meta.views import SitemapEntry, SitemapIndexView, SitemapView

SITEMAP = "sitemap.xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
ADDRESSES_A_FILE = 50_000
DAY_LENGTH = len("2022-03-09")


def sitemap_pages(
    bulletin: Bulletin, addresses: Iterable[str], addresses_a_file: int = ADDRESSES_A_FILE
) -> Iterator[Page]:
    """Yield the sitemap of some addresses; none where the domain is not known."""
    if not bulletin.site.domain:
        return
    entries = _entries(bulletin, addresses)
    if len(entries) <= addresses_a_file:
        yield Page(SITEMAP, sitemap_document, SitemapView(tuple(entries)))
        return
    parts = list(_parts(entries, addresses_a_file))
    yield Page(
        SITEMAP, sitemap_index_document, SitemapIndexView(tuple(part.path for part in parts))
    )
    yield from parts


def sitemap_document(view: SitemapView, site: SiteView) -> str:
    """Write one file of a sitemap."""
    root = Element("urlset", {"xmlns": NAMESPACE})
    for entry in view.entries:
        url = SubElement(root, "url")
        SubElement(url, "loc").text = f"{site.origin}/{entry.address}"
        if entry.changed:
            SubElement(url, "lastmod").text = entry.changed
    return _written(root)


def sitemap_index_document(view: SitemapIndexView, site: SiteView) -> str:
    """Write the index of a sitemap of several files."""
    root = Element("sitemapindex", {"xmlns": NAMESPACE})
    for address in view.addresses:
        SubElement(SubElement(root, "sitemap"), "loc").text = f"{site.origin}/{address}"
    return _written(root)


def _entries(bulletin: Bulletin, addresses: Iterable[str]) -> list[SitemapEntry]:
    changed = {item.address: item.last_changed.iso[:DAY_LENGTH] for item in bulletin.items}
    listed = sorted(set(addresses))
    return [SitemapEntry(address, changed.get(address, "")) for address in listed]


def _parts(entries: Sequence[SitemapEntry], addresses_a_file: int) -> Iterator[Page]:
    for number, start in enumerate(range(0, len(entries), addresses_a_file), 1):
        part = SitemapView(tuple(entries[start : start + addresses_a_file]))
        yield Page(f"sitemap-{number}.xml", sitemap_document, part)


def _written(root: Element) -> str:
    indent(root, space=" ")
    return DECLARATION + tostring(root, encoding="unicode") + "\n"
