"""What the templates of this feature are given: one frozen class a kind of page."""

from dataclasses import dataclass

from plugins.domain.views import DateView, Link, NewsRow, PageHead, Pagination
from plugins.news.qr import qr_drawing


@dataclass(frozen=True, slots=True)
class SourceSet:
    """The files of one picture in one format: the MIME type, and each address with its width."""

    type: str
    files: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture: the address, width and height of its fallback JPEG, and its other files.

    `credit` is the photographer or provider with its role (`摄影 甲`), empty where none is given.
    """

    url: str
    width: int
    height: int
    alternative: str
    caption: str
    credit: str
    sources: tuple[SourceSet, ...]


@dataclass(frozen=True, slots=True)
class BylineView:
    """One role with its names; `names` link to the names' pages, `role` is empty for 未署名.

    What stands in place of a name (未署名) has an empty `url`; a 集体 may have no name at all.
    """

    role: str
    names: tuple[Link, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """The source of an item; all but the name may be empty. `original_date` is None if unknown."""

    name: str
    url: str
    original_title: str
    original_date: DateView | None
    reprinted: bool


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file to download; `type` is for people (`PDF`), `size` too (`1.2 MB`)."""

    url: str
    name: str
    type: str
    size: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction; `item` links to the item where the list spans items, else None."""

    date: DateView
    original: str
    corrected: str
    grounds: str
    item: Link | None = None


@dataclass(frozen=True, slots=True)
class NoteView:
    """A neutral 编者注: what is in doubt and why."""

    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class QrView:
    """A QR code of an address. It holds the address alone: the drawing is made when it is printed.

    Drawing 10,000 codes takes longer than the rest of a build, and an item's code never changes.
    """

    text: str

    @property
    def size(self) -> int:
        """Modules a side, quiet zone included: the side of the SVG's view box."""
        return qr_drawing(self.text).size

    @property
    def path(self) -> str:
        """The `d` of an SVG path that covers the dark modules."""
        return qr_drawing(self.text).path


@dataclass(frozen=True, slots=True)
class ItemView:
    """The page of an item. Empty strings and tuples, and None, stand for what it does not have.

    `body_html` is sanitised and final. `visible_url` is printed; `qr` needs a configured domain.
    `pictures` are those beside the text; those within it are in `body_html`. `series` are others
    of its series in the order they came. `previous` is the next older, `next` the next newer item
    of the column.
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
    notes: tuple[NoteView, ...]
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


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """The page that a withdrawn item leaves behind: only that it was withdrawn."""

    head: PageHead


@dataclass(frozen=True, slots=True)
class LeadView:
    """The lead (头题): its row, subtitle and bylines, and a picture where the item has one.

    The row bears the full title, not the short one of lists.
    """

    row: NewsRow
    subtitle: str
    bylines: tuple[BylineView, ...]
    picture: PictureView | None


@dataclass(frozen=True, slots=True)
class ColumnSection:
    """The newest items of one column on the home page, or an empty column."""

    column: Link
    description: str
    rows: tuple[NewsRow, ...]


@dataclass(frozen=True, slots=True)
class HonourGlance:
    """An honour's newest recognition: `number` announced (or listed where none was announced).

    `batch` reads `2022年6月授予`, `coverage` `公布23个，本刊收录1个`.
    """

    honour: Link
    number: str
    batch: str
    coverage: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. `lead` is None only while there is no item at all.

    `features` are the newest of the lead's column but the lead; `sections` the other columns in
    the order of the columns table; `honours` at a glance; then what there is to browse.
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


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of items: a column, topic or byline. `introduction` is a sentence or empty."""

    head: PageHead
    title: str
    introduction: str
    rows: tuple[NewsRow, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One entry of an index page; `note` is a sentence about it or its number of items in words."""

    link: Link
    note: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """An index: of columns, topics or bylines."""

    head: PageHead
    title: str
    introduction: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month in the archive's calendar of a year: `url` is empty where it has no item."""

    month: int
    title: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class YearCalendar:
    """A year of the archive with its twelve months; `count` items in all."""

    year: Link
    months: tuple[MonthLink, ...]
    count: int


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
    """A month and its items; `previous` and `next` are months that have items."""

    head: PageHead
    title: str
    rows: tuple[NewsRow, ...]
    pagination: Pagination
    previous: Link | None
    next: Link | None


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


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The 404 page; hosts serve it at any address, so it links only to `/`."""

    head: PageHead
