"""Honours at a glance, for the home page and 荣誉榜: the newest recognition of each."""

from plugins.domain.bulletin import Bulletin
from plugins.domain.honour_words import NO_RECOGNITION, batch_label, coverage
from plugins.domain.tables import Honour
from plugins.domain.views import HonourGlance, Link


def honour_glances(bulletin: Bulletin) -> tuple[HonourGlance, ...]:
    """Return every honour at a glance, in the order of the honours table."""
    return tuple(_glance(bulletin, honour) for honour in bulletin.honours)


def _glance(bulletin: Bulletin, honour: Honour) -> HonourGlance:
    """Return the newest recognition whose number was announced, else the newest of all."""
    here = Link(honour.name, honour.address)
    given = bulletin.recognitions_by_honour.get(honour.name, ())
    if not given:
        return HonourGlance(here, None, "", NO_RECOGNITION)
    newest = ([one for one in given if one.announced is not None] or given)[-1]
    recipients = bulletin.recipients_by_recognition.get(newest.number, ())
    listed = sum(recipient.may_be_named(honour) for recipient in recipients)
    return HonourGlance(
        honour=here,
        number=newest.announced,
        batch=batch_label(newest),
        coverage=coverage(honour, [newest], listed),
    )
