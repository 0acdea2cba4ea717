"""Which editions (版) have come out, and which of their items are public.

The pages of editions, and those of items that link to them, must agree on it.
"""

from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import NewsItem
from plugins.domain.texts import Edition


def has_come_out(edition: Edition, bulletin: Bulletin) -> bool:
    """Tell whether the date that an edition bears has come."""
    return edition.date.first_day <= bulletin.today


def public_editions(bulletin: Bulletin) -> tuple[Edition, ...]:
    """Return the editions that have come out and have anything to show, oldest first."""
    return tuple(
        edition
        for edition in bulletin.editions
        if has_come_out(edition, bulletin) and items_of(edition, bulletin)
    )


def items_of(edition: Edition, bulletin: Bulletin) -> tuple[NewsItem, ...]:
    """Return the public items of an edition, in the order of its page."""
    known = bulletin.item_by_identity
    return tuple(known[one] for one in edition.identities if one in known)


def lead_of(edition: Edition, bulletin: Bulletin) -> NewsItem | None:
    """Return the 头题 of an edition, if it names one and that is public."""
    leads = (entry.lead for entry in edition.entries if entry.lead)
    return bulletin.item_by_identity.get(next(leads, ""))
