"""`bench`: makes a site of some size in a temporary folder and measures how it is built."""

import argparse
import subprocess
import sys
import tempfile
from itertools import chain
from pathlib import Path

from plugins.bench.corpus import made_up_samples, samples_from, write_content
from plugins.bench.measuring import as_table, load, measure
from plugins.bench.scenarios import scenarios

LAST_DAY = "2030-01-01"


def bench(arguments: argparse.Namespace) -> int:
    """Measure with `arguments.items` items of a corpus file, or made-up ones; return 0 or 1."""
    try:
        samples = samples_from(arguments.corpus) if arguments.corpus else made_up_samples()
        first = next(samples)
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder) / "content"
            count = write_content(content, chain([first], samples), arguments.items)
            sys.stdout.write(f"稿件 {count} 篇，机器负载 {load()}\n\n")
            sys.stdout.flush()
            measured = []
            for scenario in scenarios(first):
                scenario.change(content)
                output = Path(folder) / "output"
                measured.append(measure(scenario.name, arguments.root, content, output, LAST_DAY))
                sys.stderr.write(f"{scenario.name}：{measured[-1].wall:.2f} 秒\n")
    except OSError as fault:
        sys.stderr.write(f"没有测成：{fault.strerror or fault}（{fault.filename or ''}）\n")
        return 1
    except subprocess.CalledProcessError as failure:
        sys.stderr.write(f"没有测成，生成时出错：\n{failure.stderr.decode('utf-8', 'replace')}")
        return 1
    sys.stdout.write(as_table(measured))
    return 0
