"""The texts of a segment as numbers, part by part: read once for all that is made of them.

In: some documents. Out: the characters of their normalised texts, and what else is found out part
by part. All of it is kept from one build to the next, under the digests of the documents, so that
an edit has the texts of one part read and no others.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.domain.keeping import Keeper
from plugins.search.code_points import CodePoints, newly_met, normal_code_points
from plugins.search.documents import Document, Text
from plugins.search.segments import Segment
from plugins.search.text import JOINT, OTHER, is_word

CODE_POINTS = 0x110000
LATIN = 1 << 7
TWO_LATIN = CODE_POINTS
"""Above all code points stand two Latin ones: the first times LATIN, plus the second."""

TEXTS_A_PART = 256
"""Few, since an edit has all texts of its part read anew; each part costs a little as well."""

TEXTS_A_TIME = 200
"""Few enough that little lies in memory, many enough that they take no longer than all at once."""


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of some normalised texts, one text after the other, with a rest between them.

    `alphabet` are the code points of the letters and digits that come, in no order; where two Latin
    ones begin, both are one. `numbers` are the characters, by their places in it, from 1; 0 is all
    that is not looked for.
    `lengths` has a row for every text: how many belong to its titles, and how many to the rest.
    """

    alphabet: CodePoints
    numbers: NDArray[np.uint16]
    lengths: NDArray[np.uint32]


@dataclass(frozen=True)
class Part:
    """Some documents of a segment that are looked at together; `name` is that of no other part."""

    name: str
    documents: tuple[Document, ...]
    keeper: Keeper

    @cached_property
    def digest(self) -> bytes:
        """The digest of all that is read of it."""
        return sha256(b"\n".join([document.digest for document in self.documents])).digest()

    def kept(self, what: str, find: Callable[[], Any]) -> Any:
        """Return what was found out of these texts before, or find it out: plain data."""
        return self.keeper.kept(f"{self.name}-{what}", self.digest, find)

    def characters(self) -> Characters:
        """Return its characters."""
        alphabet, numbers, lengths = self.kept("characters", self._read)
        return Characters(
            np.frombuffer(alphabet, "<u4"),
            np.frombuffer(numbers, "<u2"),
            np.frombuffer(lengths, "<u4").reshape(-1, 2),
        )

    def _read(self) -> tuple[bytes, bytes, bytes]:
        read = characters_of(document.text() for document in self.documents)
        return (
            read.alphabet.astype("<u4").tobytes(),
            read.numbers.astype("<u2").tobytes(),
            read.lengths.astype("<u4").tobytes(),
        )


def parts_of(segment: Segment, keeper: Keeper) -> list[Part]:
    """Return the parts of a segment; its documents are cut by their number alone."""
    documents = segment.documents
    return [
        Part(f"{segment.name}-{number}", documents[start : start + TEXTS_A_PART], keeper)
        for number, start in enumerate(range(0, len(documents), TEXTS_A_PART))
    ]


def characters_of(texts: Iterable[Text]) -> Characters:
    """Read some texts, few at a time."""
    number_of = np.zeros(CODE_POINTS, np.uint16)
    known = np.zeros(CODE_POINTS, np.bool_)
    alphabet: list[int] = []
    numbers: list[NDArray[np.uint16]] = []
    lengths: list[NDArray[np.int64]] = []
    rest = iter(texts)
    while some := list(islice(rest, TEXTS_A_TIME)):
        fields = [field for title, text in some for field in (title, f"{JOINT}{text}{OTHER}")]
        characters, ends = normal_code_points(fields)
        for one in newly_met(characters, known):
            if is_word(chr(one)):
                alphabet.append(one)
                number_of[one] = len(alphabet)
        numbers.append(number_of[characters])
        lengths.append(np.diff(ends, prepend=0).reshape(-1, 2))
    read = np.concatenate([np.zeros(0, np.uint16), *numbers])
    return Characters(
        _with_two_latin(read, np.array(alphabet, np.uint32)),
        read,
        np.concatenate([np.zeros((0, 2), np.int64), *lengths]).astype(np.uint32),
    )


def _with_two_latin(numbers: NDArray[np.uint16], alphabet: CodePoints) -> CodePoints:
    """Give two Latin ones that stand together a number, in place; return the alphabet with them."""
    code_of = np.append(np.uint32(LATIN), alphabet)
    at = np.flatnonzero((code_of < LATIN)[numbers])
    at = at[:-1][np.diff(at) == 1]
    codes = code_of[numbers[at]] * LATIN + code_of[numbers[at + 1]]
    met = np.flatnonzero(np.bincount(codes, minlength=LATIN * LATIN))
    number_of = np.zeros(LATIN * LATIN, np.uint16)
    number_of[met] = code_of.size + np.arange(met.size)
    numbers[at] = number_of[codes]
    return np.append(alphabet, (met + TWO_LATIN).astype(np.uint32))
