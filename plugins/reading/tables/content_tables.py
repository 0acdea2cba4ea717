"""The tables of the content folder, each read once, with the checks that need only the table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from plugins.domain.declared import Declared
from plugins.domain.figures import Figure
from plugins.domain.mechanisms import Mechanism
from plugins.domain.record_kinds import RECORD_KINDS
from plugins.domain.tables import (
    Branch,
    Change,
    Column,
    Holding,
    Honour,
    Organisation,
    Recipient,
    Recognition,
    Site,
    SiteRow,
    Synonym,
    Topic,
)
from plugins.problems import Level, Place, Problem, has_errors, nearest_of
from plugins.reading import messages
from plugins.reading.content_folder import ContentFolder, in_tables
from plugins.reading.guesses import guess_of, homophones
from plugins.reading.tables.table_names import strange_table, table_meant
from plugins.reading.tables.table_rows import read_table
from plugins.reading.values import Located, make_sound_part
from plugins.reading.written import Written, WrittenKey

TABLES: dict[str, type[Declared]] = {
    "site": SiteRow,
    "columns": Column,
    "organisations": Organisation,
    "branches": Branch,
    "changes": Change,
    "honours": Honour,
    "recognitions": Recognition,
    "recipients": Recipient,
    "holdings": Holding,
    "topics": Topic,
    "synonyms": Synonym,
    "figures": Figure,
    "mechanisms": Mechanism,
    **{kind.table: kind for kind in RECORD_KINDS},
}
UNIQUE_NAMES = {
    "columns": ("name", "栏目名称"),
    "organisations": ("name", "单位名称"),
    "branches": ("name", "党组织名称"),
    "honours": ("name", "荣誉名称"),
    "topics": ("name", "标签名称"),
    "recognitions": ("number", "表彰编号"),
    "synonyms": ("word", "词"),
    "mechanisms": ("name", "机制名称"),
    **{kind.table: ("name", kind.own_keys()[0].name) for kind in RECORD_KINDS},
}
WITH_SLUGS = (
    *("columns", "organisations", "branches", "honours", "topics", "mechanisms"),
    *(kind.table for kind in RECORD_KINDS),
)
TABLES_BY_NAME = {
    **{name: name for name in TABLES},
    **{
        heading.removesuffix("名称"): table
        for table, (_, heading) in UNIQUE_NAMES.items()
        if heading.endswith("名称")
    },
    **{kind.title: kind.table for kind in RECORD_KINDS},
}
"""By their names and by what they list, in Chinese."""


@dataclass
class ContentTables:
    """The rows of each table with their places; `site` is the site table put together.

    `incomplete` names the tables of which a row or all could not be read, or that may stand in a
    file that could not: what is not found there is no fault of who refers to it. `first_unread`
    are the lines at which the first row of such a table, or all of it, could not be read.
    """

    incomplete: set[str] = field(default_factory=set)
    first_unread: dict[str, int] = field(default_factory=dict)
    rows: dict[str, list[Located]] = field(default_factory=dict)
    site: Site = field(default_factory=lambda: Site.model_validate({}))
    problems: list[Problem] = field(default_factory=list)

    def of(self, name: str) -> list[Located]:
        """Return the rows of a table; a table that is missing has none."""
        return self.rows.get(name, [])


def read_tables(folder: ContentFolder) -> ContentTables:
    """Read every table of the folder."""
    tables = ContentTables()
    _read_files(folder, tables)
    _put_site_together(tables)
    for name, (attribute, heading) in UNIQUE_NAMES.items():
        tables.problems += _doubles(tables.of(name), attribute, heading)
        if attribute == "name":
            tables.problems += _sounding_alike(tables.of(name), heading)
    for name in WITH_SLUGS:
        tables.problems += _doubles(tables.of(name), "slug", "链接名")
    tables.problems += _synonyms_of_themselves(tables.of("synonyms"))
    return tables


def _read_files(folder: ContentFolder, tables: ContentTables) -> None:
    """Read the files that are tables, tell the others, and note what is missed with them."""
    files: dict[str, str] = {}
    missed: list[str | None] = []
    for path in folder.of_kind("tables"):
        name = PurePosixPath(path).stem
        place = Place(folder.told(path))
        if name not in TABLES:
            missed.append(guess_of(name, TABLES))
            tables.problems.append(messages.unknown_table(place, name, missed[-1]))
        elif name in files:
            tables.problems.append(messages.table_twice(place, files[name]))
            tables.incomplete.add(name)
        else:
            files[name] = path
            tables.rows[name], problems = read_table(place.file, folder.read(path), TABLES[name])
            tables.problems += problems
            if has_errors(problems):
                faulty = [one for one in problems if one.level is Level.ERROR]
                tables.first_unread[name] = min(one.place.line or 0 for one in faulty)
                tables.incomplete.add(name)
    for meant in [*missed, *_tell_strange(folder, tables, files)]:
        tables.incomplete |= ({meant} if meant else TABLES.keys()) - files.keys()
    if "columns" not in files and "columns" not in tables.incomplete:
        tables.problems.append(messages.no_columns(Place(folder.told("tables/columns.csv"))))
        tables.incomplete.add("columns")


def _tell_strange(
    folder: ContentFolder, tables: ContentTables, files: Mapping[str, str]
) -> Iterator[str | None]:
    """Tell what else lies in tables/; yield what was meant, None for what may be any table."""
    for path, fault in folder.strange.items():
        meant = table_meant(path, TABLES_BY_NAME)
        if in_tables(path):
            told = strange_table(Place(folder.told(path)), path, meant, files)
            tables.problems.append(told or fault)
        if in_tables(path) or meant:
            yield meant


def _put_site_together(tables: ContentTables) -> None:
    """Read the rows of the site table as the keys of Site; those with a fault are left out."""
    written: dict[str, WrittenKey] = {}
    known = [field.alias or "" for field in Site.model_fields.values()]
    for row in tables.of("site"):
        item, place = row.model.item, row.place("项目")
        if item not in known:
            tables.problems.append(messages.unknown_key(place, item, nearest_of(item, known)))
        elif item in written:
            first = written[item].place.line or 0
            tables.problems.append(messages.duplicate_key(place, item, first))
        else:
            value = Written(row.model.content, row.place("内容")) if row.model.content else None
            written[item] = WrittenKey(item, place, value)
    start = Place(tables.of("site")[0].start.file if tables.of("site") else "")
    site, problems = make_sound_part(Site, written, start)
    tables.problems += problems
    if site is not None:
        tables.site = site.model


def _synonyms_of_themselves(rows: Iterable[Located]) -> list[Problem]:
    """Tell words that stand among their own synonyms."""
    return [
        messages.synonym_of_itself(row.place("同义词", index), other)
        for row in rows
        for index, other in enumerate(row.model.others)
        if other == row.model.word
    ]


def _doubles(rows: Iterable[Located], attribute: str, heading: str) -> list[Problem]:
    """Tell values that stand in more than one row."""
    seen: dict[str, Located] = {}
    problems = []
    for row in rows:
        value = getattr(row.model, attribute)
        if value in seen:
            first = seen[value].place(heading).line or 0
            problems.append(messages.value_twice(row.place(heading), heading, value, first))
        seen.setdefault(value, row)
    return problems


def _sounding_alike(rows: Sequence[Located], heading: str) -> list[Problem]:
    """Tell names that are written otherwise than one above them, and sound the same."""
    places = {row.model.name: row.place(heading) for row in rows}
    return [
        messages.name_sounds_alike(places[name], heading, name, other, places[other].line or 0)
        for name, other in homophones(row.model.name for row in rows).items()
    ]
