"""The items that name an entity: the first of them stand on its page, the rest on further pages."""

from collections.abc import Iterator

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.heads import page_head
from plugins.domain.page import Page
from plugins.domain.pagination import paginated
from plugins.domain.views import Link
from plugins.registry.page_views import EntityItemsView
from plugins.registry.views import ItemList


def item_lists(bulletin: Bulletin, entity: Link) -> list[ItemList]:
    """Return the items that name an entity, a page of them each; there is always a first page."""
    items = bulletin.items_about.get(entity.url, ())
    return [
        ItemList(
            bulletin.rows_of(shown),
            pagination,
        )
        for _, shown, pagination in paginated(items, entity.url)
    ]


def further_pages(index: Link, entity: Link, lists: list[ItemList]) -> Iterator[Page]:
    """Yield the pages after the first of the items that name an entity."""
    for items in lists[1:]:
        number = items.pagination.number
        here = Link(f"相关稿件第{number}页", addresses.of_numbered_page(entity.url, number))
        head = page_head(index, entity, here, title=f"{entity.title}：{here.title}")
        view = EntityItemsView(head, f"{entity.title}：相关稿件", entity, items)
        yield Page(addresses.file_of(here.url), "registry/entity_items.html", view)
