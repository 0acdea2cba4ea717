"""Rows whose headings declare what they refer to: figures, mechanisms, records.

Names are made canonical; a row whose source items are not public waits with them, and is told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plugins.domain.declared import Declared, DeclaredKey, Shape, declared_keys
from plugins.domain.record_kinds import KIND_BY_TITLE, RECORD_KINDS
from plugins.domain.records import Record
from plugins.reading import messages
from plugins.reading.tables.figure_checking import ledger_problems, row_problems
from plugins.reading.tables.figure_formulas import FormulaCheck
from plugins.reading.tables.figure_rows import ledger_rows
from plugins.reading.tables.table_resolving import SOURCES, TableResolver
from plugins.reading.values import Located


@dataclass
class DeclaredResolver:
    """Resolves rows by what their headings declare."""

    resolver: TableResolver

    def figures(self) -> tuple[Any, ...]:
        """Resolve the figures; all of them are held against each other, public or not."""
        tables = self.resolver.tables
        ledger = ledger_rows(tables.of("figures"), self.resolver.register)
        all_read = "recognitions" not in tables.incomplete
        recognitions = tables.of("recognitions") if all_read else []
        self.resolver.problems += [
            *row_problems(tables.of("figures"), tables.first_unread.get("figures")),
            *ledger_problems(ledger, recognitions),
            *FormulaCheck(ledger, self.resolver).problems(),
        ]
        return tuple(self._resolved_rows(ledger))

    def mechanisms(self) -> tuple[Any, ...]:
        """Resolve the mechanisms."""
        return tuple(self._rows("mechanisms"))

    def records(self) -> tuple[Any, ...]:
        """Resolve the records of every kind."""
        for kind in RECORD_KINDS:
            self._tell_reversed_dates(kind)
        return tuple(record for kind in RECORD_KINDS for record in self._rows(kind.table))

    def _tell_reversed_dates(self, kind: type[Record]) -> None:
        """Tell the rows whose period would end before it begins."""
        headings = {one.english: one.name for one in kind.own_keys()}
        for row in self.resolver.tables.of(kind.table) if kind.period else ():
            first, last = (getattr(row.model, english) for english in kind.period)
            if first and last and last.last_day < first.first_day:
                names = [headings[english] for english in kind.period]
                problem = messages.dates_reversed(row.place(names[1]), *names)
                self.resolver.problems.append(problem)

    def _rows(self, table: str) -> Iterator[Any]:
        return self._resolved_rows(self.resolver.tables.of(table))

    def _resolved_rows(self, rows: Iterable[Located]) -> Iterator[Any]:
        for row in rows:
            model: type[Declared] = type(row.model)
            keys = [key for key in declared_keys(model) if key.refers_to]
            update = {key.english: self._resolved(row, key) for key in keys}
            resolved = row.model.model_copy(update=update)
            if not self._is_unseen(row):
                yield resolved

    def _resolved(self, row: Located, key: DeclaredKey) -> Any:
        value = getattr(row.model, key.english)
        if key.shape is Shape.LIST:
            return tuple(self._name(row, key, name, index) for index, name in enumerate(value))
        return self._name(row, key, value) if value else value

    def _name(self, row: Located, key: DeclaredKey, name: str, *index: int) -> str:
        match key.refers_to:
            case "稿件":
                self.resolver.known(row, key.name, name, self.resolver.items.all)
            case "记录":
                self.resolver.known(row, key.name, name, KIND_BY_TITLE)
            case "指标":
                self.resolver.known(row, key.name, name, self._metrics, "figures")
            case kind:
                return self.resolver.canonical(row, key.name, name, kind, *index)
        return name

    @cached_property
    def _metrics(self) -> set[str]:
        return {row.model.metric for row in self.resolver.tables.of("figures")}

    def _is_unseen(self, row: Located) -> bool:
        """Tell whether readers can see no source of a row; then it is told why it is left out."""
        sources: tuple[str, ...] = row.model.sources
        items = self.resolver.items
        if not items.are_unseen(sources):
            return False
        is_over = items.are_withdrawn(sources)
        told = messages.row_withdrawn if is_over else messages.row_waits
        waiting = next(one for one in sources if is_over or one not in items.withdrawn)
        self.resolver.problems.append(told(row.place(SOURCES), waiting))
        return True
