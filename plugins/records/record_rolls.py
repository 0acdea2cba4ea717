"""The records of one kind as a roll: the short fields that some of them has, in groups."""

from collections.abc import Sequence

from plugins.domain.bulletin import Bulletin
from plugins.domain.declared import DeclaredKey, Shape
from plugins.domain.records import Record
from plugins.domain.rolls import Cell, Heading, Roll, grouped_roll, text_cell
from plugins.records.cells import YEAR, list_cell, value_of


def roll_of(bulletin: Bulletin, kind: type[Record], records: Sequence[Record]) -> Roll:
    """Return the roll of some records of a kind, in each group in the order of the table."""
    name, *others = kind.own_keys()
    columns = [one for one in others if _is_listed(kind, one, records)]
    columns.sort(key=lambda one: one.english != kind.groups_by)
    empty = Roll(
        id="records",
        caption=f"{kind.title}，收录{len(records)}{kind.measure}",
        measure=kind.measure,
        headings=(Heading(name.name, "name"), *(_heading(kind, one) for one in columns)),
    )
    rows = [(_name(record), *(list_cell(record, one) for one in columns)) for record in records]
    return grouped_roll(bulletin, empty, rows, keeps_order=True)


def _is_listed(kind: type[Record], declared: DeclaredKey, records: Sequence[Record]) -> bool:
    is_long = declared.english in (*kind.paragraphs, kind.sequence)
    return not is_long and any(value_of(record, declared) is not None for record in records)


def _heading(kind: type[Record], declared: DeclaredKey) -> Heading:
    if declared.english == kind.groups_by:
        return Heading(declared.name, "group")
    if declared.shape is Shape.NUMBER and declared.english != YEAR:
        return Heading(declared.name, "number", declared.name)
    return Heading(declared.name, "detail")


def _name(record: Record) -> Cell:
    return text_cell(record.name, record.address)
