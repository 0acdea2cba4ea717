"""The words of many texts: those of a dictionary that come often, and what shows to be one.

That is a run of two to four Han characters that comes often, holds together and stands freely:
however it is parted, it comes many times as often as its two parts would meet by chance, and no
single character stands in most of its places before it, or after it.

Runs are counted by buckets of their hashes, so that little lies in memory; where two share one,
they count a little too much, which no reader will notice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LONGEST = 4
COHESION = 10
BOUND = 0.6
LEAST = 2
CHARACTERS_A_TIME = 750_000
"""In so many characters a word has to come once more to count as frequent."""

FIRST_HAN, LAST_HAN = 0x3400, 0x9FFF
BITS = 22
SPREAD = np.uint64(0x9E3779B97F4A7C15)
STEP = np.uint64(0x100000001B3)

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Runs:
    """All runs of one length that may be frequent: where they begin, and what they are.

    `times` tells of every place of the texts how often the run comes that begins there, 0 where
    none does.
    """

    places: Numbers
    keys: NDArray[np.uint64]
    times: Numbers


def words_in(texts: Iterable[str], dictionary: Iterable[str] = ()) -> dict[str, int]:
    """Return the words of normalised texts and how often they come, all of Han."""
    whole = "\0".join(["", *texts, "\0" * LONGEST])
    characters = np.frombuffer(whole.encode("utf-32-le"), np.uint32)
    is_han = (characters >= FIRST_HAN) & (characters <= LAST_HAN)
    total = int(np.count_nonzero(is_han))
    least = max(LEAST, total // CHARACTERS_A_TIME)
    counted = list(_counted(characters, is_han, least))
    found: dict[str, int] = {}
    for length in range(LEAST, LONGEST + 1):
        places, times = _words(counted, length, total, least)
        for place, often in zip(places.tolist(), times.tolist(), strict=True):
            found[whole[place : place + length]] = often
    return found | {word: often for word, often in _known(counted, dictionary) if often >= least}


def _known(counted: Sequence[_Runs], dictionary: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield how often the words of a dictionary come that are no longer than words can be."""
    by_length = {length: list[str]() for length in range(LEAST, LONGEST + 1)}
    for word in dictionary:
        by_length.get(len(word), []).append(word)
    for length, words in by_length.items():
        keys = np.zeros(len(words), np.uint64)
        for characters in np.array([[*map(ord, word)] for word in words], np.uint64).T:
            keys = keys * STEP + characters * SPREAD
        order = np.argsort(keys)
        is_wanted = np.zeros(1 << BITS, np.bool_)
        is_wanted[_buckets(keys)] = True
        runs = counted[length - 1].keys
        runs = runs[is_wanted[_buckets(runs)]]  # few, so that it is worth to look for each
        at = order[np.searchsorted(keys, runs, sorter=order) % max(order.size, 1)]
        times = np.bincount(at[keys[at] == runs], minlength=order.size)
        yield from zip(words, times.tolist(), strict=True)


def _counted(
    characters: NDArray[np.uint32], is_han: NDArray[np.bool_], least: int
) -> Iterator[_Runs]:
    """Yield the runs of every length, from single characters to those longer than a word.

    A run can only be frequent where its beginning and its end are.
    """
    places = np.flatnonzero(is_han)
    hashes = characters.astype(np.uint64) * SPREAD
    keys = np.zeros(characters.size, np.uint64)
    for length in range(1, LONGEST + 2):
        keys[places] = keys[places] * STEP + hashes[places + length - 1]
        buckets = _buckets(keys[places])
        times = np.zeros(characters.size, np.int64)
        times[places] = np.bincount(buckets, minlength=1 << BITS)[buckets]
        yield _Runs(places, keys[places], times)
        is_frequent = times >= least
        places = np.flatnonzero(is_frequent[:-1] & is_frequent[1:])


def _words(
    counted: Sequence[_Runs], length: int, total: int, least: int
) -> tuple[Numbers, Numbers]:
    """Return one place of every word of a length, and how often it comes."""
    runs = counted[length - 1]
    times = runs.times[runs.places]
    by_chance = np.full(times.size, total * least // COHESION, np.int64)
    for cut in range(1, length):
        first, second = counted[cut - 1], counted[length - cut - 1]
        meeting = first.times[runs.places] * second.times[runs.places + cut]
        by_chance = np.maximum(by_chance, meeting)
    holds = times * total >= COHESION * by_chance
    places, by_chance = runs.places[holds], by_chance[holds]
    _, firsts, which = np.unique(runs.keys[holds], return_index=True, return_inverse=True)
    exact = np.bincount(which, minlength=firsts.size)
    longer = counted[length].times
    is_bound = np.maximum(longer[places], longer[places - 1]) > BOUND * exact[which]
    is_word = exact * total >= COHESION * by_chance[firsts]
    is_word[which[is_bound]] = False
    return places[firsts[is_word]], exact[is_word]


def _buckets(keys: NDArray[np.uint64]) -> Numbers:
    return (keys * SPREAD >> np.uint64(64 - BITS)).astype(np.int64)
