"""The index in parts: whole years of items, so that an edit leaves the parts of other years alone.

Where a part ends follows from the numbers of items alone; an index never has more than some five.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from plugins.domain.bulletin import Bulletin
from plugins.search.documents import Document, item_documents, other_documents

LEAST_ITEMS = 2048
PARTS = 4
OTHERS = "names"
ROSTER_BYTES = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """Some documents, numbered in their order; `name` is that of its folder."""

    name: str
    documents: tuple[Document, ...]

    @property
    def roster(self) -> bytes:
        """Some bytes of the digest of who has which number."""
        addresses = "\n".join(document.address for document in self.documents)
        return sha256(addresses.encode()).digest()[:ROSTER_BYTES]

    @property
    def digest(self) -> bytes:
        """The digest of all that its files are made of."""
        digests = b"\n".join(document.digest for document in self.documents)
        return sha256(self.roster + digests).digest()

    def runs(self, attribute: str) -> dict[str, int]:
        """Return the first number of every value of an attribute by which they are ordered."""
        first: dict[str, int] = {}
        for number, document in enumerate(self.documents):
            first.setdefault(getattr(document, attribute), number)
        return first


def segments_of(bulletin: Bulletin) -> Iterator[Segment]:
    """Yield the segments of items, the oldest first, and that of all other documents."""
    yield from _by_years(tuple(item_documents(bulletin)))
    others = {document.address: document for document in other_documents(bulletin)}
    if others:
        yield Segment(OTHERS, tuple(others.values()))


def _by_years(documents: Sequence[Document]) -> Iterator[Segment]:
    enough = max(LEAST_ITEMS, (1 << len(documents).bit_length()) // PARTS)
    gathered: list[Document] = []
    for _, of_year in groupby(documents, key=lambda document: document.year):
        gathered += of_year
        if len(gathered) >= enough:
            yield _segment(gathered)
            gathered = []
    if gathered:
        yield _segment(gathered)


def _segment(documents: Iterable[Document]) -> Segment:
    some = tuple(documents)
    return Segment(some[0].year, some)
