"""The pages of all features, asked for and checked.

In: a Bulletin. Out: Pages and PageSets, in an order that does not depend on who was asked first.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

import blinker

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, COLLECTED_PAGES, Page, PageSet
from plugins.press import messages
from plugins.press.paths import folders_of
from plugins.problems import Problem

Part = Page | PageSet
Named = tuple[str, str]
"""The path of a page, and what it calls itself."""


def collect(bulletin: Bulletin) -> list[Part]:
    """Ask every feature for its pages, lists of pages before single ones."""
    asked = blinker.signal(BULLETIN_PAGES).send(bulletin)
    return sorted((part for _, parts in asked for part in parts), key=name_of)


def pages_about(bulletin: Bulletin, listed: Iterable[str]) -> list[Page]:
    """Ask for the pages about all pages; `listed` are addresses that search engines may list."""
    asked = blinker.signal(COLLECTED_PAGES).send(bulletin, addresses=sorted(listed))
    return sorted((page for _, pages in asked for page in pages), key=name_of)


def name_of(part: Part) -> str:
    """Return the name of a set; a page by itself bears its path."""
    return part.name if isinstance(part, PageSet) else part.path


def names_twice(parts: Sequence[Part]) -> list[Problem]:
    """Tell sets of one name: their pages would be taken for each other."""
    times = Counter(part.name for part in parts if isinstance(part, PageSet))
    return [messages.page_conflict(name, name, name) for name, many in times.items() if many > 1]


def conflicts(pages: Iterable[Named]) -> list[Problem]:
    """Tell pages that want one file, if only where the system sees no case, or a file and a folder.

    Of every page its path and what it calls itself.
    """
    first: dict[str, Named] = {}
    problems = []
    for page in pages:
        lower = page[0].lower()
        if lower in first:
            problems.append(_conflict(page, first[lower]))
        else:
            first[lower] = page
    for folder in sorted(folders_of(first) & first.keys()):
        inside = next(page for lower, page in first.items() if lower.startswith(f"{folder}/"))
        problems.append(_conflict(inside, first[folder]))
    return problems


def missing(bulletin: Bulletin, made: Collection[str]) -> list[Problem]:
    """Tell what is public, or was and is withdrawn, and has no page among the paths `made`."""
    return [
        messages.page_missing(f"{bulletin.content.name}/{file}", path)
        for file, path in _required(bulletin)
        if path not in made
    ]


def asset_paths(parts: Iterable[Part]) -> dict[str, str]:
    """Return the paths of the files that the frame of every page refers to, by role."""
    paths: dict[str, str] = {}
    pages = (part for part in parts if isinstance(part, Page) and part.role)
    for page in pages:
        role = page.role
        if paths.setdefault(role, page.path) != page.path:
            message = f"two files for the role {role}: {paths[role]}, {page.path}"
            raise ValueError(message)
    return paths


def _conflict(page: Named, other: Named) -> Problem:
    return messages.page_conflict(page[0], *(_described(*one) for one in (other, page)))


def _described(path: str, title: str) -> str:
    return f"{path}（{title}）" if title else path


def _required(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    for item in (*bulletin.items, *bulletin.withdrawn):
        yield item.file, addresses.file_of(item.address)
    for page in bulletin.text_pages:
        yield page.file, addresses.file_of(page.address)
