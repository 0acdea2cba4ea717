"""The chart of an honour by year: announced totals, and the numbers of the table beside it."""

from collections.abc import Sequence

from plugins.domain import addresses
from plugins.domain.honour_words import NO_TOTAL, announced_total, measure_of
from plugins.domain.tables import Honour
from plugins.registry.awards import Batch
from plugins.registry.views import Bar, Chart
from plugins.registry.wording import NO_RECORD

LONGEST = 100.0


def chart_of(honour: Honour, batches: Sequence[Batch]) -> Chart | None:
    """Return a bar a year from the first recognition to the last; None where there is none."""
    if not batches:
        return None
    years = [batch.recognition.year for batch in batches]
    totals = {year: _total(_of_year(batches, year)) for year in years}
    longest = max((total or 0 for total in totals.values()), default=0)
    bars = tuple(
        _bar(honour, year, _of_year(batches, year), longest)
        for year in range(min(years), max(years) + 1)
    )
    return Chart(
        title=f"{honour.name}历年公布数量",
        description=_in_words(bars, measure_of(honour)),
        measure=measure_of(honour),
        bars=bars,
    )


def _of_year(batches: Sequence[Batch], year: int) -> list[Batch]:
    return [batch for batch in batches if batch.recognition.year == year]


def _total(batches: Sequence[Batch]) -> int | None:
    return announced_total(batch.recognition for batch in batches)


def _bar(honour: Honour, year: int, batches: Sequence[Batch], longest: int) -> Bar:
    total = _total(batches)
    return Bar(
        year=year,
        url=addresses.of_honour_year(honour.slug, year) if batches else "",
        value=total,
        note="" if total is not None else NO_TOTAL if batches else NO_RECORD,
        share=round(LONGEST * (total or 0) / longest, 2) if longest else 0.0,
        listed=sum(batch.listed for batch in batches),
        valid=sum(batch.valid for batch in batches),
    )


def _in_words(bars: Sequence[Bar], measure: str) -> str:
    told = (f"{bar.year}年{bar.note or f'{bar.value}{measure}'}" for bar in bars)
    return "，".join(told) + "。"
