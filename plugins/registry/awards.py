"""Awards and batches: a recipient and a recognition as all tables together tell them.

In: the Bulletin and the lineage of branches. Out: a batch, its awards each with its state today,
the name then and the name today.
"""

from dataclasses import dataclass
from datetime import date

from plugins.domain.award_states import state_today
from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import BulletinDate
from plugins.domain.tables import Honour, Recipient, RecipientKind, RecipientState, Recognition
from plugins.registry.lineage import SAME_BRANCH, Lineage


@dataclass(frozen=True, slots=True)
class Award:
    """One row of recipients. `identity` tells recipients apart: the name after later renamings.

    `name_today` also follows mergers. `is_named` is false for a person without 公开依据, whose
    name then goes no further than this.
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
        return self.recognition.first_day


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


def batch_of(bulletin: Bulletin, lineage: Lineage, recognition: Recognition) -> Batch:
    """Make the batch of a recognition, which must name an honour of the honours table."""
    honour = bulletin.honour_by_name[recognition.honour]
    rows = bulletin.recipients_by_recognition.get(recognition.number, ())
    awards = tuple(_award(bulletin, lineage, recognition, honour, row) for row in rows)
    return Batch(recognition, honour, awards)


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


def _award(
    bulletin: Bulletin, lineage: Lineage, recognition: Recognition, honour: Honour, row: Recipient
) -> Award:
    day = recognition.first_day
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
        is_named=row.may_be_named(honour),
    )
