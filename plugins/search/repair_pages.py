"""The files from which the browser proposes other words where a search finds nothing.

In: the tables of a Bulletin, and the texts of most of its items. Out: Pages below `search/`, read
by `repair.js`:

- `variants.gz`: characters that stay as they are when a text is read, and what they may stand for
- `synonyms.gz`: groups of words that mean the same
- `sounds.gz`: each syllable and the usual characters that are read so
- `words-N.gz`: each sound and its words with their weights, `{"dang zhi bu": {"党支部": 12}}`; and
  other orders of initials for readers who have one character wrong, `{"B Z D": {"党支部": 12}}`
- `words.gz`: all syllables, and the initials with which each `words-N.gz` begins
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.domain.bulletin import Bulletin
from plugins.domain.keeping import Keeper, digest_of
from plugins.domain.page import Page, PageSet
from plugins.search.files import FOLDER, Data, as_json, compressed
from plugins.search.segments import Segment
from plugins.search.text import normalised
from plugins.search.variants import all_variants, simplified_table
from plugins.search.words import (
    names_of,
    sound_of,
    sounds_of_character,
    word_weights,
    words_of,
)

SHARD_SIZE = 16_000
"""Bytes of the words of a file; compressed it is less than half of that."""

UTF_8 = 3
"""Bytes of a character of Han."""

READINGS_AT_MOST = 2
PARTS_AT_MOST = 10
"""More texts have hardly a word more."""

USUAL_CHARACTERS = range(0xB0, 0xD8)
"""The rows of GB2312 that hold what is in daily use."""

Words = dict[str, dict[str, int]]
"""The words of each sound with their weights."""

ByInitials = Sequence[tuple[str, Sequence[str]]]
"""The sounds of the same initials, each with the words that are looked for under it."""


class _Sounds(NamedTuple):
    """How some words sound: by their initials, in order; all syllables; the characters of each."""

    words: Sequence[ByInitials]
    syllables: Sequence[str]
    characters: Sequence[tuple[str, str]]


def repair_set(bulletin: Bulletin, segment: Segment) -> PageSet:
    """Return the files of repair: the words are names, and those of the oldest segment.

    Where there are many items, that one changes seldom.
    """
    inputs = (segment.digest, names_of(bulletin), synonyms_of(bulletin))
    return PageSet("search/repair", inputs, lambda: _pages(bulletin, segment))


def synonyms_of(bulletin: Bulletin) -> tuple[tuple[str, ...], ...]:
    """Return the words that mean the same: those of the editors, then the short names."""
    told = [(row.word, *row.others) for row in bulletin.synonyms]
    named = [(one.name, *one.aliases) for one in bulletin.organisations]
    named += [(one.name, *one.aliases) for one in bulletin.branches]
    return tuple(tuple(map(normalised, group)) for group in (*told, *named) if len(group) > 1)


def _pages(bulletin: Bulletin, segment: Segment) -> Iterator[Page]:
    from plugins.search.text_parts import parts_of  # noqa: PLC0415 - loads numpy
    from plugins.search.word_finder import frequent  # noqa: PLC0415 - as above

    parts = parts_of(segment, bulletin.keeper)
    some = parts[:: math.ceil(len(parts) / PARTS_AT_MOST) or 1]
    weights = word_weights(bulletin, frequent(map(words_of, some)))
    sounds = _all_sounds(weights, bulletin.keeper)
    shards = list(_shards(sounds.words, weights))
    files = {
        "variants": _variants(),
        "synonyms": synonyms_of(bulletin),
        "sounds": dict(sounds.characters),
        "words": {
            "syllables": sounds.syllables,
            "firsts": [_initials_of(next(iter(shard), "")) for shard in shards],
        },
        **{f"words-{number}": shard for number, shard in enumerate(shards)},
    }
    for name, value in files.items():
        yield Page(f"{FOLDER}/{name}.gz", compressed, Data(as_json(value)))


def _all_sounds(words: Iterable[str], keeper: Keeper) -> _Sounds:
    """Return how words sound; an edit seldom changes what words there are."""
    in_order = sorted(words)
    return _Sounds(*keeper.kept("sounds", digest_of(in_order), lambda: tuple(_sounds(in_order))))


def _sounds(words: Sequence[str]) -> _Sounds:
    by_initials: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    syllables: set[str] = set()
    for word in words:
        sound = sound_of(word)
        syllables.update(sound)
        for key in {" ".join(sound), *_other_orders(sound)}:
            by_initials[_initials_of(key)][key].append(word)
    by_sound = tuple(tuple(sorted(some.items())) for _, some in sorted(by_initials.items()))
    return _Sounds(by_sound, tuple(sorted(syllables)), _characters(words))


def _variants() -> tuple[str, str]:
    always = simplified_table()
    further = {one: other for one, other in all_variants().items() if one not in always}
    return "".join(map(chr, further)), "".join(map(chr, further.values()))


def _characters(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the characters of each sound; one that is not there may be a traditional one."""
    usual = {character for word in words for character in word} | _usual_characters()
    by_sound: dict[str, str] = defaultdict(str)
    for character in sorted(usual):
        for sound in sounds_of_character(character)[:READINGS_AT_MOST]:
            by_sound[sound] += character
    return tuple(sorted(by_sound.items()))


def _usual_characters() -> set[str]:
    rows = (bytes((row, cell)) for row in USUAL_CHARACTERS for cell in range(0xA1, 0xFF))
    return {row.decode("gb2312", errors="ignore") for row in rows} - {""}


def _other_orders(sound: Sequence[str]) -> Iterator[str]:
    """Yield initials in orders of which each begins with two others than the word does."""
    match [syllable[:1].upper() for syllable in sound]:
        case [first, second, third]:
            yield f"{third} {second} {first}"
            yield f"{third} {first} {second}"
        case [first, second, third, fourth]:
            yield f"{fourth} {third} {second} {first}"


def _shards(by_initials: Iterable[ByInitials], weights: Mapping[str, int]) -> Iterator[Words]:
    """Put the words with their weights, the weightiest first, into files.

    Those of the same initials stay together.
    """
    shard: Words = {}
    size = 0
    for same in by_initials:
        if size >= SHARD_SIZE:
            yield shard
            shard, size = {}, 0
        for sound, words in same:
            heaviest_first = sorted(words, key=lambda word: (-weights[word], word))
            shard[sound] = {word: weights[word] for word in heaviest_first}
            size += len(sound) + sum(map(len, words)) * UTF_8
    yield shard


def _initials_of(sound: str) -> str:
    """Return the first letter of each syllable."""
    return "".join(syllable[:1] for syllable in sound.split(" "))
