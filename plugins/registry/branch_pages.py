"""Pages of branches: the register, and each with its honours, changes and items."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.downloads import Download, download_links, download_pages
from plugins.domain.entity_links import branch_link, organisation_link
from plugins.domain.heads import page_head
from plugins.domain.page import Page
from plugins.domain.pinyin import pinyin_key
from plugins.domain.rolls import Cell, Heading, Roll, grouped_roll, number_cell, text_cell
from plugins.domain.sections import BRANCHES
from plugins.domain.tables import Branch
from plugins.domain.views import Fact, Link
from plugins.registry.entity_timelines import entity_timelines, further_pages
from plugins.registry.entries import changes_of, honours_of_branch
from plugins.registry.events import events_of_branch
from plugins.registry.ledger import Ledger
from plugins.registry.links import BRANCH_REGISTER, ORGANISATION_REGISTER
from plugins.registry.page_views import BranchView, RegisterView
from plugins.registry.views import EntityTimeline

INTRODUCTION = "本刊稿件和名录中的党组织，按所属单位排列。"
HEADINGS = (
    Heading("党组织", "name"),
    Heading("所属单位", "group"),
    Heading("类型", "detail"),
    Heading("荣誉", "number", "荣誉"),
)
DOWNLOAD_HEADINGS = (
    "党组织名称",
    "链接名",
    "组织类型",
    "所属单位",
    "上级党组织",
    "成立日期",
    "撤销日期",
    "荣誉数",
)


def branch_pages(ledger: Ledger) -> Iterator[Page]:
    """Yield the register of branches, its downloads, and the page of each branch."""
    if not ledger.bulletin.branches:
        return
    yield Page(addresses.file_of(addresses.BRANCHES), "registry/register.html", _register(ledger))
    yield from download_pages(addresses.BRANCHES, "branches", _download(ledger))
    for branch in ledger.bulletin.branches:
        here = Link(branch.name, branch.address)
        timelines = entity_timelines(ledger.bulletin, here, events_of_branch(ledger, branch.name))
        view = _branch_view(ledger, branch, timelines[0])
        yield Page(addresses.file_of(here.url), "registry/branch.html", view)
        yield from further_pages(BRANCHES, here, timelines)


def _branch_view(ledger: Ledger, branch: Branch, timeline: EntityTimeline) -> BranchView:
    return BranchView(
        head=page_head(BRANCHES, Link(branch.name, branch.address)),
        title=branch.name,
        facts=_facts(ledger, branch),
        awards=honours_of_branch(ledger, branch.name),
        changes=changes_of(ledger, branch.name),
        subordinates=_subordinates(ledger, branch),
        timeline=timeline,
    )


def _subordinates(ledger: Ledger, branch: Branch) -> tuple[Link, ...]:
    under = ledger.branches_by_parent.get(branch.name, ())
    links = (Link(other.name, other.address) for other in under)
    return tuple(sorted(links, key=lambda link: pinyin_key(link.title)))


def _facts(ledger: Ledger, branch: Branch) -> tuple[Fact, ...]:
    bulletin = ledger.bulletin
    units = tuple(organisation_link(bulletin, name) for name in branch.organisations)
    told = (
        Fact("类型", branch.kind or ""),
        Fact("所属单位", links=units),
        Fact("上级党组织", links=_links_of(bulletin, branch.parent)),
        Fact("今名", links=_links_of(bulletin, _later_name(ledger, branch))),
        Fact("又称", "、".join(branch.aliases)),
        Fact("成立", branch.founded.text if branch.founded else ""),
        Fact("撤销", branch.dissolved.text if branch.dissolved else ""),
    )
    return tuple(fact for fact in told if fact.text or fact.links)


def _later_name(ledger: Ledger, branch: Branch) -> str:
    """Return the name that a branch bears today, empty where it is its own."""
    today = ledger.lineage.name_today(branch.name, date.min)
    return today if today != branch.name else ""


def _links_of(bulletin: Bulletin, name: str) -> tuple[Link, ...]:
    return (branch_link(bulletin, name),) if name else ()


def _register(ledger: Ledger) -> RegisterView:
    empty = Roll("branches", BRANCH_REGISTER.title, "个", HEADINGS)
    rows = [_row(ledger, branch) for branch in ledger.bulletin.branches]
    return RegisterView(
        head=page_head(BRANCHES, description=INTRODUCTION),
        title=BRANCHES.title,
        introduction=INTRODUCTION,
        other_register=ORGANISATION_REGISTER if ledger.bulletin.organisations else None,
        roll=grouped_roll(ledger.bulletin, empty, rows),
        jump_label="按单位查找",
        downloads=download_links(addresses.BRANCHES, "branches"),
    )


def _row(ledger: Ledger, branch: Branch) -> tuple[Cell, ...]:
    name = text_cell(branch.name, branch.address)
    if today := _later_name(ledger, branch):
        name = replace(name, note="今名", note_link=branch_link(ledger.bulletin, today))
    return (
        name,
        text_cell("、".join(branch.organisations)),
        text_cell(branch.kind or ""),
        number_cell(len(honours_of_branch(ledger, branch.name))),
    )


def _download(ledger: Ledger) -> Download:
    rows = tuple(
        (
            branch.name,
            branch.slug,
            branch.kind or "",
            "、".join(branch.organisations),
            branch.parent,
            branch.founded.iso if branch.founded else "",
            branch.dissolved.iso if branch.dissolved else "",
            len(honours_of_branch(ledger, branch.name)),
        )
        for branch in ledger.bulletin.branches
    )
    return Download(BRANCH_REGISTER.title, (INTRODUCTION,), DOWNLOAD_HEADINGS, rows)
