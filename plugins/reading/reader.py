"""The whole way from a content folder to a Bulletin with every fault told together.

The folder is listed, every file read by itself, names entered in a register, then every
reference resolved. Problems come back sorted; the Bulletin is there only if none is an error.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from plugins.domain.bulletin import Bulletin
from plugins.domain.mechanisms import Mechanism
from plugins.domain.news_item import NewsItem, newest_first
from plugins.domain.record_kinds import RECORD_KINDS
from plugins.domain.records import Openness, Record
from plugins.domain.texts import Edition, TextPage
from plugins.domain.work import OwnWork, Work
from plugins.problems import Place, Problem, has_errors, in_order
from plugins.reading import messages
from plugins.reading.bulletin_texts import BulletinTexts
from plugins.reading.content_folder import ContentFolder, list_content
from plugins.reading.register import Named, Register, add_branches, add_organisations
from plugins.reading.repeated import each_habit_once
from plugins.reading.tables.content_tables import ContentTables, read_tables
from plugins.reading.tables.declared_resolving import DeclaredResolver
from plugins.reading.tables.figure_rows import figures_by_metric, ledger_rows
from plugins.reading.tables.source_items import SourceItems
from plugins.reading.tables.table_resolving import TableResolver
from plugins.reading.text_store import TextStore

OWN_NAMES = {
    *("archive", "assets", "branches", "bylines", "columns", "corrections", "data", "editions"),
    *("feed", "figures", "files", "honours", "images", "mechanisms", "news", "organisations"),
    *("page", "search", "tables", "topics"),
    *(kind.table for kind in RECORD_KINDS),
}
NAMED_KINDS = (
    *(("columns", "栏目"), ("topics", "标签"), ("honours", "荣誉"), ("mechanisms", "机制")),
    *((kind.table, kind.title) for kind in RECORD_KINDS if kind.openness is Openness.PUBLIC),
)
TABLES_OF_KINDS = {**dict(NAMED_KINDS), "organisations": "单位", "branches": "党组织"}


@dataclass(frozen=True)
class Reading:
    """What reading came to: a Bulletin where there is no error, and all problems, sorted.

    `sources` are the SHA-256 digests of all texts, by path inside content/; `phone` is the
    telephone of the office, also where there is no Bulletin, None where nothing could be read.
    """

    bulletin: Bulletin | None
    problems: tuple[Problem, ...]
    sources: Mapping[str, bytes] = field(default_factory=dict, compare=False)
    phone: str | None = None


def read_bulletin(
    content: Path,
    today: date,
    store: TextStore | None = None,
    work: Work | None = None,
    *,
    with_waiting: bool = False,
) -> Reading:
    """Read a content folder as readers may see it on the day `today`.

    With a `store`, texts that have not changed since the last reading are taken from it. `work`
    does the reading, here or elsewhere. `with_waiting` takes items in that are not public yet, for
    the eyes of their editors.
    """
    try:
        if not content.is_dir():
            return Reading(None, (messages.no_content_folder(Place(str(content))),))
        return _read(content, today, store or TextStore(), work or OwnWork(), with_waiting)
    except OSError as fault:
        return Reading(None, (unreadable_source(fault, content),))


def unreadable_source(fault: OSError, content: Path) -> Problem:
    """Tell a source that cannot be read; by its whole path where it lies outside the content."""
    file, parent = Path(fault.filename or content), content.resolve().parent
    is_inside = file.is_relative_to(parent)
    place = Place(file.relative_to(parent).as_posix() if is_inside else str(file))
    return messages.unreadable(place, fault.strerror or str(fault))


def _read(
    content: Path,
    today: date,
    store: TextStore,
    work: Work,
    with_waiting: bool,  # noqa: FBT001 - handed through
) -> Reading:
    folder, problems = list_content(content)
    tables = read_tables(folder)
    register = _register(tables)
    texts = BulletinTexts(folder, register, store, work, today)
    texts.read()
    problems += [*tables.problems, *texts.problems()]
    items = sorted(texts.items(with_waiting=with_waiting), key=newest_first, reverse=True)
    pages, told_of_pages = _text_pages(texts, folder)
    editions, told_of_editions = _editions(texts, folder)
    problems += [*told_of_pages, *told_of_editions]
    resolver = TableResolver(tables, texts.linkable, _source_items(texts, items))
    declared = DeclaredResolver(resolver)
    bulletin = Bulletin(
        content=folder.root,
        today=today,
        site=tables.site,
        items=tuple(item for item in items if not item.is_withdrawn),
        withdrawn=tuple(item for item in items if item.is_withdrawn),
        text_pages=pages,
        editions=editions,
        address_by_name=texts.address_by_name,
        columns=_models(tables, "columns"),
        topics=_models(tables, "topics"),
        honours=_models(tables, "honours"),
        organisations=resolver.organisations(),
        branches=resolver.branches(),
        changes=resolver.changes(),
        recognitions=resolver.recognitions(),
        recipients=resolver.recipients(),
        holdings=resolver.holdings(),
        synonyms=_models(tables, "synonyms"),
        figures=declared.figures(),
        mechanisms=declared.mechanisms(),
        records=declared.records(),
    )
    problems += each_habit_once(resolver.problems)
    sound = None if has_errors(problems) else bulletin
    return Reading(sound, tuple(in_order(problems)), texts.sources(), tables.site.phone)


def _source_items(texts: BulletinTexts, items: Iterable[NewsItem]) -> SourceItems:
    by_state: dict[bool, set[str]] = {True: set(), False: set()}
    for item in items:
        by_state[item.is_withdrawn].add(item.identity)
    return SourceItems(
        all=set(texts.linkable.identities()),
        public=by_state[False],
        withdrawn=by_state[True],
        faulty=texts.faulty_items(),
    )


def _register(tables: ContentTables) -> Register:
    register = Register({TABLES_OF_KINDS.get(table, table) for table in tables.incomplete})
    for table, kind in NAMED_KINDS:
        for row in tables.of(table):
            entity = row.model
            sources = entity.sources if isinstance(entity, Mechanism | Record) else ()
            named = Named(kind, entity.name, entity.address, entity.slug, sources=sources)
            register.add(entity.name, named)
    add_organisations(register, (row.model for row in tables.of("organisations")))
    add_branches(register, (row.model for row in tables.of("branches")))
    register.figures = figures_by_metric(ledger_rows(tables.of("figures"), register))
    return register


def _models(tables: ContentTables, name: str) -> tuple[Any, ...]:
    return tuple(row.model for row in tables.of(name))


def _text_pages(
    texts: BulletinTexts, folder: ContentFolder
) -> tuple[tuple[TextPage, ...], list[Problem]]:
    problems = []
    pages: dict[str, TextPage] = {}
    for path, page in texts.pages().items():
        place = texts.facts(path).slug_place(folder.told(path))
        if page.slug in OWN_NAMES:
            problems.append(messages.reserved_name(place, page.slug))
        elif page.slug in pages:
            problems.append(messages.same_address(place, page.address, pages[page.slug].file))
        pages[page.slug] = page
    return tuple(pages.values()), problems


def _editions(
    texts: BulletinTexts, folder: ContentFolder
) -> tuple[tuple[Edition, ...], list[Problem]]:
    problems = []
    editions: dict[str, Edition] = {}
    for path, edition in texts.editions().items():
        if edition.address in editions:
            place = texts.facts(path).date_place(folder.told(path))
            first = editions[edition.address].file
            problems.append(messages.same_address(place, edition.address, first))
        editions[edition.address] = edition
    return tuple(sorted(editions.values(), key=lambda one: one.date)), problems
