"""What stands on the pages of this feature; the pages themselves are in `page_views`."""

from dataclasses import dataclass

from plugins.domain.views import DateView, Link, NewsRow
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
class CorrectionView:
    """A correction; `item` links to the item where the list spans items, else None."""

    date: DateView
    original: str
    corrected: str
    grounds: str
    item: Link | None = None


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
class IndexEntry:
    """One entry of an index page; `note` is a sentence about it or its number of items in words."""

    link: Link
    note: str


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic in the index: `count` and `years` of its items in words, empty where it has none."""

    link: Link
    description: str
    count: str
    years: str


@dataclass(frozen=True, slots=True)
class YearRows:
    """Items of one year."""

    year: str
    rows: tuple[NewsRow, ...]


@dataclass(frozen=True, slots=True)
class SameMonth:
    """Items of the same month in former years, the newest year first."""

    title: str
    years: tuple[YearRows, ...]


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
