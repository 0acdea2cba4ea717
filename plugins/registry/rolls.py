"""Awards as rolls: tables grouped by unit, with the name then and the name today."""

from collections.abc import Sequence
from dataclasses import replace

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.honour_words import measure_of
from plugins.domain.rolls import Cell, Heading, Roll, grouped_roll, text_cell
from plugins.domain.tables import RecipientState
from plugins.registry.awards import Award, Batch
from plugins.registry.links import recipient_link
from plugins.registry.wording import since_when

NAME = Heading("获得者", "name")
UNIT = Heading("单位", "group")
YEAR = Heading("年份", "detail")
STATE = Heading("状态", "detail")
STATES = list(RecipientState)


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
