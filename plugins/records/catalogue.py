"""What the pages of this feature look up: kinds by openness, mechanisms by kind, newest rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.domain.bulletin import Bulletin
from plugins.domain.figure_views import FigureSheets
from plugins.domain.grouping import grouped
from plugins.domain.mechanisms import Mechanism
from plugins.domain.record_kinds import KIND_BY_TITLE, RECORD_KINDS
from plugins.domain.records import Openness, Record


@dataclass(frozen=True)
class Catalogue:
    """A bulletin's mechanisms and records, and every index that their pages need."""

    bulletin: Bulletin

    @cached_property
    def figures(self) -> FigureSheets:
        """The ledger of figures."""
        return FigureSheets(self.bulletin)

    @cached_property
    def kinds(self) -> tuple[type[Record], ...]:
        """The kinds that have a page: all but those that are internal."""
        return tuple(kind for kind in RECORD_KINDS if kind.openness is not Openness.INTERNAL)

    def records_of(self, kind: type[Record]) -> tuple[Record, ...]:
        """Return the records of a kind, in the order of their table."""
        return self.bulletin.records_by_kind.get(kind.table, ())

    def kinds_of(self, mechanism: Mechanism) -> tuple[type[Record], ...]:
        """Return the kinds of records of a mechanism that have a page."""
        listed = (KIND_BY_TITLE[title] for title in mechanism.records)
        return tuple(kind for kind in listed if kind in self.kinds)

    @cached_property
    def mechanisms_by_kind(self) -> Mapping[str, tuple[Mechanism, ...]]:
        """Mechanisms by the title of a kind that they list."""
        return grouped((title, one) for one in self.bulletin.mechanisms for title in one.records)

    @cached_property
    def mechanisms_by_category(self) -> Mapping[str, tuple[Mechanism, ...]]:
        """Mechanisms by 类别, both in the order of their table."""
        return grouped((one.category, one) for one in self.bulletin.mechanisms)

    def records_beside(self, record: Record) -> tuple[Record, ...]:
        """Return the other records with a page that refer to a unit of this one."""
        found = (
            other
            for name in record.units
            for other in self.bulletin.records_by_organisation.get(name, ())
            if other is not record and type(other).openness is Openness.PUBLIC
        )
        return tuple({other.address: other for other in found}.values())

    def newest(self, mechanism: Mechanism, kind: type[Record], most: int) -> tuple[Record, ...]:
        """Return some records of a kind: those from the mechanism's own items first, then by date.

        Records from one item stay in the order of their table.
        """
        place = self.bulletin.place_of_item
        items = self.bulletin.item_by_identity
        shared = set(mechanism.items)

        def rank(record: Record) -> tuple[bool, int]:
            item = items.get(record.source_item)
            return record.source_item not in shared, place[item.file] if item else len(place)

        return tuple(sorted(self.records_of(kind), key=rank)[:most])
