"""What the template of a printed edition is given: the whole texts of its items."""

from dataclasses import dataclass

from plugins.domain.views import DateView


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A picture beside a text; `url` is its address in the site."""

    url: str
    alternative: str
    caption: str


@dataclass(frozen=True, slots=True)
class PrintedStory:
    """An item in print; all but title and byline may be empty.

    `source` names where a reprint comes from. `body_html` leads nowhere and has no names of its
    own. `note` is the 编者注 on what is in doubt.
    """

    title: str
    kicker: str
    subtitle: str
    byline: str
    source: str
    summary: str
    editors_note: str
    pictures: tuple[PrintedPicture, ...]
    body_html: str
    note: str


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """A story, and the number of columns that it is wide.

    Where `is_tight`, its headline is a size smaller, so that no part of it has to be broken.
    """

    story: PrintedStory
    span: int
    is_tight: bool


@dataclass(frozen=True, slots=True)
class PrintView:
    """An edition in print. `published` is the first day of its date, `url` its whole address."""

    name: str
    title: str
    slogan: str
    date: DateView
    number: int
    organiser: str
    url: str
    lead: PrintedStory | None
    bands: tuple[tuple[PrintedBlock, ...], ...]
