"""What our pages have around their main part, for the themes of the other builders.

With the same header, navigation and footer a page is as large whoever makes it, however our theme
changes. Links are made absolute, as the others' links are.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

RELATIVE = re.compile(r'(href|src)="(?:\.\.?/)+')
ASSET = re.compile(r'<(?:link|script)[^>]*"/assets/[^>]*>(?:</script>)?')
PLACES = ("/", "/columns/", "/topics/", "/bylines/", "/archive/")


@dataclass(frozen=True, slots=True)
class Frame:
    """The links to styles and scripts of a page, and what stands before and after its <main>."""

    links: str
    top: str
    bottom: str


def frames_of(output: Path, columns: Iterable[str]) -> dict[str, dict[str, str]]:
    """Read the frames of a built site of ours by address; the navigation differs between them."""
    addresses = (*PLACES, *(address_of_column(slug) for slug in columns))
    pages = {address: output / address.strip("/") / "index.html" for address in addresses}
    return {
        address: asdict(frame_of(page.read_text(encoding="utf-8")))
        for address, page in pages.items()
    }


def address_of_column(slug: str) -> str:
    """Return where every builder puts a column."""
    return f"/columns/{slug}/"


def frame_of(html: str) -> Frame:
    """Cut the frame out of a page."""
    page = RELATIVE.sub(r'\1="/', html)
    return Frame(
        links="\n".join(ASSET.findall(page)),
        top=page[page.index("<body") : page.index("<main")],
        bottom=page[page.index("</main>") :],
    )
