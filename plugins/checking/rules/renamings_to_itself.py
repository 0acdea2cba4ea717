"""A renaming has a new name; from a 简称 to the name that it stands for is one."""

from collections.abc import Iterator

from plugins.checking.key_places import WrittenRows
from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import Change, ChangeKind
from plugins.problems import Problem, warning


def renamings_to_itself(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of 更名 whose old names are written again as the new ones."""
    written = WrittenRows(bulletin.content, "changes", bulletin.changes)
    for index, change in enumerate(bulletin.changes):
        if _changes_nothing(change) and _changes_nothing(written.written(index)):
            yield warning(
                written.place(index, "现名称"),
                "renamed-to-itself",
                f"更名前后都是“{'、'.join(change.after)}”。",
                "原名称写更名以前的名称；没有改名的，改正变更类型，或删去这一行。",
            )


def _changes_nothing(change: Change) -> bool:
    return change.kind is ChangeKind.RENAMED and set(change.before) == set(change.after)
