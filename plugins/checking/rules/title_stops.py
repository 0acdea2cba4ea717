"""A title ends without a full stop: content/README.md, and the custom of the press."""

import re
from collections.abc import Iterator

from plugins.checking.prose import HAN, TITLES, ProseLine, Slip, head_of
from plugins.checking.sources import Source
from plugins.problems import Problem, warning

ENDS = ("。", ".", "．")
STOP = re.compile(rf"(?<=[^\s\"。.．])(?:。|[.．](?<=[{HAN}].))(?=\"?\s*$)")


def title_stops(source: Source) -> Iterator[Problem]:
    """Warn of titles of any kind that end with a full stop."""
    if not any(_may_end_so(line) for line in head_of(source.text).split("\n")):
        return
    for line, prose, slip in source.slips(slips_of_title_stops):
        way = "" if prose.is_word_for_word else "；check --fix 可以代删"
        yield warning(
            line.at(slip.start),
            "title-full-stop",
            f"{prose.key}句末有句号“{line.text[slip.start]}”。",
            f"删去句号{way}。",
        )


def slips_of_title_stops(line: ProseLine) -> Iterator[Slip]:
    """Yield the full stop at the end of a title."""
    if line.key in TITLES and (match := STOP.search(line.text)):
        yield Slip(match.start(), match.end(), "")


def _may_end_so(line: str) -> bool:
    return line.startswith(TITLES) and line.rstrip(' "').endswith(ENDS)
