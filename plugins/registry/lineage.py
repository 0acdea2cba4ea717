"""What became of a branch: from whom its honours came down, and what an old name is called today.

Made from the rows of the changes table alone; a name need not stand in the branches table.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.domain.grouping import grouped
from plugins.domain.tables import Change, ChangeKind

PASSING_ON = (
    ChangeKind.RENAMED,
    ChangeKind.MERGED,
    ChangeKind.SPLIT,
    ChangeKind.TRANSFERRED,
)
SAME_BRANCH = (ChangeKind.RENAMED, ChangeKind.TRANSFERRED)
SAME_OR_JOINED = (*SAME_BRANCH, ChangeKind.MERGED)


@dataclass(frozen=True, slots=True)
class Descent:
    """How honours of `predecessor` came down: by `steps`, the change nearest to it first."""

    predecessor: str
    steps: tuple[Change, ...]

    @property
    def until(self) -> date:
        """The last day on which an honour of the predecessor still came down."""
        return self.steps[0].date.last_day

    @property
    def text(self) -> str:
        """The descent as pages print it: `承继自甲（更名，2022年6月14日）`."""
        steps = "；".join(f"{step.kind}，{step.date.text}" for step in self.steps)
        return f"承继自{self.predecessor}（{steps}）"


@dataclass(frozen=True, slots=True)
class Lineage:
    """Changes by the names they lead to and from, each in the order of their dates."""

    to_name: Mapping[str, tuple[Change, ...]]
    from_name: Mapping[str, tuple[Change, ...]]

    def descents(self, name: str) -> tuple[Descent, ...]:
        """List the predecessors of a branch, the nearest first; a circle of names ends.

        Only changes back in time are followed: what split off took no later honours along.
        """
        found: dict[str, Descent] = {}
        waiting: deque[tuple[str, tuple[Change, ...]]] = deque([(name, ())])
        while waiting:
            for descent in self._before(*waiting.popleft()):
                if descent.predecessor not in {name, *found}:
                    found[descent.predecessor] = descent
                    waiting.append((descent.predecessor, descent.steps))
        return tuple(found.values())

    def name_today(
        self, name: str, since: date, kinds: tuple[ChangeKind, ...] = SAME_OR_JOINED
    ) -> str:
        """Follow changes of some kinds from a name borne on a day; a split is never followed."""
        passed: set[Change] = set()
        while change := self._next(name, since, kinds, passed):
            passed.add(change)
            name, since = change.after[0], change.date.first_day
        return name

    def _before(self, name: str, later: tuple[Change, ...]) -> Iterator[Descent]:
        for change in self.to_name.get(name, ()):
            if not later or change.date.first_day <= later[0].date.last_day:
                yield from (Descent(before, (change, *later)) for before in change.before)

    def _next(
        self, name: str, since: date, kinds: tuple[ChangeKind, ...], passed: set[Change]
    ) -> Change | None:
        followed = (
            change
            for change in self.from_name.get(name, ())
            if change.kind in kinds and len(change.after) == 1 and name not in change.after
        )
        return next(
            (
                change
                for change in followed
                if change.date.last_day >= since and change not in passed
            ),
            None,
        )


def lineage_of(changes: Iterable[Change]) -> Lineage:
    """Index the changes that pass honours on from one name to another."""
    in_time = sorted(
        (change for change in changes if change.kind in PASSING_ON), key=lambda change: change.date
    )
    return Lineage(
        to_name=grouped((name, change) for change in in_time for name in change.after),
        from_name=grouped((name, change) for change in in_time for name in change.before),
    )
