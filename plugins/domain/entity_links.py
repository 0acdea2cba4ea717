"""Links to branches, organisations and items by name; a name without a page is a link to nowhere.

A branch may bear its unit's name, so each link says which of the two it means.
"""

from plugins.domain.bulletin import Bulletin
from plugins.domain.views import Link


def branch_link(bulletin: Bulletin, name: str) -> Link:
    """Return the link to a branch; its `url` is empty where the branches table has none."""
    branch = bulletin.branch_by_name.get(name)
    return Link(name, branch.address if branch else "")


def organisation_link(bulletin: Bulletin, name: str) -> Link:
    """Return the link to a unit; its `url` is empty where the organisations table has none."""
    organisation = bulletin.organisation_by_name.get(name)
    return Link(name, organisation.address if organisation else "")


def item_link(bulletin: Bulletin, identity: str) -> Link | None:
    """Return the link to an item by its identity, None where it is not public."""
    item = bulletin.item_by_identity.get(identity)
    return Link(item.headline, item.address) if item else None
