"""往年本月: what was written in the same month of former years, some of every year."""

from collections.abc import Set as AbstractSet
from itertools import chain, zip_longest

from plugins.domain.bulletin import Bulletin
from plugins.news.views import SameMonth, YearRows

ROWS_AT_MOST = 6


def same_month(
    bulletin: Bulletin, year: int, month: int, above: AbstractSet[str] = frozenset()
) -> SameMonth | None:
    """Return items of the same month before a year, None where there is none.

    Every year has its newest before any has a second, as far as there is room. Items whose
    addresses are `above` stand on the page already, and are left out.
    """
    known = [of for of, in_month in bulletin.items_by_month if in_month == month and of < year]
    years = [bulletin.items_by_month[of, month] for of in sorted(known, reverse=True)]
    former = [[item for item in items if item.address not in above] for items in years]
    in_turn = [item for item in chain(*zip_longest(*former)) if item]
    chosen = {item.file for item in in_turn[:ROWS_AT_MOST]}
    shown = [[item for item in items if item.file in chosen] for items in former]
    told = tuple(
        YearRows(f"{items[0].date.year}年", bulletin.rows_of(items)) for items in shown if items
    )
    return SameMonth(f"往年{month}月", told) if told else None
