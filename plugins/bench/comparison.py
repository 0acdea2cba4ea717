"""Which builders are measured: ours, and beside it Hugo and Pelican with our frames."""

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from plugins.bench.builders import Prepare, Surroundings, Workload
from plugins.bench.corpus import Sample, slugs_of_columns
from plugins.bench.frames import frames_of
from plugins.bench.hugo_builder import hugo_builder
from plugins.bench.our_builder import our_builder
from plugins.bench.pelican_builder import pelican_builder
from plugins.bench.tools import Tools


def builders_of(
    project: Path, workload: Workload, tools: Tools | None, folder: Path
) -> list[Prepare]:
    """Return the builders, ours first and alone without tools; a folder is for preparations."""
    ours = partial(our_builder, project, workload)
    if tools is None:
        return [ours]
    around = _surroundings(project, workload, folder)
    return [
        ours,
        partial(our_builder, project, workload, alone=True),
        partial(hugo_builder, tools.hugo, workload, around, related=True),
        partial(hugo_builder, tools.hugo, workload, around, related=False),
        partial(pelican_builder, tools.python, workload, around, cached=False),
        partial(pelican_builder, tools.python, workload, around, cached=True),
    ]


def _surroundings(project: Path, workload: Workload, folder: Path) -> Surroundings:
    """Build one item of every column with our theme and cut the frames out."""
    place = folder / "frames"
    shutil.rmtree(place, ignore_errors=True)
    few = workload.with_samples(_one_of_each_column(workload.samples))
    builder = our_builder(project, few, place)
    builder.build()
    slugs = slugs_of_columns(few.samples).values()
    return Surroundings(frames_of(builder.output, slugs), builder.output / "assets")


def _one_of_each_column(samples: Sequence[Sample]) -> tuple[Sample, ...]:
    """Return the first item of every column; in this order the columns keep their 链接名."""
    first: dict[str, Sample] = {}
    for sample in samples:
        first.setdefault(sample.column, sample)
    return tuple(first.values())
