"""The day of the week behind a full date is that of the calendar: 2024年11月22日（星期五）.

Where days are a range, the days of the week may be those of both its ends.
"""

import re
from collections.abc import Iterator

from plugins.checking.rules.calendar_days import (
    DAY_IN_FIGURES,
    DAY_IN_WORDS,
    DAY_WITH_MARKS,
    LOOKED_BACK,
    LUNAR,
    date_of,
)
from plugins.checking.sources import Source, SourceLine
from plugins.problems import Problem, warning

# It begins with one set of characters, so that a text is passed through at the speed of a search.
QUICK_LOOK = re.compile("[星周礼](?<=[日号午0-9 （(，].)[期拜]?[一二三四五六日天]")
FORMS = (DAY_IN_FIGURES, DAY_IN_WORDS, DAY_WITH_MARKS)
WEEKDAYS = "一二三四五六日"
RANGE_END = re.compile("(?:[至到—–~～] ?|[0-9日号]-)$")
WEEKDAY = re.compile(
    "(?:[上下]午)?[ （(，]{0,2}"
    "(?:(?:星期|礼拜)(?P<named>[一二三四五六日天])(?! ?[至到—–~～、/和及或-])"
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
    for match in (match for form in FORMS for match in form.finditer(text)):
        told = WEEKDAY.match(text, match.end())
        day = date_of(match) if told else None
        if day is None or told is None or _is_other(text, match.start()):
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


def _is_other(text: str, start: int) -> bool:
    """Tell whether a date is of the lunar calendar, or the end of a range."""
    first = max(0, start - LOOKED_BACK)
    return any(form.search(text, first, start) for form in (RANGE_END, LUNAR))
