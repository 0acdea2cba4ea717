"""What a scan reads wrong: 曰 for 日, and the letters l and O within a number: 2O24年, 第l期.

Classics have 曰 before speech and in 一曰、二曰; O2O and its like begin with a letter, O3 is ozone.
"""

import re
from collections.abc import Iterator

from plugins.checking.prose import ProseLine, Slip
from plugins.checking.sources import Source
from plugins.problems import Problem, warning

SPEECH, DAY = "曰", "日"
ONES = "一二三四五六七八九"
SPEECH_AS_DAY = re.compile(
    "曰期(?![月年])|(?:政治|[出过岁])生曰|生曰(?=快乐|礼物|蛋糕|贺卡|祝福)|明曰(?=[上下中]午|起)|"
    f"(?:[0-9]{{1,2}}|[党近昨今节假每]|工作|星期|纪念|[每本上下]周|(?<=月)(?:[{ONES}十]|十[{ONES}]|二十[{ONES}]?|三十一?))曰"
    "(?![：:“‘「『])"
)
LETTERS = "lIOo"
NUMBER = re.compile(
    r"(?<![A-Za-z0-9._/-])(?=[0-9]+[lIOo]|l[0-9])[0-9lIOo]+"
    "(?=[年月日名个人次项万亿期号元余%％]|户(?!外)|家(?![用庭电装具])|公里)"
    r"|(?<![A-Za-z0-9._/-])O(?!3)[0-9](?=[年月日])"
    "|(?<=第)[lO](?=[届次批期章条节名号页])"
)
AS_FIGURES = str.maketrans(LETTERS, "1100")


def scan_slips(source: Source) -> Iterator[Problem]:
    """Warn of characters that a scan has taken for others; not of quotations."""
    text = source.text
    if SPEECH not in text and not (any(map(text.__contains__, LETTERS)) and NUMBER.search(text)):
        return
    for line, prose, slip in source.slips(slips_of_scans):
        if not prose.is_word_for_word:
            yield warning(
                line.at(slip.start),
                "scan-slip",
                f"这里的“{line.text[slip.start : slip.end]}”像是扫描认错的字，应是“{slip.right}”。",
                f"对照原件，改成“{slip.right}”。",
            )


def slips_of_scans(line: ProseLine) -> Iterator[Slip]:
    """Yield the days and numbers of a line with a character that only looks like the right one."""
    for match in SPEECH_AS_DAY.finditer(line.text):
        yield Slip(match.start(), match.end(), match[0].replace(SPEECH, DAY))
    for match in NUMBER.finditer(line.text):
        yield Slip(match.start(), match.end(), match[0].translate(AS_FIGURES))
