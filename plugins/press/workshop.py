"""Rendering many pages at once: in this process where they are few, in several where not.

Another process gets plain data: the theme folder, the site view, the pages. The same pages come
back as the same bytes wherever they are made.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.press.rendering import Renderer
from plugins.problems import Problem

PAGES_A_UNIT = 100
WORTH_A_PROCESS = 600
"""Pages for which starting one more process pays; it takes as long as rendering some hundreds."""

Made = tuple[str, bytes | Problem]


def make_pages(pages: Sequence[Page], theme: Path, site: SiteView, workers: int) -> Iterator[Made]:
    """Yield path and bytes of every page in order, or the Problem that prevents them."""
    workers = min(workers, len(pages) // WORTH_A_PROCESS)
    if workers > 1:
        yield from _made_elsewhere(pages, theme, site, workers)
    else:
        yield from _made_by(Renderer(theme, site), pages)


def processors() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _made_elsewhere(
    pages: Sequence[Page], theme: Path, site: SiteView, workers: int
) -> Iterator[Made]:
    """Hand out units to other processes; what a process that dies leaves undone is made here."""
    units = [pages[at : at + PAGES_A_UNIT] for at in range(0, len(pages), PAGES_A_UNIT)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
        futures = [executor.submit(_make_unit, theme, site, unit) for unit in units]
        for unit, future in zip(units, futures, strict=True):
            try:
                made = future.result()
            except BrokenExecutor:
                made = list(_made_by(Renderer(theme, site), unit))
            yield from made


def _make_unit(theme: Path, site: SiteView, pages: Sequence[Page]) -> list[Made]:
    return list(_made_by(_own_renderer(theme, site), pages))


@lru_cache(maxsize=1)
def _own_renderer(theme: Path, site: SiteView) -> Renderer:
    """Return the renderer that a process keeps from unit to unit: it lives for one build."""
    return Renderer(theme, site)


def _made_by(renderer: Renderer, pages: Sequence[Page]) -> Iterator[Made]:
    return ((page.path, renderer.render(page)) for page in pages)
