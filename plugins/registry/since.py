"""Answers to “how many since …?” for every year in which an honour was given."""

from collections.abc import Sequence

from plugins.domain.honour_words import NO_TOTAL, announced_total, listed_words, measure_of
from plugins.domain.tables import Honour
from plugins.registry.awards import Batch
from plugins.registry.views import SinceAnswer
from plugins.registry.wording import NO_RECORD, years_in_words


def since_answers(
    honour: Honour, batches: Sequence[Batch], this_year: int
) -> tuple[SinceAnswer, ...]:
    """Answer for each year that has a recognition, the earliest first, up to `this_year`."""
    years = sorted({batch.recognition.year for batch in batches})
    return tuple(_answer(honour, batches, start, this_year) for start in years)


def _answer(honour: Honour, batches: Sequence[Batch], start: int, this_year: int) -> SinceAnswer:
    counted = [batch for batch in batches if batch.recognition.year >= start]
    awards = [award for batch in counted for award in batch.named]
    given = {batch.recognition.year for batch in counted}
    missing = years_in_words(set(range(start, this_year + 1)) - given)
    return SinceAnswer(
        start=start,
        batches=len(counted),
        announced=announced_total(batch.recognition for batch in counted),
        listed=len(awards),
        distinct=len({award.identity for award in awards}),
        valid=sum(batch.valid for batch in counted),
        missing=missing,
        sentence=_sentence(honour, counted, start, missing),
    )


def _sentence(honour: Honour, counted: Sequence[Batch], start: int, missing: str) -> str:
    """Write the sentence to copy; it names the years that the tables are silent about."""
    gap = f"，其中{missing}{NO_RECORD}" if missing else ""
    return f"{start}年以来，{_giver(counted)}{_amount(honour, counted)}{gap}。"


def _amount(honour: Honour, counted: Sequence[Batch]) -> str:
    measure = measure_of(honour)
    kept = listed_words(honour, sum(batch.listed for batch in counted))
    total = announced_total(batch.recognition for batch in counted)
    silent = sum(batch.recognition.announced is None for batch in counted)
    if total is None:
        return f"授予{honour.name}{len(counted)}批（{NO_TOTAL}，{kept}）"
    if silent:
        return (
            f"授予{honour.name}{len(counted)}批，其中{len(counted) - silent}批公布"
            f"{total}{measure}，{silent}批{NO_TOTAL}（{kept}）"
        )
    return f"共授予{honour.name}{total}{measure}（{len(counted)}批，{kept}）"


def _giver(counted: Sequence[Batch]) -> str:
    """Name who gave all of them; nobody where they differ or a recognition is in doubt."""
    givers = {batch.recognition.awarded_by for batch in counted}
    is_certain = len(givers) == 1 and not any(batch.recognition.doubt for batch in counted)
    return "、".join(counted[0].recognition.awarded_by) if is_certain else ""
