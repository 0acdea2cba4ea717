"""Pages of organisations: the register by 类别, and each with its branches, honours and items."""

from collections.abc import Iterable, Iterator

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.downloads import Download, download_links, download_pages
from plugins.domain.figure_views import FigureSheets
from plugins.domain.heads import page_head
from plugins.domain.linked_records import links_to, record_groups
from plugins.domain.page import Page
from plugins.domain.pinyin import pinyin_key
from plugins.domain.rolls import LAST, Cell, Heading, Roll, grouped_roll, number_cell, text_cell
from plugins.domain.sections import ORGANISATIONS
from plugins.domain.tables import Organisation
from plugins.domain.views import Fact, Link
from plugins.registry.entity_timelines import entity_timelines, further_pages
from plugins.registry.entries import honours_of_unit
from plugins.registry.events import events_of_unit
from plugins.registry.ledger import Ledger
from plugins.registry.links import BRANCH_REGISTER, ORGANISATION_REGISTER
from plugins.registry.page_views import OrganisationView, RegisterView
from plugins.registry.views import EntityTimeline

INTRODUCTION = "本刊稿件和名录中的单位，按类别排列。"
HEADINGS = (
    Heading("单位", "name"),
    Heading("类别", "group"),
    Heading("党组织", "number", "党组织"),
    Heading("荣誉", "number", "荣誉"),
    Heading("稿件", "number", "稿件"),
)
DOWNLOAD_HEADINGS = ("单位名称", "链接名", "类别", "上级单位", "党组织数", "荣誉数")


def organisation_pages(ledger: Ledger) -> Iterator[Page]:
    """Yield the register of organisations, its downloads, and the page of each organisation."""
    bulletin = ledger.bulletin
    if not bulletin.organisations:
        return
    index = addresses.file_of(addresses.ORGANISATIONS)
    yield Page(index, "registry/register.html", _register(ledger))
    yield from download_pages(addresses.ORGANISATIONS, "organisations", _download(ledger))
    figures = FigureSheets(bulletin)
    for organisation in bulletin.organisations:
        here = Link(organisation.name, organisation.address)
        events = events_of_unit(ledger, organisation.name)
        timelines = entity_timelines(bulletin, here, events)
        view = _organisation_view(ledger, organisation, timelines[0], figures)
        yield Page(addresses.file_of(here.url), "registry/organisation.html", view)
        yield from further_pages(ORGANISATIONS, here, timelines)


def _organisation_view(
    ledger: Ledger, organisation: Organisation, timeline: EntityTimeline, figures: FigureSheets
) -> OrganisationView:
    bulletin = ledger.bulletin
    return OrganisationView(
        head=page_head(ORGANISATIONS, Link(organisation.name, organisation.address)),
        title=organisation.name,
        facts=_facts(bulletin, organisation),
        branches=_branches_of(ledger, organisation.name),
        awards=honours_of_unit(ledger, organisation.name),
        subordinates=_in_order(
            Link(other.name, other.address)
            for other in ledger.organisations_by_parent.get(organisation.name, ())
        ),
        figures=figures.of_scope(organisation.name),
        mechanisms=links_to(bulletin.mechanisms_by_organisation.get(organisation.name, ())),
        records=record_groups(bulletin.records_by_organisation.get(organisation.name, ())),
        timeline=timeline,
    )


def _branches_of(ledger: Ledger, name: str) -> tuple[Link, ...]:
    branches = ledger.branches_by_unit.get(name, ())
    return _in_order(Link(branch.name, branch.address) for branch in branches)


def _in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: pinyin_key(link.title)))


def _facts(bulletin: Bulletin, organisation: Organisation) -> tuple[Fact, ...]:
    parent = bulletin.organisation_by_name.get(organisation.parent)
    told = (
        Fact("类别", organisation.category),
        Fact("上级单位", links=(Link(parent.name, parent.address),) if parent else ()),
        Fact("简称", "、".join(organisation.aliases)),
    )
    return tuple(fact for fact in told if fact.text or fact.links)


def _register(ledger: Ledger) -> RegisterView:
    bulletin = ledger.bulletin
    empty = Roll("organisations", ORGANISATION_REGISTER.title, "个", HEADINGS)
    order = list(dict.fromkeys(organisation.category for organisation in bulletin.organisations))
    rows = [
        _row(ledger, organisation, order.index(organisation.category))
        for organisation in bulletin.organisations
    ]
    return RegisterView(
        head=page_head(ORGANISATIONS, description=INTRODUCTION),
        title=ORGANISATIONS.title,
        introduction=INTRODUCTION,
        other_register=BRANCH_REGISTER if bulletin.branches else None,
        roll=grouped_roll(bulletin, empty, rows),
        jump_label="按类别查找",
        downloads=download_links(addresses.ORGANISATIONS, "organisations"),
    )


def _row(ledger: Ledger, organisation: Organisation, place: int) -> tuple[Cell, ...]:
    """Return the row of an organisation; `place` is that of its 类别 in the order of the table."""
    items = ledger.bulletin.items_about.get(organisation.address, ())
    return (
        text_cell(organisation.name, organisation.address),
        Cell(organisation.category, f"{place:06}" if organisation.category else LAST),
        number_cell(len(_branches_of(ledger, organisation.name))),
        number_cell(len(honours_of_unit(ledger, organisation.name))),
        number_cell(len(items)),
    )


def _download(ledger: Ledger) -> Download:
    rows = tuple(
        (
            organisation.name,
            organisation.slug,
            organisation.category,
            organisation.parent,
            len(_branches_of(ledger, organisation.name)),
            len(honours_of_unit(ledger, organisation.name)),
        )
        for organisation in ledger.bulletin.organisations
    )
    return Download(ORGANISATION_REGISTER.title, (INTRODUCTION,), DOWNLOAD_HEADINGS, rows)
