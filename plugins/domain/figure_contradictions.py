"""Figures that cannot all be true: held against each other by their 算式, exactly.

In: the ledger, and the recognitions whose announced totals it repeats. Out: each contradiction
with all its rows. What an inexact number (约 余 多) leaves open is none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from plugins.domain.figure_formulas import Formula, Relation, formula_of
from plugins.domain.figure_series import (
    Pair,
    increments_between,
    least_of,
    most_of,
    pairs_in_time,
)
from plugins.domain.figures import Figure, FigureKind
from plugins.domain.grouping import grouped
from plugins.domain.tables import Recognition

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Rows that contradict each other; `fault` says how, in words for editors and readers.

    The last of `figures` is the one to be told.
    """

    fault: str
    figures: tuple[Figure, ...]
    recognitions: tuple[Recognition, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The identities of the items that its rows come from, each once."""
        figures = (one.source_item for one in self.figures)
        recognitions = (one.source_item for one in self.recognitions)
        return tuple(dict.fromkeys([*figures, *recognitions]))

    @property
    def is_admitted(self) -> bool:
        """Whether every row of it is marked as doubtful, so that readers are told."""
        return all(one.is_doubtful for one in self.figures) and all(
            one.doubt for one in self.recognitions
        )


def contradictions(
    figures: Sequence[Figure], recognitions: Iterable[Recognition] = ()
) -> Iterator[Contradiction]:
    """Yield all contradictions of a ledger, in the order of its rows."""
    ledger = Ledger(figures)
    awards = grouped((one.honour, one) for one in recognitions)
    for figure in figures:
        if formula := formula_of(figure.formula):
            yield from _of_formula(figure, formula, ledger, awards)
    for series in ledger.cumulatives.values():
        yield from _of_series(series, ledger)


class Ledger:
    """The figures by what they are looked up by.

    `cumulatives` are series of one metric, scope and start: one that counts each year anew is
    another every year.
    """

    def __init__(self, figures: Sequence[Figure]) -> None:
        """Index the figures; of two rows for the same the first counts."""
        self._at: dict[tuple[str, str, tuple[str, str]], Figure] = {}
        for one in figures:
            self._at.setdefault((one.metric, one.scope, one.period), one)
        kinds = grouped((one.kind, one) for one in figures)
        self._increments = grouped(
            ((one.metric, one.scope), one) for one in kinds.get(FigureKind.INCREMENT, ())
        )
        self.cumulatives = grouped(
            ((one.metric, one.scope, one.period[0]), one)
            for one in kinds.get(FigureKind.CUMULATIVE, ())
        )

    def beside(self, figure: Figure, metric: str) -> Figure | None:
        """Return the figure of another metric for the same scope and time."""
        return self._at.get((metric, figure.scope, figure.period))

    def increments(self, metric: str, scope: str) -> tuple[Figure, ...]:
        """Return what was added to a metric in a scope, time by time."""
        return self._increments.get((metric, scope), ())


def _of_formula(
    figure: Figure, formula: Formula, ledger: Ledger, awards: Mapping[str, tuple[Recognition, ...]]
) -> Iterator[Contradiction]:
    others = [ledger.beside(figure, name) for name in formula.metrics]
    known = tuple(one for one in others if one is not None)
    if formula.relation is Relation.ANNOUNCED:
        yield from _of_announced(figure, awards.get(formula.names[0], ()))
    elif len(known) < len(others) or formula.relation is Relation.TOTAL:
        return
    elif formula.relation is Relation.SHARE:
        yield from _of_share(figure, *known)
    elif formula.relation is Relation.SUM:
        yield from _of_sum(figure, known)
    elif (most := most_of(known[0])) is not None and least_of(figure) > most:
        told = f"{_told(figure)}是{_told(known[0])}的一部分，却比它多"
        yield Contradiction(told, (*known, figure))


def _of_share(figure: Figure, part: Figure, whole: Figure) -> Iterator[Contradiction]:
    if figure.approximation or part.approximation or whole.approximation:
        return
    if not shares_agree(figure.value, part.value, whole.value):
        told = f"{_told(part)}除以{_told(whole)}得{share_words(part.value, whole.value)}"
        yield Contradiction(f"{told}，不是{figure.words}", (part, whole, figure))


def _of_sum(figure: Figure, parts: tuple[Figure, ...]) -> Iterator[Contradiction]:
    most, largest = most_of(figure), [most_of(part) for part in parts]
    known = [one for one in largest if one is not None]
    too_much = most is not None and sum(map(least_of, parts)) > most
    too_little = len(known) == len(parts) and sum(known) < least_of(figure)
    if too_much or too_little:
        told = "、".join(map(_told, parts))
        total = sum((part.value for part in parts), Decimal())
        yield Contradiction(f"{told}，合计{total}，不是{_told(figure)}", (*parts, figure))


def _of_announced(figure: Figure, awards: Sequence[Recognition]) -> Iterator[Contradiction]:
    first = (figure.since or figure.until).first_day
    given = tuple(one for one in awards if first <= one.first_day <= figure.until.last_day)
    announced = [one.announced for one in given if one.announced is not None]
    if not given or len(announced) < len(given):
        return
    most = most_of(figure)
    if least_of(figure) > sum(announced) or (most is not None and most < sum(announced)):
        told = f"表彰表里公布的是{sum(announced)}，不是{_told(figure)}"
        yield Contradiction(told, (figure,), given)


def _of_series(series: Sequence[Figure], ledger: Ledger) -> Iterator[Contradiction]:
    metrics = dict.fromkeys(name for one in series for name in _totalled(one))
    increments = [one for name in metrics for one in ledger.increments(name, series[0].scope)]
    for pair in pairs_in_time(series):
        yield from _of_pair(pair, increments_between(increments, pair))


def _totalled(figure: Figure) -> tuple[str, ...]:
    formula = formula_of(figure.formula)
    return formula.names if formula and formula.relation is Relation.TOTAL else ()


def _of_pair(pair: Pair, added: tuple[Figure, ...]) -> Iterator[Contradiction]:
    """Tell a cumulative that fell, or grew by less than was added; a fall needs no increment."""
    earlier, later = pair
    most, least = most_of(later), least_of(earlier)
    total = sum(map(least_of, added), Fraction())
    if most is None or least + total <= most:
        return
    told = f"{earlier.metric}{earlier.when}为{earlier.words}，{later.when}为{later.words}"
    between = "、".join(f"{one.words}（{one.when}）" for one in added)
    between = f"，其间新增{between}" if between else ""
    if least > most:
        yield Contradiction(f"{told}，反而减少{between}", pair)
    else:
        expected = sum((one.value for one in added), earlier.value)
        yield Contradiction(f"{told}{between}，应不少于{expected}", (*added, earlier, later))


def shares_agree(printed: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Tell whether a printed percentage is that of two numbers, as far as it is printed."""
    if not whole:
        return False
    places = -int(printed.as_tuple().exponent)
    half = Fraction(1, 2 * 10**places)
    return abs(Fraction(part) * HUNDRED / Fraction(whole) - Fraction(printed)) <= half


def share_words(part: Decimal, whole: Decimal) -> str:
    """Return the percentage of two numbers to two places; nothing can be divided by zero."""
    if not whole:
        return "不出百分比"
    return f"{float(Fraction(part) * HUNDRED / Fraction(whole)):.2f}%"


def _told(figure: Figure) -> str:
    return f"{figure.metric}{figure.words}"
