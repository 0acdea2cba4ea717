"""算式 of the ledger that cannot be read, or fit neither their row nor the rest of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.domain.figure_contradictions import Ledger
from plugins.domain.figure_formulas import Formula, Relation, formula_of
from plugins.domain.figures import PERCENT, Figure, FigureKind
from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.tables.table_resolving import TableResolver
from plugins.reading.values import Located

HEADING = "算式"
OF_ONE_TIME = {Relation.SHARE, Relation.SUM, Relation.PART}


@dataclass
class FormulaCheck:
    """The 算式 of a ledger whose rows are canonical."""

    rows: Sequence[Located]
    resolver: TableResolver

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with them; names that nothing bears are told by the resolver."""
        for row in self.rows:
            text = row.model.formula
            formula = formula_of(text)
            if text and formula is None:
                yield messages.figure_formula(row.place(HEADING), text)
            elif formula and self._is_known(row, formula):
                yield from self._misplaced(row, formula)
                yield from self._alone(row, formula)

    def _is_known(self, row: Located, formula: Formula) -> bool:
        if formula.relation is Relation.ANNOUNCED:
            return self.resolver.known(row, HEADING, formula.names[0], self._honours, "honours")
        known = [
            self.resolver.known(row, HEADING, name, self._units, "figures")
            for name in formula.metrics
        ]
        return all(known)

    def _misplaced(self, row: Located, formula: Formula) -> Iterator[Problem]:
        figure: Figure = row.model
        units = {self._units[name] for name in formula.metrics}
        expected = ""
        if formula.relation is Relation.SHARE:
            if figure.unit != PERCENT:
                expected = "单位应是 %"
            elif len(units) > 1:
                expected = "两个指标的单位应一样"
        elif units - {figure.unit}:
            expected = "单位应和它们一样"
        elif formula.relation is Relation.TOTAL and figure.kind is not FigureKind.CUMULATIVE:
            expected = "口径应是“累计”"
        elif formula.relation is Relation.ANNOUNCED and figure.kind is not FigureKind.INCREMENT:
            expected = "口径应是“增量”"
        if expected:
            yield messages.figure_formula_misplaced(row.place(HEADING), figure.formula, expected)

    def _alone(self, row: Located, formula: Formula) -> Iterator[Problem]:
        """Tell a formula that cannot be checked, unless a row is missing because of its faults."""
        if formula.relation in OF_ONE_TIME and "figures" not in self.resolver.tables.incomplete:
            for name in formula.metrics:
                if self._ledger.beside(row.model, name) is None:
                    yield messages.figure_formula_alone(row.place(HEADING), name)

    @cached_property
    def _ledger(self) -> Ledger:
        return Ledger([row.model for row in self.rows])

    @cached_property
    def _honours(self) -> set[str]:
        return {row.model.name for row in self.resolver.tables.of("honours")}

    @cached_property
    def _units(self) -> dict[str, str]:
        """The unit of every metric, as its first row has it."""
        return {row.model.metric: row.model.unit for row in reversed(self.rows)}
