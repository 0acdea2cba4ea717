"""Finding what an editor probably meant to type."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise

LIKE_ENOUGH = 0.5
LENGTH_AT_MOST = 120
LOOKED_AT = 60


def nearest_of(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, or None where none is like enough.

    Two-character Chinese keys that share one character count as alike (标提 and 标题). Of very
    many words only those that share most characters with `word` are compared closely, and a
    question asked again is not worked out again: one wrong name may stand in thousands of files.
    """
    return _nearest(word, tuple(known)) if 0 < len(word) <= LENGTH_AT_MOST else None


@lru_cache(maxsize=512)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.casefold())
    marks = _marks(word)
    shared = [(len(marks & _marks(candidate)), candidate) for candidate in known]
    best = (LIKE_ENOUGH, 0, "")
    for count, candidate in nlargest(LOOKED_AT, shared):
        matcher.set_seq1(candidate.casefold())
        if matcher.quick_ratio() >= best[0]:
            best = max(best, (matcher.ratio(), count, candidate))
    return best[-1] or None


def _marks(word: str) -> set[str]:
    """Return the characters of a word and its pairs of neighbours."""
    plain = word.casefold()
    return {*plain, *map("".join, pairwise(plain))}
