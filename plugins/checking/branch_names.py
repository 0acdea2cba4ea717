"""When a branch bore a name, as the tables of branches and changes tell it.

Only what is certain counts: a date of the month or the year alone may be any of its days.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import BulletinDate
from plugins.domain.grouping import grouped
from plugins.domain.tables import Branch, Change, ChangeKind

BEGINNING = {
    *(ChangeKind.FOUNDED, ChangeKind.RENAMED, ChangeKind.MERGED),
    *(ChangeKind.SPLIT, ChangeKind.TRANSFERRED),
}
ENDING = {ChangeKind.RENAMED, ChangeKind.MERGED, ChangeKind.DISSOLVED}
"""A branch that others are split off from, or that is handed over, may keep its name."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A date at which a name began or ended, and how; `after` are the names that followed it."""

    date: BulletinDate
    kind: ChangeKind
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameHistory:
    """What began a name and what ended it; `known` are dates at which it was there already."""

    begins: tuple[Turn, ...] = ()
    ends: tuple[Turn, ...] = ()
    known: tuple[BulletinDate, ...] = ()

    def ended_before(self, first: date, last: date) -> Turn | None:
        """Return what had ended the name by the `first` of some days, if none may be its own."""
        ends = [end for end in self.ends if end.date.last_day < first]
        end = max(ends, key=lambda one: one.date.last_day, default=None)
        return None if end is None or self.may_begin(end.date.first_day, last) else end

    def begins_after(self, last: date) -> Turn | None:
        """Return what began the name after a day, if it cannot have been there before."""
        begin = min(self.begins, key=lambda one: one.date.first_day, default=None)
        if begin is None or begin.date.first_day <= last:
            return None
        is_older = any(one.first_day < begin.date.last_day for one in self.known)
        return None if is_older else begin

    def may_begin(self, first: date, last: date) -> bool:
        """Tell whether it may have begun in a span of days."""
        return any(one.date.last_day >= first and one.date.first_day <= last for one in self.begins)


def name_histories(bulletin: Bulletin) -> Mapping[str, NameHistory]:
    """Return the history of every name that a branch or a change bears."""
    changes = grouped(
        (name, change)
        for change in bulletin.changes
        for name in dict.fromkeys((*change.before, *change.after))
    )
    names = dict.fromkeys(chain(bulletin.branch_by_name, changes))
    return {
        name: _history(name, bulletin.branch_by_name.get(name), changes.get(name, ()))
        for name in names
    }


def _history(name: str, branch: Branch | None, changes: tuple[Change, ...]) -> NameHistory:
    begun = [one for one in changes if one.kind in BEGINNING and name not in one.before]
    ended = [one for one in changes if one.kind in ENDING and name not in one.after]
    begins, ends = [_turn(one) for one in begun], [_turn(one) for one in ended]
    if branch and branch.founded and not _is_older(branch.founded, begun):
        begins.append(Turn(branch.founded, ChangeKind.FOUNDED))
    if branch and branch.dissolved:
        ends.append(Turn(branch.dissolved, ChangeKind.DISSOLVED))
    return NameHistory(tuple(begins), tuple(ends), tuple(_known(name, changes)))


def _turn(change: Change) -> Turn:
    return Turn(change.date, change.kind, change.after)


def _is_older(founded: BulletinDate, begun: list[Change]) -> bool:
    """Tell whether a branch was founded under another name, and renamed to this one."""
    return any(one.kind is ChangeKind.RENAMED and founded < one.date for one in begun)


def _known(name: str, changes: tuple[Change, ...]) -> Iterator[BulletinDate]:
    for one in changes:
        if name in one.before or one.kind not in BEGINNING:
            yield one.date
