"""The whole bulletin as read and resolved: what every feature makes its pages from.

Everything in it is public: drafts and items dated after `today` are left out by reading, and
withdrawn items stand apart. Names in its tables are canonical (aliases are already resolved).
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from plugins.domain.attachments import PublishedAttachment
from plugins.domain.figure_contradictions import Contradiction, contradictions
from plugins.domain.figures import Figure
from plugins.domain.grouping import grouped
from plugins.domain.keeping import Keeper
from plugins.domain.mechanisms import Mechanism
from plugins.domain.news_item import NewsItem
from plugins.domain.records import Record
from plugins.domain.tables import (
    Branch,
    Change,
    Column,
    Holding,
    Honour,
    Organisation,
    Recipient,
    Recognition,
    Site,
    Synonym,
    Topic,
)
from plugins.domain.texts import Edition, TextPage
from plugins.domain.views import NewsRow, news_row


@dataclass(frozen=True)
class Bulletin:
    """All that is published; `items` are newest first, tables in the order of their rows.

    `content` is the folder that pictures and attachments are read from. `address_by_name` has the
    addresses of the pages of all who signed anything, which take a dictionary to spell. `keeper`
    keeps what a feature finds out at length: no page depends on it.
    """

    content: Path
    today: date
    site: Site
    columns: tuple[Column, ...]
    topics: tuple[Topic, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    branches: tuple[Branch, ...] = ()
    changes: tuple[Change, ...] = ()
    honours: tuple[Honour, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    holdings: tuple[Holding, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    figures: tuple[Figure, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    records: tuple[Record, ...] = ()
    items: tuple[NewsItem, ...] = ()
    withdrawn: tuple[NewsItem, ...] = ()
    text_pages: tuple[TextPage, ...] = ()
    editions: tuple[Edition, ...] = ()
    address_by_name: Mapping[str, str] = field(default_factory=dict, repr=False)
    keeper: Keeper = field(default=Keeper(), compare=False, repr=False)

    @cached_property
    def item_by_identity(self) -> Mapping[str, NewsItem]:
        """Public items by `2022/name`; an item that is not public is not there."""
        return {item.identity: item for item in self.items}

    @cached_property
    def outline(self) -> bytes:
        """The digest of all that lists can show: tables, editions, items but for their texts."""
        return sha256(self.outline_of_tables + _outlines((*self.items, *self.withdrawn))).digest()

    @cached_property
    def outline_of_tables(self) -> bytes:
        """The digest of all that is not an item: tables, editions, the day."""
        tables = (
            *(self.today, self.site, self.columns, self.topics, self.organisations),
            *(self.branches, self.changes, self.honours, self.recognitions, self.recipients),
            *(self.holdings, self.editions, self.synonyms),
            *(self.figures, self.mechanisms, self.records),
        )
        return sha256(repr(tables).encode()).digest()

    @cached_property
    def outline_of_contradicted(self) -> bytes:
        """The digest of the items that contradict each other: the note on a doubt names them."""
        named = (identity for one in self.contradictions for identity in one.sources)
        known = (self.item_by_identity.get(identity) for identity in named)
        return sha256(_outlines(item for item in known if item)).digest()

    def row_of(self, item: NewsItem) -> NewsRow:
        """Return the row of an item: there is one, shared by every list that it stands in."""
        row = self._rows.get(item.file)
        if row is None:
            column = self.column_by_slug[item.column_slug]
            row = self._rows[item.file] = news_row(item, column, self.today)
        return row

    def rows_of(self, items: Iterable[NewsItem]) -> tuple[NewsRow, ...]:
        """Return the rows of some items, in their order."""
        known = self._rows  # most rows are there already, and need no call
        return tuple([known.get(item.file) or self.row_of(item) for item in items])

    def index_in(self, members: Sequence[NewsItem], item: NewsItem) -> int:
        """Return where an item stands among the members of one of the groups below."""
        return bisect_left(self.places_of(members), self.place_of_item[item.file])

    def places_of(self, members: Sequence[NewsItem]) -> Sequence[int]:
        """Return where the members of one of the groups below stand among all items, in order."""
        places = self._places.get(id(members))
        if places is None:
            place_of = self.place_of_item
            places = self._places[id(members)] = [place_of[member.file] for member in members]
        return places

    @cached_property
    def place_of_item(self) -> Mapping[str, int]:
        """The place of every public item among all, by file; the newest is at 0."""
        return {item.file: place for place, item in enumerate(self.items)}

    @cached_property
    def days_of_items(self) -> Sequence[int]:
        """The ordinal of the first day of every public item's date, by place."""
        return [item.date.first_day.toordinal() for item in self.items]

    @cached_property
    def attachments(self) -> tuple[PublishedAttachment, ...]:
        """Every attachment that something public offers, once, by address."""
        offered = [
            *(one for item in self.items for one in item.attachments),
            *(one for page in self.text_pages for one in page.published_attachments),
            *(one.published_attachment for one in self.recognitions if one.published_attachment),
        ]
        return tuple({one.path: one for one in offered}.values())

    @cached_property
    def column_by_slug(self) -> Mapping[str, Column]:
        """Columns by slug."""
        return {column.slug: column for column in self.columns}

    @cached_property
    def topic_by_slug(self) -> Mapping[str, Topic]:
        """Topics by slug."""
        return {topic.slug: topic for topic in self.topics}

    @cached_property
    def organisation_by_slug(self) -> Mapping[str, Organisation]:
        """Organisations by slug."""
        return {organisation.slug: organisation for organisation in self.organisations}

    @cached_property
    def organisation_by_name(self) -> Mapping[str, Organisation]:
        """Organisations by their canonical name."""
        return {organisation.name: organisation for organisation in self.organisations}

    @cached_property
    def branch_by_slug(self) -> Mapping[str, Branch]:
        """Branches by slug."""
        return {branch.slug: branch for branch in self.branches}

    @cached_property
    def branch_by_name(self) -> Mapping[str, Branch]:
        """Branches by their canonical name."""
        return {branch.name: branch for branch in self.branches}

    @cached_property
    def honour_by_name(self) -> Mapping[str, Honour]:
        """Honours by name."""
        return {honour.name: honour for honour in self.honours}

    @cached_property
    def items_by_column(self) -> Mapping[str, tuple[NewsItem, ...]]:
        """Items by the slug of their column, newest first; absent where a column has none."""
        return grouped((item.column_slug, item) for item in self.items)

    @cached_property
    def items_by_topic(self) -> Mapping[str, tuple[NewsItem, ...]]:
        """Items by the slug of a topic, newest first."""
        return grouped((slug, item) for item in self.items for slug in item.topic_slugs)

    @cached_property
    def items_by_byline(self) -> Mapping[str, tuple[NewsItem, ...]]:
        """Items by a name in their bylines, newest first."""
        return grouped((name, item) for item in self.items for name in item.bylines)

    @cached_property
    def byline_addresses(self) -> Mapping[str, str]:
        """The address of every name in bylines; what stands in place of a name has none."""
        known = self.address_by_name
        return {name: known[name] for name in self.items_by_byline if name in known}

    @cached_property
    def items_by_series(self) -> Mapping[str, tuple[NewsItem, ...]]:
        """Items by the name of their series, newest first."""
        return grouped((item.series, item) for item in self.items if item.series)

    @cached_property
    def items_by_month(self) -> Mapping[tuple[int, int], tuple[NewsItem, ...]]:
        """Items by year and month, newest first; a date of the year alone is under month 0."""
        return grouped(((item.date.year, item.date.month or 0), item) for item in self.items)

    @cached_property
    def items_about(self) -> Mapping[str, tuple[NewsItem, ...]]:
        """Items by the address of an organisation, branch or honour they list or name."""
        return grouped(
            (address, item) for item in self.items for address in self.addresses_about(item)
        )

    @cached_property
    def recognitions_in_time(self) -> tuple[Recognition, ...]:
        """Recognitions by year and day, oldest first."""
        return tuple(sorted(self.recognitions, key=lambda one: (one.year, one.first_day)))

    @cached_property
    def recognitions_by_honour(self) -> Mapping[str, tuple[Recognition, ...]]:
        """Recognitions by the name of their honour, oldest first."""
        return grouped((one.honour, one) for one in self.recognitions_in_time)

    @cached_property
    def recipients_by_recognition(self) -> Mapping[str, tuple[Recipient, ...]]:
        """Recipients by the 表彰编号 of their recognition, in the order of their table."""
        return grouped((row.recognition, row) for row in self.recipients)

    @cached_property
    def figures_by_metric(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures by the name of their metric, in the order of their table."""
        return grouped((figure.metric, figure) for figure in self.figures)

    @cached_property
    def figures_by_scope(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures by their scope, an organisation's canonical name where it is one."""
        return grouped((figure.scope, figure) for figure in self.figures)

    @cached_property
    def figures_by_item(self) -> Mapping[str, tuple[Figure, ...]]:
        """Figures by the identity of their source item."""
        return grouped((figure.source_item, figure) for figure in self.figures)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What contradicts what in the ledger and in the totals of recognitions."""
        return tuple(contradictions(self.figures, self.recognitions))

    @cached_property
    def records_by_kind(self) -> Mapping[str, tuple[Record, ...]]:
        """Records by the name of their table; a kind that has none is not there."""
        return grouped((record.table, record) for record in self.records)

    @cached_property
    def records_by_item(self) -> Mapping[str, tuple[Record, ...]]:
        """Records by the identity of their source item."""
        return grouped((record.source_item, record) for record in self.records)

    @cached_property
    def records_by_organisation(self) -> Mapping[str, tuple[Record, ...]]:
        """Records by the name of an organisation that they refer to."""
        return grouped((name, record) for record in self.records for name in record.units)

    @cached_property
    def mechanisms_by_organisation(self) -> Mapping[str, tuple[Mechanism, ...]]:
        """Mechanisms by the name of an organisation that practises them."""
        return grouped((name, one) for one in self.mechanisms for name in one.organisations)

    @cached_property
    def mechanisms_by_item(self) -> Mapping[str, tuple[Mechanism, ...]]:
        """Mechanisms by the identity of an item that speaks of them."""
        return grouped((item, one) for one in self.mechanisms for item in one.items)

    @cached_property
    def edition_of_item(self) -> Mapping[str, Edition]:
        """The first edition that lists an item, by the item's identity."""
        return {
            identity: edition
            for edition in reversed(self.editions)
            for identity in edition.identities
        }

    def addresses_about(self, item: NewsItem) -> Iterable[str]:
        """Return the addresses of what an item lists or names, each once."""
        listed = [self.organisation_by_slug[slug].address for slug in item.organisation_slugs]
        listed += [self.branch_by_slug[slug].address for slug in item.branch_slugs]
        return dict.fromkeys([*listed, *item.mentions])

    @cached_property
    def _places(self) -> dict[int, Sequence[int]]:
        """Where the members of the groups that were asked for stand, by identity of the group."""
        return {}

    @cached_property
    def _rows(self) -> dict[str, NewsRow]:
        """The rows that were asked for, by file."""
        return {}


def _outlines(items: Iterable[NewsItem]) -> bytes:
    return b"".join([item.outline for item in items])
