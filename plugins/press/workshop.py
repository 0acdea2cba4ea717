"""Making many pages: they are put into units of plain data and handed to whoever does the work.

In: Pages and the frame they are made with. Out: the same bytes in the same order, wherever a
page is made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path

from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.domain.work import Work
from plugins.press.rendering import Renderer, compile_into
from plugins.press.staged_files import StagedFile, put_down
from plugins.press.templates import Templates, read_templates
from plugins.problems import Problem

PAGES_A_UNIT = 200
FILES_A_UNIT = 4
"""Files made of files: among them are pictures, which take as long as fifty pages each."""

Made = tuple[str, bytes | StagedFile | Problem]


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a build are made with; `cache` is where compiled templates are kept.

    Where the folder `staging` can be seen, pages are put down there instead of being sent back.
    """

    site: SiteView
    templates: Templates
    cache: str = ""
    staging: str = ""


@dataclass(frozen=True, slots=True)
class PageUnit:
    """Some pages, and what they are made with."""

    pages: tuple[Page, ...]
    frame: Frame = field(repr=False)


def spread_pages(pages: Iterable[Page], expected: int, frame: Frame, work: Work) -> Iterator[Made]:
    """Yield path and bytes of every page, or the Problem that prevents them.

    Those that read files come last. Pages are taken as there is somebody to make them; about
    `expected` will come.
    """
    of_files: list[Page] = []
    units = _units(_of_views(pages, of_files), PAGES_A_UNIT, frame)
    for made in work.spread(make_unit, units, expected=expected // PAGES_A_UNIT):
        yield from made
    units, count = _units(of_files, FILES_A_UNIT, frame), len(of_files) // FILES_A_UNIT
    for made in work.spread(make_unit, units, expected=count, reads_files=True):
        yield from made


def make_unit(unit: PageUnit) -> list[Made]:
    """Make the pages of one unit."""
    renderer = _renderer(unit.frame)
    staging = unit.frame.staging if Path(unit.frame.staging or "-").is_dir() else ""
    return [(page.path, _put_down(renderer.render(page), page, staging)) for page in unit.pages]


def _put_down(made: bytes | Problem, page: Page, staging: str) -> bytes | StagedFile | Problem:
    return put_down(made, staging, page.path) if staging and isinstance(made, bytes) else made


def _of_views(pages: Iterable[Page], others: list[Page]) -> Iterator[Page]:
    """Yield the pages that are made of their views alone, and put the others aside."""
    for page in pages:
        if page.reads_files:
            others.append(page)
        else:
            yield page


def _units(pages: Iterable[Page], size: int, frame: Frame) -> Iterator[PageUnit]:
    left = iter(pages)
    while some := tuple(islice(left, size)):
        yield PageUnit(some, frame)


def compile_templates(places: tuple[Path, Path]) -> None:
    """Compile all templates of a theme into the cache where those who make pages look for them.

    `places` are theme and cache. What is wrong with a template is told with the page that needs it.
    """
    theme, cache = places
    templates = read_templates(theme)
    compile_into(templates.loader(), templates.named(), cache)


@lru_cache(maxsize=1)
def _renderer(frame: Frame) -> Renderer:
    """Return the renderer that a process keeps from unit to unit.

    A cache that lies on another computer is not used.
    """
    cache = Path(frame.cache) if frame.cache and Path(frame.cache).is_dir() else None
    templates = frame.templates
    return Renderer(Path(templates.theme), frame.site, cache, templates.loader())
