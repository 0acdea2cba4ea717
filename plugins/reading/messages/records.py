"""Faults of mechanisms and records."""

from plugins.problems import Place, Problem, error, warning
from plugins.reading.messages.quoting import short


def name_waits(place: Place, name: str) -> Problem:
    """Warn of a link to a mechanism or record whose source is not public yet."""
    return warning(
        place,
        "name-waits",
        f"[[{short(name)}]] 的来源稿件还没有公开，读者看到的是不带链接的文字。",
        "等它公开后自然会有链接；不要就删掉方括号。",
    )


def dates_reversed(place: Place, earlier: str, later: str) -> Problem:
    """Tell two dates of a row that cannot be in this order."""
    return error(
        place,
        "dates-reversed",
        f"“{short(later)}”比“{short(earlier)}”还早。",
        "核对两个日期，改正错的一个。",
    )
