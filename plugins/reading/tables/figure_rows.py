"""Rows of the ledger made canonical: all of a metric bear its slug and 类别, scopes their names."""

from collections.abc import Iterable
from dataclasses import replace

from plugins.domain.figures import Figure
from plugins.domain.grouping import grouped
from plugins.reading.register import Register
from plugins.reading.values import Located


def ledger_rows(rows: Iterable[Located], register: Register) -> list[Located]:
    """Return the rows of the ledger as the bulletin holds them, in their order."""
    written = list(rows)
    slugs = _first_of_metric(written, "slug")
    categories = _first_of_metric(written, "category")
    return [
        replace(
            row,
            model=row.model.model_copy(
                update={
                    "slug": slugs.get(row.model.metric, ""),
                    "category": categories.get(row.model.metric, ""),
                    "scope": scope_of(row.model.scope, register),
                }
            ),
        )
        for row in written
    ]


def figures_by_metric(rows: Iterable[Located]) -> dict[str, tuple[Figure, ...]]:
    """Return the figures of canonical rows by the name of their metric."""
    return grouped((row.model.metric, row.model) for row in rows)


def scope_of(written: str, register: Register) -> str:
    """Return the name of the unit that a scope means; a region stays as it is written."""
    found = register.find(written, "单位")
    return found[0].name if len({named.address for named in found}) == 1 else written


def _first_of_metric(rows: Iterable[Located], attribute: str) -> dict[str, str]:
    """Return the first value that a row of each metric has."""
    values: dict[str, str] = {}
    for row in rows:
        figure: Figure = row.model
        if value := getattr(figure, attribute):
            values.setdefault(figure.metric, value)
    return values
