"""Builds in turn: in each situation every builder builds once, then comes the next situation.

So whatever else the machine does falls on all of them. Each round begins with fresh folders, and
with another builder.
"""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.bench.builders import Builder, Prepare
from plugins.bench.results import Output, Run
from plugins.bench.scenarios import FROM_NOTHING, Scenario
from plugins.bench.tables import figure

Tell = Callable[[str], None]
ITEM_PAGES = "news/*/*/index.html"


class UnequalPagesError(Exception):
    """A builder does not make every page, so its figures say nothing; told in Chinese."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured: the builders, ours first; situations for all, and for ours alone after."""

    items: int
    pairs: int
    builders: Sequence[Prepare]
    shared: Sequence[Scenario]
    only_ours: Sequence[Scenario]


def rounds(plan: Plan, folder: Path, tell: Tell) -> Iterator[tuple[Run, Output | None]]:
    """Build in a folder; yield every run, with what came out where it was from nothing."""
    for turn in range(plan.pairs):
        place = folder / f"round-{turn}"
        tell(f"正在为第 {turn + 1}/{plan.pairs} 轮准备 {plan.items} 篇稿件……")
        builders = [make(place / str(at)) for at, make in enumerate(plan.builders)]
        first = turn % len(builders)
        in_turn = [*builders[first:], *builders[:first]]
        steps = [(one, scenario) for scenario in plan.shared for one in in_turn]
        steps += [(builders[0], scenario) for scenario in plan.only_ours]
        for builder, scenario in steps:
            run = _run(turn, plan.items, builder, scenario)
            took = f"用时 {figure(run.usage.wall)} 秒，CPU {figure(run.usage.cpu)} 秒"
            tell(f"{builder.name}，{scenario.name}：{took}")
            yield run, _output(builder, plan.items) if scenario.name == FROM_NOTHING else None
        shutil.rmtree(place, ignore_errors=True)


def check_pages(output: Output) -> None:
    """Raise UnequalPagesError unless a builder has made a page for each item."""
    if output.item_pages != output.items:
        found = f"{output.builder} 却生成了 {output.item_pages} 个稿件页"
        message = f"稿件 {output.items} 篇，{found}，不能相比"
        raise UnequalPagesError(message)


def _run(turn: int, items: int, builder: Builder, scenario: Scenario) -> Run:
    scenario.change(builder)
    begun = time.time_ns()
    usage = builder.build()
    told: Mapping[str, int] = {}
    if builder.report:
        told = json.loads(builder.report.read_text(encoding="utf-8"))
    return Run(
        turn=turn,
        items=items,
        builder=builder.name,
        scenario=scenario.name,
        usage=usage,
        rendered=told.get("rendered"),
        written=_written_since(builder.output, begun),
    )


def _written_since(output: Path, moment: int) -> int:
    """Count the files that bear a later time than a moment in nanoseconds."""
    files = (Path(folder, name) for folder, _, names in os.walk(output) for name in names)
    return sum(file.stat().st_mtime_ns >= moment for file in files)


def _output(builder: Builder, items: int) -> Output:
    pages = [page.stat().st_size for page in builder.output.glob(ITEM_PAGES)]
    return Output(
        builder=builder.name,
        items=items,
        pages=sum(1 for _ in builder.output.rglob("*.html")),
        item_pages=len(pages),
        item_bytes=sum(pages),
    )
