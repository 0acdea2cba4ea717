"""Tables with their references resolved: names made canonical, items and files found.

A row that refers to nothing is told at its cell; nothing is dropped in silence.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.domain.attachments import PublishedAttachment
from plugins.domain.tables import Change, ChangeKind, Honour, RecipientKind, Recognition
from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.body_links import Linkable
from plugins.reading.content_folder import path_inside
from plugins.reading.guesses import guess_of
from plugins.reading.register import Register
from plugins.reading.tables.content_tables import TABLES_BY_NAME, ContentTables
from plugins.reading.tables.source_items import SourceItems
from plugins.reading.values import Located

NEEDS_BEFORE = set(ChangeKind) - {ChangeKind.FOUNDED}
NEEDS_AFTER = set(ChangeKind) - {ChangeKind.DISSOLVED, ChangeKind.RE_ELECTED}
SOURCES = "来源稿件"
RECIPIENT_KINDS = {RecipientKind.BRANCH: "党组织", RecipientKind.ORGANISATION: "单位"}


@dataclass
class TableResolver:
    """Resolves the rows of every table; one whose source item waits is told, and waits with it."""

    tables: ContentTables
    linkable: Linkable
    items: SourceItems
    problems: list[Problem] = field(default_factory=list)

    @property
    def register(self) -> Register:
        """The names that cells may refer to."""
        return self.linkable.register

    def organisations(self) -> tuple[Any, ...]:
        """Resolve the parents of organisations, which may form no circle."""
        rows = [
            row.model.model_copy(update={"parent": self._name(row, "上级单位", "parent", "单位")})
            for row in self.tables.of("organisations")
        ]
        self._tell_circles("organisations", "上级单位", {row.name: row.parent for row in rows})
        return tuple(rows)

    def branches(self) -> tuple[Any, ...]:
        """Resolve the organisations and parents of branches."""
        rows = [
            row.model.model_copy(
                update={
                    "organisations": self._names(row, "所属单位", "organisations", "单位"),
                    "parent": self._name(row, "上级党组织", "parent", "党组织"),
                }
            )
            for row in self.tables.of("branches")
        ]
        self._tell_circles("branches", "上级党组织", {row.name: row.parent for row in rows})
        return tuple(rows)

    def changes(self) -> tuple[Any, ...]:
        """Resolve the branches that changes name; each kind needs its sides."""
        rows = []
        for row in self.tables.of("changes"):
            change: Change = row.model
            waits = self._waits(row)
            if change.kind in NEEDS_BEFORE and not change.before:
                self.problems.append(messages.missing_key(row.place("原名称"), "原名称"))
            if change.kind in NEEDS_AFTER and not change.after:
                self.problems.append(messages.missing_key(row.place("现名称"), "现名称"))
            update = {
                "before": self._names(row, "原名称", "before", "党组织"),
                "after": self._names(row, "现名称", "after", "党组织"),
            }
            if not waits:
                rows.append(change.model_copy(update=update))
        return tuple(rows)

    def recognitions(self) -> tuple[Any, ...]:
        """Resolve the honours, awarding organisations, items and files of recognitions."""
        rows = []
        honours = {row.model.name for row in self.tables.of("honours")}
        for row in self.tables.of("recognitions"):
            recognition: Recognition = row.model
            self.known(row, "荣誉名称", recognition.honour, honours, "honours")
            update = {
                "awarded_by": self._names(row, "授予机关", "awarded_by", "单位"),
                "published_attachment": self._attachment(row),
            }
            if not self._waits(row):
                rows.append(recognition.model_copy(update=update))
        return tuple(rows)

    def recipients(self) -> tuple[Any, ...]:
        """Resolve recipients, no more of them than were announced, none twice.

        They wait with their recognition too, which has been told of that.
        """
        recognitions = {row.model.number: row.model for row in self.tables.of("recognitions")}
        honours = {row.model.name: row.model for row in self.tables.of("honours")}
        rows = []
        counted: Counter[str] = Counter()
        seen: set[tuple[str, str]] = set()
        for row in self.tables.of("recipients"):
            recipient = row.model
            waits = self._waits(row)
            organisation = self._name(row, "所属单位", "organisation", "单位")
            if not self.known(row, "表彰编号", recipient.recognition, recognitions, "recognitions"):
                continue
            recognition = recognitions[recipient.recognition]
            honour = honours.get(recognition.honour)
            if (
                honour
                and honour.awarded_to is RecipientKind.PERSON
                and not recipient.public_grounds
            ):
                self.problems.append(messages.person_without_grounds(row.place("获得者")))
            name = self._recipient_name(row, honour)
            if (recipient.recognition, name) in seen:
                self.problems.append(messages.recipient_twice(row.place("获得者"), name))
            seen.add((recipient.recognition, name))
            counted[recipient.recognition] += 1
            self._compare(row, recognition, counted[recipient.recognition])
            if not waits and not self._is_unseen(recognition.source_item):
                update = {"name": name, "organisation": organisation}
                rows.append(recipient.model_copy(update=update))
        return tuple(rows)

    def holdings(self) -> tuple[Any, ...]:
        """Resolve holdings: titles known to be held, their batch unknown."""
        honours = {row.model.name: row.model for row in self.tables.of("honours")}
        rows = []
        for row in self.tables.of("holdings"):
            self.known(row, "荣誉名称", row.model.honour, honours, "honours")
            name = self._recipient_name(row, honours.get(row.model.honour))
            if not self._waits(row):
                rows.append(row.model.model_copy(update={"name": name}))
        return tuple(rows)

    def _recipient_name(self, row: Located, honour: Honour | None) -> str:
        kind = RECIPIENT_KINDS.get(honour.awarded_to) if honour else None
        name: str = row.model.name
        if not kind:
            return name
        if other := self._other_kind(name, kind):
            place = row.place("获得者")
            self.problems.append(messages.recipient_of_other_kind(place, name, other, kind))
            return name
        return self._name(row, "获得者", "name", kind)

    def _other_kind(self, name: str, kind: str) -> str | None:
        """Return of which other kind a recipient is, None where nobody can tell or need ask."""
        if kind in self.register.incomplete or self.register.find(name, kind):
            return None
        others = (other for other in RECIPIENT_KINDS.values() if other != kind)
        return next((other for other in others if self.register.find(name, other)), None)

    def _compare(self, row: Located, recognition: Recognition, count: int) -> None:
        announced = recognition.announced
        if announced is not None and count == announced + 1:
            place = row.place("表彰编号")
            self.problems.append(messages.more_than_announced(place, recognition.number, announced))

    def _name(self, row: Located, heading: str, attribute: str, kind: str) -> str:
        """Return the canonical name in a cell, as written where nothing bears it."""
        written: str = getattr(row.model, attribute)
        return self.canonical(row, heading, written, kind) if written else ""

    def _names(self, row: Located, heading: str, attribute: str, kind: str) -> tuple[str, ...]:
        written: Iterable[str] = getattr(row.model, attribute)
        return tuple(
            self.canonical(row, heading, name, kind, index) for index, name in enumerate(written)
        )

    def canonical(self, row: Located, heading: str, name: str, kind: str, *index: int) -> str:
        """Return the canonical name of what is written, as it is where nothing bears it: told."""
        found = self.register.find(name, kind)
        place = row.place(heading, *index)
        if len({named.address for named in found}) > 1:
            told = [f"{named.kind}“{named.name}”" for named in found]
            self.problems.append(messages.ambiguous_name(place, name, told))
        elif not found and kind not in self.register.incomplete:
            nearest = guess_of(name, self.register.names(kind))
            self.problems.append(
                messages.unknown_reference(place, heading, name, nearest, TABLES_BY_NAME[kind])
            )
        return found[0].name if found else name

    def known(
        self, row: Located, heading: str, value: str, known: Iterable[str], table: str = ""
    ) -> bool:
        """Tell a value that is not known, unless the table it refers to could not all be read."""
        if value in known:
            return True
        if table not in self.tables.incomplete:
            nearest = guess_of(value, known)
            place = row.place(heading)
            self.problems.append(messages.unknown_reference(place, heading, value, nearest, table))
        return False

    def _waits(self, row: Located) -> bool:
        """Tell whether a row waits for its source item, if it names one; tell one that is gone."""
        source: str = row.model.source_item
        if not source or not self.known(row, SOURCES, source, self.items.all):
            return False
        waits = self._is_unseen(source)
        if waits:
            self.problems.append(messages.row_waits(row.place(SOURCES), source))
        elif source in self.items.withdrawn:
            self.problems.append(messages.withdrawn_source(row.place(SOURCES), source))
        return waits

    def _is_unseen(self, source: str) -> bool:
        """Tell whether readers cannot see the source item of a row yet, if it names one."""
        is_named = bool(source) and source not in self.items.withdrawn
        return is_named and self.items.are_unseen([source])

    def _attachment(self, row: Located) -> PublishedAttachment | None:
        """Return the announced document of a recognition, or tell that it is not there."""
        file: str = row.model.attachment
        if not file:
            return None
        name = f"{row.model.honour}（{row.model.year}年度）表彰文件"
        found = self.linkable.attachment(path_inside("files", file), row.place("附件"), name)
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        return found

    def _tell_circles(self, table: str, heading: str, parents: Mapping[str, str]) -> None:
        sound: set[str] = set()
        for row in self.tables.of(table):
            name = row.model.name
            above = parents.get(name, "")
            passed = {name}
            while above and above not in passed and above not in sound:
                passed.add(above)
                above = parents.get(above, "")
            if above == name:
                self.problems.append(messages.circle(row.place(heading), heading, above))
            elif above not in passed:
                sound |= passed
