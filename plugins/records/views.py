"""What the templates of this feature are given: one frozen class a kind of page, and their parts.

Empty strings, empty tuples and None stand for what the tables do not say.
"""

from dataclasses import dataclass

from plugins.domain.downloads import DownloadLink
from plugins.domain.figure_views import FigureSheet
from plugins.domain.rolls import Roll
from plugins.domain.views import Fact, Link, NewsRow, PageHead, Pagination
from plugins.records.step_drawings import StepDiagram


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an index: a name, and a sentence about it."""

    link: Link
    note: str


@dataclass(frozen=True, slots=True)
class Category:
    """The mechanisms of one 类别; `id` is the fragment that a jump list leads to."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A field that is read as a text, under its heading."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class KindGlance:
    """A kind of record on the page of its mechanism: the way to all, and some of its records.

    Where readers see totals alone, these stand in `totals`; where there is nothing, both are empty.
    """

    title: str
    all: Link
    records: tuple[Link, ...]
    totals: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many records there are of each value of a field."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class MechanismsView:
    """The index: all mechanisms by 类别, then the kinds of records."""

    head: PageHead
    title: str
    introduction: str
    categories: tuple[Category, ...]
    kinds: tuple[Entry, ...]
    downloads: tuple[DownloadLink, ...]


@dataclass(frozen=True, slots=True)
class MechanismView:
    """A mechanism. `kinds` are its kinds of records, `others` the mechanisms of its 类别."""

    head: PageHead
    title: str
    category: str
    description: str
    aliases: str
    rules: tuple[str, ...]
    steps: StepDiagram | None
    doubt: str
    figures: FigureSheet
    kinds: tuple[KindGlance, ...]
    items: tuple[NewsRow, ...]
    pagination: Pagination
    organisations: tuple[Link, ...]
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MechanismItemsView:
    """A further page of the items that speak of a mechanism."""

    head: PageHead
    title: str
    items: tuple[NewsRow, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True)
class RecordsView:
    """The list of one kind. `roll` is None where it has no row, or shows `totals` alone.

    `group` is the heading that the roll is grouped by. `empty` says that there is nothing yet,
    `note` why there are no rows.
    """

    head: PageHead
    title: str
    introduction: str
    mechanisms: tuple[Link, ...]
    roll: Roll | None
    group: str
    totals: tuple[Totals, ...]
    empty: str
    note: str
    figures: FigureSheet
    downloads: tuple[DownloadLink, ...]


@dataclass(frozen=True, slots=True)
class RecordView:
    """One record. `of_units` are other records of the units that it refers to."""

    head: PageHead
    title: str
    kind: str
    facts: tuple[Fact, ...]
    paragraphs: tuple[Paragraph, ...]
    steps: StepDiagram | None
    doubt: str
    mechanisms: tuple[Link, ...]
    of_units: tuple[Link, ...]
    previous: Link | None
    next: Link | None
