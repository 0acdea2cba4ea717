"""A feed as Atom 1.0 (RFC 4287), with absolute links throughout.

Identities are URNs: they stay the same when a bulletin moves to another domain.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plugins.domain import feed_links
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
    _add_link(feed, "self", feed_links.ATOM, f"{site.origin}/{view.address}")
    _add_link(feed, "alternate", "text/html", f"{site.origin}/{view.page}")
    feed.extend(_entry(entry, site) for entry in view.entries)
    indent(feed, space=" ")
    return DECLARATION + tostring(feed, encoding="unicode") + "\n"


def _entry(entry: FeedEntry, site: SiteView) -> Element:
    address = f"{site.origin}/{entry.address}"
    element = Element("entry")
    _add(element, "id", entry.identity)
    _add(element, "title", entry.title)
    _add_link(element, "alternate", "text/html", address)
    _add(element, "published", entry.published)
    _add(element, "updated", entry.updated)
    for name in entry.authors:
        _add_author(element, name)
    for term in entry.categories:
        SubElement(element, "category", {"term": xml_text(term)})
    if entry.summary:
        _add(element, "summary", entry.summary)
    if entry.body_html:
        content = with_absolute_links(entry.body_html, address)
        _add(element, "content", content, {"type": "html", "xml:base": address})
    return element


def _add(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, name, attributes or {}).text = xml_text(text)


def _add_author(parent: Element, name: str) -> None:
    _add(SubElement(parent, "author"), "name", name)


def _add_link(parent: Element, relation: str, media_type: str, href: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media_type, "href": href})
