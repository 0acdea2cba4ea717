"""A name that was given up cannot be changed again, unless somebody has borne it since."""

from collections.abc import Iterator

from plugins.checking.branch_names import name_histories
from plugins.checking.key_places import WrittenRows
from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import Change, ChangeKind
from plugins.problems import Problem, warning


def repeated_renamings(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of an old name that is renamed twice, at the later of the two."""
    histories = name_histories(bulletin)
    written = WrittenRows(bulletin.content, "changes", bulletin.changes)
    renamed: dict[str, Change] = {}
    for index, change in sorted(enumerate(bulletin.changes), key=lambda one: one[1].date):
        for at, name in enumerate(change.before if change.kind is ChangeKind.RENAMED else ()):
            if name in change.after:
                continue
            earlier = renamed.get(name)
            renamed[name] = change
            if earlier and not histories[name].may_begin(
                earlier.date.first_day, change.date.last_day
            ):
                place = written.place(index, "原名称", at)
                yield warning(place, "renamed-twice", *_fault(name, earlier))


def _fault(name: str, earlier: Change) -> tuple[str, str]:
    after = "、".join(earlier.after)
    message = f"“{name}”在 {earlier.date.stamp} 已经更名为“{after}”，这里又更名一次。"
    return message, f"写重了的，删去一行；后来又改名的，原名称写“{after}”。"
