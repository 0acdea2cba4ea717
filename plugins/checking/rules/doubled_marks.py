"""Two stops beside each other, one of them left from an edit: ，， 。。 、。 (GB/T 15834-2011)."""

import re
from collections.abc import Iterator

from plugins.checking.sources import Source
from plugins.problems import Problem, warning

DOUBLED = re.compile("[，、；：。][，、；：。]+")


def doubled_marks(source: Source) -> Iterator[Problem]:
    """Warn of stops that follow each other at once."""
    if not DOUBLED.search(source.text):
        return
    for line, prose in source.prose:
        for match in DOUBLED.finditer(prose.text):
            yield warning(
                line.at(match.start()),
                "doubled-mark",
                f"标点重复：“{match[0]}”。",
                "只留一个；省略号写“……”。",
            )
