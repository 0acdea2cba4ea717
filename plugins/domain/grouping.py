"""Rows of a table, or anything else, gathered under what they have in common."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

Key = TypeVar("Key")
Row = TypeVar("Row")

NEAR = 20
"""So many `others` may be around a row."""


def grouped(pairs: Iterable[tuple[Key, Row]]) -> dict[Key, tuple[Row, ...]]:
    """Gather rows by their keys; keys and rows keep the order in which they come."""
    groups: dict[Key, list[Row]] = {}
    for key, row in pairs:
        groups.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in groups.items()}


def around(rows: Sequence[Row], index: int, others: int) -> Sequence[Row]:
    """Return the row at an index with as many `others`: half of them before it, where there are."""
    last_start = max(0, len(rows) - others - 1)
    start = min(max(0, index - others // 2), last_start)
    return rows[start : start + others + 1]


def digests_around(digests: Sequence[bytes]) -> list[bytes]:
    """Return for every row, given by its digest, one that changes when any row `around` it does.

    It may change with a row a little further off as well: rows are digested in blocks, counted
    from the last row, so that a new first row leaves all but the nearest alone.
    """
    backwards = digests[::-1]
    blocks = [b"".join(backwards[at : at + NEAR]) for at in range(0, len(digests), NEAR)]
    found: list[bytes] = []
    for number in range(len(blocks)):
        near = sha256(b"".join(blocks[max(0, number - 1) : number + 2])).digest()
        found += [near] * NEAR
    return found[: len(digests)][::-1]
