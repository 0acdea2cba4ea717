"""What readers half remember: words of a title and of the sentence after it, run together.

Two words, at least one of them of the title, which is enough for an item that few others resemble;
a third where more than twenty items hold both; an item that three words do not tell from its like
is not asked for. The very frequent words are not drawn. In every other query the order is changed.
No text holds what comes out of it, so it must be taken apart to be found.
"""

from collections.abc import Iterator, Mapping
from random import Random

from plugins.bench.corpus import SENTENCE, Sample, item_path
from plugins.bench.search_queries import Query, Source, pieces_of
from plugins.bench.search_words import telling

HALF_REMEMBERED = "半记得"
NUMBER = 100
CROWD = 20
TOGETHER = (2, 3)


def half_remembered(source: Source) -> Iterator[Query]:
    """Yield the queries, each with the address of the item that is meant."""
    chance = source.chance(HALF_REMEMBERED)
    words = telling(source.words)
    samples = list(source.samples)
    chance.shuffle(samples)
    number = 0
    for sample in samples:
        typed = _remembered(sample, words, source, chance)
        if typed and not source.truth.number([typed]):
            yield Query(HALF_REMEMBERED, typed, target=item_path(sample).removesuffix(".md") + "/")
            number += 1
        if number == NUMBER:
            return


def _remembered(
    sample: Sample, words: Mapping[str, int], source: Source, chance: Random
) -> str | None:
    text = f"{sample.title}\n{first_sentence(sample)}"
    title, both = pieces_of(sample.title, words), pieces_of(text, words)
    if not title:
        return None
    first = chance.choice(title)
    others = [word for word in both if word not in first and first not in word]
    chance.shuffle(others)
    for number in TOGETHER:
        chosen = [first, *others[: number - 1]]
        if len(chosen) == number and source.truth.number(chosen) <= CROWD:
            in_order = sorted(chosen, key=text.find)
            return "".join(chance.choice((in_order, in_order[::-1])))
    return None


def first_sentence(sample: Sample) -> str:
    """Return the first sentence of a text."""
    return next(filter(None, SENTENCE.findall(sample.text)), "")
