"""Figures as the tests of the ledger need them: whatever a test does not name is plain."""

from decimal import Decimal

from plugins.domain.figures import Figure
from tests.builders import day


def figure(metric: str = "授予数", slug: str = "shouyu", **cells: object) -> Figure:
    """Return a figure; dates and the value are given as they are written."""
    doubt = cells.get("doubt", "")
    given: dict[str, object] = {
        "metric": metric,
        "slug": slug,
        "scope": "全市",
        "kind": "增量",
        "unit": "个",
        "source_item": "2022/chahua",
        "state": "待核" if doubt else "已核",
        **cells,
        "value": Decimal(str(cells.get("value", 5))),
        "until": day(str(cells.get("until", "2021"))),
    }
    since = cells.get("since")
    given["since"] = day(str(since)) if since else None
    return Figure(**given)


def total(value: object, until: str, **cells: object) -> Figure:
    """Return a cumulative of 授予数."""
    cells = {"kind": "累计", "formula": "累计 授予数", **cells}
    return figure("累计数", "leiji", value=value, until=until, **cells)
