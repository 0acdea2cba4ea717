"""What happened to a branch or an organisation on a day that is known: awards and changes.

A title that is only known to be held has no day, so it is no event.
"""

from collections.abc import Iterator

from plugins.domain import addresses
from plugins.domain.dates import BulletinDate
from plugins.domain.tables import Change, RecipientState
from plugins.domain.timeline import TimelineEntry, entry_on
from plugins.domain.views import Link, date_view
from plugins.registry.awards import Award
from plugins.registry.entries import awards_of_branch, change_view, changes_until
from plugins.registry.ledger import Ledger

AWARD, CHANGE = "荣誉", "沿革"
Event = tuple[BulletinDate, TimelineEntry]


def events_of_branch(ledger: Ledger, name: str) -> Iterator[Event]:
    """Yield the awards and changes of a branch, those of its predecessors too, in any order."""
    for award, inherited in awards_of_branch(ledger, name):
        yield _award_event(award, "", inherited)
    for change in changes_until(ledger, name):
        yield _change_event(ledger, change)


def events_of_unit(ledger: Ledger, name: str) -> Iterator[Event]:
    """Yield the awards of a unit and of all in it, and the changes of its branches."""
    for award in ledger.by_unit.get(name, ()):
        yield _award_event(award, award.name_then, "")
    of_branches = [
        change
        for branch in ledger.branches_by_unit.get(name, ())
        for change in changes_until(ledger, branch.name)
    ]
    for change in dict.fromkeys(of_branches):
        yield _change_event(ledger, change)


def _award_event(award: Award, recipient: str, inherited: str) -> Event:
    recognition = award.recognition
    roll = addresses.of_honour_year(award.honour.slug, recognition.year)
    date = recognition.awarded_on or BulletinDate(recognition.year)
    told = "" if award.state is RecipientState.VALID else f"现为“{award.state}”"
    note = "，".join(part for part in (inherited, told) if part)
    link = Link(f"{recipient}获评{award.honour.name}", roll)
    return date, entry_on(date_view(date), link, AWARD, note)


def _change_event(ledger: Ledger, change: Change) -> Event:
    view = change_view(ledger.bulletin, change)
    before, after = ("、".join(link.title for link in names) for names in (view.before, view.after))
    url = view.source.url if view.source else ""
    return change.date, entry_on(
        date_view(change.date), Link(f"{before}{view.verb}{after}", url), CHANGE
    )
