"""What the templates of this feature are given."""

from dataclasses import dataclass

from plugins.domain.views import DateView, Link, PageHead


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an item's text, or a heading in it."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class StoryView:
    """An item as the page of its edition shows it; all but title, byline, address may be empty.

    `date` is None where it is the edition's own.
    `paragraphs` are how its text begins, or its 摘要 where that cannot be shown as paragraphs; only
    a lead has a `summary` beside them. `mark` says why an item that only the preview
    shows is not public.
    """

    url: str
    title: str
    kicker: str
    subtitle: str
    byline: str
    date: DateView | None
    column: Link
    paragraphs: tuple[Paragraph, ...]
    summary: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """A story and the number of columns that it is wide."""

    story: StoryView
    span: int


@dataclass(frozen=True, slots=True)
class EditionView:
    """The page of an edition: its lead, if it has one, and bands of stories side by side.

    `number` counts the items. `previous` is the edition before it, `next` the one after it.
    """

    head: PageHead
    title: str
    slogan: str
    date: DateView
    number: int
    lead: StoryView | None
    bands: tuple[tuple[StoryBlock, ...], ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class EditionEntryView:
    """An edition in the calendar: its lead's headline, or its first item's, and its items."""

    link: Link
    headline: str
    number: int


@dataclass(frozen=True, slots=True)
class EditionMonth:
    """A month of the calendar with its editions, oldest first; often there is none."""

    month: int
    editions: tuple[EditionEntryView, ...]


@dataclass(frozen=True, slots=True)
class EditionYear:
    """A year of the calendar and its twelve months; `undated` bear the year alone."""

    title: str
    months: tuple[EditionMonth, ...]
    undated: tuple[EditionEntryView, ...]
    number: int


@dataclass(frozen=True, slots=True)
class EditionsView:
    """All editions by year, the newest year first."""

    head: PageHead
    years: tuple[EditionYear, ...]
