"""The page of every item, and the page that a withdrawn item leaves behind."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from typing import NamedTuple

from plugins.domain import addresses
from plugins.domain.attachment_views import attachment_view
from plugins.domain.bulletin import Bulletin
from plugins.domain.doubt_notes import note_on
from plugins.domain.editions import has_come_out
from plugins.domain.figure_views import FigureSheets
from plugins.domain.grouping import digests_around
from plugins.domain.heads import page_head
from plugins.domain.linked_records import LinkGroup, links_to, record_groups
from plugins.domain.news_item import NewsItem, Source
from plugins.domain.page import Page, PageSet, Shared
from plugins.domain.tables import Site
from plugins.domain.views import Link, NewsRow, date_view
from plugins.news.article_heads import ArticleHeads
from plugins.news.bylines import byline_links, byline_views
from plugins.news.corrections import correction_view
from plugins.news.entities import Entities
from plugins.news.neighbours import Neighbours, neighbours_of
from plugins.news.page_views import ItemView, WithdrawnView
from plugins.news.pictures import picture_view
from plugins.news.related import all_related_groups, related_items
from plugins.news.series import others_in_series
from plugins.news.views import QrView, SourceView

WITHDRAWN_TITLE = "稿件已撤回"


def item_pages(bulletin: Bulletin) -> Iterator[PageSet]:
    """Yield the pages of all public items, month by month; few are made where little has changed.

    As long as tables and the outlines of those around it in all its groups are the same, nothing
    but the item itself need be looked at; and nothing at all where that holds of a whole month.
    """
    around = cache(partial(Surroundings, bulletin))
    outlines = _outlines_around(bulletin)
    doubtful = {figure.source_item for figure in bulletin.figures if figure.is_doubtful}
    tables = bulletin.outline_of_tables
    months: defaultdict[tuple[int, int], list[tuple[NewsItem, bytes]]] = defaultdict(list)
    for item in bulletin.items:
        inputs = tables + item.digest + b"".join(outlines[item.file])
        if item.identity in doubtful:
            inputs += bulletin.outline_of_contradicted
        months[item.date.year, item.date.month or 0].append((item, inputs))
    for (year, month), items in months.items():
        all_inputs = [(item.address, inputs) for item, inputs in items]
        make = partial(_of_month, items, around)
        yield PageSet(f"items/{year}/{month}", all_inputs, make, pages=len(items))


def _of_month(
    items: Iterable[tuple[NewsItem, bytes]], around: Callable[[], "Surroundings"]
) -> Iterator[PageSet]:
    for item, inputs in items:
        yield PageSet(item.address, inputs, partial(_surrounded, item, around))


def _outlines_around(bulletin: Bulletin) -> Mapping[str, list[bytes]]:
    """Return digests of all other items that the page of one may show, by the file of that one."""
    found: defaultdict[str, list[bytes]] = defaultdict(list)
    for members in chain(
        bulletin.items_by_column.values(),
        bulletin.items_by_series.values(),
        all_related_groups(bulletin),
    ):
        outlines = digests_around([member.outline for member in members])
        for member, outline in zip(members, outlines, strict=True):
            found[member.file].append(outline)
    return found


def _surrounded(item: NewsItem, around: Callable[[], "Surroundings"]) -> Iterator[PageSet]:
    inputs = around().inputs_of(item)
    yield PageSet("page", inputs, partial(_item_page, item, around()), tells_all=True)


def withdrawn_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield a page for every withdrawn item: nothing of the item is left on it but its address."""
    for item in bulletin.withdrawn:
        head = page_head(Link(WITHDRAWN_TITLE, item.address), indexed=False)
        path = addresses.file_of(item.address)
        yield Page(path, "news/withdrawn.html", WithdrawnView(head))


class Companions(NamedTuple):
    """The other items that a page shows: the rest of its series, those related, its neighbours."""

    series: tuple[NewsRow, ...]
    related: tuple[NewsRow, ...]
    neighbours: Neighbours


