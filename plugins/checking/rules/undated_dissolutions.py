"""A dissolved branch has its 撤销日期: the links to it go by that, not by the change."""

from collections.abc import Iterator

from plugins.checking.branch_names import NameHistory, Turn, name_histories
from plugins.checking.key_places import WrittenRows
from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import ChangeKind
from plugins.problems import Problem, warning


def undated_dissolutions(bulletin: Bulletin) -> Iterator[Problem]:
    """Remind of branches that a change has dissolved, and that have no 撤销日期."""
    histories = name_histories(bulletin)
    written = WrittenRows(bulletin.content, "branches", bulletin.branches)
    for index, branch in enumerate(bulletin.branches):
        end = None if branch.dissolved else _dissolution(histories[branch.name])
        if end and end.date.first_day <= bulletin.today:
            yield warning(
                written.place(index, "撤销日期"),
                "dissolved-undated",
                f"changes 表写“{branch.name}”在 {end.date.stamp} 撤销，它的撤销日期还空着。",
                f"在这一行的撤销日期写 {end.date.stamp}。",
            )


def _dissolution(history: NameHistory) -> Turn | None:
    """Return the last dissolution, unless the name began again later."""
    ends = (one for one in history.ends if one.kind is ChangeKind.DISSOLVED)
    end = max(ends, key=lambda one: one.date, default=None)
    return end if end and not any(one.date > end.date for one in history.begins) else None
