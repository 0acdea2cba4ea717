"""The whole way from a content folder to a Bulletin with every fault told together.

The folder is listed, every file read by itself, names entered in a register, then every
reference resolved. Problems come back sorted; the Bulletin is there only if none is an error.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import NewsItem, Status, newest_first
from plugins.domain.texts import Edition, TextPage
from plugins.problems import Place, Problem, has_errors, in_order, nearest_of
from plugins.reading import messages
from plugins.reading.automatic_links import index_names
from plugins.reading.body_links import Linkable, Target, finish_body
from plugins.reading.content_folder import list_content
from plugins.reading.content_tables import ContentTables, read_tables
from plugins.reading.draft_cache import DraftCache
from plugins.reading.item_resolving import resolve_item
from plugins.reading.register import Named, Register, add_branches, add_organisations
from plugins.reading.table_resolving import TableResolver
from plugins.reading.text_drafts import TextDraft, read_drafts

OWN_NAMES = {
    *("archive", "assets", "branches", "bylines", "columns", "corrections", "data", "duties"),
    *("editions", "feed", "figures", "files", "honours", "images", "news", "organisations"),
    *("page", "projects", "search", "tables", "topics"),
}
NAMED_KINDS = (("columns", "栏目"), ("topics", "标签"), ("honours", "荣誉"))
TABLES_OF_KINDS = {**dict(NAMED_KINDS), "organisations": "单位", "branches": "党组织"}


@dataclass(frozen=True)
class Reading:
    """What reading came to: a Bulletin where there is no error, and all problems, sorted."""

    bulletin: Bulletin | None
    problems: tuple[Problem, ...]


def read_bulletin(content: Path, today: date, cache: DraftCache | None = None) -> Reading:
    """Read a content folder as readers may see it on the day `today`.

    With a `cache`, texts that have not changed since the last reading are taken from it.
    """
    try:
        if not content.is_dir():
            return Reading(None, (messages.no_content_folder(Place(str(content))),))
        return _read(content, today, cache)
    except OSError as fault:
        place = Place(str(fault.filename or content))
        return Reading(None, (messages.unreadable(place, fault.strerror or str(fault)),))


def _read(content: Path, today: date, cache: DraftCache | None) -> Reading:
    folder, problems = list_content(content)
    tables = read_tables(folder)
    register = _register(tables)
    drafts = {}
    for kind in ("news", "pages", "editions"):
        read = list(read_drafts(folder, kind, cache))
        drafts[kind] = [draft for draft, _ in read if draft is not None]
        problems += [problem for _, told in read for problem in told]
    if cache:
        cache.save()
    problems += tables.problems
    linkable = Linkable(folder, register, index_names(register), _targets(drafts, today))
    bulletin, told = _resolve(drafts, tables, linkable, today)
    problems += told
    return Reading(None if has_errors(problems) else bulletin, tuple(in_order(problems)))


def _register(tables: ContentTables) -> Register:
    register = Register({TABLES_OF_KINDS.get(table, table) for table in tables.incomplete})
    for table, kind in NAMED_KINDS:
        for row in tables.of(table):
            entity = row.model
            named = Named(kind, entity.name, entity.address, entity.slug)
            register.add(entity.name, named)
    add_organisations(register, (row.model for row in tables.of("organisations")))
    add_branches(register, (row.model for row in tables.of("branches")))
    return register


def _targets(drafts: dict[str, list[TextDraft]], today: date) -> dict[str, Target]:
    """Return what a text can link to by its path inside content/."""
    return {
        draft.path: Target(_address(draft), draft.is_public(today), draft.converted.heading_ids)
        for kind in ("news", "pages")
        for draft in drafts[kind]
    }


def _address(draft: TextDraft) -> str:
    folder, *_, name = draft.path.removesuffix(".md").split("/")
    if folder == "news":
        return addresses.of_item(draft.path.split("/")[1], name)
    return f"{draft.keys.slug or name}/"


def _resolve(
    drafts: dict[str, list[TextDraft]], tables: ContentTables, linkable: Linkable, today: date
) -> tuple[Bulletin, list[Problem]]:
    problems: list[Problem] = []
    items: list[NewsItem] = []
    for draft in drafts["news"]:
        item, told = resolve_item(draft, linkable)
        problems += told
        if draft.is_public(today):
            items.append(item)
        else:
            problems.append(_waiting(item, draft))
    items.sort(key=newest_first, reverse=True)
    identities = {
        path.removeprefix("news/").removesuffix(".md") for path in linkable.folder.of_kind("news")
    }
    pages, told = _text_pages(drafts["pages"], linkable)
    problems += told
    editions, told = _editions(drafts["editions"], identities)
    problems += told
    resolver = TableResolver(tables, linkable, identities)
    bulletin = Bulletin(
        content=linkable.folder.root,
        today=today,
        site=tables.site,
        items=tuple(item for item in items if not item.is_withdrawn),
        withdrawn=tuple(item for item in items if item.is_withdrawn),
        text_pages=pages,
        editions=editions,
        columns=_models(tables, "columns"),
        topics=_models(tables, "topics"),
        honours=_models(tables, "honours"),
        organisations=resolver.organisations(),
        branches=resolver.branches(),
        changes=resolver.changes(),
        recognitions=resolver.recognitions(),
        recipients=resolver.recipients(),
        holdings=resolver.holdings(),
    )
    return bulletin, problems + resolver.problems


def _waiting(item: NewsItem, draft: TextDraft) -> Problem:
    """Say of an item that is not public why it waits: nothing is left out in silence."""
    if item.status is Status.DRAFT:
        return messages.draft_not_public(draft.located.place("状态"))
    return messages.dated_ahead(draft.located.place("日期"), item.date.text)


def _models(tables: ContentTables, name: str) -> tuple[Any, ...]:
    return tuple(row.model for row in tables.of(name))


def _text_pages(
    drafts: Iterable[TextDraft], linkable: Linkable
) -> tuple[tuple[TextPage, ...], list[Problem]]:
    problems = []
    pages: dict[str, TextPage] = {}
    for draft in drafts:
        address = _address(draft)
        slug = address.rstrip("/")
        place = draft.located.place("链接名")
        if slug in OWN_NAMES:
            problems.append(messages.reserved_name(place, slug))
        elif slug in pages:
            problems.append(messages.same_address(place, address, pages[slug].file))
        body, attached, told = finish_body(draft.converted, address, None, draft.path, linkable)
        problems += told
        keys = {**dict(draft.keys), "slug": slug, "published_attachments": attached}
        pages[slug] = TextPage.model_construct(**keys, file=draft.path, body=body)
    return tuple(pages.values()), problems


def _editions(
    drafts: Iterable[TextDraft], identities: set[str]
) -> tuple[tuple[Edition, ...], list[Problem]]:
    problems = []
    editions: dict[str, Edition] = {}
    for draft in drafts:
        edition = Edition.model_construct(**dict(draft.keys), file=draft.path)
        if edition.address in editions:
            place = draft.located.place("日期")
            first = editions[edition.address].file
            problems.append(messages.same_address(place, edition.address, first))
        editions[edition.address] = edition
        problems += _edition_problems(draft, edition, identities)
    return tuple(sorted(editions.values(), key=lambda one: one.date)), problems


def _edition_problems(draft: TextDraft, edition: Edition, identities: set[str]) -> list[Problem]:
    """Tell items that an edition names and nobody wrote, and what it does not print."""
    problems = []
    if draft.converted.text or draft.converted.links:
        problems.append(messages.text_not_expected(draft.located.start))
    seen: set[str] = set()
    for index, identity in enumerate(edition.identities):
        place = draft.located.place("稿件", index)
        if edition.entries[index].lead and edition.entries[index].item:
            problems.append(messages.lead_and_item(place))
        if identity not in identities:
            nearest = nearest_of(identity, identities)
            problems.append(messages.unknown_reference(place, "稿件", identity, nearest))
        elif identity in seen:
            problems.append(messages.named_twice(place, "稿件", identity))
        seen.add(identity)
    return problems
