"""The sentences of this feature: measure words, coverage, batches, years without a record."""

from collections.abc import Iterable, Sequence

from plugins.domain.dates import BulletinDate
from plugins.domain.tables import Honour, RecipientKind, Recognition
from plugins.registry.ledger import Batch

NO_LIST = "本刊未收录名单"
NO_NAMES = "个人不列名"
NO_RECORD = "本刊无记载"
NO_TOTAL = "公布数量未见记载"


def measure_of(honour: Honour) -> str:
    """Return the measure word of an honour's recipients: 名 for persons, else 个."""
    return "名" if honour.awarded_to is RecipientKind.PERSON else "个"


def announced_total(batches: Iterable[Batch]) -> int | None:
    """Add up what was announced; None where no batch's total is known."""
    known = [
        batch.recognition.announced for batch in batches if batch.recognition.announced is not None
    ]
    return sum(known) if known else None


def coverage(batches: Sequence[Batch]) -> str:
    """Say what was announced and how much of it is listed: `公布35个，本刊收录2个`."""
    measure = measure_of(batches[0].honour)
    silent = sum(batch.recognition.announced is None for batch in batches)
    total = announced_total(batches)
    if total is None:
        return f"{NO_TOTAL}，{listed(batches)}"
    told = f"公布{total}{measure}"
    if silent:
        told += f"（另{silent}批{NO_TOTAL}）"
    elif 0 < total == sum(batch.listed for batch in batches):
        return f"{told}，全部收录"
    return f"{told}，{listed(batches)}"


def listed(batches: Sequence[Batch]) -> str:
    """Say how many recipients are listed here; of persons, that nobody is named."""
    honour = batches[0].honour
    if total := sum(batch.listed for batch in batches):
        return f"本刊收录{total}{measure_of(honour)}"
    return NO_NAMES if honour.awarded_to is RecipientKind.PERSON else NO_LIST


def unnamed_note(batches: Iterable[Batch], measure: str) -> str:
    """Say how many persons are counted and not named; empty where there is none."""
    unnamed = sum(batch.unnamed for batch in batches)
    return f"另有{unnamed}{measure}只计数，不列姓名。" if unnamed else ""


def batch_label(recognition: Recognition) -> str:
    """Say when a batch was given: `2022年6月授予`, or its year where no date is known."""
    if recognition.awarded_on:
        return f"{recognition.awarded_on.text}授予"
    return f"{recognition.year}年度"


def since_when(date: BulletinDate | None) -> str:
    """Return a date in brackets, or nothing."""
    return f"（{date.text}）" if date else ""


def years_in_words(years: Iterable[int]) -> str:
    """Name years, a run of three or more by its ends: `2019年、2023年至2026年`."""
    return "、".join(
        part
        for first, last in _runs(years)
        for part in ([f"{first}年至{last}年"] if last - first > 1 else _each(first, last))
    )


def _each(first: int, last: int) -> list[str]:
    return [f"{year}年" for year in range(first, last + 1)]


def _runs(years: Iterable[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for year in sorted(set(years)):
        if runs and runs[-1][1] == year - 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs
