"""How good an answer is, beside what ought to be found.

The set: recall, precision, and whether it is exactly right. The order: which of the first ten
belong to the set (P@10), which of them are as relevant as the ten most relevant ones, and nDCG@10
with the gains of `search_truth.relevance`.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from plugins.bench.search_browser import Answer

FIRST = 10
MOST = 500
"""So many results are looked at one by one; beyond them an engine's own count is believed."""


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures of one answer, or the means of several; all lie between 0 and 1."""

    recall: float
    precision: float
    exact: float
    at_ten: float
    best_ten: float
    ndcg: float

    @property
    def is_exact(self) -> bool:
        """Tell whether the set is the right one."""
        return self.exact == 1


def quality_of(answer: Answer, wanted: Mapping[str, float]) -> Quality:
    """Compare an answer with what ought to be found: address, relevance; at least one."""
    right = len(wanted.keys() & set(answer.shown))
    share = right / len(answer.shown) if answer.shown else 0.0
    unseen = answer.total - len(answer.shown) if len(answer.shown) >= MOST else 0
    is_exact = answer.total == len(wanted) and right == len(answer.shown) == min(len(wanted), MOST)
    return Quality(
        recall=min(1.0, (right + share * unseen) / len(wanted)),
        precision=share,
        exact=float(is_exact),
        at_ten=_share_of_ten(answer.shown, wanted, 0),
        best_ten=_share_of_ten(answer.shown, wanted, _least_of_ten(wanted)),
        ndcg=ndcg(answer.shown, wanted),
    )


def mean(several: Iterable[Quality]) -> Quality:
    """Return the means over answers, each answer counting the same."""
    found = list(several)
    return Quality(
        recall=fmean(one.recall for one in found),
        precision=fmean(one.precision for one in found),
        exact=fmean(one.exact for one in found),
        at_ten=fmean(one.at_ten for one in found),
        best_ten=fmean(one.best_ten for one in found),
        ndcg=fmean(one.ndcg for one in found),
    )


def ndcg(shown: Sequence[str], wanted: Mapping[str, float]) -> float:
    """Return the discounted gain of the first ten as a share of the best there can be."""
    gains = (wanted.get(address, 0.0) for address in dict.fromkeys(shown[:FIRST]))
    best = sorted(wanted.values(), reverse=True)[:FIRST]
    return _discounted(gains) / _discounted(best)


def _discounted(gains: Iterable[float]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def _share_of_ten(shown: Sequence[str], wanted: Mapping[str, float], least: float) -> float:
    good = sum(wanted.get(address, -1) >= least for address in set(shown[:FIRST]))
    return good / min(FIRST, len(wanted))


def _least_of_ten(wanted: Mapping[str, float]) -> float:
    return sorted(wanted.values(), reverse=True)[:FIRST][-1]
