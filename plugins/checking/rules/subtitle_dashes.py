"""A 副题 is written without its dash, which the page would set: content/README.md."""

import re
from collections.abc import Iterator

from plugins.checking.prose import ProseLine, Slip, head_of
from plugins.checking.sources import Source
from plugins.problems import Problem, warning

KEY = "副题"
DASHES = "—–―─－-"
DASH = re.compile(rf"[ \"]*(?P<dash>[{DASHES}]+(?!\d)[ \u3000]*)(?=[^\s\"{DASHES}])")


def subtitle_dashes(source: Source) -> Iterator[Problem]:
    """Warn of a 副题 that begins with a dash."""
    if KEY not in head_of(source.text):
        return
    for line, prose, slip in source.slips(slips_of_subtitle_dashes):
        way = "" if prose.is_word_for_word else "；check --fix 可以代删"
        yield warning(
            line.at(slip.start),
            "subtitle-dash",
            "副题前面写了破折号。",
            f"删去破折号，网页会自己印{way}。",
        )


def slips_of_subtitle_dashes(line: ProseLine) -> Iterator[Slip]:
    """Yield the dash before a 副题."""
    if line.key == KEY and (match := DASH.match(line.text)):
        yield Slip(*match.span("dash"), "")
