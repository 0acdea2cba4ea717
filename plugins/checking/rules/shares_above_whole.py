"""No part is more than its whole: 占112.5% is a slip, or was meant to be 为…的112.5%.

What is compared with another year or with a plan is no part of it.
"""

import re
from collections.abc import Iterator

from plugins.checking.sources import Source
from plugins.problems import Problem, warning

SHARE = re.compile(
    r"占(?:[^，。；：、\d]{0,12}的|比例?)?(?:为|达到?|了)?(?P<share>[1-9][0-9]{2,}(?:\.[0-9]+)?)[%％]"
)
COMPARED = re.compile("年|同期|计划|目标|任务|预[算期]")
WHOLE = 100


def shares_above_whole(source: Source) -> Iterator[Problem]:
    """Warn of shares (占) of more than 100 %."""
    if not SHARE.search(source.text):
        return
    for line in source.lines:
        for match in SHARE.finditer(line.text):
            if float(match["share"]) > WHOLE and not COMPARED.search(match[0]):
                yield warning(
                    line.at(match.start()),
                    "share-above-whole",
                    f"这里写的占比是{match['share']}%，部分不会比全部多。",
                    "核对来源，改正错的数；和别的数相比的，写“为……的”，不写“占”。",
                )
