"""Views that pages of several features share; a view is frozen, plain data for a template.

URLs in views are addresses: relative to the site's root, without a leading slash. Templates
write `{{ root }}{{ link.url }}`, where the global `root` is the way from the page to the root.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from plugins.domain.dates import BulletinDate
from plugins.domain.news_item import NewsItem, Status
from plugins.domain.tables import Column


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site, or outside it where `url` names a scheme."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known of an entity: plain `text`, or `links` to other entities."""

    label: str
    text: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed to announce; `type` is its MIME type."""

    title: str
    url: str
    type: str


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of the files that the frame of a page refers to; empty where there is none.

    `early` is the script that is waited for before a page is drawn.
    """

    css: str = ""
    early: str = ""
    js: str = ""
    masthead: str = ""
    favicon: str = ""
    icon: str = ""
    share_image: str = ""


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page shows of the site: its table, navigation, feeds and the names of assets.

    It holds no count, date or digest of content, so that an edit leaves other pages alone.
    `origin` is `https://` and the domain; whatever is not configured is empty.
    """

    name: str
    slogan: str
    organiser: str
    contractor: str
    origin: str
    domain: str
    icp_record: str
    police_record: str
    site_code: str
    phone: str
    email: str
    navigation: tuple[Link, ...]
    footer_links: tuple[Link, ...]
    feeds: tuple[FeedLink, ...]
    assets: Assets

    def __hash__(self) -> int:
        """Hash by the name: every page asks for it, and hardly ever are there two sites."""
        return hash(self.name)


@dataclass(frozen=True, slots=True)
class ColumnLabel:
    """What the official column labels say of the column that a page belongs to."""

    name: str
    description: str
    keywords: str
    type: str


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """What the official article labels say; dates are `YYYY-MM-DD HH:MM` as far as known.

    `modified` is the latest correction, empty where there is none after `published`.
    """

    title: str
    published: str
    source: str
    author: str
    keywords: str
    editor: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the head of an HTML page and its 当前位置 tell; `url` is the page's own address.

    `breadcrumbs` begin with 首页 and end with the page itself (empty on the home page).
    `image` is the address of a share picture of its own. `feeds` are those beside the site's.
    """

    title: str
    url: str
    description: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    column: ColumnLabel | None = None
    article: ArticleLabel | None = None
    image: str = ""
    indexed: bool = True
    feeds: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class DateView:
    """A date to print: `iso` for `datetime`, `text` in Chinese, `time` (`08:30`) where given."""

    iso: str
    text: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class NewsRow:
    """An item in a list; `summary` and `kicker` may be empty, `mark` is as in `hidden_mark`.

    It stands in many lists, so it is packed as `packing` says.
    """

    OFTEN_THE_SAME: ClassVar[bool] = True

    url: str
    title: str
    date: DateView
    column: Link
    kicker: str = ""
    summary: str = ""
    mark: str = ""

    def __hash__(self) -> int:
        """Hash by the address: every list asks for it, and of one item there is one row."""
        return hash(self.url)


@dataclass(frozen=True, slots=True)
class HonourGlance:
    """An honour's newest recognition: `number` is what was announced, None where nothing was.

    `batch` reads `2022年6月授予`, `coverage` `公布23个，本刊收录1个`; `batch` is empty where the
    honour has no recognition.
    """

    honour: Link
    number: int | None
    batch: str
    coverage: str


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file to download; `type` is for people (`PDF`), `size` too (`1.2 MB`)."""

    url: str
    name: str
    type: str
    size: str


@dataclass(frozen=True, slots=True)
class Pagination:
    """The pages of a list: number of this one (from 1), and the links before and after it."""

    number: int
    total: int
    pages: tuple[Link, ...]
    previous: Link | None
    next: Link | None


def date_view(date: BulletinDate) -> DateView:
    """Return a date as templates print it."""
    return DateView(iso=date.iso, text=date.text, time=date.time)


def hidden_mark(item: NewsItem, today: date) -> str:
    """Say why an item that only the preview shows is not public; empty where it is public."""
    if item.status is Status.DRAFT:
        return Status.DRAFT.value
    return "未到日期" if item.date.first_day > today else ""


def news_row(item: NewsItem, column: Column, today: date) -> NewsRow:
    """Return an item as lists show it."""
    return NewsRow(
        url=item.address,
        title=item.headline,
        date=date_view(item.date),
        column=Link(column.name, column.address),
        kicker=item.kicker,
        summary=item.summary,
        mark=hidden_mark(item, today),
    )


def column_label(column: Column) -> ColumnLabel:
    """Return the official labels of a column."""
    return ColumnLabel(
        name=column.name,
        description=column.description,
        keywords=column.name,
        type=column.type,
    )
