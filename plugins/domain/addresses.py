"""The address of everything: where a page stands in the site, and the file it is written to.

An address is relative to the site's root, without a leading slash, ASCII, and ends in `/`
(the home page's is the empty string). Addresses never change once published.
"""

import posixpath
import re
from functools import cache
from hashlib import sha256

HOME = ""
NEWS = "news/"
COLUMNS = "columns/"
ORGANISATIONS = "organisations/"
BRANCHES = "branches/"
HONOURS = "honours/"
BYLINES = "bylines/"
TOPICS = "topics/"
EDITIONS = "editions/"
FIGURES = "figures/"
MECHANISMS = "mechanisms/"
DATA = "data/"
ARCHIVE = "archive/"
CORRECTIONS = "corrections/"
FEED = "feed.xml"
JSON_FEED = "feed.json"
SLUG_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SLUG_LENGTH = 150
"""The longest slug: with the folders around it, a path of it is one that Windows can hold."""

ENDING_LENGTH = 10
"""So much of it is left for what may stand behind a reading: digits, a number."""

DIGEST_LENGTH = 4
DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:/|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending: no file or folder can be called so."""


def of_item(year: str, name: str) -> str:
    """Return the address of the item in `news/<year>/<name>.md`."""
    return f"{NEWS}{year}/{name}/"


def of_entity(kind: str, slug: str) -> str:
    """Return the address of a column, organisation, branch, honour or topic."""
    return f"{kind}{slug}/"


def of_honour_year(slug: str, year: int) -> str:
    """Return the address of one honour's roll of one year."""
    return f"{HONOURS}{slug}/{year}/"


@cache  # A reading takes 0.05 ms, and a name signs many items.
def of_byline(name: str) -> str:
    """Return the address of a byline: its pinyin and the first hex digits of its digest."""
    digest = sha256(name.encode()).hexdigest()[:DIGEST_LENGTH]
    return f"{BYLINES}{_reading_of(name)}-{digest}/"


def of_archive(year: int, month: int | None = None) -> str:
    """Return the address of a year or a month of the archive."""
    return f"{ARCHIVE}{year}/" + (f"{month:02}/" if month else "")


def of_feed(page: str) -> str:
    """Return the address of the Atom feed that follows the page at an address."""
    return f"{page}{FEED}"


def of_numbered_page(address: str, number: int) -> str:
    """Return the address of the n-th page of a list; the first has no number."""
    return address if number == 1 else f"{address}page/{number}/"


def file_of(address: str) -> str:
    """Return the output file of a page that stands at an address."""
    return f"{address}index.html"


def root_from(path: str) -> str:
    """Return the way from a page (its address or file) to the root of the site: `./`, `../`."""
    return "../" * path.count("/") or "./"


def relative(start: str, target: str) -> str:
    """Return the link from the page at address `start` to `target`, both seen from the root."""
    address, separator, fragment = target.partition("#")
    way = posixpath.relpath(f"/{address}", f"/{start}")
    ending = "/" if (address.endswith("/") or not address) and way != "." else ""
    return f"{'./' if way == '.' else way}{ending}{separator}{fragment}"


def slug_of(text: str) -> str:
    """Propose a slug: the pinyin of the Chinese characters, other words as they are."""
    reading = _reading_of(text)
    return f"x-{reading}" if is_device(reading) else reading


def is_device(name: str) -> bool:
    """Tell a name that no file or folder can have on Windows, or a path with such a name."""
    return DEVICE.search(name) is not None


def _reading_of(text: str) -> str:
    """Return as much of the reading of a text as an address can hold, in whole syllables."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionary takes 0.2 s to load

    words = " ".join(lazy_pinyin(text))
    kept = "".join(character if _is_plain(character) else " " for character in words)
    reading, longest = "-".join(kept.lower().split()), SLUG_LENGTH - ENDING_LENGTH
    if len(reading) <= longest:
        return reading
    return reading[: longest + 1].rpartition("-")[0] or reading[:longest]


def _is_plain(character: str) -> bool:
    return character.isascii() and character.isalnum()
