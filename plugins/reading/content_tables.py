"""The tables of the content folder, each read once, with the checks that need only the table."""

from collections.abc import Iterable
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
from plugins.problems import Place, Problem, has_errors, nearest_of
from plugins.reading import messages
from plugins.reading.content_folder import ContentFolder
from plugins.reading.table_rows import read_table
from plugins.reading.values import Located, make_model
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


@dataclass
class ContentTables:
    """The rows of each table with their places; `site` is the site table put together.

    `incomplete` names the tables of which a row or all could not be read.
    """

    incomplete: set[str] = field(default_factory=set)
    rows: dict[str, list[Located]] = field(default_factory=dict)
    site: Site = field(default_factory=lambda: Site.model_validate({}))
    problems: list[Problem] = field(default_factory=list)

    def of(self, name: str) -> list[Located]:
        """Return the rows of a table; a table that is missing has none."""
        return self.rows.get(name, [])


def read_tables(folder: ContentFolder) -> ContentTables:
    """Read every table of the folder."""
    tables = ContentTables()
    seen: dict[str, str] = {}
    for path in folder.of_kind("tables"):
        name = PurePosixPath(path).stem
        place = Place(folder.told(path))
        if name not in TABLES:
            tables.problems.append(messages.unknown_table(place, name, nearest_of(name, TABLES)))
        elif name in seen:
            tables.problems.append(messages.table_twice(place, seen[name]))
        else:
            seen[name] = path
            rows, problems = read_table(folder.told(path), folder.read(path), TABLES[name])
            tables.rows[name] = rows
            tables.problems += problems
            tables.incomplete |= {name} if has_errors(problems) else set()
    _put_site_together(tables)
    if "columns" not in seen:
        tables.problems.append(messages.no_columns(Place(folder.told("tables/columns.csv"))))
    for name, (attribute, heading) in UNIQUE_NAMES.items():
        tables.problems += _doubles(tables.of(name), attribute, heading)
    for name in WITH_SLUGS:
        tables.problems += _doubles(tables.of(name), "slug", "链接名")
    tables.problems += _synonyms_of_themselves(tables.of("synonyms"))
    return tables


def _put_site_together(tables: ContentTables) -> None:
    """Read the rows of the site table as the keys of Site."""
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
    site, problems = make_model(Site, written, start)
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
