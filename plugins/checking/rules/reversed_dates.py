"""Nothing ends before it begins: a branch, or the use of a unit's name."""

from collections.abc import Iterator

from plugins.checking.key_places import WrittenRows
from plugins.domain.bulletin import Bulletin
from plugins.problems import Problem, warning


def reversed_dates(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of 撤销日期 before 成立日期, and 停用日期 before 启用日期."""
    branches = [(one.founded, one.dissolved) for one in bulletin.branches]
    units = [(one.in_use_from, one.in_use_until) for one in bulletin.organisations]
    for table, rows, periods, first, last in (
        ("branches", bulletin.branches, branches, "成立日期", "撤销日期"),
        ("organisations", bulletin.organisations, units, "启用日期", "停用日期"),
    ):
        written = WrittenRows(bulletin.content, table, rows)
        for index, (begin, end) in enumerate(periods):
            if begin and end and end.last_day < begin.first_day:
                yield warning(
                    written.place(index, last),
                    "ends-before-it-begins",
                    f"{last} {end.stamp} 早于{first} {begin.stamp}。",
                    "核对两个日期，改正错的一个。",
                )
