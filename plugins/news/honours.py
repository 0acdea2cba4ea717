"""Honours at a glance, for the home page: the newest recognition of each and its coverage."""

from collections.abc import Iterator
from itertools import islice

from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import BulletinDate
from plugins.domain.tables import Honour, Recipient, RecipientKind, Recognition
from plugins.domain.views import Link
from plugins.news.views import HonourGlance

SHOWN_AT_MOST = 4
MEASURE_WORDS = {
    RecipientKind.BRANCH: "个",
    RecipientKind.ORGANISATION: "个",
    RecipientKind.PERSON: "名",
}
UNLISTED = {RecipientKind.PERSON: "个人不列名"}


def honours_at_a_glance(bulletin: Bulletin) -> tuple[HonourGlance, ...]:
    """Return the first honours of the table that have a recognition with a number to show."""
    return tuple(islice(_glances(bulletin), SHOWN_AT_MOST))


def _glances(bulletin: Bulletin) -> Iterator[HonourGlance]:
    for honour in bulletin.honours:
        recognition = _newest_recognition(bulletin, honour)
        if recognition is None:
            continue
        listed = _listed(bulletin, honour, recognition)
        number = listed if recognition.announced is None else recognition.announced
        if number:
            yield HonourGlance(
                honour=Link(honour.name, honour.address),
                number=str(number),
                batch=_batch(recognition),
                coverage=_coverage(honour, recognition.announced, listed),
            )


def _newest_recognition(bulletin: Bulletin, honour: Honour) -> Recognition | None:
    """Return the newest recognition whose number was announced, else the newest of all."""
    own = [
        recognition for recognition in bulletin.recognitions if recognition.honour == honour.name
    ]
    announced = [recognition for recognition in own if recognition.announced is not None]
    return max(announced or own, key=_moment, default=None)


def _moment(recognition: Recognition) -> tuple[int, BulletinDate]:
    return (recognition.year, recognition.awarded_on or BulletinDate(recognition.year))


def _listed(bulletin: Bulletin, honour: Honour, recognition: Recognition) -> int:
    """Count the recipients that the bulletin names: persons only where there are grounds to."""
    return sum(
        recipient.recognition == recognition.number and _may_be_named(honour, recipient)
        for recipient in bulletin.recipients
    )


def _may_be_named(honour: Honour, recipient: Recipient) -> bool:
    return honour.awarded_to is not RecipientKind.PERSON or bool(recipient.public_grounds)


def _batch(recognition: Recognition) -> str:
    """Say when the recognition was awarded: `2022年6月授予`, or its year where no date is known."""
    if recognition.awarded_on:
        return f"{recognition.awarded_on.text}授予"
    return f"{recognition.year}年度"


def _coverage(honour: Honour, announced: int | None, listed: int) -> str:
    """Say how many were announced and how many of them the bulletin lists."""
    word = MEASURE_WORDS[honour.awarded_to]
    if announced is None:
        return f"公布数量未见记载，本刊收录{listed}{word}"
    if not listed:
        return f"公布{announced}{word}，{UNLISTED.get(honour.awarded_to, '本刊未收录名单')}"
    if listed == announced:
        return f"公布{announced}{word}，全部收录"
    return f"公布{announced}{word}，本刊收录{listed}{word}"
