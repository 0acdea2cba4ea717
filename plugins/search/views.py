"""What the search page shows before anything is searched, and with JavaScript off."""

from dataclasses import dataclass

from plugins.domain.views import Link, NewsRow, PageHead


@dataclass(frozen=True, slots=True)
class SearchView:
    """The complete archives by column, year and organisation, and the newest items.

    Only what has items is there; `years` are newest first, `organisations` and `columns` in the
    order of their tables. `newest` are what a reader is offered where nothing was found.
    """

    head: PageHead
    columns: tuple[Link, ...]
    years: tuple[Link, ...]
    organisations: tuple[Link, ...]
    newest: tuple[NewsRow, ...]
