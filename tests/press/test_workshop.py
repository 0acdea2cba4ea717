"""Pages are put into units and come back whole, whoever makes them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment

from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.domain.work import OwnWork
from plugins.press import workforce
from plugins.press.page_environment import PageEnvironment
from plugins.press.templates import read_templates
from plugins.press.workforce import Workforce
from plugins.press.workshop import Frame, compile_templates, spread_pages
from plugins.problems import Problem

WriteTheme = Callable[[dict[str, str]], Path]
PAGES = [Page(f"news/{number}/index.html", "a.html", number) for number in range(1234)]


@pytest.fixture
def theme(write_theme: WriteTheme) -> Path:
    """Return a theme whose one template shows view, site and root."""
    return write_theme({"templates/a.html": "{{ view }} {{ site.name }} {{ root }}"})


def shown(view: int, site: SiteView) -> str:
    """Make a page by a function."""
    return f"{view} {site.name}"


@pytest.mark.slow
def test_several_processes_make_the_same_bytes_in_the_same_order(
    theme: Path, site: SiteView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two real processes against this one."""
    monkeypatch.setattr(workforce, "PAYS", -1.0)
    pages = [*PAGES, *(Page(f"{number}.txt", shown, number) for number in range(100))]
    alone = list(spread_pages(pages, len(pages), Frame(site, read_templates(theme)), OwnWork()))
    with Workforce(2) as work:
        assert (
            list(spread_pages(pages, len(pages), Frame(site, read_templates(theme)), work)) == alone
        )
    assert [path for path, _ in alone] == [page.path for page in pages]


def test_every_build_shows_its_own_site_and_theme(
    theme: Path, site: SiteView, write_theme: WriteTheme
) -> None:
    """The renderer that a process keeps is not that of the build before."""
    (before,) = spread_pages(PAGES[:1], 1, Frame(site, read_templates(theme)), OwnWork())
    other = replace(site, name="乙报")
    (renamed,) = spread_pages(PAGES[:1], 1, Frame(other, read_templates(theme)), OwnWork())
    write_theme({"templates/a.html": "{{ site.name }}"})
    (redesigned,) = spread_pages(PAGES[:1], 1, Frame(other, read_templates(theme)), OwnWork())
    assert [made for _, made in (before, renamed, redesigned)] == [
        "0 党建新闻 ../../".encode(),
        "0 乙报 ../../".encode(),
        "乙报".encode(),
    ]


def test_templates_are_compiled_once_for_all(
    write_theme: WriteTheme, site: SiteView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever makes pages finds them in the cache; one that is wrong hinders no other."""
    theme = write_theme(
        {
            "templates/0.html": "{% if %}",
            "templates/a.html": "{% from 'm.html' import m %}{{ m(view) }}",
            "m.html": "{% macro m(it) %}{{ it }}{% endmacro %}",
        }
    )
    compile_templates((theme, tmp_path))
    monkeypatch.delattr(PageEnvironment, "code_generator_class")
    monkeypatch.delattr(Environment, "code_generator_class")
    frame = Frame(site, read_templates(theme), str(tmp_path))
    pages = [Page("a.html", "a.html", 1), Page("b.html", "0.html", 1)]
    made = dict(spread_pages(pages, 2, frame, OwnWork()))
    assert made["a.html"] == b"1"
    assert isinstance(made["b.html"], Problem)


def test_a_fault_comes_back_as_a_problem(theme: Path, site: SiteView) -> None:
    """Not as an exception that ends the others."""
    made = dict(
        spread_pages(
            [Page("b.html", "b.html", 1), *PAGES],
            len(PAGES),
            Frame(site, read_templates(theme)),
            OwnWork(),
        )
    )
    assert isinstance(made["b.html"], Problem)
    assert isinstance(made["news/0/index.html"], bytes)
