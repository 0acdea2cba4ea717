"""What all pages here have in common: a head with 当前位置, and the items that name an entity."""

from collections.abc import Iterator

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page
from plugins.domain.pagination import paginated
from plugins.domain.views import Link, PageHead, news_row
from plugins.registry.views import EntityItemsView, ItemList

HOME = Link("首页", addresses.HOME)
HONOURS = Link("荣誉榜", addresses.HONOURS)
BRANCHES = Link("党组织", addresses.BRANCHES)
ORGANISATIONS = Link("单位", addresses.ORGANISATIONS)


def head_of(*trail: Link, title: str = "", description: str = "") -> PageHead:
    """Return the head of the page that `trail` (without 首页) ends in."""
    here = trail[-1]
    return PageHead(
        title=title or here.title,
        url=here.url,
        description=description,
        breadcrumbs=(HOME, *trail),
    )


def item_lists(bulletin: Bulletin, entity: Link) -> list[ItemList]:
    """Return the items that name an entity, a page of them each; there is always a first page."""
    items = bulletin.items_about.get(entity.url, ())
    return [
        ItemList(
            tuple(news_row(item, bulletin.column_by_slug[item.column_slug]) for item in shown),
            pagination,
        )
        for _, shown, pagination in paginated(items, entity.url)
    ]


def further_pages(index: Link, entity: Link, lists: list[ItemList]) -> Iterator[Page]:
    """Yield the pages after the first of the items that name an entity."""
    for items in lists[1:]:
        number = items.pagination.number
        here = Link(f"相关稿件第{number}页", addresses.of_numbered_page(entity.url, number))
        head = head_of(index, entity, here, title=f"{entity.title}：{here.title}")
        view = EntityItemsView(head, f"{entity.title}：相关稿件", entity, items)
        yield Page(addresses.file_of(here.url), "registry/entity_items.html", view)
