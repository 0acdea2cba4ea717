"""What the templates of this feature are given: one frozen class a kind of page.

Empty strings, empty tuples and None stand for what the tables do not say.
"""

from dataclasses import dataclass

from plugins.domain.views import Link, NewsRow, PageHead, Pagination


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known of an entity: plain `text`, or `links` to other entities."""

    label: str
    text: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a roll.

    `kind` says where its cells stand on a phone: `name` on the first line, `group` nowhere (the
    rows are grouped by it), `detail` and `number` on the second, after `label` where one is needed.
    """

    text: str
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text (a link where `url` is not empty) and the key that it is sorted by.

    `note` and `note_link` stand under the text: `今名` and a link to today's organisation.
    """

    text: str
    sort: str
    url: str = ""
    note: str = ""
    note_link: Link | None = None


@dataclass(frozen=True, slots=True)
class RollGroup:
    """The rows of one unit; `id` is the fragment that a jump list leads to."""

    id: str
    title: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """A table of rows in groups; `id` is unique on its page, `measure` counts rows (`个`, `名`)."""

    id: str
    caption: str
    measure: str
    headings: tuple[Heading, ...]
    groups: tuple[RollGroup, ...] = ()

    @property
    def total(self) -> int:
        """The number of rows in all groups."""
        return sum(len(group.rows) for group in self.groups)


@dataclass(frozen=True, slots=True)
class DownloadLink:
    """A file to download; `format` is `CSV` or `JSON`, `hint` what opens it."""

    format: str
    hint: str
    url: str


@dataclass(frozen=True, slots=True)
class Download:
    """What a CSV or JSON file holds: a title, notes on its coverage, headings and rows of cells."""

    title: str
    notes: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str | int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class SinceAnswer:
    """How many since `start`: numbers of the tables, and a sentence to copy.

    `announced` is None where no batch's total was announced. `listed` rows are kept here, of them
    `distinct` recipients and `valid` today; `missing` names the years without a recognition.
    """

    start: int
    batches: int
    announced: int | None
    listed: int
    distinct: int
    valid: int
    missing: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A year of a chart: `value` is None where nothing is known, `note` says so in a word.

    `share` is the length of the bar in percent of the longest; the other numbers are for the table.
    """

    year: int
    url: str
    value: int | None
    note: str
    share: float
    listed: int
    valid: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Announced totals by year; `description` says in words what the bars show."""

    title: str
    description: str
    measure: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change: `before` … `verb` … `after`; `after` is empty where the verb ends the sentence."""

    date: str
    iso: str
    kind: str
    before: tuple[Link, ...]
    verb: str
    after: tuple[Link, ...]
    document_number: str
    source: Link | None


@dataclass(frozen=True, slots=True)
class AwardEntry:
    """An honour of a branch or organisation.

    `recipient` is given where a list spans recipients; `inherited` says from whom and by which
    change an honour came down; `period` is the year, or `截至…` of a holding, whose `roll` is None.
    """

    period: str
    honour: Link
    roll: Link | None
    recipient: Link | None
    batch: str
    state: str
    state_since: str
    name_then: str
    inherited: str
    source: Link | None


@dataclass(frozen=True, slots=True)
class HonourEntry:
    """An honour in the index, as `honour_glance` shows it: its newest batch."""

    honour: Link
    number: str
    batch: str
    coverage: str


@dataclass(frozen=True, slots=True)
class YearEntry:
    """One honour in one year: a link to its roll, and what was announced and is listed."""

    link: Link
    coverage: str


@dataclass(frozen=True, slots=True)
class HonoursOfYear:
    """All honours of one year."""

    year: str
    entries: tuple[YearEntry, ...]


@dataclass(frozen=True, slots=True)
class HonoursView:
    """The index of honours: each at a glance, then year by year."""

    head: PageHead
    title: str
    introduction: str
    honours: tuple[HonourEntry, ...]
    years: tuple[HonoursOfYear, ...]
    downloads: tuple[DownloadLink, ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items that name an entity: one page of them."""

    rows: tuple[NewsRow, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True)
class HonourView:
    """One honour through the years; `chart` and `roll` are None where there is nothing to show.

    `unnamed` says how many persons are counted and not named.
    """

    head: PageHead
    title: str
    description: str
    facts: tuple[Fact, ...]
    measure: str
    answers: tuple[SinceAnswer, ...]
    chart: Chart | None
    roll: Roll | None
    unnamed: str
    holdings: tuple[AwardEntry, ...]
    downloads: tuple[DownloadLink, ...]
    items: ItemList


@dataclass(frozen=True, slots=True)
class BatchView:
    """One recognition on a year's page: what was announced, what is listed, who they are."""

    title: str
    id: str
    facts: tuple[Fact, ...]
    roll: Roll | None
    unnamed: str
    doubt: str


@dataclass(frozen=True, slots=True)
class HonourYearView:
    """One year's roll of one honour; `others` are the rolls of other honours of the year."""

    head: PageHead
    title: str
    honour: Link
    batches: tuple[BatchView, ...]
    downloads: tuple[DownloadLink, ...]
    others: tuple[Link, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The index of branches or of organisations: one table, in groups that `jump_label` names."""

    head: PageHead
    title: str
    introduction: str
    roll: Roll
    jump_label: str
    downloads: tuple[DownloadLink, ...]


@dataclass(frozen=True, slots=True)
class BranchView:
    """A branch: what it is, its honours, its changes, what is under it, the items that name it."""

    head: PageHead
    title: str
    facts: tuple[Fact, ...]
    awards: tuple[AwardEntry, ...]
    changes: tuple[ChangeView, ...]
    subordinates: tuple[Link, ...]
    items: ItemList


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """An organisation: what it is, its branches, its honours and theirs, the items that name it."""

    head: PageHead
    title: str
    facts: tuple[Fact, ...]
    branches: tuple[Link, ...]
    awards: tuple[AwardEntry, ...]
    subordinates: tuple[Link, ...]
    items: ItemList


@dataclass(frozen=True, slots=True)
class EntityItemsView:
    """A further page of the items that name an entity."""

    head: PageHead
    title: str
    entity: Link
    items: ItemList
