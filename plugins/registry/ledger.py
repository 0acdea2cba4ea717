"""The ledger of honours: every recognition with its recipients, as all tables together tell it.

In: the Bulletin. Out: its batches, and every index that pages, rolls, charts and downloads need.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.domain.bulletin import Bulletin
from plugins.domain.grouping import grouped
from plugins.domain.tables import Branch, Change, Holding, Organisation, RecipientKind
from plugins.registry.awards import Award, Batch, batch_of
from plugins.registry.lineage import Lineage, lineage_of


@dataclass(frozen=True)
class Ledger:
    """All batches, oldest first, and the lineage of branches."""

    bulletin: Bulletin
    lineage: Lineage
    batches: tuple[Batch, ...]

    @cached_property
    def by_honour(self) -> Mapping[str, tuple[Batch, ...]]:
        """Batches by the name of their honour, oldest first."""
        return grouped((batch.honour.name, batch) for batch in self.batches)

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Batch, ...]]:
        """Batches by year, oldest first."""
        return grouped((batch.recognition.year, batch) for batch in self.batches)

    @cached_property
    def by_branch(self) -> Mapping[str, tuple[Award, ...]]:
        """Awards to branches by the name that the table has."""
        return grouped((award.row.name, award) for award in self._awards(RecipientKind.BRANCH))

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[Award, ...]]:
        """Awards by unit, those to the unit itself included; persons are not among them."""
        to_units = self._awards(RecipientKind.ORGANISATION)
        own = [((award.row.name, *award.units), award) for award in to_units]
        inside = [(award.units, award) for award in self._awards(RecipientKind.BRANCH)]
        return grouped(
            (unit, award) for units, award in [*own, *inside] for unit in dict.fromkeys(units)
        )

    @cached_property
    def holdings_by_name(self) -> Mapping[str, tuple[Holding, ...]]:
        """Holdings by the holder's name."""
        return grouped((holding.name, holding) for holding in self.bulletin.holdings)

    @cached_property
    def branches_by_unit(self) -> Mapping[str, tuple[Branch, ...]]:
        """Branches by a unit that they belong to."""
        return grouped(
            (unit, branch) for branch in self.bulletin.branches for unit in branch.organisations
        )

    @cached_property
    def branches_by_parent(self) -> Mapping[str, tuple[Branch, ...]]:
        """Branches by the branch above them."""
        return grouped((branch.parent, branch) for branch in self.bulletin.branches)

    @cached_property
    def organisations_by_parent(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Organisations by the organisation above them."""
        return grouped((unit.parent, unit) for unit in self.bulletin.organisations)

    @cached_property
    def changes_by_name(self) -> Mapping[str, tuple[Change, ...]]:
        """Changes of every kind by the names before and after."""
        return grouped(
            (name, change)
            for change in self.bulletin.changes
            for name in dict.fromkeys((*change.before, *change.after))
        )

    def _awards(self, kind: RecipientKind) -> list[Award]:
        batches = (batch for batch in self.batches if batch.honour.awarded_to is kind)
        return [award for batch in batches for award in batch.awards]


def ledger_of(bulletin: Bulletin) -> Ledger:
    """Make the ledger of a bulletin."""
    lineage = lineage_of(bulletin.changes)
    batches = (batch_of(bulletin, lineage, one) for one in bulletin.recognitions_in_time)
    return Ledger(bulletin, lineage, tuple(batches))
