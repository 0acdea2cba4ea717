"""`bench`: makes sites in a temporary folder and measures how they are built, and by whom."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from plugins.bench.builders import Prepare, Workload
from plugins.bench.comparison import builders_of
from plugins.bench.corpus import Sample, item_path
from plugins.bench.growth_chart import growth_chart
from plugins.bench.machine import load, machine
from plugins.bench.measuring import BuildFailedError
from plugins.bench.our_builder import SearchMissingError, copy_project
from plugins.bench.report import Report
from plugins.bench.results import middles
from plugins.bench.rounds import Plan, UnequalPagesError, check_pages, rounds
from plugins.bench.scenarios import our_scenarios, shared_scenarios
from plugins.bench.search_bench import measured_search
from plugins.bench.search_browser import BrowserMissingError, EngineFailedError
from plugins.bench.search_report import SearchReport
from plugins.bench.serving import serving
from plugins.bench.tools import Tools, ToolsMissingError, tools_below
from plugins.bench.workloads import workloads

TOOLS = Path(".cache", "bench", "tools")
FAULTS = (
    *(BuildFailedError, ToolsMissingError, UnequalPagesError),
    *(BrowserMissingError, EngineFailedError, SearchMissingError),
)
"""What keeps a bench from measuring; each says in Chinese what is wrong."""


def bench(arguments: argparse.Namespace) -> int:
    """Measure as `arguments` say; return 0, 1 if it cannot be measured, 2 for a wrong call."""
    if arguments.chart and not arguments.growth:
        tell("--chart 画的是增长图，要和 --growth 一起用，如 --growth 1000,3000,10000。")
        return 2
    if arguments.search and (arguments.chart or arguments.serve):
        tell("--search 只测搜索，不能和 --chart、--serve 一起用。")
        return 2
    if arguments.search and arguments.no_search:
        tell("--search 和 --no-search 不能一起用。")
        return 2
    try:
        with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
            report = (
                measured_search(arguments, Path(folder), tell)
                if arguments.search
                else measured(arguments, Path(folder))
            )
        publish(report, arguments)
    except OSError as fault:
        tell(f"没有测成：{fault.strerror or fault}（{fault.filename or ''}）")
        return 1
    except FAULTS as fault:
        tell(f"没有测成：{fault}")
        return 1
    return 0


def measured(arguments: argparse.Namespace, folder: Path) -> Report:
    """Run all builds in a folder."""
    tools = tools_below(arguments.root / TOOLS, tell) if arguments.beside else None
    facts = machine() | (tools.versions() if tools else {})
    report = Report(facts, [load()])
    # Whoever works on the project meanwhile must not change what is measured.
    copy_project(arguments.root, folder / "project")
    for workload in workloads(arguments):
        _measure_size(report, arguments, workload, tools, folder)
    report.load.append(load())
    return report


def publish(report: Report | SearchReport, arguments: argparse.Namespace) -> None:
    """Write the report to where the arguments say."""
    sys.stdout.write(report.as_text())
    if arguments.json:
        arguments.json.write_text(report.as_json(), encoding="utf-8")
    if arguments.chart and isinstance(report, Report):
        arguments.chart.write_text(growth_chart(middles(report.runs)), encoding="utf-8")


def tell(line: str) -> None:
    """Tell how it goes, beside the tables on standard output."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def _measure_size(
    report: Report,
    arguments: argparse.Namespace,
    workload: Workload,
    tools: Tools | None,
    folder: Path,
) -> None:
    builders = builders_of(folder / "project", workload, tools, folder)
    ours = () if arguments.growth else our_scenarios()
    plan = Plan(len(workload.samples), arguments.pairs, builders, shared_scenarios(), ours)
    for run, output in rounds(plan, folder, tell):
        report.runs.append(run)
        if output and not run.turn:
            check_pages(output)
            report.outputs.append(output)
    if arguments.serve:
        _measure_previews(report, builders, workload.samples, folder)


def _measure_previews(
    report: Report, builders: Sequence[Prepare], samples: Sequence[Sample], folder: Path
) -> None:
    page = "/" + item_path(samples[0]).removesuffix(".md") + "/"
    for at, make in enumerate(builders):
        builder = make(folder / f"preview-{len(samples)}-{at}")
        if builder.serve is None:
            continue
        tell(f"正在测 {builder.name} 的预览……")
        found = serving(builder, builder.serve, len(samples), page)
        if found:
            report.servings.append(found)
        else:
            tell(f"{builder.name} 的预览没有显示出来，略过。")
