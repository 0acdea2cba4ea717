"""What a field of a record says: as a fact, as a cell of a list."""

from typing import Any

from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import BulletinDate
from plugins.domain.declared import DeclaredKey, Shape
from plugins.domain.entity_links import organisation_link
from plugins.domain.records import Record
from plugins.domain.rolls import LAST, Cell, number_cell, text_cell
from plugins.domain.views import Fact

YEAR = "year"


def value_of(record: Record, declared: DeclaredKey) -> Any:
    """Return what readers may see of a field; None where that is nothing."""
    value = getattr(record, declared.english) if record.shows(declared) else None
    return None if value == "" else value


def fact_of(bulletin: Bulletin, record: Record, declared: DeclaredKey) -> Fact | None:
    """Return a field as one line of a record's page; units are links."""
    value = value_of(record, declared)
    if value is None:
        return None
    if declared.refers_to == "单位":
        return Fact(declared.name, links=(organisation_link(bulletin, value),))
    return Fact(declared.name, in_words(declared, value))


def list_cell(record: Record, declared: DeclaredKey) -> Cell:
    """Return a field as a cell of the list; an empty one stands last."""
    value = value_of(record, declared)
    if value is None:
        return Cell("", LAST)
    text = in_words(declared, value)
    if declared.shape is Shape.NUMBER:
        return Cell(text, number_cell(value).sort)
    if declared.shape is Shape.CHOICE:
        return Cell(text, f"{declared.choices.index(value):06}")
    if isinstance(value, BulletinDate):
        return Cell(text, value.iso)
    return text_cell(text)


def in_words(declared: DeclaredKey, value: Any) -> str:
    """Return a value as readers see it."""
    if isinstance(value, BulletinDate):
        return value.text
    return f"{value}年" if declared.english == YEAR else str(value)
