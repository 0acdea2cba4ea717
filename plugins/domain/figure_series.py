"""What cumulative figures say when they are put in the order of time.

A cumulative may not fall, nor be less than an earlier one and what was added between. An inexact
number counts as the least or the most that it can be, times that overlap are not compared: only
what is certain is told.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from plugins.domain.figures import Approximation, Figure

Pair = tuple[Figure, Figure]


def least_of(figure: Figure) -> Fraction:
    """Return the least that a number can be; 约 and 近 say nothing of that."""
    is_open = figure.approximation in {Approximation.ABOUT, Approximation.NEARLY}
    return Fraction(0 if is_open else figure.value)


def most_of(figure: Figure) -> Fraction | None:
    """Return the most that a number can be; None where nothing is known of that."""
    is_bound = figure.approximation in {None, Approximation.NEARLY}
    return Fraction(figure.value) if is_bound else None


def pairs_in_time(series: Sequence[Figure]) -> Iterator[Pair]:
    """Yield the pairs of a cumulative to compare, the earlier first.

    Each is held against the last and the largest before it, of all and of those without a doubt:
    if any pair contradicts itself, one of these does, and each is doubtful only if all are.
    """
    before = [_Before(), _Before()]
    ended = sorted(series, key=lambda one: one.until.last_day)
    added = 0
    for later in sorted(series, key=lambda one: (one.until.first_day, one.until.last_day)):
        while added < len(ended) and ended[added].until.last_day < later.until.first_day:
            before[0].add(ended[added])
            if not ended[added].is_doubtful:
                before[1].add(ended[added])
            added += 1
        found = [one for some in before for one in (some.largest, some.last) if one]
        yield from ((earlier, later) for earlier in {id(one): one for one in found}.values())


def increments_between(increments: Sequence[Figure], pair: Pair) -> tuple[Figure, ...]:
    """Return increments that lie between two times for certain, no two of them in one time.

    Of several ways to choose them, the one that adds up to most.
    """
    earlier, later = pair
    between = sorted(
        (
            one
            for one in increments
            if _start(one) > earlier.until.last_day
            and (one.until.last_day < later.until.first_day or one.until == later.until)
        ),
        key=lambda one: one.until.last_day,
    )
    best: list[tuple[Fraction, tuple[Figure, ...]]] = [(Fraction(0), ())]
    ends = [one.until.last_day for one in between]
    for place, one in enumerate(between):
        total, chosen = best[bisect_left(ends, _start(one), hi=place)]
        best.append(max(best[-1], (total + least_of(one), (*chosen, one)), key=lambda way: way[0]))
    return best[-1][1]


@dataclass
class _Before:
    """The last and the largest of the figures that have gone before."""

    last: Figure | None = field(default=None)
    largest: Figure | None = field(default=None)

    def add(self, figure: Figure) -> None:
        self.last = figure
        if self.largest is None or least_of(figure) > least_of(self.largest):
            self.largest = figure


def _start(figure: Figure) -> date:
    return (figure.since or figure.until).first_day
