"""How words sound, and in which file each of them stands.

In: words of Han. Out: shards of words by their sounds, in order; all syllables; the characters of
each syllable. All of that depends on what words there are, and not on how often they come: an edit
changes little of it, so it is kept from build to build.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from plugins.domain.keeping import Keeper, digest_of
from plugins.search.readings import readings

SHARD_SIZE = 16_000
"""Bytes of the words of a file; compressed it is less than half of that."""

UTF_8 = 3
"""Bytes of a character of Han."""

READINGS_AT_MOST = 2

USUAL_CHARACTERS = range(0xB0, 0xD8)
"""The rows of GB2312 that hold what is in daily use."""

Heard = tuple[str, str, str]
"""Initials, a sound that has them, and a word that is looked for under it."""

Sounds = Sequence[tuple[str, Sequence[str]]]
"""Sounds, each with the words that are looked for under it."""


class WordsBySound(NamedTuple):
    """The shards, each with its digest, and all syllables."""

    shards: Sequence[tuple[bytes, Sounds]]
    syllables: Sequence[str]

    def firsts(self) -> list[str]:
        """Return the initials with which each shard begins."""
        return [_initials_of(next(iter(sounds), ("",))[0]) for _, sounds in self.shards]


def words_by_sound(words: Sequence[str], keeper: Keeper) -> WordsBySound:
    """Put sorted words into shards by their sounds; those of the same initials stay together."""
    return WordsBySound(*keeper.kept("shards", digest_of(words), lambda: _sharded(words, keeper)))


def characters_by_sound(words: Iterable[str], keeper: Keeper) -> Mapping[str, str]:
    """Return the characters of each syllable, those of daily use and those of some words.

    One that is not there may be a traditional one.
    """
    usual = "".join(sorted(_usual_characters().union(*words)))

    def find() -> dict[str, str]:
        known = readings(keeper)
        by_sound: dict[str, str] = defaultdict(str)
        for character in usual:
            for syllable in known.of_character(character)[:READINGS_AT_MOST]:
                by_sound[syllable] += character
        return dict(sorted(by_sound.items()))

    kept: Mapping[str, str] = keeper.kept("characters", digest_of(usual), find)
    return kept


def _sharded(words: Sequence[str], keeper: Keeper) -> tuple[tuple[object, ...], tuple[str, ...]]:
    """Find out what words sound like; those that begin with one character are kept together."""
    by_first = {ord(first): tuple(some) for first, some in groupby(words, itemgetter(0))}

    def find(firsts: Sequence[int]) -> Mapping[int, object]:
        return {first: _heard(by_first[first], keeper) for first in firsts}

    digests = {first: digest_of(some) for first, some in by_first.items()}
    found = keeper.each("sounds", digests, find).values()
    heard = sorted(chain.from_iterable(some for some, _ in found))
    shards = tuple((digest_of(shard), shard) for shard in _shards(heard))
    return shards, tuple(sorted({one for _, syllables in found for one in syllables}))


def _heard(words: Iterable[str], keeper: Keeper) -> tuple[tuple[Heard, ...], tuple[str, ...]]:
    """Return what is heard of some words, and all syllables."""
    known = readings(keeper)
    heard: list[Heard] = []
    all_syllables: dict[str, None] = {}
    for word in words:
        syllables = known.of_word(word)
        all_syllables.update(dict.fromkeys(syllables))
        sounds = {" ".join(syllables), *_other_orders(syllables)}
        heard += [(_initials_of(sound), sound, word) for sound in sounds]
    return tuple(sorted(heard)), tuple(all_syllables)


def _shards(heard: Iterable[Heard]) -> Iterator[Sounds]:
    shard: list[tuple[str, tuple[str, ...]]] = []
    size = 0
    for _, same in groupby(heard, itemgetter(0)):
        if size >= SHARD_SIZE:
            yield tuple(shard)
            shard, size = [], 0
        for sound, some in groupby(same, itemgetter(1)):
            words = tuple([word for *_, word in some])
            shard.append((sound, words))
            size += len(sound) + sum(map(len, words)) * UTF_8
    yield tuple(shard)  # the last; where there are no words, one that is empty


def _other_orders(sound: Sequence[str]) -> Iterator[str]:
    """Yield initials in orders of which each begins with two others than the word does."""
    match [syllable[:1].upper() for syllable in sound]:
        case [first, second, third]:
            yield f"{third} {second} {first}"
            yield f"{third} {first} {second}"
        case [first, second, third, fourth]:
            yield f"{fourth} {third} {second} {first}"


def _initials_of(sound: str) -> str:
    """Return the first letter of each syllable."""
    return "".join(syllable[:1] for syllable in sound.split(" "))


def _usual_characters() -> set[str]:
    rows = (bytes((row, cell)) for row in USUAL_CHARACTERS for cell in range(0xA1, 0xFF))
    return {row.decode("gb2312", errors="ignore") for row in rows} - {""}
