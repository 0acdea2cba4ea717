"""The heads of the further pages of a list."""

from dataclasses import replace

from plugins.domain.views import Link, PageHead


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
