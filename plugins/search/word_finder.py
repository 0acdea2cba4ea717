"""The words of many texts: those of a dictionary that come often, and what shows to be one.

That is a run of two to four Han characters that comes often, holds together and stands freely:
however it is parted, it comes many times as often as its two parts would meet by chance, and no
single character stands in most of its places before it, or after it.

Runs are counted by buckets of their hashes, so that little lies in memory; where two share one,
they count a little too much, which no reader will notice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

LONGEST = 4
COHESION = 10
BOUND = 0.6
LEAST = 2
CHARACTERS_A_TIME = 700_000
"""In so many characters a word has to come once more to count as frequent."""

TEXTS_A_TIME = 3500
"""More are looked at one part after the other, for they take some fifty bytes a character."""

FIRST_HAN, LAST_HAN = 0x3400, 0x9FFF
BITS = 22
SPREAD = np.uint64(0x9E3779B97F4A7C15)
STEP = np.uint64(0x100000001B3)

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Runs:
    """All runs of one length that may be frequent: where they begin, and what they are."""

    places: Numbers
    keys: NDArray[np.uint64]


Times = NDArray[np.int32]
"""Of every place of the texts, how often the run comes that begins there, 0 where none does."""


def words_in(texts: Iterable[str], dictionary: Iterable[str] = ()) -> dict[str, int]:
    """Return the words of normalised texts and how often they come, all of Han."""
    by_length = _by_length(dictionary)
    rest, total = iter(texts), 0
    found: Counter[str] = Counter()
    while some := list(islice(rest, TEXTS_A_TIME)):
        words, characters = _words_of(some, by_length)
        found.update(words)
        total += characters
    least = _least(total)
    return {word: often for word, often in found.items() if often >= least}


def _words_of(
    texts: Sequence[str], by_length: Mapping[int, Sequence[str]]
) -> tuple[dict[str, int], int]:
    """Return the words of some texts, and of how many characters of Han these are."""
    whole = "\0".join(["", *texts, "\0" * LONGEST])
    characters = np.frombuffer(whole.encode("utf-32-le"), np.uint32)
    is_han = (characters >= FIRST_HAN) & (characters <= LAST_HAN)
    total = int(np.count_nonzero(is_han))
    least = _least(total)
    found: dict[str, int] = {}
    counted: list[Times] = []
    before: _Runs | None = None
    for runs, times in _counted(characters, is_han, least):
        counted.append(times)
        length = len(counted) - 1
        if before and length >= LEAST:
            for place, often in _words(before, counted, total, least):
                found[whole[place : place + length]] = often
            known = _known(before, by_length.get(length, []))
            found |= {word: often for word, often in known if often >= least}
        before = runs
    return found, total


def _least(characters: int) -> int:
    """Return how often a word has to come in so many characters."""
    return max(LEAST, characters // CHARACTERS_A_TIME)


def _by_length(dictionary: Iterable[str]) -> dict[int, list[str]]:
    by_length: dict[int, list[str]] = {}
    for word in dictionary:
        by_length.setdefault(len(word), []).append(word)
    return by_length


def _known(runs: _Runs, words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield how often words come that are as long as some runs."""
    keys = np.zeros(len(words), np.uint64)
    for characters in np.array([[*map(ord, word)] for word in words], np.uint64).T:
        keys = keys * STEP + characters * SPREAD
    order = np.argsort(keys)
    is_wanted = np.zeros(1 << BITS, np.bool_)
    is_wanted[_buckets(keys)] = True
    likely = runs.keys[is_wanted[_buckets(runs.keys)]]  # few, so that each can be looked for
    at = order[np.searchsorted(keys, likely, sorter=order) % max(order.size, 1)]
    times = np.bincount(at[keys[at] == likely], minlength=order.size)
    yield from zip(words, times.tolist(), strict=True)


def _counted(
    characters: NDArray[np.uint32], is_han: NDArray[np.bool_], least: int
) -> Iterator[tuple[_Runs, Times]]:
    """Yield the runs of every length, from single characters to those longer than a word.

    A run can only be frequent where its beginning and its end are.
    """
    places = np.flatnonzero(is_han)
    hashes = characters.astype(np.uint64) * SPREAD
    keys = np.zeros(characters.size, np.uint64)
    for length in range(1, LONGEST + 2):
        keys[places] = keys[places] * STEP + hashes[places + length - 1]
        runs = _Runs(places, keys[places])
        buckets = _buckets(runs.keys)
        times = np.zeros(characters.size, np.int32)
        times[places] = np.bincount(buckets, minlength=1 << BITS)[buckets]
        yield runs, times
        is_frequent = times >= least
        places = np.flatnonzero(is_frequent[:-1] & is_frequent[1:])


def _words(
    runs: _Runs, counted: Sequence[Times], total: int, least: int
) -> Iterator[tuple[int, int]]:
    """Yield a place of every word among some runs, and how often it comes.

    `counted` are the times of all lengths from one to what is longer than these by one.
    """
    length = len(counted) - 1
    times = counted[length - 1][runs.places].astype(np.int64)
    by_chance = np.full(times.size, total * least // COHESION, np.int64)  # so that it is frequent
    for cut in range(1, length):
        first = counted[cut - 1][runs.places].astype(np.int64)
        second = counted[length - cut - 1][runs.places + cut]
        by_chance = np.maximum(by_chance, first * second)
    holds = times * total >= COHESION * by_chance
    places, by_chance = runs.places[holds], by_chance[holds]
    _, firsts, which = np.unique(runs.keys[holds], return_index=True, return_inverse=True)
    exact = np.bincount(which, minlength=firsts.size)
    longer = counted[length]
    is_bound = np.maximum(longer[places], longer[places - 1]) > BOUND * exact[which]
    is_word = exact * total >= COHESION * by_chance[firsts]
    is_word[which[is_bound]] = False
    yield from zip(places[firsts[is_word]].tolist(), exact[is_word].tolist(), strict=True)


def _buckets(keys: NDArray[np.uint64]) -> Numbers:
    return (keys * SPREAD >> np.uint64(64 - BITS)).astype(np.int64)
