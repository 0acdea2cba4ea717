"""The same bytes, wherever a page is made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.press import workshop
from plugins.press.workshop import make_pages
from plugins.problems import Problem

WriteTheme = Callable[[dict[str, str]], Path]
PAGES = [Page(f"news/{number}/index.html", "a.html", number) for number in range(40)]


@pytest.fixture
def theme(write_theme: WriteTheme) -> Path:
    """Return a theme whose one template shows view, site and root."""
    return write_theme({"templates/a.html": "{{ view }} {{ site.name }} {{ root }}"})


@pytest.mark.slow
def test_several_processes_make_the_same_bytes_in_the_same_order(
    theme: Path, site: SiteView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two real processes against this one."""
    monkeypatch.setattr(workshop, "WORTH_A_PROCESS", 10)
    monkeypatch.setattr(workshop, "PAGES_A_UNIT", 7)
    alone = list(make_pages(PAGES, theme, site, 1))
    assert list(make_pages(PAGES, theme, site, 2)) == alone
    assert [path for path, _ in alone] == [page.path for page in PAGES]


def die(view: int, _site: SiteView) -> str:
    """End the process that makes this page, unless it is the one that runs the tests."""
    import multiprocessing  # noqa: PLC0415 - seen by the other process only
    import os  # noqa: PLC0415

    if multiprocessing.parent_process() is not None:
        os._exit(9)
    return str(view)


@pytest.mark.slow
def test_what_a_dead_process_leaves_is_made_here(
    theme: Path, site: SiteView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that is killed costs time, never a page."""
    monkeypatch.setattr(workshop, "WORTH_A_PROCESS", 10)
    monkeypatch.setattr(workshop, "PAGES_A_UNIT", 7)
    pages = [*PAGES[:20], Page("dead.txt", die, 7), *PAGES[20:]]
    made = dict(make_pages(pages, theme, site, 2))
    assert made["dead.txt"] == b"7"
    assert len(made) == len(pages)


def test_a_fault_comes_back_as_a_problem(theme: Path, site: SiteView) -> None:
    """Not as an exception that ends the others."""
    made = dict(make_pages([Page("b.html", "b.html", 1), *PAGES], theme, site, 1))
    assert isinstance(made["b.html"], Problem)
    assert isinstance(made["news/0/index.html"], bytes)
