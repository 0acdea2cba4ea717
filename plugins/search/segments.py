"""The index in parts: what is old, and the newest items, which are the ones that get edited.

A query asks every part, so there are no more than these two, and one of all that is no item. Where
the newest begin follows from the number of items alone and moves only with every thousandth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from plugins.domain.bulletin import Bulletin
from plugins.search.documents import Document, item_documents, other_documents

ITEMS_A_STEP = 1024
ARCHIVE = "archive"
RECENT = "recent"
OTHERS = "names"
ROSTER_BYTES = 4


@dataclass(frozen=True)
class Segment:
    """Some documents, numbered in their order; `name` is that of its folder."""

    name: str
    documents: tuple[Document, ...]

    @cached_property
    def roster(self) -> bytes:
        """Some bytes of the digest of who has which number."""
        addresses = "\n".join(document.address for document in self.documents)
        return sha256(addresses.encode()).digest()[:ROSTER_BYTES]

    @cached_property
    def digest(self) -> bytes:
        """The digest of all that its files are made of."""
        digests = b"\n".join(document.digest for document in self.documents)
        return sha256(self.roster + digests).digest()


def segments_of(bulletin: Bulletin) -> Iterator[Segment]:
    """Yield the segments of items, the oldest first, and that of all other documents."""
    items = tuple(item_documents(bulletin))
    archived = len(items) // ITEMS_A_STEP * ITEMS_A_STEP
    others = {document.address: document for document in other_documents(bulletin)}
    yield from _filled(ARCHIVE, items[:archived])
    yield from _filled(RECENT, items[archived:])
    yield from _filled(OTHERS, tuple(others.values()))


def _filled(name: str, documents: Sequence[Document]) -> Iterator[Segment]:
    if documents:
        yield Segment(name, tuple(documents))
