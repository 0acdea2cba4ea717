"""Rows of a table, or anything else, gathered under what they have in common."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

Key = TypeVar("Key")
Row = TypeVar("Row")


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
