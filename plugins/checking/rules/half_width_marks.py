"""Between Chinese characters stand full-width marks: 甲,乙 is written 甲，乙.

Source: GB/T 15834-2011. A bracket is taken with its partner: both are of one width.
"""

import re
from collections.abc import Iterator

from plugins.checking.prose import HAN, ProseLine, Slip
from plugins.checking.sources import Source
from plugins.problems import Problem, warning

FULL_WIDTH = dict(zip(",;:?!()", "，；：？！（）", strict=True))
QUICK_LOOK = re.compile(rf"[,;:?!()](?<=[{HAN}].)[{HAN}]")
MARK = re.compile(rf"[,;:?!](?<=[{HAN}].)(?=[{HAN}])")
BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
NEXT_TO_HAN = re.compile(rf"[()](?<=[{HAN}].)(?=[{HAN}])")


def half_width_marks(source: Source) -> Iterator[Problem]:
    """Warn of half-width marks between two Chinese characters, once a text.

    A text that comes from a web page or a keyboard without an input method has dozens of them.
    """
    if not QUICK_LOOK.search(source.text):
        return
    found = [
        (line, slip) for line, prose in source.prose for slip in slips_of_half_width_marks(prose)
    ]
    if found:
        line, first = found[0]
        more = f"，这篇里共有 {len(found)} 处" if len(found) > 1 else ""
        yield warning(
            line.at(first.start),
            "half-width-mark",
            f"汉字中间用了半角标点“{line.text[first.start]}”{more}。",
            f"改成全角的“{first.right}”；check --fix 可以一起改。",
        )


def slips_of_half_width_marks(line: ProseLine) -> Iterator[Slip]:
    """Yield the half-width marks of a line that ought to be full-width, from left to right."""
    marks = [match.start() for match in MARK.finditer(line.text)]
    for pair in BRACKETS.finditer(line.text):
        if NEXT_TO_HAN.search(line.text, max(0, pair.start() - 1), pair.end() + 1):
            ends = (pair.start(), pair.end() - 1)
            marks += [at for at in ends if line.text[at] in FULL_WIDTH]
    for at in sorted(marks):
        yield Slip(at, at + 1, FULL_WIDTH[line.text[at]])
