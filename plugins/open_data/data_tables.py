"""A table as it is published: its fields with their meanings, its rows, what they refer to."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.domain.dates import BulletinDate
from plugins.domain.declared import Shape
from plugins.domain.downloads import CellValue

CellRow = tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class DataField:
    """One column: its heading, what it means, how it is written, and what it may hold.

    `refers_to` is the table and the heading where each of its values is found; empty where it
    refers to nothing, or to several things at once.
    """

    name: str
    meaning: str
    shape: Shape = Shape.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    refers_to: tuple[str, str] | tuple[()] = ()


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: `name` is that of its files, `key` the headings that tell its rows apart.

    `latest` is the newest date in it, None where it has none. `note` says what is left out.
    """

    name: str
    title: str
    description: str
    group: str
    fields: tuple[DataField, ...]
    rows: tuple[CellRow, ...]
    key: tuple[str, ...] = ()
    latest: BulletinDate | None = None
    note: str = ""


def latest_of(tables: Iterable[DataTable]) -> BulletinDate | None:
    """Return the newest date in some tables; None where none has one."""
    return max((table.latest for table in tables if table.latest), default=None)