class Surroundings:
    """What the pages of items show of the rest of the bulletin, looked up once for all of them."""

    def __init__(self, bulletin: Bulletin) -> None:
        """Prepare the lookups of a bulletin."""
        self.bulletin = bulletin
        self.bylines = byline_links(bulletin)
        self.entities = Entities(bulletin)
        self.figures = FigureSheets(bulletin)
        self._companions: dict[str, Companions] = {}
        self.topics = {topic.slug: Link(topic.name, topic.address) for topic in bulletin.topics}
        self.columns = {
            column.slug: Link(column.name, column.address) for column in bulletin.columns
        }
        self.heads = ArticleHeads(bulletin, self.columns)
        self._columns = {column.slug: Shared(repr(column)) for column in bulletin.columns}
        self._site = Shared(repr(bulletin.site))

    def companions_of(self, item: NewsItem) -> Companions:
        """Return the other items that the page of one shows."""
        found = self._companions.get(item.file)
        if found is None:
            bulletin = self.bulletin
            series = others_in_series(bulletin, item)
            related = related_items(bulletin, item, besides=series)
            found = self._companions[item.file] = Companions(
                bulletin.rows_of(series), bulletin.rows_of(related), neighbours_of(bulletin, item)
            )
        return found

    def mechanisms_of(self, item: NewsItem) -> tuple[Link, ...]:
        """Return the mechanisms that an item speaks of."""
        return links_to(self.bulletin.mechanisms_by_item.get(item.identity, ()))

    def records_of(self, item: NewsItem) -> tuple[LinkGroup, ...]:
        """Return the records that an item is the source of, kind by kind."""
        return record_groups(self.bulletin.records_by_item.get(item.identity, ()))

    def inputs_of(self, item: NewsItem) -> tuple[object, ...]:
        """Return all that the page of an item depends on."""
        edition = self.bulletin.edition_of_item.get(item.identity)
        series, related, neighbours = self.companions_of(item)
        return (
            item.digest,
            self.bulletin.row_of(item).mark,
            self._site,
            self._columns[item.column_slug],
            "\n".join([self.topics[slug].title for slug in item.topic_slugs]),
            "\n".join(self.entities.titles_of(item)),
            *map(_written, neighbours),
            series,
            related,
            edition.date.iso if edition else "",
            _edition_url(item, self.bulletin),
            self.figures.of_item(item.identity),
            self.mechanisms_of(item),
            self.records_of(item),
        )


def _item_page(item: NewsItem, around: Surroundings) -> Iterator[Page]:
    yield Page(addresses.file_of(item.address), "news/item.html", _item_view(item, around))


def _item_view(item: NewsItem, around: Surroundings) -> ItemView:
    """Return all that the page of an item shows, in the order of its view."""
    bulletin, whole = around.bulletin, item.whole()
    keys = whole.keys
    edition = bulletin.edition_of_item.get(item.identity)
    series, related, neighbours = around.companions_of(item)
    return ItemView(
        head=around.heads.of(item, keys),
        title=item.title,
        kicker=item.kicker,
        subtitle=keys.subtitle,
        date=bulletin.row_of(item).date,
        event_date=date_view(item.event_date) if item.event_date else None,
        published=date_view(item.published) if item.published else None,
        column=around.columns[item.column_slug],
        genre=keys.genre or "",
        bylines=byline_views(keys.bylines, around.bylines),
        source=_source_view(keys.source),
        summary=item.summary,
        editors_note=keys.editors_note,
        contributed_by=keys.contributed_by,
        document_number=keys.document_number,
        body_html=whole.body.html,
        pictures=tuple(picture_view(picture) for picture in whole.pictures),
        attachments=tuple(attachment_view(file) for file in item.attachments),
        corrections=tuple(correction_view(correction) for correction in keys.corrections),
        note=note_on(keys.doubts),
        topics=tuple(around.topics[slug] for slug in item.topic_slugs),
        organisations=around.entities.organisations_of(item),
        branches=around.entities.branches_of(item),
        series=series,
        series_name=item.series if series else "",
        related=related,
        previous=neighbours.previous,
        next=neighbours.next,
        edition=date_view(edition.date) if edition else None,
        edition_url=_edition_url(item, bulletin),
        visible_url=_visible_url(item, bulletin.site),
        qr=QrView(_visible_url(item, bulletin.site)) if bulletin.site.domain else None,
        mark=bulletin.row_of(item).mark,
        figures=around.figures.of_item(item.identity),
        mechanisms=around.mechanisms_of(item),
        records=around.records_of(item),
    )


def _written(link: Link | None) -> str:
    return f"{link.title}\n{link.url}" if link else ""


def _source_view(source: Source) -> SourceView:
    return SourceView(
        name=source.name,
        url=source.url,
        original_title=source.original_title,
        original_date=date_view(source.original_date) if source.original_date else None,
        reprinted=source.reprinted,
    )


def _edition_url(item: NewsItem, bulletin: Bulletin) -> str:
    """Return the address of the edition that an item stood in; none where that is yet to come."""
    edition = bulletin.edition_of_item.get(item.identity)
    return edition.address if edition and has_come_out(edition, bulletin) else ""


def _visible_url(item: NewsItem, site: Site) -> str:
    """Return the address that paper shows: none where it would lead nowhere."""
    return f"{site.origin}/{item.address}" if site.origin else ""
