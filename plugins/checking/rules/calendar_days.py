"""A day that no calendar has is a slip of the key: 2月30日, 13月5日, 二月三十日, 2024.2.30.

The lunar calendar has other days. Three numbers with marks may be those of a version or a chapter,
and 5月40号 may count anything: they are a day only where nothing but the length of the month speaks
against it.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from plugins.checking.sources import Source, SourceLine
from plugins.problems import Problem, warning

ONES = "一二三四五六七八九"
CHINESE_NUMBERS = {
    f"{tens}{ones}": 10 * ten + one
    for ten, tens in enumerate(("", "十", *(f"{ones}十" for ones in ONES[1:])))
    for one, ones in enumerate(("", *ONES))
}
CHINESE_DIGITS = str.maketrans(f"〇零{ONES}", "00123456789")

DAY_SIGN = "(?: ?日(?!均)| ?号(?![文令公函楼院线门桥井展厅室房馆车机台窗区岗站库炉仓牌图]))"

# Each begins with one character or set, so that a text is passed through at the speed of a search.
IN_FIGURES = re.compile(
    "月(?: ?(?=29|3[0-9]|[4-9][0-9]|00? ?日)|(?<=1[3-9]月)|(?<=[2-9][0-9]月)|(?<=[^1]0月))"
    "[0-9]{1,2} ?[日号]"
)
IN_WORDS = re.compile(
    f"月(?:(?=二十九|[{ONES[2:]}]十)|(?<=十[{ONES[2:]}]月)|(?<=[{ONES[1:]}]十月))[{ONES}十]{{1,3}}[日号]"
)
WITH_MARKS = re.compile("[-./](?:0?2[-./](?:29|3[01])|(?:0?[469]|11)[-./]31)(?![0-9])")

DAY_IN_FIGURES = re.compile(
    "(?:(?P<year>[0-9]{4}) ?年 ?)?(?<![0-9.])(?P<month>[0-9]{1,2}) ?月 ?(?P<day>[0-9]{1,2})"
    f"{DAY_SIGN}"
)
DAY_IN_WORDS = re.compile(
    f"(?:(?<![{ONES}十〇零])(?P<year>[{ONES}〇零]{{4}})年|(?<![{ONES}十年闰]))"
    f"(?P<month>[{ONES}十]{{1,3}})月(?P<day>[{ONES}十]{{1,3}}){DAY_SIGN}"
)
DAY_WITH_MARKS = re.compile(
    r"(?<![-0-9A-Za-z./])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-./])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z%]|[-./][0-9])"
)
LUNAR = re.compile("[农阴旧夏]历[^，。；]*$|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?$")
LOOKED_BACK = 14
LEAP_YEAR, LONGEST = 2000, 31
MONTHS = range(1, 13)


def calendar_days(source: Source) -> Iterator[Problem]:
    """Warn of days that are not in the calendar; a cell that is a date has been read as one."""
    text = source.text
    forms = [DAY_IN_FIGURES] if IN_FIGURES.search(text) else []
    forms += [DAY_IN_WORDS] if IN_WORDS.search(text) else []
    forms += [DAY_WITH_MARKS] if not source.is_table and WITH_MARKS.search(text) else []
    if forms:
        for line, prose in source.prose:
            yield from _of_line(line, prose.text, forms)


def date_of(match: re.Match[str]) -> date | None:
    """Return the date of a match; none without a year, or where the calendar has no such day."""
    month, day = _number(match["month"]), _number(match["day"])
    try:
        return date(_year(match), month or 0, day or 0)
    except ValueError:
        return None


def _of_line(line: SourceLine, text: str, forms: Sequence[re.Pattern[str]]) -> Iterator[Problem]:
    for match in (match for form in forms for match in form.finditer(text)):
        if not _exists(match) and not LUNAR.search(
            text, max(0, match.start() - LOOKED_BACK), match.start()
        ):
            yield warning(
                line.at(match.start()),
                "no-such-day",
                f"日历上没有“{match[0]}”这一天。",
                "核对来源，改成对的日期；是农历的，前面写明农历。",
            )


def _exists(match: re.Match[str]) -> bool:
    """Tell whether the calendar has a day; words that are no number are not looked at."""
    month, day = _number(match["month"]), _number(match["day"])
    if month is None or day is None:
        return True
    if match[0].endswith("号") and not (month in MONTHS and 1 <= day <= LONGEST):
        return True
    # a year 0 has no months of its own
    return month in MONTHS and 1 <= day <= monthrange(_year(match) or LEAP_YEAR, month)[1]


def _year(match: re.Match[str]) -> int:
    return int((match["year"] or "0").translate(CHINESE_DIGITS))


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else CHINESE_NUMBERS.get(words)
