"""The pages of all features, put in order and checked before one of them is made.

In: a Bulletin. Out: Pages sorted by path, so that nothing depends on who was asked first.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

import blinker

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, COLLECTED_PAGES, Page
from plugins.press import messages
from plugins.press.paths import checked
from plugins.problems import Problem


def collect(bulletin: Bulletin) -> tuple[Page, ...]:
    """Ask every feature for its pages, then those that make pages about all pages."""
    own = _flat(pages for _, pages in blinker.signal(BULLETIN_PAGES).send(bulletin))
    about = blinker.signal(COLLECTED_PAGES).send(bulletin, pages=own)
    return _flat([own, *(pages for _, pages in about)])


def conflicts(pages: Sequence[Page]) -> list[Problem]:
    """Tell pages that want one file on a system that sees no case, or a file and a folder."""
    first: dict[str, Page] = {}
    problems = []
    for page in pages:
        other = first.setdefault(checked(page.path).lower(), page)
        if other is not page:
            problems.append(messages.page_conflict(page.path, other, page))
    for path, page in first.items():
        parents = [str(parent) for parent in PurePosixPath(path).parents]
        in_the_way = [first[parent] for parent in parents if parent in first]
        problems += [messages.page_conflict(page.path, other, page) for other in in_the_way]
    return problems


def missing(bulletin: Bulletin, pages: Iterable[Page]) -> list[Problem]:
    """Tell what is public, or was and is withdrawn, and has no page."""
    made = {page.path for page in pages}
    return [
        messages.page_missing(f"{bulletin.content.name}/{file}", path)
        for file, path in _required(bulletin)
        if path not in made
    ]


def asset_paths(pages: Iterable[Page]) -> dict[str, str]:
    """Return the paths of the files that the frame of every page refers to, by role."""
    paths: dict[str, str] = {}
    for page in pages:
        if page.role and paths.setdefault(page.role, page.path) != page.path:
            message = f"two files for the role {page.role}: {paths[page.role]}, {page.path}"
            raise ValueError(message)
    return paths


def _flat(parts: Iterable[Iterable[Page]]) -> tuple[Page, ...]:
    return tuple(sorted((page for part in parts for page in part), key=lambda page: page.path))


def _required(bulletin: Bulletin) -> Iterator[tuple[str, str]]:
    for item in (*bulletin.items, *bulletin.withdrawn):
        yield item.file, addresses.file_of(item.address)
    for page in bulletin.text_pages:
        yield page.file, addresses.file_of(page.address)
