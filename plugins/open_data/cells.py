"""The cells of a declared row, and the fields that they stand in."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import BulletinDate
from plugins.domain.declared import Declared, DeclaredKey, Shape, declared_keys
from plugins.domain.downloads import CellValue
from plugins.domain.records import Record
from plugins.open_data.data_tables import CellRow, DataField

ITEMS = ("items", "稿件")
REFERENCES = {"单位": ("organisations", "单位名称"), "稿件": ITEMS}
"""Where the names are found that a heading declares to refer to."""

SEPARATOR = "、"
NOT_FOR_READERS = "public_grounds"
SOURCE_ITEM = "source_item"
LAST = (SOURCE_ITEM, "doubt")

References = Mapping[str, tuple[str, str]]


def told_keys(model: type[Declared], rows: Sequence[Declared]) -> tuple[DeclaredKey, ...]:
    """Return the keys that readers may see: an internal one only if a row shows it.

    The source and what is in doubt come last.
    """
    told = [
        declared
        for declared in declared_keys(model)
        if declared.english != NOT_FOR_READERS and any(_shows(row, declared) for row in rows)
    ]
    return tuple(sorted(told, key=lambda declared: declared.english in LAST))


def field_of(declared: DeclaredKey, references: References) -> DataField:
    """Return the field of a key; `references` adds to what the key itself refers to.

    A source item that is not public is left out, so that no field of items is required.
    """
    refers_to = references.get(declared.name, REFERENCES.get(declared.refers_to, ()))
    if declared.english == SOURCE_ITEM:
        refers_to = ITEMS
    return DataField(
        name=declared.name,
        meaning=declared.meaning,
        shape=declared.shape,
        required=declared.required and refers_to != ITEMS,
        choices=declared.choices,
        refers_to=refers_to if declared.shape is Shape.TEXT else (),
    )


def row_of(bulletin: Bulletin, row: Declared, keys: Sequence[DeclaredKey]) -> CellRow:
    """Return the cells of a row; what readers may not see is empty."""
    return tuple(
        cell_of(_public(bulletin, declared, getattr(row, declared.english)))
        if _shows(row, declared)
        else None
        for declared in keys
    )


def cell_of(value: Any) -> CellValue:
    """Return a value as a cell: numbers as such, dates for programs, None where there is none."""
    if isinstance(value, BulletinDate):
        return value.iso
    if isinstance(value, tuple):
        return SEPARATOR.join(value) or None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, int):
        return value
    return str(value) if value else None


def _shows(row: Declared, declared: DeclaredKey) -> bool:
    return not isinstance(row, Record) or row.shows(declared)


def _public(bulletin: Bulletin, declared: DeclaredKey, value: Any) -> Any:
    """Return a value without the items in it that are not public."""
    if declared.refers_to != "稿件" and declared.english != SOURCE_ITEM:
        return value
    known = bulletin.item_by_identity
    if isinstance(value, tuple):
        return tuple(identity for identity in value if identity in known)
    return value if value in known else ""
