"""The sentences of this feature: coverage of batches, unnamed persons, years without a record."""

from collections.abc import Iterable, Sequence

from plugins.domain.dates import BulletinDate
from plugins.domain.honour_words import coverage
from plugins.domain.tables import Recognition
from plugins.registry.awards import Batch

NO_RECORD = "本刊无记载"


def coverage_of(batches: Sequence[Batch]) -> str:
    """Say of batches of one honour what was announced and how much of it is listed."""
    recognitions = [batch.recognition for batch in batches]
    return coverage(batches[0].honour, recognitions, sum(batch.listed for batch in batches))


def unnamed_note(batches: Iterable[Batch], measure: str) -> str:
    """Say how many persons are counted and not named; empty where there is none."""
    unnamed = sum(batch.unnamed for batch in batches)
    return f"另有{unnamed}{measure}只计数，不列姓名。" if unnamed else ""


def doubt_note(recognition: Recognition) -> str:
    """Return what 编者注 says of a recognition in doubt; empty where there is no doubt."""
    return f"{recognition.doubt.rstrip('。')}。以上待核实。" if recognition.doubt else ""


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
