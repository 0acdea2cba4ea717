"""What the catalogue shows of each table."""

from dataclasses import dataclass

from plugins.domain.views import Fact, PageHead


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """A column: its heading, how it is written, and what it means."""

    name: str
    form: str
    meaning: str


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to take away: `size` is for people, `hint` says what opens it."""

    format: str
    size: str
    hint: str
    url: str


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table in the catalogue; `id` is that of its place on the page.

    `size` reads `28行，5栏`; `latest` is the newest date in it, empty where it has none.
    """

    id: str
    title: str
    description: str
    note: str
    size: str
    latest: str
    files: tuple[DataFile, ...]
    columns: tuple[ColumnMeaning, ...]


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Tables that belong together."""

    id: str
    title: str
    tables: tuple[TableEntry, ...]


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """The catalogue of open data: what is known of all of it, then every table."""

    head: PageHead
    title: str
    introduction: str
    facts: tuple[Fact, ...]
    groups: tuple[TableGroup, ...]


@dataclass(frozen=True, slots=True)
class FileView:
    """A file as it is: its bytes are known before, for the catalogue tells its size."""

    data: bytes
