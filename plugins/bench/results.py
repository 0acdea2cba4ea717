"""Raw figures of builds, and what follows from them: medians, ratios, growth."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median

from plugins.bench.builders import ALONE, OURS
from plugins.bench.measuring import Usage


@dataclass(frozen=True, slots=True)
class Run:
    """One build: which round, how many items, who, in which situation, and what it took.

    `rendered` is known of our own builds only.
    """

    turn: int
    items: int
    builder: str
    scenario: str
    usage: Usage
    rendered: int | None
    written: int

    def as_row(self) -> dict[str, object]:
        """Return the figures under one name each, for JSON."""
        row = asdict(self)
        usage: dict[str, object] = row.pop("usage")
        return row | usage


@dataclass(frozen=True, slots=True)
class Output:
    """What a builder makes from nothing: HTML pages, those of items, and the bytes of these."""

    builder: str
    items: int
    pages: int
    item_pages: int
    item_bytes: int


@dataclass(frozen=True, slots=True)
class Middle:
    """The medians of the same build in all rounds; None where the system does not tell."""

    items: int
    builder: str
    scenario: str
    wall: float
    cpu: float | None
    megabytes: float | None
    worker_megabytes: float | None
    rendered: int | None
    written: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """Our figure divided by another builder's in the same round, the median of all rounds.

    `ours` is which of our builds it is.
    """

    items: int
    scenario: str
    ours: str
    builder: str
    wall: float
    cpu: float | None


@dataclass(frozen=True, slots=True)
class Growth:
    """The power of the number of items with which the CPU seconds grow; 1 is in proportion."""

    scenario: str
    builder: str
    power: float | None


def middles(runs: Sequence[Run]) -> list[Middle]:
    """Return the medians of runs in the order in which they first came."""
    return [
        Middle(
            items=items,
            builder=builder,
            scenario=scenario,
            wall=median(run.usage.wall for run in same),
            cpu=_median(run.usage.cpu for run in same),
            megabytes=_median(run.usage.megabytes for run in same),
            worker_megabytes=_median(run.usage.worker_megabytes for run in same),
            rendered=same[0].rendered,
            written=same[0].written,
        )
        for (items, builder, scenario), same in _grouped(runs).items()
    ]


def ratios(runs: Sequence[Run]) -> list[Ratio]:
    """Compare our builds with every other builder's of the same round, size and situation."""
    of_name = {
        name: {(run.turn, run.items, run.scenario): run for run in runs if run.builder == name}
        for name in (OURS, ALONE)
    }
    others = _grouped([run for run in runs if run.builder not in of_name])
    return [
        Ratio(items, scenario, name, builder, *_ratios_to(ours, same))
        for (items, builder, scenario), same in others.items()
        for name, ours in of_name.items()
        if ours
    ]


def growths(found: Sequence[Middle]) -> list[Growth]:
    """Return how every builder's CPU seconds grow from the smallest size to the largest."""
    series: dict[tuple[str, str], list[Middle]] = {}
    for one in found:
        series.setdefault((one.scenario, one.builder), []).append(one)
    return [Growth(*name, _power(several)) for name, several in series.items()]


def _ratios_to(
    ours: Mapping[tuple[int, int, str], Run], others: Sequence[Run]
) -> tuple[float, float | None]:
    """Return the median ratios of wall and CPU seconds."""
    pairs = [(ours[run.turn, run.items, run.scenario].usage, run.usage) for run in others]
    wall = median(our.wall / other.wall for our, other in pairs)
    return wall, _median(our.cpu / other.cpu for our, other in pairs if our.cpu and other.cpu)


def _grouped(runs: Iterable[Run]) -> dict[tuple[int, str, str], list[Run]]:
    groups: dict[tuple[int, str, str], list[Run]] = {}
    for run in runs:
        groups.setdefault((run.items, run.builder, run.scenario), []).append(run)
    return groups


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def _power(several: Sequence[Middle]) -> float | None:
    first, last = min(several, key=_items), max(several, key=_items)
    if first.items == last.items or not first.cpu or not last.cpu:
        return None
    return math.log(last.cpu / first.cpu) / math.log(last.items / first.items)


def _items(one: Middle) -> int:
    return one.items
