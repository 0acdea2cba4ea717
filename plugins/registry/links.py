"""Links of this feature: the two registers, and recipients by the honour that they were given."""

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.entity_links import branch_link, organisation_link
from plugins.domain.tables import Honour, RecipientKind
from plugins.domain.views import Link

BRANCH_REGISTER = Link("党组织名录", addresses.BRANCHES)
ORGANISATION_REGISTER = Link("单位名录", addresses.ORGANISATIONS)


def recipient_link(bulletin: Bulletin, honour: Honour, name: str) -> Link:
    """Return the link to a recipient of an honour; persons have no page."""
    if honour.awarded_to is RecipientKind.BRANCH:
        return branch_link(bulletin, name)
    if honour.awarded_to is RecipientKind.ORGANISATION:
        return organisation_link(bulletin, name)
    return Link(name, "")
