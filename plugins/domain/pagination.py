"""Lists in pages of twenty rows, addressed `…/`, `…/page/2/`, `…/page/3/`."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from plugins.domain import addresses
from plugins.domain.views import Link, Pagination

ROWS_A_PAGE = 20

Row = TypeVar("Row")


def paginated(
    rows: Sequence[Row], address: str
) -> Iterator[tuple[str, tuple[Row, ...], Pagination]]:
    """Yield the address, rows and pagination of each page of a list; an empty list has one page."""
    total = max(1, -(-len(rows) // ROWS_A_PAGE))
    links = tuple(
        Link(str(number), addresses.of_numbered_page(address, number))
        for number in range(1, total + 1)
    )
    for number in range(1, total + 1):
        shown = tuple(rows[(number - 1) * ROWS_A_PAGE : number * ROWS_A_PAGE])
        yield links[number - 1].url, shown, _pagination(number, links)


def _pagination(number: int, links: tuple[Link, ...]) -> Pagination:
    return Pagination(
        number=number,
        total=len(links),
        pages=_shown(number, links),
        previous=links[number - 2] if number > 1 else None,
        next=links[number] if number < len(links) else None,
    )


def _shown(number: int, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the first, the last and the nearest pages: a long list shows no hundred numbers."""
    last = len(links)
    numbers = {1, last, *range(max(1, number - 2), min(last, number + 2) + 1)}
    return tuple(links[shown - 1] for shown in sorted(numbers))
