"""What can be found: every item, and everything else that has a name and a page of its own."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import BulletinDate
from plugins.domain.editions import public_editions
from plugins.domain.news_item import NewsItem
from plugins.domain.record_kinds import RECORD_KINDS
from plugins.domain.records import Openness
from plugins.search.text import JOINT, PARAGRAPHS

ITEMS = "items"
KINDS = {
    ITEMS: "稿件",
    "organisations": "单位",
    "branches": "党组织",
    "honours": "荣誉称号",
    "recognitions": "表彰",
    "mechanisms": "机制",
    **{kind.table: kind.title for kind in RECORD_KINDS if kind.openness is Openness.PUBLIC},
    "figures": "数据",
    "editions": "数字报",
    "topics": "专题",
    "columns": "栏目",
    "pages": "页面",
}
"""The kinds of documents, in the order in which they are shown, and what readers call them."""

Text = tuple[str, str]
"""What is searched of a document: its titles, and all the rest."""


class Document(NamedTuple):
    """One page that can be found; `digest` differs whenever anything of it does.

    `text` fetches what is searched. `column` is the slug of an item's column. `about` finds the
    slugs of the organisations that it lists or names: of most documents nobody asks for them.
    """

    kind: str
    address: str
    title: str
    digest: bytes
    text: Callable[[], Text]
    date: str = ""
    year: str = ""
    column: str = ""
    about: Callable[[], tuple[str, ...]] = tuple
    bylines: tuple[str, ...] = ()

    @property
    def organisations(self) -> tuple[str, ...]:
        """The slugs of the organisations that it lists or names."""
        return self.about()


def item_documents(bulletin: Bulletin) -> Iterator[Document]:
    """Yield the items, the oldest first: a new one leaves the numbers of the others alone."""
    for item in reversed(bulletin.items):
        yield Document(
            kind=ITEMS,
            address=item.address,
            title=item.title,
            digest=item.digest,
            text=partial(_text_of_item, item),
            date=item.date.iso[:10],
            year=str(item.date.year),
            column=item.column_slug,
            about=partial(_organisations, bulletin, item),
            bylines=item.bylines,
        )


def other_documents(bulletin: Bulletin) -> Iterator[Document]:
    """Yield everything else, kind by kind."""
    for organisation in bulletin.organisations:
        yield _named("organisations", organisation.address, organisation.name, organisation.aliases)
    for branch in bulletin.branches:
        yield _named("branches", branch.address, branch.name, branch.aliases)
    for honour in bulletin.honours:
        yield _named("honours", honour.address, honour.name, (), honour.description)
    for one in bulletin.recognitions_in_time:
        honour = bulletin.honour_by_name[one.honour]
        address = addresses.of_honour_year(honour.slug, one.year)
        yield _named("recognitions", address, f"{one.year}年度{one.honour}", (one.honour,))
    yield from _mechanisms(bulletin)
    yield from _records(bulletin)
    yield from _figures(bulletin)
    for edition in public_editions(bulletin):
        yield _named("editions", edition.address, f"{edition.date.text}版", (), edition.slogan)
    for topic in bulletin.topics:
        yield _named("topics", topic.address, topic.name, (), topic.description)
    for column in bulletin.columns:
        yield _named("columns", column.address, column.name, (), column.description)
    for page in bulletin.text_pages:
        yield _named("pages", page.address, page.title, (), page.summary, page.body.text)


def documents(bulletin: Bulletin) -> Iterator[Document]:
    """Yield all that can be found."""
    yield from item_documents(bulletin)
    yield from other_documents(bulletin)


def _mechanisms(bulletin: Bulletin) -> Iterator[Document]:
    for one in bulletin.mechanisms:
        rest = (one.description, *one.rules, *one.steps)
        yield _named("mechanisms", one.address, one.name, one.aliases, *rest)


def _records(bulletin: Bulletin) -> Iterator[Document]:
    """Yield the records that have a page, with what is shown of them."""
    for record in bulletin.records:
        if record.openness is Openness.PUBLIC:
            _, *keys = (key for key in record.own_keys() if record.shows(key))
            told = (_told(getattr(record, key.english)) for key in keys)
            yield _named(record.table, record.address, record.name, (), *told)


def _figures(bulletin: Bulletin) -> Iterator[Document]:
    """Yield the metrics, each with its numbers as they are printed."""
    for metric, figures in bulletin.figures_by_metric.items():
        told = (f"{one.scope}，{one.when}：{one.told}" for one in figures)
        yield _named("figures", figures[0].address, metric, (), figures[0].category, *told)


def _told(value: object) -> str:
    if isinstance(value, BulletinDate):
        return value.text
    return "" if value is None else str(value)


def _named(kind: str, address: str, name: str, aliases: Iterable[str] = (), *rest: str) -> Document:
    titles, others = JOINT.join([name, *aliases]), PARAGRAPHS.join(filter(None, rest))
    digest = repr((name, titles, others)).encode()
    return Document(kind, address, name, digest, lambda: (titles, others))


def _organisations(bulletin: Bulletin, item: NewsItem) -> tuple[str, ...]:
    """Return the slugs of the organisations that an item lists or names."""
    return tuple(
        address.removeprefix(addresses.ORGANISATIONS).rstrip("/")
        for address in bulletin.addresses_about(item)
        if address.startswith(addresses.ORGANISATIONS)
    )


def _text_of_item(item: NewsItem) -> Text:
    whole = item.whole()
    keys = whole.keys
    titles = JOINT.join(filter(None, (item.title, item.kicker, keys.subtitle)))
    captions = (picture.caption for picture in item.pictures)
    names = (attachment.name for attachment in item.attachments)
    rest = (item.summary, whole.body.text, *captions, *names)
    return titles, PARAGRAPHS.join(filter(None, rest))
