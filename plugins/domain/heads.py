"""The head of a page, from the trail that leads to it: its title, its address and 当前位置."""

from plugins.domain import sections
from plugins.domain.views import Link, PageHead


def page_head(
    *trail: Link, title: str = "", description: str = "", indexed: bool = True
) -> PageHead:
    """Return the head of the page that a trail ends in; the trail begins after 首页."""
    here = trail[-1]
    return PageHead(
        title=title or here.title,
        url=here.url,
        description=description,
        breadcrumbs=(sections.HOME, *trail),
        indexed=indexed,
    )
