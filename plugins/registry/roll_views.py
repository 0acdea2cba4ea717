"""What a roll is made of: a table of rows in groups, as `roll_table` prints it."""

from dataclasses import dataclass

from plugins.domain.views import Link


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
