"""The honours and changes of one branch or organisation, as lists show them."""

from collections.abc import Iterator

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.entity_links import branch_link, item_link
from plugins.domain.honour_words import batch_label
from plugins.domain.tables import Change, ChangeKind, Holding, RecipientKind
from plugins.domain.views import Link
from plugins.registry.awards import Award
from plugins.registry.ledger import Ledger
from plugins.registry.links import recipient_link
from plugins.registry.views import AwardEntry, ChangeView

VERBS = {
    ChangeKind.FOUNDED: "成立",
    ChangeKind.RENAMED: "更名为",
    ChangeKind.MERGED: "合并为",
    ChangeKind.SPLIT: "拆分为",
    ChangeKind.TRANSFERRED: "划转为",
    ChangeKind.RE_ELECTED: "换届",
    ChangeKind.DISSOLVED: "撤销",
}
OF_ONE_NAME = (ChangeKind.FOUNDED, ChangeKind.RE_ELECTED, ChangeKind.DISSOLVED)


def honours_of_branch(ledger: Ledger, name: str) -> tuple[AwardEntry, ...]:
    """List the honours of a branch: awards, newest first, those of its predecessors shown as such.

    Titles known to be held whose batch is unknown come last.
    """
    told = awards_of_branch(ledger, name)
    awards = (_entry(ledger.bulletin, award, inherited=text) for award, text in told)
    held = holdings_of(ledger, name, RecipientKind.BRANCH)
    return (*awards, *(held_entry(ledger.bulletin, holding) for holding in held))


def awards_of_branch(ledger: Ledger, name: str) -> list[tuple[Award, str]]:
    """List the awards of a branch, newest first, with a word on those that came down to it."""
    own = [(award, _earlier_name(ledger, award)) for award in ledger.by_branch.get(name, ())]
    inherited = [
        (award, descent.text)
        for descent in ledger.lineage.descents(name)
        for award in ledger.by_branch.get(descent.predecessor, ())
        if award.day <= descent.until
    ]
    return sorted([*own, *inherited], key=lambda pair: pair[0].day, reverse=True)


def honours_of_unit(ledger: Ledger, name: str) -> tuple[AwardEntry, ...]:
    """List the honours of a unit and of all in it, newest first, each with its recipient."""
    bulletin = ledger.bulletin
    awards = sorted(ledger.by_unit.get(name, ()), key=lambda award: award.day, reverse=True)
    held = list(holdings_of(ledger, name, RecipientKind.ORGANISATION))
    for branch in ledger.branches_by_unit.get(name, ()):
        held += holdings_of(ledger, branch.name, RecipientKind.BRANCH)
    return (
        *(_entry(bulletin, award, tells_recipient=True) for award in awards),
        *(held_entry(bulletin, holding, tells_recipient=True) for holding in held),
    )


def holdings_of(ledger: Ledger, name: str, kind: RecipientKind) -> Iterator[Holding]:
    """Yield the titles that a branch or an organisation of a name is known to hold."""
    honours = ledger.bulletin.honour_by_name
    for holding in ledger.holdings_by_name.get(name, ()):
        if honours[holding.honour].awarded_to is kind:
            yield holding


def held_entry(
    bulletin: Bulletin, holding: Holding, *, tells_recipient: bool = False
) -> AwardEntry:
    """Return a title known to be held as a list shows it: until when, its batch unknown."""
    honour = bulletin.honour_by_name[holding.honour]
    return AwardEntry(
        period=f"截至{holding.as_of.text}",
        honour=Link(honour.name, honour.address),
        roll=None,
        recipient=recipient_link(bulletin, honour, holding.name) if tells_recipient else None,
        batch="已有此荣誉，授予批次不详",
        state="",
        state_since="",
        name_then="",
        inherited="",
        source=item_link(bulletin, holding.source_item),
    )


def changes_of(ledger: Ledger, name: str) -> tuple[ChangeView, ...]:
    """List the changes of a branch and those by which its predecessors became it, newest first."""
    changes = sorted(changes_until(ledger, name), key=lambda change: change.date, reverse=True)
    return tuple(change_view(ledger.bulletin, change) for change in changes)


def changes_until(ledger: Ledger, name: str) -> tuple[Change, ...]:
    """Return the changes of a branch and those by which its predecessors became it, each once."""
    own = ledger.changes_by_name.get(name, ())
    steps = [step for descent in ledger.lineage.descents(name) for step in descent.steps]
    return tuple(dict.fromkeys([*own, *steps]))


def change_view(bulletin: Bulletin, change: Change) -> ChangeView:
    """Return a change as a list shows it: it reads as a sentence."""
    names = change.before or change.after
    after = () if change.kind in OF_ONE_NAME or names == change.after else change.after
    return ChangeView(
        date=change.date.text,
        iso=change.date.iso,
        kind=change.kind,
        before=tuple(branch_link(bulletin, name) for name in names),
        verb=VERBS[change.kind] if after or change.kind in OF_ONE_NAME else change.kind,
        after=tuple(branch_link(bulletin, name) for name in after),
        document_number=change.document_number,
        source=item_link(bulletin, change.source_item),
    )


def _earlier_name(ledger: Ledger, award: Award) -> str:
    """Say from which predecessor an award came down that is entered under today's name."""
    return next(
        (
            descent.text
            for descent in ledger.lineage.descents(award.row.name)
            if descent.predecessor == award.name_then and award.day <= descent.until
        ),
        "",
    )


def _entry(
    bulletin: Bulletin, award: Award, *, inherited: str = "", tells_recipient: bool = False
) -> AwardEntry:
    year = award.recognition.year
    link = recipient_link(bulletin, award.honour, award.row.name)
    is_told = award.name_then != award.row.name and not inherited
    return AwardEntry(
        period=f"{year}年",
        honour=Link(award.honour.name, award.honour.address),
        roll=Link(f"{year}年名单", addresses.of_honour_year(award.honour.slug, year)),
        recipient=link if tells_recipient else None,
        batch=batch_label(award.recognition) if award.recognition.awarded_on else "",
        state=award.state,
        state_since=award.state_since.text if award.state_since else "",
        name_then=award.name_then if is_told else "",
        inherited=inherited,
        source=item_link(bulletin, award.row.source_item or award.recognition.source_item),
    )
