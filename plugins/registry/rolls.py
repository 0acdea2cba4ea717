"""Awards as rolls: tables grouped by unit, with the name then and the name today.

Groups and the rows in them stand in pinyin order; the script only rearranges what is there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.honour_words import measure_of
from plugins.domain.tables import RecipientState
from plugins.registry.awards import Award, Batch
from plugins.registry.links import recipient_link
from plugins.registry.pinyin import pinyin_key
from plugins.registry.roll_views import Cell, Heading, Roll, RollGroup
from plugins.registry.wording import since_when

NO_GROUP = "未注明"
LAST = "~"
NAME = Heading("获得者", "name")
UNIT = Heading("单位", "group")
YEAR = Heading("年份", "detail")
STATE = Heading("状态", "detail")
STATES = list(RecipientState)

Row = tuple[Cell, ...]


def roll_of_years(bulletin: Bulletin, batches: Sequence[Batch], caption: str) -> Roll:
    """Return the roll of one honour through the years."""
    rows = [
        (_name(bulletin, award), _unit(award), _year(award), _state(award))
        for batch in reversed(batches)
        for award in batch.named
    ]
    measure = measure_of(batches[0].honour)
    return grouped_roll(bulletin, Roll("roll", caption, measure, (NAME, UNIT, YEAR, STATE)), rows)


def roll_of_batch(bulletin: Bulletin, batch: Batch, caption: str, identity: str) -> Roll:
    """Return the roll of one recognition; `identity` is its id on the page."""
    rows = [(_name(bulletin, award), _unit(award), _state(award)) for award in batch.named]
    measure = measure_of(batch.honour)
    return grouped_roll(bulletin, Roll(identity, caption, measure, (NAME, UNIT, STATE)), rows)


def grouped_roll(bulletin: Bulletin, roll: Roll, rows: Iterable[Row]) -> Roll:
    """Fill a roll with rows, grouped by the text of its `group` column.

    Groups stand in the order of that column's keys, rows in the pinyin order of their names.
    """
    place = [heading.kind for heading in roll.headings].index("group")
    groups: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row[place].sort, row[0].sort)):
        groups.setdefault(row[place].text, []).append(row)
    filled = tuple(
        RollGroup(_group_id(bulletin, roll, title, number), title or NO_GROUP, tuple(members))
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


def _name(bulletin: Bulletin, award: Award) -> Cell:
    """Return the name at the time of award, with today's name where it is another."""
    today = recipient_link(bulletin, award.honour, award.name_today)
    if award.name_today == award.name_then:
        return text_cell(award.name_then, today.url)
    return replace(text_cell(award.name_then), note="今名", note_link=today)


def _unit(award: Award) -> Cell:
    return text_cell("、".join(award.units))


def _year(award: Award) -> Cell:
    year = award.recognition.year
    url = addresses.of_honour_year(award.honour.slug, year)
    return Cell(text=f"{year}年", sort=str(year), url=url)


def _state(award: Award) -> Cell:
    text = f"{award.state}{since_when(award.state_since)}"
    return Cell(text=text, sort=str(STATES.index(award.state)))
