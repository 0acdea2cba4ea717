"""The items that name an entity and what happened to it, in time: the newest on its own page."""

from collections.abc import Iterable, Iterator

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.page import Page
from plugins.domain.pagination import paginated
from plugins.domain.timeline import entry_of_row, timeline
from plugins.domain.views import Link
from plugins.registry.events import Event
from plugins.registry.page_views import EntityTimelineView
from plugins.registry.views import EntityTimeline


def entity_timelines(
    bulletin: Bulletin, entity: Link, events: Iterable[Event] = ()
) -> list[EntityTimeline]:
    """Return what an entity's timeline shows, a page each; there is always a first page."""
    items = bulletin.items_about.get(entity.url, ())
    told = [(item.date, entry_of_row(bulletin.row_of(item))) for item in items]
    in_time = sorted([*told, *events], key=lambda pair: pair[0].rank, reverse=True)
    entries = [entry for _, entry in in_time]
    return [
        EntityTimeline(timeline(shown), pagination)
        for _, shown, pagination in paginated(entries, entity.url)
    ]


def further_pages(index: Link, entity: Link, timelines: list[EntityTimeline]) -> Iterator[Page]:
    """Yield the pages after the first of an entity's timeline."""
    for shown in timelines[1:]:
        number = shown.pagination.number
        here = Link(f"时间线第{number}页", addresses.of_numbered_page(entity.url, number))
        head = page_head(index, entity, here, title=f"{entity.title}：{here.title}")
        view = EntityTimelineView(head, f"{entity.title}：时间线", entity, shown)
        yield Page(addresses.file_of(here.url), "registry/entity_timeline.html", view)
