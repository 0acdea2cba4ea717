"""The words of many texts: those of a dictionary that come often, and what shows to be one.

That is a run of two to four Han characters that comes often, holds together and stands freely:
however it is parted, it comes many times as often as its two parts would meet by chance, and no
single character stands in most of its places before it, or after it.

The runs of one length are sorted by the numbers of the two shorter runs that they begin and end
with: that is several times faster than to sort runs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.search.code_points import CodePoints, normal_code_points
from plugins.search.text_parts import Characters

LONGEST = 4
COHESION = 10
BOUND = 0.6
LEAST = 2
CHARACTERS_A_TIME = 1_200_000
"""In so many characters a word has to come once more to count as frequent."""

CHARACTERS_A_PART = 2_000_000
"""More are looked at one part after the other, for they take some seventy bytes each."""

DIGITS = 2
FIRST_HAN, LAST_HAN = 0x3400, 0x9FFF
BITS = 16
"""Of a character of Han."""

CHARACTER = np.uint64(BITS)

Numbers = NDArray[np.int64]
Keys = NDArray[np.uint64]
"""Runs of up to four characters, each as one number."""

Dictionary = Mapping[int, bytes]
"""The words of a dictionary by their length: their keys, one after the other, the least first."""

NO_KEY = bytes(8)


class WordCounts(NamedTuple):
    """The words of some texts as they are kept and put together: plain data.

    `size` is how many characters of Han the texts have. Listed words and others are their keys, the
    least first, and then how often each comes.
    """

    size: int
    listed: bytes
    others: bytes


class Words(NamedTuple):
    """The frequent words of all texts, and about how often each comes: as in `WordCounts`."""

    listed: bytes
    others: bytes

    def written(self) -> tuple[dict[str, int], dict[str, int]]:
        """Return the words of a dictionary and the others, written out."""
        listed, others = map(_written_out, self)
        return listed, others


@dataclass(frozen=True, slots=True)
class _Runs:
    """The frequent runs of one length, numbered from 1.

    `numbers` has that of the run that begins at each place of the texts, 0 where none does. By
    number, `firsts` tell where each run comes first, `times` how often it comes.
    """

    numbers: NDArray[np.int32]
    firsts: Numbers
    times: Numbers

    def often(self, places: Numbers) -> Numbers:
        """Return how often the runs come that begin at some places."""
        return self.times[self.numbers[places]]


def words_in(parts: Iterable[Characters], dictionary: Dictionary) -> WordCounts:
    """Return the words of some texts, normalised and all of Han."""
    return _together([_words_of(piece, dictionary) for piece in _pieces(parts)])


def frequent(parts: Iterable[WordCounts]) -> Words:
    """Return the words that come often in all parts of the texts together.

    How often is told by two binary digits, so that an edit seldom changes it.
    """
    found = _together(parts)
    least = _least(found.size)
    return Words(_often(found.listed, least), _often(found.others, least))


def dictionary_of(words: Iterable[str]) -> Dictionary:
    """Return the words of a dictionary as they are looked up."""
    by_length: dict[int, list[str]] = {}
    for word in words:
        by_length.setdefault(len(word), []).append(word)
    return {
        length: np.sort(_keys(_normal(some), np.arange(len(some)) * length, length)).tobytes()
        for length, some in by_length.items()
        if LEAST <= length <= LONGEST
    }


def _together(parts: Iterable[WordCounts]) -> WordCounts:
    read = list(parts)
    size = sum(part.size for part in read)
    listed = _summed([part.listed for part in read])
    return WordCounts(size, listed, _summed([part.others for part in read]))


def _summed(counts: Sequence[bytes]) -> bytes:
    """Put the words of some texts together."""
    read = [np.frombuffer(some, np.uint64).reshape(2, -1) for some in counts]
    keys, times = np.concatenate([np.zeros((2, 0), np.uint64), *read], axis=1)
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    begins = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: keys.size])
    return np.stack([keys[begins], np.add.reduceat(times[order], begins)]).tobytes()


def _often(counts: bytes, least: int) -> bytes:
    """Return the words that come so often, and about how often they do."""
    keys, times = np.frombuffer(counts, np.uint64).reshape(2, -1)
    chosen = times >= least
    _, bits = np.frexp(times[chosen])
    places = np.maximum(bits - DIGITS, 0).astype(np.uint64)
    return np.stack([keys[chosen], times[chosen] >> places << places]).tobytes()


def _written_out(counts: bytes) -> dict[str, int]:
    keys, times = np.frombuffer(counts, np.uint64).reshape(2, -1)
    return dict(zip(_written(keys), times.tolist(), strict=True))


def _pieces(parts: Iterable[Characters]) -> Iterator[CodePoints]:
    """Yield the texts, not too many at a time, with a rest before the first and after the last."""
    read = list(parts)
    written = [np.append(np.uint32(0), _of_han(part.alphabet))[part.numbers] for part in read]
    characters = np.concatenate([np.zeros(0, np.uint32), *written])
    lengths = np.concatenate([np.zeros(0, np.int64), *(part.lengths.sum(axis=1) for part in read)])
    ends = np.cumsum(lengths, dtype=np.int64)
    last = np.flatnonzero(np.diff(ends // CHARACTERS_A_PART, append=-1))
    for start, end in pairwise([0, *ends[last].tolist()]):
        yield np.concatenate([np.zeros(1), characters[start:end], np.zeros(LONGEST)]).astype("<u4")


def _words_of(characters: CodePoints, dictionary: Dictionary) -> WordCounts:
    """Return the words of some texts, and those of the dictionary in them."""
    total = _size(characters)
    found: tuple[list[bytes], list[bytes]] = [], []
    counted = list(_counted(characters, _least(total)))
    for length in range(LEAST, LONGEST + 1):
        runs = counted[length - 1]
        keys = _keys(characters, runs.firsts, length)
        is_listed = _are_among(keys, np.frombuffer(dictionary.get(length, NO_KEY), np.uint64))
        is_other = _are_words(counted[: length + 1], total) & ~is_listed
        for some, chosen in zip(found, (is_listed, is_other), strict=True):
            chosen[0] = False
            some.append(np.stack([keys[chosen], runs.times[chosen].astype(np.uint64)]).tobytes())
    return WordCounts(total, *map(_summed, found))


def _size(characters: CodePoints) -> int:
    """Return how many characters of Han there are."""
    return int(np.count_nonzero(characters))


def _least(characters: int) -> int:
    """Return how often a word has to come in so many characters."""
    return max(LEAST, characters // CHARACTERS_A_TIME)


def _normal(texts: Sequence[str]) -> CodePoints:
    """Return the normalised code points of texts, 0 in place of those that are not of Han."""
    return _of_han(normal_code_points(texts)[0])


def _of_han(characters: CodePoints) -> CodePoints:
    """Return code points with 0 in place of those that are not of Han."""
    return characters * ((characters >= FIRST_HAN) & (characters <= LAST_HAN))


def _written(keys: Keys) -> Iterator[str]:
    """Yield the runs that have these keys, the least first."""
    for length in range(LEAST, LONGEST + 1):
        bounds = [1 << BITS * (length - 1), (1 << BITS * length) - 1]
        start, end = np.searchsorted(keys, np.array(bounds, np.uint64), side="right")
        shifts = np.arange(length, dtype=np.uint64)[::-1] * CHARACTER
        runs = keys[start:end, np.newaxis] >> shifts
        text = runs.astype("<u2").tobytes().decode("utf-16-le")
        yield from (text[at : at + length] for at in range(0, len(text), length))


def _keys(characters: CodePoints, places: Numbers, length: int) -> Keys:
    """Return the keys of the runs that begin at some places."""
    keys = np.zeros(places.size, np.uint64)
    for after in range(length):
        keys = keys << CHARACTER | characters[places + after]
    return keys


def _are_among(keys: Keys, listed: Keys) -> NDArray[np.bool_]:
    """Tell of each key whether it is listed; `np.isin` would load half a library first."""
    places = np.searchsorted(listed, keys)
    found: NDArray[np.bool_] = listed[np.minimum(places, listed.size - 1)] == keys
    return found


def _counted(characters: CodePoints, least: int) -> Iterator[_Runs]:
    """Yield the runs of every length, from single characters to those longer than a word.

    A run can only be frequent where its beginning and its end are.
    """
    places = np.flatnonzero(characters)
    runs = _numbered([characters[places]], places, characters.size, least)
    yield runs
    for _ in range(LONGEST):
        numbers = runs.numbers
        places = np.flatnonzero((numbers[:-1] > 0) & (numbers[1:] > 0))
        ends = [numbers[places], numbers[places + 1]]
        runs = _numbered(ends, places, characters.size, least)
        yield runs


def _numbered(
    values: Sequence[NDArray[np.integer]], places: Numbers, size: int, least: int
) -> _Runs:
    """Give numbers to the runs that have these values at these places, the places rising."""
    order = np.lexsort([_short(some) for some in reversed(values)])
    is_first = np.arange(order.size) == 0
    for some in values:
        ordered = some[order]
        is_first[1:] |= ordered[1:] != ordered[:-1]
    places = places[order]
    starts = np.flatnonzero(is_first)
    times = np.diff(starts, append=order.size)
    is_frequent = times >= least
    numbers = np.zeros(size, np.int32)
    numbers[places] = np.repeat((np.cumsum(is_frequent) * is_frequent).astype(np.int32), times)
    firsts, often = places[starts[is_frequent]], times[is_frequent]
    return _Runs(numbers, np.append(0, firsts), np.append(0, often))


def _short(values: NDArray[np.integer]) -> NDArray[np.integer]:
    """Return small numbers as those of two bytes, which are sorted several times faster."""
    return values.astype(np.uint16) if values.max(initial=0) < 1 << 16 else values


def _are_words(counted: Sequence[_Runs], total: int) -> NDArray[np.bool_]:
    """Tell of every run of one length whether it holds together and stands freely.

    `counted` are the runs of all lengths from one to what is longer than these by one.
    """
    *shorter, runs, longer = counted
    by_chance = np.zeros(runs.firsts.size, np.int64)
    for cut, (before, after) in enumerate(zip(shorter, reversed(shorter), strict=True), start=1):
        expected = before.often(runs.firsts) * after.often(runs.firsts + cut)
        by_chance = np.maximum(by_chance, expected)
    is_word = runs.times * total >= COHESION * by_chance
    for part in (longer.firsts, longer.firsts + 1):  # what a longer run begins and ends with
        numbers = runs.numbers[part]
        is_word[numbers[longer.times > BOUND * runs.times[numbers]]] = False
    return is_word
