"""A row of a table is public at once: no date of it makes it wait, only its source item does."""

from collections.abc import Iterator

from plugins.checking.key_places import WrittenRows
from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import BulletinDate
from plugins.domain.declared import Declared, declared_keys
from plugins.domain.tables import Recipient
from plugins.domain.views import hidden_mark
from plugins.problems import Problem, warning

DATES = {
    "organisations": ("in_use_from", "in_use_until"),
    "branches": ("founded", "dissolved"),
    "changes": ("date",),
    "recognitions": ("awarded_on", "year"),
    "recipients": ("state_since",),
    "holdings": ("as_of",),
    "figures": ("until",),
}
"""What tells readers of something that has happened; 有效期至 may well be a day to come."""

OF_OLDER_ROWS = {"in_use_until", "dissolved", "state_since"}
"""What is filled in later, in a row that is there already."""


def dates_ahead(bulletin: Bulletin) -> Iterator[Problem]:
    """Warn of public rows that tell as done what is dated ahead, each once.

    One that waits, as a preview shows it, does what is asked for here.
    """
    for table, keys in DATES.items():
        rows: tuple[Declared, ...] = getattr(bulletin, table)
        written = WrittenRows(bulletin.content, table, rows)
        for index, row in enumerate(rows):
            ahead = next((key for key in keys if _is_ahead(row, key, bulletin)), None)
            if ahead and not _waits(row, bulletin):
                heading = next(one.name for one in declared_keys(type(row)) if one.english == ahead)
                yield warning(
                    written.place(index, heading), "date-ahead", *_fault(row, ahead, heading)
                )


def _is_ahead(row: Declared, key: str, bulletin: Bulletin) -> bool:
    date = _date(row, key)
    return date is not None and date.first_day > bulletin.today


def _date(row: Declared, key: str) -> BulletinDate | None:
    value: BulletinDate | int | None = getattr(row, key)
    return BulletinDate(value) if isinstance(value, int) else value


def _waits(row: Declared, bulletin: Bulletin) -> bool:
    """Tell whether readers cannot see a row yet, though the bulletin has it."""
    sources = {getattr(row, "source_item", "")}
    if isinstance(row, Recipient):
        recognitions = bulletin.recognitions
        sources |= {one.source_item for one in recognitions if one.number == row.recognition}
    items = (bulletin.item_by_identity.get(source) for source in sources)
    return any(item and hidden_mark(item, bulletin.today) for item in items)


def _fault(row: Declared, key: str, heading: str) -> tuple[str, str]:
    date = _date(row, key)
    stamp = date.stamp if date else ""
    later = "填这一格" if key in OF_OLDER_ROWS else "加这一行"
    message = f"{heading} {stamp} 还没有到，却已经公开。"
    return message, f"核对年份；没有写错的，到了那天再{later}。"
