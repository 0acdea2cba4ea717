"""Sort keys of Chinese names: their pinyin, so that tables sort alike in every locale."""

import re
from functools import cache

AFTER_A_PLACE = re.compile("(?<=[省市州县区镇乡])(?=长)")
NOT_SORTED_BY = re.compile(r"[^\w ]+")


@cache  # A reading takes 0.2 ms, and a name stands in many tables.
def pinyin_key(text: str) -> str:
    """Return the key that a name is sorted by: syllables parted by blanks, without punctuation.

    Blanks keep the order of dictionaries: 西安 (`xi an`) stands before 西北, both before 县.
    """
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionary takes 0.2 s to load

    syllables = [syllable for piece in _pieces(text) for syllable in lazy_pinyin(piece)]
    return " ".join(NOT_SORTED_BY.sub(" ", " ".join(syllables)).lower().split())


def _pieces(text: str) -> list[str]:
    """Part 市 from a following 长 that begins a word of its own (市|长途): pypinyin reads 市长."""
    cuts = [0, *(m.start() for m in AFTER_A_PLACE.finditer(text) if _begins_word(text, m.start()))]
    ends = [*cuts[1:], len(text)]
    return [text[start:end] for start, end in zip(cuts, ends, strict=True)]


def _begins_word(text: str, start: int) -> bool:
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415 - as above

    return text[start : start + 2] in PHRASES_DICT
