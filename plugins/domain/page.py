"""What a feature hands to the press: pages that are pure functions of their view."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plugins.domain.views import PageHead, SiteView

BULLETIN_PAGES = "bulletin-pages"
"""Signal sent with a Bulletin; every receiver returns the Pages and PageSets of its feature."""

COLLECTED_PAGES = "bulletin-pages-collected"
"""Signal sent with the Bulletin and `addresses`, those of all pages that search engines may list;
receivers return more Pages."""

Maker = Callable[[Any, SiteView], str | bytes]


@dataclass(frozen=True, slots=True)
class Page:
    """One output file: `path` inside output/, how it is made, and all that it shows.

    `make` names a template of the theme, or is a pure function of the view and the site view.
    It sees nothing else, so a page whose view, maker and site view are unchanged is unchanged.
    `role` names a file that the frame of every page refers to: `css`, `js`, `masthead` …
    A page that `reads_files` is made where those of this machine can be seen.
    """

    path: str
    make: str | Maker
    view: object
    role: str = ""
    reads_files: bool = False

    @property
    def address(self) -> str | None:
        """The address that search engines may list, if they may."""
        head = getattr(self.view, "head", None)
        return head.url if isinstance(head, PageHead) and head.indexed else None


@dataclass(frozen=True, slots=True)
class PageSet:
    """Pages that are a pure function of `inputs`: while those are unchanged, nobody makes them.

    `name` is unique and stays the same from build to build. `inputs` is plain data like a view,
    and holds all that the pages of the set depend on; it is much cheaper to make than they are.
    A set may hold sets: where its own inputs say too little, theirs are looked at.
    One that `may_wait` is not what an editor looks at after a save: a preview makes it a little
    later. One that `tells_all` has inputs that say hardly more than its own pages show: their
    digest stands for those of the views. About so many `pages` come of it, as far as is known.
    """

    name: str
    inputs: object
    make: Callable[[], "Iterable[Page | PageSet]"]
    may_wait: bool = False
    tells_all: bool = False
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Shared:
    """A part of the inputs of many sets, one object for all of them: it is digested once."""

    value: object


def expanded(parts: Iterable[Page | PageSet]) -> Iterator[Page]:
    """Yield the pages of all parts, in their order."""
    for part in parts:
        if isinstance(part, PageSet):
            yield from expanded(part.make())
        else:
            yield part
