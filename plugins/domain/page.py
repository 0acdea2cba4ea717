"""What a feature hands to the press: pages that are pure functions of their view."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from plugins.domain.views import SiteView

BULLETIN_PAGES = "bulletin-pages"
"""Signal sent with a Bulletin; every receiver returns the Pages of its feature."""

COLLECTED_PAGES = "bulletin-pages-collected"
"""Signal sent with the Bulletin and `pages`, all Pages so far; receivers return more Pages."""

Maker = Callable[[Any, SiteView], str | bytes]


@dataclass(frozen=True, slots=True)
class Page:
    """One output file: `path` inside output/, how it is made, and all that it shows.

    `make` names a template of the theme, or is a pure function of the view and the site view.
    It sees nothing else, so a page whose view, maker and site view are unchanged is unchanged.
    `role` names a file that the frame of every page refers to: `css`, `js`, `masthead` …
    """

    path: str
    make: str | Maker
    view: object
    role: str = ""
