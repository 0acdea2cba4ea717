"""The ledger of honours: every recognition with its recipients, as all tables together tell it.

In: the Bulletin. Out: batches (recognitions) of awards, each with its state today, the name then
and the name today. Pages, rolls, charts and downloads are made from this and nothing else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import BulletinDate
from plugins.domain.tables import (
    Branch,
    Change,
    Holding,
    Honour,
    Organisation,
    Recipient,
    RecipientKind,
    RecipientState,
    Recognition,
)
from plugins.registry.lineage import SAME_BRANCH, Lineage, lineage_of

Key = TypeVar("Key")
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Award:
    """One row of recipients. `identity` tells recipients apart: the name after later renamings.

    `name_today` also follows mergers. `is_named` is false for a person without 公开依据, whose
    name then goes no further than this ledger.
    """

    recognition: Recognition
    honour: Honour
    row: Recipient
    name_then: str
    name_today: str
    identity: str
    units: tuple[str, ...]
    state: RecipientState
    state_since: BulletinDate | None
    is_named: bool

    @property
    def day(self) -> date:
        """The first day on which it can have been awarded."""
        return day_of(self.recognition)


@dataclass(frozen=True, slots=True)
class Batch:
    """A recognition and all its awards, in the order of the table."""

    recognition: Recognition
    honour: Honour
    awards: tuple[Award, ...]

    @property
    def named(self) -> tuple[Award, ...]:
        """The awards whose recipients may be named."""
        return tuple(award for award in self.awards if award.is_named)

    @property
    def unnamed(self) -> int:
        """The number of persons who are counted and not named."""
        return len(self.awards) - len(self.named)

    @property
    def listed(self) -> int:
        """The number of recipients that pages name."""
        return len(self.named)

    @property
    def valid(self) -> int:
        """The number of listed awards that are valid today."""
        return sum(award.state is RecipientState.VALID for award in self.named)


@dataclass(frozen=True)
class Ledger:
    """All batches, oldest first, and the lineage of branches."""

    bulletin: Bulletin
    lineage: Lineage
    batches: tuple[Batch, ...]

    @cached_property
    def by_honour(self) -> Mapping[str, tuple[Batch, ...]]:
        """Batches by the name of their honour, oldest first."""
        return _grouped((batch.honour.name, batch) for batch in self.batches)

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Batch, ...]]:
        """Batches by year, oldest first."""
        return _grouped((batch.recognition.year, batch) for batch in self.batches)

    @cached_property
    def by_branch(self) -> Mapping[str, tuple[Award, ...]]:
        """Awards to branches by the name that the table has."""
        return _grouped((award.row.name, award) for award in self._awards(RecipientKind.BRANCH))

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[Award, ...]]:
        """Awards by unit, those to the unit itself included; persons are not among them."""
        to_units = self._awards(RecipientKind.ORGANISATION)
        own = [((award.row.name, *award.units), award) for award in to_units]
        inside = [(award.units, award) for award in self._awards(RecipientKind.BRANCH)]
        return _grouped(
            (unit, award) for units, award in [*own, *inside] for unit in dict.fromkeys(units)
        )

    @cached_property
    def holdings_by_name(self) -> Mapping[str, tuple[Holding, ...]]:
        """Holdings by the holder's name."""
        return _grouped((holding.name, holding) for holding in self.bulletin.holdings)

    @cached_property
    def branches_by_unit(self) -> Mapping[str, tuple[Branch, ...]]:
        """Branches by a unit that they belong to."""
        return _grouped(
            (unit, branch) for branch in self.bulletin.branches for unit in branch.organisations
        )

    @cached_property
    def branches_by_parent(self) -> Mapping[str, tuple[Branch, ...]]:
        """Branches by the branch above them."""
        return _grouped((branch.parent, branch) for branch in self.bulletin.branches)

    @cached_property
    def organisations_by_parent(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Organisations by the organisation above them."""
        return _grouped((unit.parent, unit) for unit in self.bulletin.organisations)

    @cached_property
    def changes_by_name(self) -> Mapping[str, tuple[Change, ...]]:
        """Changes of every kind by the names before and after."""
        return _grouped(
            (name, change)
            for change in self.bulletin.changes
            for name in dict.fromkeys((*change.before, *change.after))
        )

    def _awards(self, kind: RecipientKind) -> list[Award]:
        batches = (batch for batch in self.batches if batch.honour.awarded_to is kind)
        return [award for batch in batches for award in batch.awards]


def ledger_of(bulletin: Bulletin) -> Ledger:
    """Make the ledger of a bulletin; every recognition must name an honour of the honours table."""
    lineage = lineage_of(bulletin.changes)
    rows = _grouped((row.recognition, row) for row in bulletin.recipients)
    batches = (
        _batch(bulletin, lineage, recognition, rows.get(recognition.number, ()))
        for recognition in bulletin.recognitions
    )
    return Ledger(bulletin, lineage, tuple(sorted(batches, key=_in_time)))


def day_of(recognition: Recognition) -> date:
    """Return the first day on which a recognition can have been given."""
    if recognition.awarded_on:
        return recognition.awarded_on.first_day
    return date(recognition.year, 1, 1)


def state_today(
    row: Recipient, recognition: Recognition, today: date
) -> tuple[RecipientState, BulletinDate | None]:
    """Return the state of an award and since when: a valid one expires with its recognition."""
    end = recognition.valid_until
    if row.state is RecipientState.VALID and end is not None and end.last_day < today:
        return RecipientState.EXPIRED, end
    return row.state, row.state_since


def units_of(bulletin: Bulletin, honour: Honour, row: Recipient) -> tuple[str, ...]:
    """Return the units of a recipient: as its row says, else as the other tables say.

    A unit that stands under no other is its own unit.
    """
    if row.organisation:
        return (row.organisation,)
    if honour.awarded_to is RecipientKind.BRANCH:
        branch = bulletin.branch_by_name.get(row.name)
        return branch.organisations if branch else ()
    organisation = bulletin.organisation_by_name.get(row.name)
    return (organisation.parent or organisation.name,) if organisation else ()


def _batch(
    bulletin: Bulletin, lineage: Lineage, recognition: Recognition, rows: Iterable[Recipient]
) -> Batch:
    honour = bulletin.honour_by_name[recognition.honour]
    awards = tuple(_award(bulletin, lineage, recognition, honour, row) for row in rows)
    return Batch(recognition, honour, awards)


def _award(
    bulletin: Bulletin, lineage: Lineage, recognition: Recognition, honour: Honour, row: Recipient
) -> Award:
    day = day_of(recognition)
    state, since = state_today(row, recognition, bulletin.today)
    is_branch = honour.awarded_to is RecipientKind.BRANCH
    return Award(
        recognition=recognition,
        honour=honour,
        row=row,
        name_then=row.name_then or row.name,
        name_today=lineage.name_today(row.name, day) if is_branch else row.name,
        identity=lineage.name_today(row.name, day, SAME_BRANCH) if is_branch else row.name,
        units=units_of(bulletin, honour, row),
        state=state,
        state_since=since,
        is_named=bool(row.public_grounds) or honour.awarded_to is not RecipientKind.PERSON,
    )


def _in_time(batch: Batch) -> tuple[int, date]:
    return batch.recognition.year, day_of(batch.recognition)


def _grouped(pairs: Iterable[tuple[Key, Row]]) -> dict[Key, tuple[Row, ...]]:
    groups: dict[Key, list[Row]] = {}
    for key, row in pairs:
        groups.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in groups.items()}
