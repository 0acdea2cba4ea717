"""Queries that no text holds as they are typed, and what they mean.

Words of titles, of two to four characters, typed in four ways: in traditional characters, with one
character replaced by another of the same sound, as pinyin without tones, as the first letters of
their pinyin (three characters or more: two letters fit hundreds of words).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from random import Random

from pypinyin import Style, lazy_pinyin

from plugins.bench.search_queries import Query, Source, pieces_of
from plugins.search.variants import simplified_table

NUMBER = 50
FOR_INITIALS = 3
FORMS = ("繁体", "同音错字", "拼音", "拼音首字母")


class Mistyping:
    """The ways to type a word otherwise; each gives None where there is no other way."""

    def __init__(self, words: Sequence[str]) -> None:
        """Take the words whose characters may stand for others of the same sound."""
        self._words = words

    def traditional(self, word: str, chance: Random) -> str | None:
        """Type every character in a traditional form."""
        typed = "".join(chance.choice(self._traditional.get(one, [one])) for one in word)
        return typed if typed != word else None

    def homophone(self, word: str, chance: Random) -> str | None:
        """Type one character wrong."""
        at = chance.randrange(len(word))
        others = [one for one in self._alike[_sound(word[at])] if one != word[at]]
        return f"{word[:at]}{chance.choice(others)}{word[at + 1 :]}" if others else None

    def pinyin(self, word: str, _: Random) -> str:
        """Type the syllables without tones."""
        return "".join(lazy_pinyin(word))

    def initials(self, word: str, _: Random) -> str | None:
        """Type the first letter of every syllable."""
        if len(word) < FOR_INITIALS:
            return None
        return "".join(lazy_pinyin(word, style=Style.FIRST_LETTER))

    @cached_property
    def _traditional(self) -> Mapping[str, list[str]]:
        forms: dict[str, list[str]] = defaultdict(list)
        for one, other in simplified_table().items():
            forms[chr(other)].append(chr(one))
        return forms

    @cached_property
    def _alike(self) -> Mapping[str, list[str]]:
        alike: dict[str, list[str]] = defaultdict(list)
        for one in sorted({one for word in self._words for one in word}):
            alike[_sound(one)].append(one)
        return alike


def mistyped(source: Source) -> Iterator[Query]:
    """Yield fifty queries of each form, each with the word that is meant."""
    ways = Mistyping(list(source.words))
    forms = (ways.traditional, ways.homophone, ways.pinyin, ways.initials)
    for form, way in zip(FORMS, forms, strict=True):
        yield from islice(_of_form(source, form, way), NUMBER)


def _of_form(
    source: Source, form: str, way: Callable[[str, Random], str | None]
) -> Iterator[Query]:
    chance = source.chance(form)
    words = sorted({word for one in source.samples for word in pieces_of(one.title, source.words)})
    chance.shuffle(words)
    known: set[str] = set()
    for word in words:
        typed = way(word, chance)
        # A traditional form is read as the simplified one; any other must be found nowhere.
        if typed and typed not in known and (form == FORMS[0] or not source.truth.number([typed])):
            known.add(typed)
            yield Query(form, typed, means=word)


def _sound(one: str) -> str:
    return "".join(lazy_pinyin(one))
