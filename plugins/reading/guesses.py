"""What an editor may have meant by a name that nothing bears; nothing rather than a stranger.

Chinese is typed by its sound, so a slip sounds like what was meant, or leaves something out, adds
or turns round; 财政局 for 民政局 is another bureau. Words of a declared list, as keys are, are few
and no strangers: for those `nearest_of` is enough; but the choices of a key are.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import PurePosixPath

from plugins.domain.pinyin import pinyin_key
from plugins.problems import nearest_of

HAN = re.compile("[\u3400-\u9fff]")
NUMERAL = re.compile(r"\d|[〇零一二三四五六七八九十百]")
SOUNDS_CONFUSED = (
    (re.compile("^([zcs])h"), r"\1"),
    (re.compile("ng$"), "n"),
)
KEPT_AT_LEAST = 2 / 3
"""How much of the longer of two names is in the shorter one too."""

LENGTH_PER_SLIP = 4
"""So many letters of a file's name may hold one slip."""


def guess_of(word: str, known: Iterable[str]) -> str | None:
    """Return the known name that was probably meant, None where none is near."""
    names = tuple(known)
    if not HAN.search(word):
        near = _same_in_another_folder(word, names) or nearest_of(word, names)
        return near if near and _is_near_file(word, near) else None
    numerals = NUMERAL.findall(word)
    alike = (*_by_sound(names).get(_sounds(word), ()), nearest_of(word, names))
    return next(
        (
            name
            for name in alike
            if name and NUMERAL.findall(name) == numerals and _is_near_name(word, name)
        ),
        None,
    )


def homophones(names: Iterable[str]) -> dict[str, str]:
    """Return each name that differs from one before it in a character of the same sound, and that.

    The tone counts here: 水务局 and 税务局 are two bureaus.
    """
    alike: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for name in names:
        for index, character in enumerate(name):
            if HAN.match(character):
                alike[name[:index], name[index + 1 :]].setdefault(character, name)
    found: dict[str, str] = {}
    for (before, after), by_character in alike.items():
        if len(by_character) == 1 or not before + after:
            continue
        first: dict[str, str] = {}
        for character, name in by_character.items():
            if (other := first.setdefault(_sound_with_tone(character), name)) is not name:
                found[name] = other
    return found


@cache
def _sound_with_tone(character: str) -> str:
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its dictionary takes 0.2 s to load

    return "".join(lazy_pinyin(character, style=Style.TONE3))


@lru_cache(maxsize=4)
def _by_sound(names: tuple[str, ...]) -> Mapping[tuple[str, ...], list[str]]:
    by_sound: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        by_sound.setdefault(_sounds(name), []).append(name)
    return by_sound


def _sounds(name: str) -> tuple[str, ...]:
    """Return how the characters of a name sound, one by one; marks and blanks do not."""
    return tuple(sound for character in name if (sound := _sound(character)))


@cache  # of some thousand characters
def _sound(character: str) -> str:
    sound = pinyin_key(character)
    for confused, with_other in SOUNDS_CONFUSED:
        sound = confused.sub(with_other, sound)
    return sound


def _is_near_name(word: str, name: str) -> bool:
    """Tell a name that sounds the same, turned round or with something left out."""
    shorter, longer = sorted((_sounds(word), _sounds(name)), key=len)
    if len(shorter) == len(longer):
        return sorted(shorter) == sorted(longer)
    rest = iter(longer)
    return len(shorter) >= KEPT_AT_LEAST * len(longer) and all(sound in rest for sound in shorter)


def _same_in_another_folder(word: str, names: tuple[str, ...]) -> str | None:
    same = _by_file(names).get(_file_of(word), ())
    return same[0] if len(same) == 1 else None


@lru_cache(maxsize=4)
def _by_file(names: tuple[str, ...]) -> Mapping[str, list[str]]:
    by_file: dict[str, list[str]] = {}
    for name in names:
        by_file.setdefault(_file_of(name), []).append(name)
    return by_file


def _file_of(path: str) -> str:
    return path.casefold().rpartition("/")[2]


def _is_near_file(word: str, name: str) -> bool:
    """Tell a file with a slip or two in its own name, or its end forgotten."""
    written, other = (PurePosixPath(path.casefold()).stem for path in (word, name))
    if re.findall(r"\d", written) != re.findall(r"\d", other):
        return False
    slips = _slips(written, other)
    is_cut = len(written) >= LENGTH_PER_SLIP and other.startswith(written)
    return is_cut or slips <= len(written) // LENGTH_PER_SLIP


def _slips(word: str, name: str) -> int:
    """Count the letters to add, leave out or change that make one word of another."""
    row = list(range(len(name) + 1))
    for line, letter in enumerate(word, start=1):
        above, row = row, [line]
        for column, other in enumerate(name, start=1):
            change = above[column - 1] + (letter != other)
            row.append(min(change, above[column] + 1, row[-1] + 1))
    return row[-1]
