"""What can be found: every item, and everything else that has a name and a page of its own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import NewsItem
from plugins.search.text import JOINT

ITEMS = "items"
KINDS = {
    ITEMS: "稿件",
    "organisations": "单位",
    "branches": "党组织",
    "honours": "荣誉称号",
    "recognitions": "表彰",
    "topics": "专题",
    "columns": "栏目",
    "pages": "页面",
}
"""The kinds of documents, in the order in which they are shown, and what readers call them."""

PARAGRAPHS = "\n"
Text = tuple[str, str]
"""What is searched of a document: its titles, and all the rest."""


@dataclass(frozen=True, slots=True)
class Document:
    """One page that can be found; `digest` differs whenever anything of it does.

    `text` fetches what is searched. `column` is the slug of an item's column, `organisations` those
    of the organisations that it lists or names.
    """

    kind: str
    address: str
    title: str
    digest: bytes
    text: Callable[[], Text]
    date: str = ""
    year: str = ""
    column: str = ""
    organisations: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()


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
            organisations=tuple(_organisations(bulletin, item)),
            bylines=tuple(name for name, _ in item.bylines),
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


def joined(text: Text) -> str:
    """Return what is searched of a document as one text, titles first."""
    return JOINT.join(text)


def _named(kind: str, address: str, name: str, aliases: Iterable[str] = (), *rest: str) -> Document:
    titles, others = JOINT.join([name, *aliases]), PARAGRAPHS.join(filter(None, rest))
    digest = repr((name, titles, others)).encode()
    return Document(kind, address, name, digest, lambda: (titles, others))


def _organisations(bulletin: Bulletin, item: NewsItem) -> Iterator[str]:
    """Yield the slugs of the organisations that an item lists or names."""
    for address in bulletin.addresses_about(item):
        if address.startswith(addresses.ORGANISATIONS):
            yield address.removeprefix(addresses.ORGANISATIONS).rstrip("/")


def _text_of_item(item: NewsItem) -> Text:
    whole = item.whole()
    keys = whole.keys
    titles = JOINT.join(filter(None, (item.title, item.kicker, keys.subtitle)))
    captions = (picture.caption for picture in item.pictures)
    names = (attachment.name for attachment in item.attachments)
    rest = (item.summary, whole.body.text, *captions, *names)
    return titles, PARAGRAPHS.join(filter(None, rest))
