"""What the rest of a bulletin may need to know of a text: its address, its day, its headings."""

from datetime import date
from typing import NamedTuple

from plugins.domain import addresses
from plugins.domain.news_item import NewsItemKeys, Status
from plugins.problems import Place
from plugins.reading.text_drafts import TextDraft

Position = tuple[int | None, int | None]


class TextFacts(NamedTuple):
    """The facts of one text, as plain data.

    `status` is empty for texts that have none, `day` the ordinal of the first day of its date (0
    for none). The positions are line and column of 状态, 日期 and 链接名.
    """

    address: str
    status: str
    day: int
    heading_ids: tuple[str, ...]
    positions: tuple[Position, Position, Position]

    def is_public(self, today: date) -> bool:
        """Tell whether readers may see the text: no draft, and not dated after today."""
        return not self.is_draft and self.day <= today.toordinal()

    @property
    def is_draft(self) -> bool:
        """Whether its editor has not finished it."""
        return self.status == Status.DRAFT

    @property
    def is_withdrawn(self) -> bool:
        """Whether nothing of it is published any more but its address."""
        return self.status == Status.WITHDRAWN

    def status_place(self, file: str) -> Place:
        """Return the place of 状态 in the text's file."""
        return Place(file, *self.positions[0])

    def date_place(self, file: str) -> Place:
        """Return the place of 日期."""
        return Place(file, *self.positions[1])

    def slug_place(self, file: str) -> Place:
        """Return the place of 链接名."""
        return Place(file, *self.positions[2])


def facts_of(draft: TextDraft) -> TextFacts:
    """Return the facts of a text."""
    keys = draft.keys
    places = (draft.located.place(key) for key in ("状态", "日期", "链接名"))
    status, day, slug = ((place.line, place.column) for place in places)
    is_item = isinstance(keys, NewsItemKeys)
    return TextFacts(
        address=address_of(draft),
        status=keys.status.value if is_item else "",
        day=keys.date.first_day.toordinal() if is_item else 0,
        heading_ids=tuple(sorted(draft.converted.heading_ids)),
        positions=(status, day, slug),
    )


def address_of(draft: TextDraft) -> str:
    """Return the address of a text's page."""
    folder, *_, name = draft.path.removesuffix(".md").split("/")
    if folder == "news":
        return addresses.of_item(draft.path.split("/")[1], name)
    if folder == "editions":
        return addresses.of_entity(addresses.EDITIONS, draft.keys.date.iso[:10])
    return f"{draft.keys.slug or name}/"
