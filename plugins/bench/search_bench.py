"""`bench --search`: builds sites, asks their search, holds the answers against the truth.

The site is asked as it is after an edit, so that what an incremental build writes is measured.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.bench.builders import Workload
from plugins.bench.corpus import Sample
from plugins.bench.machine import load, machine
from plugins.bench.our_builder import copy_project
from plugins.bench.search_browser import chromium
from plugins.bench.search_builds import builds, edited, files_of
from plugins.bench.search_figures import SiteFigures
from plugins.bench.search_measuring import Engine, Questions, Tell, measured_engine
from plugins.bench.search_pagefind import pagefind_below, pagefind_over
from plugins.bench.search_queries import ordinary_queries, single_characters, source_of
from plugins.bench.search_remembered import half_remembered
from plugins.bench.search_repairs import mistyped
from plugins.bench.search_report import SearchReport
from plugins.bench.search_truth import truth_of
from plugins.bench.workloads import workloads

TOOLS = Path(".cache", "bench", "pagefind")
SEED = 1


@dataclass(frozen=True, slots=True)
class SearchBench:
    """What is the same for sites of every size: our project, rounds, the Python of Pagefind."""

    project: Path
    pairs: int
    pagefind: Path | None
    tell: Tell


def measured_search(arguments: argparse.Namespace, folder: Path, tell: Tell) -> SearchReport:
    """Measure the search on sites of every size asked for, in a folder."""
    report = SearchReport(machine(), [load()])
    with chromium():  # whoever lacks it is to be told now, not after the builds
        pass
    pagefind = pagefind_below(arguments.root / TOOLS, tell) if arguments.beside else None
    bench = SearchBench(folder / "project", arguments.pairs, pagefind, tell)
    # Whoever works on the project meanwhile must not change what is measured.
    copy_project(arguments.root, bench.project)
    for workload in workloads(arguments):
        place = folder / f"search-{len(workload.samples)}"
        report.sites.append(measured_site(bench, workload, place))
    report.load.append(load())
    return report


def measured_site(bench: SearchBench, workload: Workload, folder: Path) -> SiteFigures:
    """Build a site with its search in a folder and ask it everything, and Pagefind beside it."""
    site, costs = builds(bench.project, workload, folder, bench.pairs, bench.tell)
    questions = questions_about(edited(workload.samples, bench.pairs))
    files = files_of(site)
    engines, usage = [Engine("本项目", "ours.js", site)], None
    if bench.pagefind:
        engine, usage = pagefind_over(bench.pagefind, site)
        engines.append(engine)
    with chromium() as browser:
        measured = [measured_engine(one, questions, browser, bench.tell) for one in engines]
    return SiteFigures(len(workload.samples), tuple(costs), files, tuple(measured), usage)


def questions_about(samples: Sequence[Sample]) -> Questions:
    """Draw all queries from the items of a site."""
    truth = truth_of(samples)
    source = source_of(samples, truth, SEED)
    others = (*single_characters(source), *mistyped(source), *half_remembered(source))
    return Questions(tuple(ordinary_queries(source)), others, truth)
