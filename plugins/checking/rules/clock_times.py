"""A time that no clock shows is a slip of the key: 8时75分, 25时整, 下午8:75.

A span of time may have more hours than a day, and two figures with a colon may be a score: they
are a time only where the part of the day or the date stands before them.
"""

import re
from collections.abc import Iterator

from plugins.checking.sources import Source, SourceLine
from plugins.problems import Problem, warning

# It begins with one set of characters, so that a text is passed through at the speed of a search.
QUICK_LOOK = re.compile(
    "[时点:：](?:(?=[6-9][0-9])|(?<=2[5-9].)|(?<=[3-9][0-9].)|(?<=24.)(?=[0-5]?[1-9]|[1-5]0))"
)
WORDS = re.compile(
    "(?<![0-9.,])(?P<hour>[0-9]{1,2})[时点](?:半|整|(?P<minute>[0-9]{1,2})分(?![之钟]))"
)
PART_OF_DAY = "(?:[上中下]午|凌晨|傍晚|[早晚]上?|[0-9今明当][日号]|时间[:：为是]?) ?"
IN_FIGURES = "(?P<hour>[0-9]{1,2})[:：](?P<minute>[0-9]{2})(?![0-9])"
FIGURES = re.compile(PART_OF_DAY + IN_FIGURES)
END_IN_FIGURES = re.compile(
    f"{PART_OF_DAY}[0-9]{{1,2}}[:：][0-9]{{2}} ?[—–~～至到-]{{1,2}} ?{IN_FIGURES}"
)
SPAN = re.compile(
    "(?:[历用耗费]时|时长|长达|(?<![到抵])达|超过|累计|共|全程|运行|[飞航]行|行驶|[持连]续).{0,3}$"
)
FORMS = (WORDS, FIGURES, END_IN_FIGURES)
LOOKED_BACK = 6
LAST_HOUR, LAST_MINUTE = 24, 59


def clock_times(source: Source) -> Iterator[Problem]:
    """Warn of times with more than 24 hours or 59 minutes."""
    if QUICK_LOOK.search(source.text):
        for line, prose in source.prose:
            yield from _of_line(line, prose.text)


def _of_line(line: SourceLine, text: str) -> Iterator[Problem]:
    for match in (match for form in FORMS for match in form.finditer(text)):
        if _is_impossible(match) and not SPAN.search(
            text, max(0, match.start() - LOOKED_BACK), match.start()
        ):
            yield warning(
                line.at(match.start("hour")),
                "no-such-time",
                f"钟表上没有“{text[match.start('hour') : match.end()]}”这个时间。",
                "核对来源，改成对的时间；一天从0时到24时，一小时60分。",
            )


def _is_impossible(match: re.Match[str]) -> bool:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return minute > LAST_MINUTE or (hour, minute) > (LAST_HOUR, 0)
