"""A day that no calendar has is a slip of the key: 2月30日, 13月5日, 2023年2月29日.

The lunar calendar has other days.
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from plugins.checking.sources import Source, SourceLine
from plugins.problems import Problem, warning

# It begins with one character, so that a text is passed through at the speed of a plain search.
QUICK_LOOK = re.compile(
    "月(?:(?=29|3[0-9]|[4-9][0-9]|00?日)|(?<=1[3-9]月)|(?<=[2-9][0-9]月)|(?<=[^1]0月))[0-9]{1,2}日"
)
DAY = re.compile("(?:(?P<year>[0-9]{4})年)?(?<![0-9.])(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日")
LUNAR = re.compile("[农阴旧夏]历[^，。；]*$")
LOOKED_BACK = 14
LEAP_YEAR = 2000
MONTHS = range(1, 13)


def calendar_days(source: Source) -> Iterator[Problem]:
    """Warn of days that are not in the calendar."""
    if QUICK_LOOK.search(source.text):
        for line, prose in source.prose:
            yield from _of_line(line, prose.text)


def _of_line(line: SourceLine, text: str) -> Iterator[Problem]:
    for match in DAY.finditer(text):
        year = int(match["year"] or LEAP_YEAR)
        if not _exists(year, int(match["month"]), int(match["day"])) and not LUNAR.search(
            text, max(0, match.start() - LOOKED_BACK), match.start()
        ):
            yield warning(
                line.at(match.start()),
                "no-such-day",
                f"日历上没有“{match[0]}”这一天。",
                "核对来源，改成对的日期；是农历的，前面写明农历。",
            )


def _exists(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has a day; a year 0 has none of its own."""
    return month in MONTHS and 1 <= day <= monthrange(year or LEAP_YEAR, month)[1]
