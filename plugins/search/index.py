"""The index of one segment: which documents hold which pair of characters, how often, and where.

In: the characters of documents, numbered from the oldest. Out: shards, each with all pairs from
one to another: the lists of documents (postings), and apart from them the places (offsets), which
are only fetched where many documents hold all pairs of a phrase. They are made volume by volume: a
volume holds the pairs that begin with neighbouring characters, and its digest is known without it.

A pair starts at every letter or digit; with nothing but punctuation after it, it is one character.
Two Latin letters or digits together are the first character of a pair: alone, those of a year stand
in nearly every text. All files begin with the roster, by which a browser sees that they belong
together.

    postings   n, then n pairs in order (first characters as differences; second characters), then n
               numbers of documents, then for each pair its documents: difference to the one before
               times 8, plus 4 if it stands in a title, plus 0 to 3 for how often it stands there
    offsets    for each pair that more than FEW documents hold or that begins with two Latin ones,
               and each of these documents: difference to the place before times 4, plus 2 in a
               title, plus 1 at the last; cut into files of some FILED documents

All numbers are written seven bits a byte, the lowest first, the last byte below 128.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from plugins.search.text_parts import LATIN, TWO_LATIN, Characters

FEW = 16
"""Documents of a pair that are not worth places: they are looked into one by one."""

FILED = 512
"""Documents after which the places of a shard go on in another file."""

SECOND = 21
"""Bits of the second character of a pair; the first stands above them."""

BLOCK = 8
"""Bits of a pair that do not begin a shard where they alone are others: keys are short so."""

BLOCKS_A_CUT = 4
VOLUME = 6
"""Bits of a first character that make no other volume."""

PLACES_A_TIME = 1_000_000
"""Places are sorted so many at a time, so that little lies in memory."""

RANK = 16
"""Bits of the rank of a character."""

MASK = (1 << RANK) - 1

STRETCH = 64
SPREAD = np.uint64(0x9E3779B97F4A7C15)
IN_TITLE = 4
STEPS = ((2, 3, 5), (3, 5, 8))
"""How often a pair stands in a document from one class to the next: in texts, and with titles."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shard:
    """Some pairs of a segment: `first` is the block of the lowest, `offsets` are by number."""

    first: int
    postings: bytes
    offsets: Mapping[int, bytes]


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Some places that follow each other, sorted by rank; `begins` tell where each rank begins."""

    places: NDArray[np.uint32]
    begins: Numbers


@dataclass(frozen=True, slots=True)
class Book:
    """The normalised texts of a segment, one after the other, with a rest between them.

    `ranks` are those of its characters, from 1 in the order of `alphabet`, by code point; 0 stands
    for all that is not looked for. Where two Latin ones begin it is their rank, and `single` has
    that of the first of them. `starts` tell where each text begins, `titles` how far its titles go,
    `nearest` in which text a stretch begins.
    """

    ranks: NDArray[np.uint16]
    alphabet: NDArray[np.uint64]
    single: NDArray[np.uint16]
    starts: Numbers
    titles: Numbers
    nearest: Numbers
    by_rank: Sequence[_Sorted]


@dataclass(frozen=True, slots=True)
class _Places:
    """Every place of some pairs, sorted by pair, document and place."""

    pairs: NDArray[np.uint64]
    documents: Numbers
    places: Numbers
    in_title: NDArray[np.bool_]


def book_of(parts: Iterable[Characters]) -> Book:
    """Put the parts of a segment together, all with the same numbers."""
    read = list(parts)
    code_points = np.concatenate([np.zeros(1, np.uint32), *(part.alphabet for part in read)])
    alphabet = np.flatnonzero(np.bincount(code_points)).astype(np.uint64)
    sizes = np.concatenate([np.zeros((0, 2), np.int64), *(part.lengths for part in read)])
    ranks = [np.zeros(0, np.uint16)]
    for part in read:
        rank_of = np.searchsorted(alphabet, np.append(np.uint32(0), part.alphabet))
        ranks.append(rank_of.astype(np.uint16)[part.numbers])
    sums = sizes.sum(axis=1)
    starts = np.cumsum(sums) - sums
    ranked = np.concatenate(ranks)
    nearest = np.searchsorted(starts, np.arange(0, ranked.size, STRETCH), side="right") - 1
    by_rank = tuple(_sorted(ranked, alphabet.size))
    return Book(ranked, alphabet, _single(alphabet), starts, sizes[:, 0], nearest, by_rank)


def digests_of(book: Book) -> dict[int, bytes]:
    """Return the digest of all pairs, documents and places of each volume, by its number."""
    volumes = book.alphabet >> np.uint64(VOLUME)
    begins = np.flatnonzero(_differs(volumes[1:])) + 1 if volumes.size > 1 else volumes[:0]
    digests = {}
    for low, high in pairwise([*begins.tolist(), volumes.size]):
        found = _places(book, low, high)
        columns = (found.pairs, found.documents, found.places * 2 + found.in_title)
        rows = b"".join([column.astype(np.uint64).tobytes() for column in columns])
        digests[int(volumes[low])] = sha256(rows).digest()
    return digests


def shards_of(book: Book, codes: range, roster: bytes, least: int) -> Iterator[Shard]:
    """Yield the shards of the pairs that begin with some code points, in their order.

    `least` are the bytes of the smallest shard. The code points are all those of some volumes.
    """
    low, high = np.searchsorted(book.alphabet, (max(codes.start, 1), codes.stop)).tolist()
    found = _places(book, low, high)
    if found.pairs.size:
        yield from _shards(found, roster, least)


def least_shard(characters: int) -> int:
    """Return the bytes of the smallest shard: what a query loads is least where they grow together.

    It goes with the square root, and is a power of two, so that an edit does not change it.
    """
    return 1 << round(math.log2(max(characters, 1)) / 2)


def _shards(found: _Places, roster: bytes, least: int) -> Iterator[Shard]:
    new_pair = _differs(found.pairs)
    new_document = new_pair | _differs(found.documents)
    starts = np.flatnonzero(new_document)
    pairs, documents = found.pairs[starts], found.documents[starts]
    begins = np.flatnonzero(new_pair[starts])
    holders = np.diff(np.append(begins, starts.size))
    keys = pairs[begins]
    placed = np.where((holders > FEW) | (keys >= TWO_LATIN << SECOND), holders, 0)
    postings, posting_bytes = _postings(found, starts, new_pair[starts], documents)
    offsets, offset_bytes = _offsets(found, new_document, np.repeat(placed > 0, holders), starts)
    posting_ends = np.cumsum(np.add.reduceat(posting_bytes, begins))
    offset_ends = np.cumsum(np.add.reduceat(offset_bytes, begins))
    cuts = _cuts(keys, posting_ends, least)
    heads = _heads(keys, holders, cuts)
    for (start, end), head in zip(pairwise(cuts), heads, strict=True):
        chosen = _between(postings, posting_ends, start, end)
        files = {
            number: roster + _between(offsets, offset_ends, start + one, start + other)
            for number, one, other in _files(placed[start:end])
        }
        yield Shard(int(keys[start]) >> BLOCK, roster + head + chosen, files)


def _files(placed: Numbers) -> Iterator[tuple[int, int, int]]:
    """Yield the files of places: number, first pair, end; a browser counts them in the same way."""
    numbers = (np.cumsum(placed) - placed) // FILED
    numbers[placed == 0] = -1
    used = np.flatnonzero(placed)
    begins = np.flatnonzero(_differs(numbers[used])) if used.size else used
    for start, end in pairwise([*used[begins].tolist(), placed.size]):
        yield int(numbers[start]), start, end


def keys_of(pairs: Iterable[int], bits: int) -> bytes:
    """Write sorted pairs: how many, the first characters as differences, then what is in `bits`."""
    keys = np.fromiter(pairs, np.uint64)
    columns = (np.array([keys.size]), *_columns(keys, bits))
    return b"".join(_written(column)[0].tobytes() for column in columns)


def _heads(keys: NDArray[np.uint64], holders: Numbers, cuts: Sequence[int]) -> Iterator[bytes]:
    """Yield `keys_of` the pairs from each cut to the next, then their `holders`.

    All are written at once: there are thousands of shards.
    """
    difference, second = _columns(keys, SECOND)
    starts = cuts[:-1]
    difference[starts] = (keys[starts] >> np.uint64(SECOND)).astype(np.int64)
    written = map(_written, (difference, second, holders))
    columns = [(data, np.cumsum(sizes)) for data, sizes in written]
    counts, sizes = _written(np.diff(cuts))
    ends = np.cumsum(sizes)
    for number, (start, end) in enumerate(pairwise(cuts)):
        head = [_between(data, until, start, end) for data, until in columns]
        yield b"".join([_between(counts, ends, number, number + 1), *head])


def _columns(keys: NDArray[np.uint64], bits: int) -> tuple[Numbers, Numbers]:
    """Return the first characters of sorted pairs as differences, and what is in the last bits."""
    first = (keys >> np.uint64(bits)).astype(np.int64)
    return np.diff(first, prepend=0), (keys & np.uint64((1 << bits) - 1)).astype(np.int64)


def _single(alphabet: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """Return of every rank that of the character: of the first, where two Latin ones begin."""
    single = np.arange(alphabet.size, dtype=np.uint16)
    two = np.searchsorted(alphabet, TWO_LATIN)
    firsts = (alphabet[two:] - np.uint64(TWO_LATIN)) // np.uint64(LATIN)
    single[two:] = np.searchsorted(alphabet, firsts)
    return single


def _sorted(ranks: NDArray[np.uint16], size: int) -> Iterator[_Sorted]:
    """Sort all places by rank, so many at a time that little lies in memory."""
    for start in range(0, ranks.size, PLACES_A_TIME):
        some = ranks[start : start + PLACES_A_TIME]
        begins = np.append(0, np.cumsum(np.bincount(some, minlength=size)))
        yield _Sorted((np.argsort(some, kind="stable") + start).astype(np.uint32), begins)


def _where(book: Book, low: int, high: int) -> Numbers:
    """Return the places of a range of ranks."""
    pieces = [some.places[some.begins[low] : some.begins[high]] for some in book.by_rank]
    return np.concatenate([np.zeros(0, np.int64), *pieces])


def _places(book: Book, low: int, high: int) -> _Places:
    """Find every pair whose first character is of a range of ranks.

    Pair and place are sorted as one number each: that is several times faster than by pairs alone.
    """
    at = _where(book, low, high)
    first = book.ranks[at].astype(np.int64)
    second = book.single[book.ranks[at + 1 + (book.alphabet[first] >= TWO_LATIN)]]
    bits = int(book.ranks.size).bit_length()
    order = np.sort(((first << RANK | second) << bits) | at)
    at = order & ((1 << bits) - 1)
    order >>= bits
    pairs = (book.alphabet[order >> RANK] << np.uint64(SECOND)) | book.alphabet[order & MASK]
    documents = _documents(book, at)
    places = at - book.starts[documents]
    return _Places(pairs, documents, places, places < book.titles[documents])


def _documents(book: Book, at: Numbers) -> Numbers:
    """Return the documents in which places lie: near that in which a stretch of the book begins."""
    ends = np.append(book.starts[1:], book.ranks.size)
    documents = book.nearest[at // STRETCH]
    late = np.flatnonzero(ends[documents] <= at)
    while late.size:
        documents[late] += 1
        late = late[ends[documents[late]] <= at[late]]
    return documents


def _postings(
    found: _Places, starts: Numbers, new_pair: NDArray[np.bool_], documents: Numbers
) -> tuple[NDArray[np.uint8], Numbers]:
    """Return the lists of documents, and the bytes of every entry."""
    times = np.diff(np.append(starts, found.pairs.size))
    in_text, with_title = (np.searchsorted(steps, times, side="right") for steps in STEPS)
    in_title = found.in_title[starts]  # titles come first, so the first place tells
    kinds = np.where(in_title, IN_TITLE + with_title, in_text)
    difference = np.where(new_pair, documents, documents - np.roll(documents, 1))
    return _written(difference * 8 + kinds)


def _offsets(
    found: _Places, new_document: NDArray[np.bool_], wanted: NDArray[np.bool_], starts: Numbers
) -> tuple[NDArray[np.uint8], Numbers]:
    """Return the places in the documents that are `wanted`, and the bytes of every document."""
    difference = np.where(new_document, found.places, found.places - np.roll(found.places, 1))
    last = np.append(new_document[1:], True)
    times = np.diff(np.append(starts, found.pairs.size))
    chosen = np.repeat(wanted, times)
    written, lengths = _written((difference * 4 + found.in_title * 2 + last)[chosen])
    all_lengths = np.zeros(found.pairs.size, np.int64)
    all_lengths[chosen] = lengths
    return written, np.add.reduceat(all_lengths, starts)


def _cuts(keys: NDArray[np.uint64], ends: Numbers, least: int) -> list[int]:
    """Return where shards begin and end: at blocks chosen by themselves, so that cuts stay."""
    blocks = keys >> np.uint64(BLOCK)
    is_chosen = (blocks * SPREAD) >> np.uint64(64 - BLOCKS_A_CUT.bit_length() + 1) == 0
    chosen = np.flatnonzero(is_chosen & _differs(blocks))
    cuts, size = [0], 0
    for cut in chosen.tolist():
        if cut and ends[cut - 1] - size >= least:
            cuts.append(cut)
            size = int(ends[cut - 1])
    return [*cuts, keys.size]


def _between(data: NDArray[np.uint8], ends: Numbers, start: int, end: int) -> bytes:
    return data[ends[start - 1] if start else 0 : ends[end - 1]].tobytes()


def _differs(values: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Tell of every value whether it is another one than that before it."""
    return np.append(True, values[1:] != values[:-1])


def _written(numbers: Numbers) -> tuple[NDArray[np.uint8], Numbers]:
    """Write numbers, seven bits a byte, and return the bytes of each."""
    lengths = np.ones(numbers.size, np.int64)
    longer = [np.flatnonzero(numbers >= 1 << 7)]  # most take one byte, so the others stand apart
    while longer[-1].size:
        lengths[longer[-1]] += 1
        longer.append(longer[-1][numbers[longer[-1]] >= 1 << 7 * (len(longer) + 1)])
    ends = np.cumsum(lengths)
    written = np.empty(ends[-1] if ends.size else 0, np.uint8)
    written[ends - lengths] = numbers & 127
    for byte, which in enumerate(longer, start=1):
        at = (ends - lengths)[which] + byte
        written[at - 1] |= 128
        written[at] = numbers[which] >> 7 * byte & 127
    return written, lengths
