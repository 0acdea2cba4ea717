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
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page, PageSet
from plugins.search.files import FOLDER, Data, as_json, compressed
from plugins.search.segments import Segment
from plugins.search.sounds import Sounds, characters_by_sound, words_by_sound
from plugins.search.text import normalised
from plugins.search.variants import all_variants, simplified_table
from plugins.search.words import names_of, titles_of, word_weights, words_of

if TYPE_CHECKING:
    from plugins.search.word_finder import Words

PARTS_TOGETHER = 4
"""Parts in which words are looked for together: in fewer texts, rare ones come but once."""

GROUPS_AT_MOST = 10
"""More texts have hardly a word more."""


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


def _pages(bulletin: Bulletin, segment: Segment) -> Iterator[Page | PageSet]:
    from plugins.search.text_parts import parts_of  # noqa: PLC0415 - loads numpy
    from plugins.search.word_finder import frequent  # noqa: PLC0415 - as above

    parts = parts_of(segment, bulletin.keeper)
    groups = [parts[at : at + PARTS_TOGETHER] for at in range(0, len(parts), PARTS_TOGETHER)]
    some = groups[:: math.ceil(len(groups) / GROUPS_AT_MOST) or 1]
    words = frequent(map(words_of, some))
    inputs = (*words, names_of(bulletin), titles_of(bulletin))
    yield _page("synonyms", synonyms_of(bulletin))
    yield PageSet("search/variants", (), lambda: [_page("variants", _variants())])
    yield PageSet("search/words", inputs, lambda: _pages_of_words(bulletin, words))


def _pages_of_words(bulletin: Bulletin, words: "Words") -> Iterator[Page | PageSet]:
    weights = word_weights(bulletin, words)
    by_sound = words_by_sound(sorted(weights), bulletin.keeper)
    yield _page("sounds", characters_by_sound(weights, bulletin.keeper))
    yield _page("words", {"syllables": by_sound.syllables, "firsts": by_sound.firsts()})
    for number, (digest, sounds) in enumerate(by_sound.shards):
        inputs = (digest, [weights[word] for _, words in sounds for word in words])
        name = f"words-{number}"
        yield PageSet(name, inputs, partial(_shard_page, name, sounds, weights))


def _shard_page(name: str, sounds: Sounds, weights: Mapping[str, int]) -> Iterator[Page]:
    """Yield the page of words by their sounds, the weightiest first."""
    shard = {}
    for sound, words in sounds:
        weightiest_first = sorted(words, key=lambda word: (-weights[word], word))
        shard[sound] = {word: weights[word] for word in weightiest_first}
    yield _page(name, shard)


def _page(name: str, value: object) -> Page:
    return Page(f"{FOLDER}/{name}.gz", compressed, Data(as_json(value)))


def _variants() -> tuple[str, str]:
    always = simplified_table()
    further = {one: other for one, other in all_variants().items() if one not in always}
    return "".join(map(chr, further)), "".join(map(chr, further.values()))
