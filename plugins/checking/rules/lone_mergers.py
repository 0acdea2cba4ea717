"""A merger joins two branches at least; its row names all of them, or each has a row of its own."""

from collections.abc import Iterator, Sequence

from plugins.checking.key_places import WrittenRows
from plugins.domain.bulletin import Bulletin
from plugins.domain.grouping import grouped
from plugins.domain.tables import Change, ChangeKind
from plugins.problems import Problem, warning


def lone_mergers(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of 合并 of one branch alone; what may be of one day counts together."""
    mergers = [one for one in bulletin.changes if one.kind is ChangeKind.MERGED]
    by_target = grouped((frozenset(one.after), one) for one in mergers)
    written = WrittenRows(bulletin.content, "changes", bulletin.changes)
    for index, change in enumerate(bulletin.changes):
        same_target = by_target.get(frozenset(change.after), ())
        if change.kind is ChangeKind.MERGED and _is_alone(change, same_target):
            yield warning(
                written.place(index, "原名称"),
                "merged-alone",
                f"合并只写了“{change.before[0]}”一个党组织。",
                "原名称里写全合并的几个，名称不变的也写上；只是改名的，变更类型写 更名。",
            )


def _is_alone(change: Change, same_target: Sequence[Change]) -> bool:
    parts, first, last = set(change.before), change.date.first_day, change.date.last_day
    return len(parts) == 1 and not any(
        one.date.first_day <= last and one.date.last_day >= first and set(one.before) != parts
        for one in same_target
    )
