"""What a search ought to find: every text is looked through from beginning to end.

In: the texts as editors wrote them, not those an index was made of, so that whatever an index loses
on its way counts as lost. Out: for a query the addresses of exactly the items that hold all of its
parts, each with its relevance.

Relevance is a proxy, as nobody has judged the answers: a hit in the title before any other, then
the more often the better (counted up to 15, as a logarithm), then the newer. Of several parts the
one that an item says least often counts.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.bench.corpus import Sample, item_path
from plugins.search.text import normalised

OFTEN = 15
TITLE_GAIN = math.log2(1 + OFTEN)
"""A single mention in a title is worth more than the most mentions in a text."""


@dataclass(frozen=True, slots=True)
class Text:
    """One item as it is searched; title and text are normalised."""

    address: str
    date: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Truth:
    """All items of a site."""

    texts: tuple[Text, ...]

    def found(self, words: str) -> Mapping[str, float]:
        """Return the addresses of the items that hold every part of a query: address, relevance."""
        parts = parts_of(words)
        return {one.address: relevance(one, parts) for one in self.texts if holds(one, parts)}

    def number(self, words: Iterable[str]) -> int:
        """Count the items that hold all of some words."""
        parts = [normalised(word) for word in words]
        return sum(holds(one, parts) for one in self.texts)


def truth_of(samples: Iterable[Sample]) -> Truth:
    """Read the items of a site, the newest first."""
    texts = (
        Text(
            address=item_path(sample).removesuffix(".md") + "/",
            date=sample.date,
            title=normalised(sample.title),
            body=normalised(sample.text),
        )
        for sample in samples
    )
    return Truth(tuple(sorted(texts, key=lambda one: (one.date, one.address), reverse=True)))


def parts_of(words: str) -> list[str]:
    """Take a query without signs apart: blanks separate phrases."""
    return [normalised(part) for part in words.split()]


def holds(text: Text, parts: Sequence[str]) -> bool:
    """Tell whether an item holds every part, each within one field."""
    return all(part in text.title or part in text.body for part in parts)


def relevance(text: Text, parts: Sequence[str]) -> float:
    """Say how much an item that holds all parts is about them."""
    least = min(text.title.count(part) + text.body.count(part) for part in parts)
    in_title = all(part in text.title for part in parts)
    return math.log2(1 + min(least, OFTEN)) + (TITLE_GAIN if in_title else 0)
