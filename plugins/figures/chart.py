"""The chart of a metric: a bar a figure, oldest first, of the numbers of the table beside it."""

from collections.abc import Sequence
from decimal import Decimal

from plugins.domain.figures import PERCENT, Figure, FigureKind
from plugins.figures.views import Bar, Chart

FULL = 100
UNEVEN = "各段时间长短不同，不能直接比较多少。"
DIFFERENT = 1.5
"""Months differ by less, a month and a year by more."""


def chart_of(figures: Sequence[Figure], labels: Sequence[str]) -> Chart | None:
    """Return the chart of a metric's figures; one alone is nothing to compare."""
    if len(figures) == 1 or any(figure.value < 0 for figure in figures):
        return None
    largest = max(figure.value for figure in figures)
    whole = FULL if figures[0].unit == PERCENT and largest <= FULL else largest
    bars = tuple(
        Bar(
            label=label,
            words=figure.words,
            share=_share(figure.value, Decimal(whole)),
            mark=figure.state.value if figure.is_doubtful else "",
        )
        for figure, label in zip(figures, labels, strict=True)
    )
    return Chart(
        title=f"{figures[0].metric}各时点的数字",
        description="，".join(f"{bar.label}{bar.words}{_bracketed(bar.mark)}" for bar in bars)
        + "。",
        note=UNEVEN if _is_uneven(figures) else "",
        bars=bars,
    )


def _share(value: Decimal, whole: Decimal) -> float:
    return round(float(value * FULL / whole), 2) if whole else 0.0


def _bracketed(mark: str) -> str:
    return f"（{mark}）" if mark else ""


def _is_uneven(figures: Sequence[Figure]) -> bool:
    """Tell whether increments count periods of different length."""
    lengths = [
        (one.until.last_day - (one.since or one.until).first_day).days + 1
        for one in figures
        if one.kind is FigureKind.INCREMENT
    ]
    return len(lengths) > 1 and max(lengths) > DIFFERENT * min(lengths)
