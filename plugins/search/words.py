"""The words that readers may have meant: names, and what comes in titles and texts.

In: a Bulletin, and the words of its texts. Out: words of Han, each with a weight.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from plugins.domain.bulletin import Bulletin
from plugins.domain.keeping import Keeper, digest_of
from plugins.search.readings import LONGEST, readings
from plugins.search.text import normalised

if TYPE_CHECKING:
    from plugins.search.text_parts import Part
    from plugins.search.word_finder import Dictionary, WordCounts, Words

HAN_RUN = re.compile("[\u3400-\u9fff]{2,}")
FEW_TITLES = 1000
"""Of so many titles every run of characters is taken; of more, what the texts show to be words."""

NAME_WEIGHT = 100
"""A name weighs as a word that comes so often."""

DICTIONARY_WEIGHT = 3
"""A word of the dictionary weighs so many times what any other characters together do."""


def word_weights(bulletin: Bulletin, texts: "Words") -> Mapping[str, int]:
    """Return the words of a bulletin; one weighs how often it stands by itself.

    Where there are many items, `texts` may be those of most of them.
    """
    listed, others = texts.written()
    weights = Counter(others)
    weights.update({word: often * DICTIONARY_WEIGHT for word, often in listed.items()})
    if titles := titles_of(bulletin):
        phrases = readings(bulletin.keeper).phrases
        for word, often in _standing_by_themselves(Counter(_grams(titles))).items():
            weights[word] += often * (DICTIONARY_WEIGHT if word in phrases else 1)
    for name in names_of(bulletin):
        for run in HAN_RUN.findall(normalised(name)):
            weights[run] += NAME_WEIGHT
    return weights


def words_of(parts: Sequence["Part"]) -> "WordCounts":
    """Return the words of some parts of the texts that follow each other."""
    from plugins.search.word_finder import WordCounts, words_in  # noqa: PLC0415 - loads numpy

    name, keeper = f"{parts[0].name}-words", parts[0].keeper

    def find() -> tuple[object, ...]:
        texts = [part.characters() for part in parts]
        return tuple(words_in(texts, _dictionary(keeper)))

    return WordCounts(*keeper.kept(name, digest_of([part.digest for part in parts]), find))


def titles_of(bulletin: Bulletin) -> tuple[str, ...]:
    """Return the titles of which every run of characters is taken: those of not too many items."""
    few = bulletin.items if len(bulletin.items) <= FEW_TITLES else ()
    return tuple(normalised(item.title) for item in few)


def names_of(bulletin: Bulletin) -> tuple[str, ...]:
    """Return the names and short names of all that has one, each once, in their order."""
    names = [name for one in bulletin.organisations for name in (one.name, *one.aliases)]
    names += [name for one in bulletin.branches for name in (one.name, *one.aliases)]
    names += [honour.name for honour in bulletin.honours]
    names += [topic.name for topic in bulletin.topics]
    return tuple(dict.fromkeys([*names, *(column.name for column in bulletin.columns)]))


def _grams(titles: Iterable[str]) -> Iterator[str]:
    """Yield the runs of characters that a word can be, and those that are longer by one."""
    for title in titles:
        for run in HAN_RUN.findall(title):
            for length in range(2, LONGEST + 2):
                for start in range(len(run) - length + 1):
                    yield run[start : start + length]


def _standing_by_themselves(counts: Mapping[str, int]) -> dict[str, int]:
    """Weigh what is a part of something longer by how often it is not, and once at least."""
    within: dict[str, int] = {}
    for gram, count in counts.items():
        for part in (gram[1:], gram[:-1]):
            within[part] = max(within.get(part, 0), count)
    return {
        gram: max(count - within.get(gram, 0), 1)
        for gram, count in counts.items()
        if len(gram) <= LONGEST
    }


def _dictionary(keeper: Keeper) -> "Dictionary":
    """Return the phrases that are words; they are part of the tools, and take a while to load."""
    from plugins.search.word_finder import dictionary_of  # noqa: PLC0415 - as above

    def find() -> "Dictionary":
        return dictionary_of(readings(keeper).phrases)

    kept: Dictionary = keeper.kept("dictionary", b"", find)
    return kept
