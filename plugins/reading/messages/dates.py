"""Faults of dates: forms, years, days and times of day that there are not."""

from plugins.domain.dates import FIRST_YEAR, LAST_YEAR, WRITTEN_FORMS, DateFault
from plugins.problems import Place, Problem, error, info
from plugins.reading.messages.quoting import short

BAD_DATES = {
    DateFault.FORM: ("“{}”不是能读的日期。", f"日期写成 {WRITTEN_FORMS}。"),
    DateFault.YEAR: (
        f"“{{}}”的年份不对，只能是 {FIRST_YEAR} 到 {LAST_YEAR} 年。",
        "核对是哪一年，写全四位数，如 2026。",
    ),
    DateFault.CALENDAR: (
        "日历上没有“{}”这一天。",
        "核对是哪一天；只知道月份的，写到月份为止。",
    ),
    DateFault.TIME: (
        "“{}”里的时间不对，只能是 00:00 到 23:59。",
        "核对是几点几分，半夜 24:00 写成第二天的 00:00；不知道几点的，只写日期。",
    ),
}
"""What is found and what is to be done, by what is wrong with a date."""


def bad_date(place: Place, text: str, fault: DateFault) -> Problem:
    """Tell a date that cannot be read or does not exist."""
    found, remedy = BAD_DATES[fault]
    return error(
        place,
        "bad-date",
        found.format(short(text)),
        remedy,
    )


def unusual_date(place: Place, text: str, read: str) -> Problem:
    """Note a date in another form than the usual."""
    return info(
        place,
        "unusual-date",
        f"日期“{short(text)}”已读作 {read}。",
        f"建议写成 {read}。",
    )
