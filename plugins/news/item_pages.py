"""The page of every item, and the page that a withdrawn item leaves behind."""

from collections.abc import Iterator, Sequence

from plugins.domain import addresses
from plugins.domain.attachment_views import attachment_view
from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.news_item import Doubt, NewsItem, Source
from plugins.domain.page import Page
from plugins.domain.tables import Site
from plugins.domain.views import Link, date_view
from plugins.news.article_heads import article_head
from plugins.news.bylines import byline_links, byline_views
from plugins.news.corrections import correction_view
from plugins.news.entities import Entities
from plugins.news.neighbours import neighbours_in_columns
from plugins.news.page_views import ItemView, WithdrawnView
from plugins.news.pictures import picture_view
from plugins.news.related import RelatedItems
from plugins.news.rows import Rows
from plugins.news.series import others_in_series
from plugins.news.views import QrView, SourceView

WITHDRAWN_TITLE = "稿件已撤回"


def item_pages(bulletin: Bulletin, rows: Rows) -> Iterator[Page]:
    """Yield the page of every public item."""
    surroundings = Surroundings(bulletin, rows)
    for item in bulletin.items:
        path = addresses.file_of(item.address)
        yield Page(path, "news/item.html", _item_view(item, surroundings))


def withdrawn_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield a page for every withdrawn item: nothing of the item is left on it but its address."""
    for item in bulletin.withdrawn:
        head = page_head(Link(WITHDRAWN_TITLE, item.address), indexed=False)
        path = addresses.file_of(item.address)
        yield Page(path, "news/withdrawn.html", WithdrawnView(head))


class Surroundings:
    """What the pages of items show of the rest of the bulletin, looked up once for all of them."""

    def __init__(self, bulletin: Bulletin, rows: Rows) -> None:
        """Prepare the lookups of a bulletin."""
        self.bulletin = bulletin
        self.rows = rows
        self.bylines = byline_links(bulletin)
        self.entities = Entities(bulletin)
        self.neighbours = neighbours_in_columns(bulletin)
        self.series = others_in_series(bulletin)
        self.related = RelatedItems(bulletin)
        self.topics = {topic.slug: Link(topic.name, topic.address) for topic in bulletin.topics}
        self.columns = {
            column.slug: Link(column.name, column.address) for column in bulletin.columns
        }


def _item_view(item: NewsItem, around: Surroundings) -> ItemView:
    """Return all that the page of an item shows, in the order of its view."""
    bulletin = around.bulletin
    edition = bulletin.edition_of_item.get(item.identity)
    series = around.series.get(item.identity, ())
    neighbours = around.neighbours[item.identity]
    return ItemView(
        head=article_head(item, bulletin),
        title=item.title,
        kicker=item.kicker,
        subtitle=item.subtitle,
        date=around.rows.of_item(item).date,
        event_date=date_view(item.event_date) if item.event_date else None,
        published=date_view(item.published) if item.published else None,
        column=around.columns[item.column_slug],
        genre=item.genre or "",
        bylines=byline_views(item, around.bylines),
        source=_source_view(item.source),
        summary=item.summary,
        editors_note=item.editors_note,
        contributed_by=item.contributed_by,
        document_number=item.document_number,
        body_html=item.body.html,
        pictures=tuple(picture_view(picture) for picture in item.published_pictures),
        attachments=tuple(attachment_view(file) for file in item.published_attachments),
        corrections=tuple(correction_view(correction) for correction in item.corrections),
        note=_note(item.doubts),
        topics=tuple(around.topics[slug] for slug in item.topic_slugs),
        organisations=around.entities.organisations_of(item),
        branches=around.entities.branches_of(item),
        series=around.rows.of(series),
        series_name=item.series if series else "",
        related=around.rows.of(around.related.of(item, besides=series)),
        previous=neighbours.previous,
        next=neighbours.next,
        edition=date_view(edition.date) if edition else None,
        visible_url=_visible_url(item, bulletin.site),
        qr=QrView(_visible_url(item, bulletin.site)) if bulletin.site.domain else None,
        mark=around.rows.of_item(item).mark,
    )


def _source_view(source: Source) -> SourceView:
    return SourceView(
        name=source.name,
        url=source.url,
        original_title=source.original_title,
        original_date=date_view(source.original_date) if source.original_date else None,
        reprinted=source.reprinted,
    )


def _note(doubts: Sequence[Doubt]) -> str:
    """Tell readers in one neutral sentence what is in doubt; a subject is not named twice."""
    told = [
        doubt.reason if doubt.subject in doubt.reason else f"{doubt.subject}：{doubt.reason}"
        for doubt in doubts
    ]
    return f"{'；'.join(told)}。以上待核实。" if told else ""


def _visible_url(item: NewsItem, site: Site) -> str:
    """Return the address that paper shows: none where it would lead nowhere."""
    return f"{site.origin}/{item.address}" if site.origin else ""
