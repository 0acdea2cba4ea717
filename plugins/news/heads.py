"""What the heads of these pages share: 当前位置, feeds, and the heads of numbered pages."""

from dataclasses import replace

from plugins.domain import addresses
from plugins.domain.tables import Column, Site
from plugins.domain.views import Link, PageHead

HOME = Link("首页", addresses.HOME)


def trail(*links: Link) -> tuple[Link, ...]:
    """Return the breadcrumbs from the home page over some pages to the last of them."""
    return (HOME, *links)


def site_feeds(site: Site) -> tuple[Link, ...]:
    """Return the feed of the whole site, which every page announces."""
    return (Link(site.name, addresses.FEED),)


def column_feeds(site: Site, column: Column) -> tuple[Link, ...]:
    """Return the feed of the whole site and that of one column."""
    own = Link(f"{site.name} · {column.name}", f"{column.address}{addresses.FEED}")
    return (*site_feeds(site), own)


def page_head(site: Site, *path: Link, description: str = "", indexed: bool = True) -> PageHead:
    """Return the head of a page; `path` leads from the section of the site to the page itself."""
    here = path[-1]
    return PageHead(
        title=here.title,
        url=here.url,
        description=description,
        breadcrumbs=trail(*path),
        indexed=indexed,
        feeds=site_feeds(site),
    )


def numbered(head: PageHead, address: str, number: int) -> PageHead:
    """Return the head of the n-th page of a list, given that of the first."""
    if number == 1:
        return head
    words = f"第{number}页"
    return replace(
        head,
        title=f"{head.title}（{words}）",
        url=address,
        breadcrumbs=(*head.breadcrumbs, Link(words, address)),
    )
