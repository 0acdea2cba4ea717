"""The state of an award on a day: what its row says, unless its recognition has expired."""

from datetime import date

from plugins.domain.dates import BulletinDate
from plugins.domain.tables import Recipient, RecipientState, Recognition


def state_today(
    row: Recipient, recognition: Recognition, today: date
) -> tuple[RecipientState, BulletinDate | None]:
    """Return the state of an award and since when: a valid one expires with its recognition."""
    end = recognition.valid_until
    if row.state is RecipientState.VALID and end is not None and end.last_day < today:
        return RecipientState.EXPIRED, end
    return row.state, row.state_since
