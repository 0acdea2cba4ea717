"""A percentage beside the two numbers that it is made of is theirs: 2358家中的1336家，占56.7%.

Only two plain forms are looked for; a number that is not exact (约 近 余 多 万) proves nothing.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from plugins.checking.sources import Source, SourceLine
from plugins.domain.figure_contradictions import share_words, shares_agree
from plugins.problems import Problem, warning

SIGN, PERCENT = "占", "%％"
NUMBER = r"(?<![\d.．约近超逾])(?P<{}>\d{{1,12}}(?:\.\d{{1,6}})?)(?![\d.余多万亿年月日])"
UNIT = "[^\\d，,。；;、|（）()\n余多约近占中的]{0,8}"
SHARE = r"占(?:比)?(?:为|达)?(?P<share>\d{1,3}(?:\.\d{1,4})?)[%％]"
WHOLE, PART = NUMBER.format("whole"), NUMBER.format("part")
FORMS = (
    re.compile(f"{WHOLE}{UNIT}中(?:的|有|已有)?{PART}{UNIT}[，,（(]{SHARE}"),
    re.compile(
        f"{PART}{UNIT}[，,（(]占{WHOLE}{UNIT}的(?P<share>\\d{{1,3}}(?:\\.\\d{{1,4}})?)[%％]"
    ),
)


def figure_shares(source: Source) -> Iterator[Problem]:
    """Warn of percentages in a text that do not compute."""
    if SIGN in source.text and any(sign in source.text for sign in PERCENT):
        for line in source.lines:
            yield from _of_line(line)


def _of_line(line: SourceLine) -> Iterator[Problem]:
    for form in FORMS:
        for match in form.finditer(line.text):
            part, whole, share = (Decimal(match[name]) for name in ("part", "whole", "share"))
            if not shares_agree(share, part, whole):
                yield warning(
                    line.at(match.start()),
                    "share-differs",
                    f"{part}除以{whole}得{share_words(part, whole)}，这里写的是{share}%。",
                    "核对三个数，改正错的；写进数据台账的，用 [[数据:指标@时点]] 印出来。",
                )
