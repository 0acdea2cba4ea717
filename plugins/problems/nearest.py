"""Finding what an editor probably meant to type."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from posixpath import commonprefix

LIKE_ENOUGH = 0.5
LENGTH_AT_MOST = 120
LOOKED_AT = 60
COMMON = 1000


def nearest_of(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, or None where none is like enough.

    Two-character Chinese keys that share one character count as alike (标提 and 标题). Of very
    many words only those that share most with `word` are compared closely: thousands of wrong
    names, or one in thousands of files, take seconds and not hours.
    """
    return _nearest(word, tuple(known)) if 0 < len(word) <= LENGTH_AT_MOST else None


@lru_cache(maxsize=512)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.casefold())
    bearers = _bearers(known)
    shared = Counter(
        candidate
        for mark in _marks(word)
        if len(bearers.get(mark, ())) <= COMMON
        for candidate in bearers.get(mark, ())
    )
    ranked = ((count, len(commonprefix((word, one))), one) for one, count in shared.items())
    best = (LIKE_ENOUGH, 0, "")
    for count, _, candidate in nlargest(LOOKED_AT, ranked):
        matcher.set_seq1(candidate.casefold())
        if matcher.quick_ratio() >= best[0]:
            best = max(best, (matcher.ratio(), count, candidate))
    return best[-1] or None


@lru_cache(maxsize=4)
def _bearers(known: tuple[str, ...]) -> Mapping[str, Sequence[str]]:
    """Return the words that bear a mark, by mark."""
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for word in known:
        for mark in _marks(word):
            bearers[mark].append(word)
    return bearers


def _marks(word: str) -> set[str]:
    """Return the characters of a word, and its runs of two and three."""
    plain = word.casefold()
    return {plain[start : start + length] for length in (1, 2, 3) for start in range(len(plain))}
