"""The index of a segment volume by volume: after an edit only those are made that it has changed.

In: a segment, and what was found out of its parts before. Out: the digest of each volume, the
shards of those that somebody asks for, and the list of where all shards begin.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain

from plugins.domain.keeping import Keeper, digest_of
from plugins.search.index import (
    BLOCK,
    SECOND,
    VOLUME,
    Book,
    Shard,
    book_of,
    digests_of,
    keys_of,
    least_shard,
    shards_of,
)
from plugins.search.segments import Segment
from plugins.search.text_parts import Part, parts_of

PLACES_A_VOLUME = 10_000
"""Few enough that an edit leaves most volumes alone, many enough that they cut few shards short."""

HAN = 15
"""Bits of the characters of Han, which are most of all."""


class Volumes:
    """The index of one segment; texts are only read where they are not those of the last time."""

    def __init__(self, segment: Segment, keeper: Keeper) -> None:
        """Take the segment, and who keeps what was found out of it."""
        self._segment = segment
        self._keeper = keeper
        self._parts = parts_of(segment, keeper)
        self._firsts: dict[int, list[int]] = {}

    @cached_property
    def digests(self) -> Mapping[int, bytes]:
        """The digest of all that the shards of a volume are made of, by the volume's number."""
        shared = (self._segment.roster, self._least)
        told: dict[int, list[tuple[int, int, bytes]]] = defaultdict(list)
        for number, (_, of_part) in enumerate(self._found):
            for volume, digest in of_part.items():
                told[volume >> self._bits - VOLUME].append((number, volume, digest))
        return {volume: digest_of((shared, told[volume])) for volume in sorted(told)}

    def shards(self, volume: int) -> Iterator[Shard]:
        """Yield the shards of a volume, in the order of their pairs."""
        codes = range(volume << self._bits, volume + 1 << self._bits)
        firsts = []
        for shard in shards_of(self._book, codes, self._segment.roster, self._least):
            firsts.append(shard.first)
            yield shard
        self._firsts[volume] = firsts

    def keys(self) -> bytes:
        """Return where all shards begin; it costs least when those that have changed are made."""
        firsts = self._keeper.each(f"{self._segment.name}-firsts", self.digests, self._firsts_of)
        return self._segment.roster + keys_of(chain.from_iterable(firsts.values()), SECOND - BLOCK)

    def _firsts_of(self, volumes: Sequence[int]) -> Mapping[int, list[int]]:
        for volume in volumes:
            if volume not in self._firsts:
                for _ in self.shards(volume):
                    pass
        return {volume: self._firsts[volume] for volume in volumes}

    @cached_property
    def _book(self) -> Book:
        return book_of(part.characters() for part in self._parts)

    @cached_property
    def _found(self) -> list[tuple[int, Mapping[int, bytes]]]:
        """Of each part how many characters it has, and the digests of its finest volumes."""
        return [part.kept("volumes", partial(_look_into, part)) for part in self._parts]

    @cached_property
    def _size(self) -> int:
        return sum(size for size, _ in self._found)

    @cached_property
    def _least(self) -> int:
        return least_shard(self._size)

    @cached_property
    def _bits(self) -> int:
        """The bits of a first character that make no other volume, here."""
        volumes = max(self._size // PLACES_A_VOLUME, 1)
        return max(HAN - volumes.bit_length() + 1, VOLUME)


def _look_into(part: Part) -> tuple[int, Mapping[int, bytes]]:
    book = book_of([part.characters()])
    return book.ranks.size, digests_of(book)
