"""The words of a corpus, found without a dictionary, and how a text falls into them.

Queries are drawn from them, so this is another finder than the one that the search has for itself.

A word is a run of two to four Han characters that comes often, holds together and stands freely:
it comes at least 30 times as often as its two parts would meet by chance, however it is parted,
and no single character stands in more than four of ten places before it, or after it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

HAN_RUN = re.compile("[\u4e00-\u9fff]+")
SHORTEST = 2
LONGEST = 4
COHESION = 30
BOUND = 0.4
CHARACTERS_A_TIME = 200_000
"""In so many characters a word has to come once more to count as frequent."""

COMMON_SHARE = 20
"""One word in so many, the most frequent ones, says nothing about an item."""


def words_in(texts: Iterable[str]) -> dict[str, int]:
    """Return the words of some texts and how often they come, the most frequent first."""
    runs = [run for text in texts for run in HAN_RUN.findall(text)]
    counts = Counter(gram for run in runs for gram in _grams(run))
    characters = sum(map(len, runs))
    least = max(2, characters // CHARACTERS_A_TIME)
    dense = {
        gram
        for gram, count in counts.items()
        if len(gram) >= SHORTEST and count >= least and _holds_together(gram, counts, characters)
    }
    free = _freely_standing(runs, dense)
    return {gram: count for gram, count in counts.most_common() if gram in free}


def taken_apart(run: str, words: Mapping[str, int]) -> Iterator[str]:
    """Yield the words of a run of Han from left to right, the longest first; the rest singly."""
    at = 0
    while at < len(run):
        sizes = range(min(LONGEST, len(run) - at), 1, -1)
        size = next((size for size in sizes if run[at : at + size] in words), 1)
        yield run[at : at + size]
        at += size


def telling(words: Mapping[str, int]) -> dict[str, int]:
    """Leave out the most frequent words, which stand in every other text."""
    return dict(list(words.items())[len(words) // COMMON_SHARE :])


def _grams(run: str) -> Iterator[str]:
    for size in range(1, LONGEST + 1):
        for at in range(len(run) - size + 1):
            yield run[at : at + size]


def _holds_together(gram: str, counts: Mapping[str, int], characters: int) -> bool:
    parted = ((gram[:at], gram[at:]) for at in range(1, len(gram)))
    by_chance = max(counts[first] * counts[second] for first, second in parted)
    return counts[gram] * characters >= COHESION * by_chance


def _freely_standing(runs: Sequence[str], grams: set[str]) -> set[str]:
    """Return those beside which no single character stands too often; an end of a run is free."""
    places = Counter[str]()
    before: dict[str, Counter[str]] = defaultdict(Counter)
    after: dict[str, Counter[str]] = defaultdict(Counter)
    for run in runs:
        for size in range(SHORTEST, LONGEST + 1):
            for at in range(len(run) - size + 1):
                gram = run[at : at + size]
                if gram in grams:
                    places[gram] += 1
                    before[gram].update(run[:at][-1:])
                    after[gram].update(run[at + size :][:1])
    bound = (
        one
        for one in grams
        for beside in (before[one], after[one])
        if max(beside.values(), default=0) > BOUND * places[one]
    )
    return grams - set(bound)
