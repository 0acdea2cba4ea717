"""Quotation marks of Chinese are “ and ”: "三会一课" from a web page is written “三会一课”.

Source: GB/T 15834-2011. They are taken in pairs, line by line. A line with an odd one (12" of a
screen), and a pair that neither holds Chinese nor stands within it, are let be.
"""

import re
from collections.abc import Iterator

from plugins.checking.prose import HAN, ProseLine, Slip
from plugins.checking.sources import Source
from plugins.problems import Problem, warning

STRAIGHT = '"'
PAIR = re.compile('"([^"]*)"')
IS_HAN = re.compile(f"[{HAN}]")
BESIDE = re.compile(f"[{HAN}，。、；：？！（）《》]")


def straight_quotes(source: Source) -> Iterator[Problem]:
    """Warn of the first straight quotation mark around Chinese, once a text; not of quotations."""
    if STRAIGHT not in source.text:
        return
    found = [
        (line, slip)
        for line, prose, slip in source.slips(slips_of_straight_quotes)
        if not prose.is_word_for_word
    ]
    if found:
        line, slip = found[0]
        more = f"，这篇里共有 {len(found)} 个" if len(found) > 1 else ""
        yield warning(
            line.at(slip.start),
            "straight-quote",
            f"中文里用了直引号“{STRAIGHT}”{more}。",
            "改成成对的“和”；check --fix 可以一起改。",
        )


def slips_of_straight_quotes(line: ProseLine) -> Iterator[Slip]:
    """Yield the straight quotation marks of a line of a body that ought to be curved."""
    text = line.text
    if line.key or text.count(STRAIGHT) % 2:
        return
    for pair in PAIR.finditer(text):
        around = text[max(0, pair.start() - 1) : pair.start()], text[pair.end() : pair.end() + 1]
        beside = [one for one in around if one.strip()]
        is_within = bool(beside) and all(map(BESIDE.match, beside))
        if pair[1].strip() and (IS_HAN.search(pair[1]) or is_within):
            yield Slip(pair.start(), pair.start() + 1, "“")
            yield Slip(pair.end() - 1, pair.end(), "”")
