"""What stands on the pages of this feature; the pages themselves are in `page_views`.

Empty strings, empty tuples and None stand for what the tables do not say.
"""

from dataclasses import dataclass

from plugins.domain.rolls import Roll
from plugins.domain.timeline import TimelineYear
from plugins.domain.views import AttachmentView, Fact, Link, Pagination


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
class EntityTimeline:
    """The items that name an entity and what happened to it, in time: one page of them."""

    years: tuple[TimelineYear, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True)
class BatchView:
    """One recognition on a year's page: what was announced, what is listed, who they are.

    `doubt` is the whole 编者注; the document of the recognition is its attachment.
    """

    title: str
    id: str
    facts: tuple[Fact, ...]
    roll: Roll | None
    unnamed: str
    doubt: str
    attachments: tuple[AttachmentView, ...]
