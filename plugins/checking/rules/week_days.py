"""The day of the week behind a full date is that of the calendar: 2024年11月22日（星期五）."""

import re
from collections.abc import Iterator
from datetime import date

from plugins.checking.rules.calendar_days import DAY_IN_FIGURES, LOOKED_BACK, LUNAR
from plugins.checking.sources import Source, SourceLine
from plugins.problems import Problem, warning

QUICK_LOOK = re.compile("日[ （(，]{0,2}(?:星期|周|礼拜)")
WEEKDAYS = "一二三四五六日"
WEEKDAY = re.compile(
    "[ （(，]{0,2}(?:(?:星期|礼拜)(?P<named>[一二三四五六日天])"
    "|周(?P<short>[一二三四五六日])(?=[，。；）)]|[上下]午|[早晚中]上?|凌晨|$))"
)
"""周一 may be the name of a person: it stands alone, or the part of the day follows it."""


def week_days(source: Source) -> Iterator[Problem]:
    """Warn of days of the week that are not those of their dates."""
    if QUICK_LOOK.search(source.text):
        for line, prose in source.prose:
            if not prose.is_quoted:
                yield from _of_line(line, prose.text)


def _of_line(line: SourceLine, text: str) -> Iterator[Problem]:
    for match in DAY_IN_FIGURES.finditer(text):
        day, told = _day(match), WEEKDAY.match(text, match.end())
        is_lunar = LUNAR.search(text, max(0, match.start() - LOOKED_BACK), match.start())
        if day is None or told is None or is_lunar:
            continue
        right = WEEKDAYS[day.weekday()]
        written = told["named"] or told["short"]
        if written.replace("天", "日") != right:
            yield warning(
                line.at(match.start()),
                "weekday-differs",
                f"{match[0]}是星期{right}，这里写的是星期{written}。",
                "核对来源，改正日期或者星期。",
            )


def _day(match: re.Match[str]) -> date | None:
    """Return the date of a match; none without a year, or where the calendar has no such day."""
    try:
        return date(*(int(match[part] or 0) for part in ("year", "month", "day")))
    except ValueError:
        return None
