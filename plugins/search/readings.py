"""How Han is read, without tones, as a reader would type it.

In: the dictionaries of pypinyin. Out: what the search needs of them. They take 0.2 s to load, so
that is kept from one build to the next.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from plugins.domain.keeping import Keeper

LONGEST = 4
"""Characters of a phrase that is looked up."""

HAN = range(0x3400, 0xA000)

Sound = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """The syllables of phrases, and those that each character may be read as, the usual first.

    They are parted by blanks: tens of thousands are loaded at once.
    """

    phrases: Mapping[str, str]
    characters: Mapping[str, str]

    def of_word(self, word: str) -> Sound:
        """Return the syllables of a word: those of the longest phrases in it, from its beginning.

        Where none begins, the usual one of the character.
        """
        syllables: list[str] = []
        while rest := word[len(syllables) :]:
            pieces = (rest[:size] for size in range(min(len(rest), LONGEST), 1, -1))
            known = next((self.phrases[piece] for piece in pieces if piece in self.phrases), "")
            syllables += known.split() or self.of_character(rest[0])[:1] or [""]
        return tuple(syllables)

    def of_character(self, character: str) -> Sound:
        """Return the syllables that a character is read as; none where nobody knows."""
        return tuple(self.characters.get(character, "").split())


@lru_cache(maxsize=1)
def readings(keeper: Keeper) -> Readings:
    """Return the readings of phrases and characters; a process loads them once."""
    return Readings(*keeper.kept("readings", b"", _loaded))


@cache
def _loaded() -> tuple[dict[str, str], dict[str, str]]:
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT  # noqa: PLC0415 - as told above

    phrases = {
        phrase: " ".join([_toneless(usual) for usual, *_ in syllables])
        for phrase, syllables in PHRASES_DICT.items()
        if 1 < len(phrase) <= LONGEST
    }
    characters = {
        chr(code): " ".join(dict.fromkeys(map(_toneless, syllables.split(","))))
        for code, syllables in PINYIN_DICT.items()
        if code in HAN
    }
    return phrases, characters


@cache
def _toneless(syllable: str) -> str:
    from pypinyin.contrib.tone_convert import to_normal  # noqa: PLC0415 - as above

    return to_normal(syllable)
