"""A feed as Atom 1.0 (RFC 4287).

Identities are URNs, so that a feed is valid with a domain or without. Where the domain is known,
all links are absolute. Where it is not, they are relative to the feed's own address, which the RFC
allows (4.2.7: `href` is an IRI reference), and the texts' links are relative to `xml:base`.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.domain import addresses, feed_links
from plugins.domain.views import SiteView
from plugins.feeds.absolute_links import with_absolute_links
from plugins.feeds.views import FeedEntry, FeedView
from plugins.feeds.xml_text import xml_text

ATOM = "http://www.w3.org/2005/Atom"
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
LANGUAGE = "zh-Hans"


def atom_document(view: FeedView, site: SiteView) -> str:
    """Write a feed as an Atom document."""
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": LANGUAGE})
    _add(feed, "id", view.identity)
    _add(feed, "title", view.title)
    if view.subtitle:
        _add(feed, "subtitle", view.subtitle)
    _add(feed, "updated", view.updated)
    _add_author(feed, view.author)
    _add_link(feed, "self", feed_links.ATOM, _way(view, site, view.address))
    _add_link(feed, "alternate", "text/html", _way(view, site, view.page))
    feed.extend(_entry(entry, view, site) for entry in view.entries)
    indent(feed, space=" ")
    return DECLARATION + tostring(feed, encoding="unicode") + "\n"


def _entry(entry: FeedEntry, view: FeedView, site: SiteView) -> Element:
    element = Element("entry")
    _add(element, "id", entry.identity)
    _add(element, "title", entry.title)
    _add_link(element, "alternate", "text/html", _way(view, site, entry.address))
    _add(element, "published", entry.published)
    _add(element, "updated", entry.updated)
    for name in entry.authors:
        _add_author(element, name)
    for term in entry.categories:
        SubElement(element, "category", {"term": xml_text(term)})
    if entry.summary:
        _add(element, "summary", entry.summary)
    if entry.body_html:
        _add_content(element, entry, _way(view, site, entry.address), site)
    return element


def _add_content(element: Element, entry: FeedEntry, base: str, site: SiteView) -> None:
    body = with_absolute_links(entry.body_html, base) if site.origin else entry.body_html
    _add(element, "content", body, {"type": "html", "xml:base": base})


def _way(view: FeedView, site: SiteView, address: str) -> str:
    """Return the way to an address: absolute where the domain is known, else from the feed."""
    if site.origin:
        return f"{site.origin}/{address}"
    return addresses.relative(view.page, address)


def _add(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, name, attributes or {}).text = xml_text(text)


def _add_author(parent: Element, name: str) -> None:
    _add(SubElement(parent, "author"), "name", name)


def _add_link(parent: Element, relation: str, media_type: str, href: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media_type, "href": href})
