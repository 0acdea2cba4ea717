"""What the search has to reach, and whether it does: one row a goal."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.bench.search_builds import COLD, EDITED_NEWEST, EDITED_OLDEST
from plugins.bench.search_figures import SiteFigures, at_share
from plugins.bench.search_measuring import Measured
from plugins.bench.search_quality import mean
from plugins.bench.search_repairs import FORMS

KILOBYTE = 1000
MEGABYTE = 1000 * KILOBYTE
LARGE = 10_000
"""Larger sites have goals of their own."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One figure beside its goal; `is_least` where it must not be less, else it must not be more.

    `value` is None where this computer does not tell it.
    """

    name: str
    value: float | None
    goal: float
    is_least: bool = False
    unit: str = ""

    @property
    def is_reached(self) -> bool | None:
        """Tell whether the goal is reached; None where that is not known."""
        if self.value is None:
            return None
        return self.value >= self.goal if self.is_least else self.value <= self.goal


def goals(site: SiteFigures) -> list[Goal]:
    """Hold the figures of our own engine on one site beside what is wanted of them."""
    return [*_of_quality(site.ours), *_of_loads(site), *_of_builds(site)]


def _of_quality(measured: Measured) -> Iterator[Goal]:
    whole = mean(one.quality for one in measured.ordinary if one.quality)
    yield Goal("普通查询：召回率", whole.recall, 0.998, is_least=True)
    yield Goal("普通查询：准确率", whole.precision, 0.998, is_least=True)
    yield Goal("普通查询：结果完全正确", whole.exact, 0.99, is_least=True)
    yield Goal("普通查询：P@10", whole.at_ten, 0.99, is_least=True)
    yield Goal("普通查询：nDCG@10", whole.ndcg, 0.98, is_least=True)
    remembered = measured.half_remembered
    if remembered:
        share = sum(one.in_sight for one in remembered) / len(remembered)
        yield Goal("半记得：目标在前五", share, 0.95, is_least=True)
    for form, least in zip(FORMS, (0.99, 0.93, 0.95, 0.9), strict=True):
        of_form = [one.quality for one in measured.of_kind(form) if one.quality]
        if of_form:
            yield Goal(f"{form}：召回率", mean(of_form).recall, least, is_least=True)


def _of_loads(site: SiteFigures) -> Iterator[Goal]:
    is_large = site.items > LARGE
    ordinary = site.ours.ordinary
    firsts = [one.load.bytes / KILOBYTE for one in ordinary if one.is_first]
    nexts = [one.load.bytes / KILOBYTE for one in ordinary if not one.is_first]
    yield Goal("首次搜索，中位数", at_share(firsts, 0.5), 80 if is_large else 45, unit=" KB")
    if not is_large:
        yield Goal("再次搜索，中位数", at_share(nexts, 0.5), 60, unit=" KB")
        yield Goal("再次搜索，最多", max(nexts, default=0), 200, unit=" KB")
    yield Goal(
        "搜索用时 p95", at_share([one.milliseconds for one in ordinary], 0.95), 30, unit=" 毫秒"
    )


def _of_builds(site: SiteFigures) -> Iterator[Goal]:
    is_large = site.items > LARGE
    cost = {one.scenario: one for one in site.costs}
    yield Goal("索引，从零，CPU", cost[COLD].cpu, 150 if is_large else 10, unit=" 秒")
    yield Goal("生成时的内存", cost[COLD].usage.megabytes, 2000 if is_large else 500, unit=" MB")
    if not is_large:
        yield Goal("索引，改最新一篇，CPU", cost[EDITED_NEWEST].cpu, 0.7, unit=" 秒")
        yield Goal("索引，改最早一篇，CPU", cost[EDITED_OLDEST].cpu, 0.7, unit=" 秒")
        yield Goal("索引所占空间", site.files.bytes / MEGABYTE, 20, unit=" MB")
