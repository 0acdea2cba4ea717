"""Finding what an editor probably meant to type."""

from collections.abc import Iterable
from difflib import SequenceMatcher

LIKE_ENOUGH = 0.5


def nearest_of(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, or None where none is like enough.

    Two-character Chinese keys that share one character count as alike (标提 and 标题).
    """
    ranked = sorted(((_likeness(word, candidate), candidate) for candidate in known), reverse=True)
    if ranked and ranked[0][0] >= LIKE_ENOUGH:
        return ranked[0][1]
    return None


def _likeness(word: str, candidate: str) -> float:
    return SequenceMatcher(None, word.casefold(), candidate.casefold()).ratio()
