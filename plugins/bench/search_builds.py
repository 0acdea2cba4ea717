"""What the index costs a build: the same site with the search and without it, in turn.

Each round builds both from nothing, and again after edits of one text: of the newest item, as
editors mostly do, and of the oldest, which lies in the large part of the index. The least of all
tries counts, as whatever else the machine does can only add. The index is the difference.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.bench.builders import Builder, Workload
from plugins.bench.corpus import Sample, item_path
from plugins.bench.measuring import Usage
from plugins.bench.our_builder import our_builder
from plugins.bench.scenarios import add_paragraph

FOLDER = "search"
COLD = "从零生成"
EDITED_NEWEST = "改最新一篇正文"
EDITED_OLDEST = "改最早一篇正文"
EDIT = "又写了一句。"
EDITS = 3
"""So often is each edited in a round: a difference of single builds would be mostly noise."""
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class IndexCost:
    """The least a build took with the search and without it, in one situation."""

    scenario: str
    usage: Usage
    usage_without: Usage

    @property
    def cpu(self) -> float | None:
        """Return the CPU seconds of the index alone; None where the system does not tell."""
        if self.usage.cpu is None or self.usage_without.cpu is None:
            return None
        return self.usage.cpu - self.usage_without.cpu


@dataclass(frozen=True, slots=True)
class IndexFiles:
    """What lies below search/ when the site is built, its pages left out."""

    files: int
    bytes: int
    largest: int


def builds(
    project: Path, workload: Workload, folder: Path, pairs: int, tell: Tell
) -> tuple[Path, list[IndexCost]]:
    """Build in a folder; return the site with the search, after an edit, and what it cost."""
    full = our_builder(project, workload, folder / "with")
    bare = our_builder(project, replace(workload, search=False), folder / "without")
    taken: dict[str, list[tuple[Usage, Usage]]] = {COLD: [], EDITED_NEWEST: [], EDITED_OLDEST: []}
    newest, oldest = (item_path(workload.samples[at]) for at in _edges(workload.samples))
    for number in range(pairs):
        each = f"带搜索和不带搜索各生成 {1 + 2 * EDITS} 次"
        tell(f"第 {number + 1}/{pairs} 轮：{len(workload.samples)} 篇，{each}……")
        for scenario, usages in _round((full, bare), newest, oldest):
            taken[scenario].append((usages[0], usages[1]))
    costs = [
        IndexCost(scenario, *(min(each, key=_cpu) for each in zip(*rounds, strict=True)))
        for scenario, rounds in taken.items()
    ]
    return full.output, costs


def edited(samples: Sequence[Sample], pairs: int) -> tuple[Sample, ...]:
    """Return the items as they are after all edits."""
    made = list(samples)
    for place in _edges(samples):
        text = "\n".join([made[place].text, *[EDIT] * (pairs * EDITS)])
        made[place] = replace(made[place], text=text)
    return tuple(made)


def files_of(site: Path) -> IndexFiles:
    """Look at what the search has written."""
    every = (file for file in (site / FOLDER).rglob("*") if file.is_file())
    sizes = [file.stat().st_size for file in every if file.suffix != ".html"]
    return IndexFiles(len(sizes), sum(sizes), max(sizes, default=0))


def _edges(samples: Sequence[Sample]) -> tuple[int, int]:
    """Return the places of the newest item and of the oldest."""
    by_time = sorted(range(len(samples)), key=lambda at: (samples[at].date, samples[at].name))
    return by_time[-1], by_time[0]


def _round(builders: Sequence[Builder], *edits: str) -> Iterator[tuple[str, list[Usage]]]:
    for builder in builders:
        builder.forget()
    yield COLD, [builder.build() for builder in builders]
    for scenario, item in zip((EDITED_NEWEST, EDITED_OLDEST), edits, strict=True):
        for _ in range(EDITS):
            for builder in builders:
                add_paragraph(replace(builder, item=builder.folder / "content" / item), EDIT)
            yield scenario, [builder.build() for builder in builders]


def _cpu(usage: Usage) -> float:
    return usage.wall if usage.cpu is None else usage.cpu
