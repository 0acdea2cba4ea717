"""Rolls: tables of rows in groups, as `roll_table` prints them.

Groups and the rows in them stand in pinyin order; the script only rearranges what is there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from plugins.domain.bulletin import Bulletin
from plugins.domain.pinyin import pinyin_key
from plugins.domain.views import Link

NO_GROUP = "未注明"
LAST = "~"


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
    """The rows of one unit; `id` is the fragment that a jump list leads to.

    `title` is empty where a roll has one group alone.
    """

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


Row = tuple[Cell, ...]


def grouped_roll(
    bulletin: Bulletin, roll: Roll, rows: Iterable[Row], *, keeps_order: bool = False
) -> Roll:
    """Fill a roll with rows, grouped by the text of its `group` column where it has one.

    Groups stand in the order of that column's keys, rows in the pinyin order of their names, or
    as they come where that order is to be kept.
    """
    kinds = [heading.kind for heading in roll.headings]
    place = kinds.index("group") if "group" in kinds else None
    ordered = list(rows) if keeps_order else sorted(rows, key=lambda row: row[0].sort)
    if place is None:
        return replace(roll, groups=(RollGroup(f"{roll.id}-all", "", tuple(ordered)),))
    groups: dict[str, list[Row]] = {}
    for row in sorted(ordered, key=lambda row: row[place].sort):
        group = row[place] if row[place].text else replace(row[place], text=NO_GROUP)
        groups.setdefault(group.text, []).append((*row[:place], group, *row[place + 1 :]))
    filled = tuple(
        RollGroup(_group_id(bulletin, roll, title, number), title, tuple(members))
        for number, (title, members) in enumerate(groups.items(), 1)
    )
    return replace(roll, groups=filled)


def text_cell(text: str, url: str = "") -> Cell:
    """Return a cell that sorts by the pinyin of its text; empty ones stand last."""
    return Cell(text=text, sort=pinyin_key(text) or LAST, url=url)


def number_cell(number: int) -> Cell:
    """Return a cell of a number that sorts as one."""
    return Cell(text=str(number), sort=f"{number:06}")


def _group_id(bulletin: Bulletin, roll: Roll, title: str, number: int) -> str:
    organisation = bulletin.organisation_by_name.get(title)
    return f"{roll.id}-{organisation.slug if organisation else number}"
