"""The text of an item as paper bears it: no links, no ids, headings below its headline.

In: the HTML of a body, which stands on the item's page. Out: HTML for a page of many items.
"""

import posixpath
import re
from itertools import pairwise

from bs4 import BeautifulSoup, Tag

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
ONE_LOWER = dict(pairwise(HEADINGS))
BREAK = "\u200b"
AT_A_QUOTATION = re.compile("(?<=[\u4e00-\u9fff”’])(?=[“‘])|(?<=[”’])(?=[\u4e00-\u9fff])")
"""Where a line of Chinese may end; WeasyPrint keeps quotations with what is around them."""

ON_SCREEN_ONLY = ".footnote-backref, source"


def printed_html(html: str, address: str) -> str:
    """Return a text for print; `address` is that of the page that it was made for."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(ON_SCREEN_ONLY):
        element.decompose()
    for element in soup.find_all("a"):
        element.unwrap()
    for element in soup.find_all(id=True):
        del element["id"]
    for heading in soup.find_all(HEADINGS[:-1]):
        heading.name = ONE_LOWER[heading.name]  # the headline of a story is an h2
    for picture in soup.find_all("img"):
        _in_site(picture, address)
    for text in soup.find_all(string=AT_A_QUOTATION):
        text.replace_with(AT_A_QUOTATION.sub(BREAK, text))
    return str(soup)


def _in_site(picture: Tag, address: str) -> None:
    """Name a picture by its address in the site, and only the file that any browser takes."""
    picture["src"] = posixpath.normpath(posixpath.join(address, str(picture["src"])))
    for attribute in ("srcset", "sizes", "loading"):
        del picture[attribute]
