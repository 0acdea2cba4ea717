"""What a call of `bench` asks for: the same site with each number of items that it names."""

import argparse
from collections.abc import Iterator
from itertools import islice

from plugins.bench.builders import Workload
from plugins.bench.corpus import grown, made_up_samples, samples_from


def workloads(arguments: argparse.Namespace) -> Iterator[Workload]:
    """Yield the sites to be made, of the corpus given or of items made up."""
    pool = tuple(samples_from(arguments.corpus)) if arguments.corpus else ()
    for size in arguments.growth or [arguments.items]:
        yield Workload(
            tuple(islice(grown(pool) if pool else made_up_samples(), size)),
            arguments.domain or "",
            rules=not arguments.no_rules,
            search=not arguments.no_search,
        )
