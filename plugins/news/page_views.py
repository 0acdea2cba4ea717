"""What the templates of this feature are given: one frozen class a kind of page."""

from dataclasses import dataclass

from plugins.domain.figure_views import NO_FIGURES, FigureSheet
from plugins.domain.linked_records import LinkGroup
from plugins.domain.timeline import TimelineYear
from plugins.domain.views import (
    AttachmentView,
    DateView,
    Fact,
    HonourGlance,
    Link,
    NewsRow,
    PageHead,
    Pagination,
)
from plugins.news.views import (
    BylineView,
    ColumnSection,
    CorrectionView,
    IndexEntry,
    LeadView,
    PictureView,
    QrView,
    SameMonth,
    SourceView,
    TopicEntry,
    YearCalendar,
)


@dataclass(frozen=True, slots=True)
class ItemView:
    """The page of an item. Empty strings and tuples, and None, stand for what it does not have.

    `body_html` is sanitised and final. `visible_url` is printed, `qr` too: both need
    a configured domain. `note` is the 编者注 on what is in doubt.
    `pictures` are those beside the text; those within it are in `body_html`. `series` are others
    of its series in the order they came. `previous` is the next older, `next` the next newer item
    of the column. `mark` says why an item that only the preview shows is not public.
    `edition` is the date of the edition that the item stood in, `edition_url` that edition's page.
    `figures` and `records` are those that the item is the source of.
    """

    head: PageHead
    title: str
    kicker: str
    subtitle: str
    date: DateView
    event_date: DateView | None
    published: DateView | None
    column: Link
    genre: str
    bylines: tuple[BylineView, ...]
    source: SourceView
    summary: str
    editors_note: str
    contributed_by: str
    document_number: str
    body_html: str
    pictures: tuple[PictureView, ...]
    attachments: tuple[AttachmentView, ...]
    corrections: tuple[CorrectionView, ...]
    note: str
    topics: tuple[Link, ...]
    organisations: tuple[Link, ...]
    branches: tuple[Link, ...]
    series: tuple[NewsRow, ...]
    series_name: str
    related: tuple[NewsRow, ...]
    previous: Link | None
    next: Link | None
    edition: DateView | None
    visible_url: str
    qr: QrView | None
    mark: str = ""
    edition_url: str = ""
    figures: FigureSheet = NO_FIGURES
    mechanisms: tuple[Link, ...] = ()
    records: tuple[LinkGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """The page that a withdrawn item leaves behind: only that it was withdrawn."""

    head: PageHead


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. `lead` is None only while there is no item at all.

    `features` are the newest of the lead's column but the lead; `sections` the other columns in
    the order of the columns table; `honours` at a glance; then what there is to browse.
    `same_month` is None where no former year has an item of this month.
    """

    head: PageHead
    lead: LeadView | None
    features: ColumnSection | None
    sections: tuple[ColumnSection, ...]
    honours: tuple[HonourGlance, ...]
    honours_link: Link | None
    years: tuple[Link, ...]
    topics: tuple[Link, ...]
    organisations: tuple[Link, ...]
    organisations_link: Link | None
    same_month: SameMonth | None = None


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of items: a column or byline. `introduction` is a sentence or empty."""

    head: PageHead
    title: str
    introduction: str
    rows: tuple[NewsRow, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index: of columns or bylines."""

    head: PageHead
    title: str
    introduction: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class TopicsView:
    """The index of topics: those that run, and apart from them those that are archived."""

    head: PageHead
    title: str
    running: tuple[TopicEntry, ...]
    archived: tuple[TopicEntry, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic and its items in time: the oldest first where it is archived, else the newest.

    `introduction` and `facts` (its state, how many items, from when to when) are empty on the
    further pages.
    """

    head: PageHead
    title: str
    introduction: str
    facts: tuple[Fact, ...]
    timeline: tuple[TimelineYear, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The archive's first page: every year with its months, newest first."""

    head: PageHead
    years: tuple[YearCalendar, ...]


@dataclass(frozen=True, slots=True)
class ArchiveYearView:
    """A year: its calendar and all its items in pages."""

    head: PageHead
    calendar: YearCalendar
    rows: tuple[NewsRow, ...]
    pagination: Pagination
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class ArchiveMonthView:
    """A month and its items; `previous` and `next` are months that have items.

    `same_month` is None where no former year has an item of this month, and on the further pages.
    """

    head: PageHead
    title: str
    rows: tuple[NewsRow, ...]
    pagination: Pagination
    previous: Link | None
    next: Link | None
    same_month: SameMonth | None = None


@dataclass(frozen=True, slots=True)
class TextPageView:
    """A page about the bulletin."""

    head: PageHead
    title: str
    body_html: str


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """All corrections of the bulletin, newest first."""

    head: PageHead
    corrections: tuple[CorrectionView, ...]
