"""From one page to its bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.press.rendering import Renderer
from plugins.problems import Place, Problem

WriteTheme = Callable[[dict[str, str]], Path]
MACRO = "{% macro way() %}{{ root }}|{{ site.name }}{% endmacro %}"
USES_MACRO = '{% from "components/way/macro.html" import way %}{{ way() }}'


@dataclass(frozen=True)
class TitleView:
    """A view with one field."""

    title: str


def test_a_macro_sees_the_root_of_the_page_that_imports_it(
    write_theme: WriteTheme, site: SiteView
) -> None:
    """Pages of several depths share a macro, and each gets its own way to the root."""
    theme = write_theme({"components/way/macro.html": MACRO, "templates/a.html": USES_MACRO})
    renderer = Renderer(theme, site)
    paths = ["index.html", "news/2022/a/index.html", "about/index.html", "index.html"]
    made = [renderer.render(Page(path, "a.html", None)) for path in paths]
    ways = ["./", "../../../", "../", "./"]
    assert made == [f"{way}|党建新闻".encode() for way in ways]


def test_a_template_is_compiled_once_for_all_depths(
    write_theme: WriteTheme, site: SiteView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another depth takes the code that the first one compiled."""
    theme = write_theme({"templates/a.html": "{{ root }}"})
    renderer = Renderer(theme, site)
    renderer.render(Page("index.html", "a.html", None))
    monkeypatch.setattr("jinja2.environment.Environment.compile", None)
    assert renderer.render(Page("a/index.html", "a.html", None)) == b"../"


def test_text_is_escaped_unless_it_is_marked_safe(write_theme: WriteTheme, site: SiteView) -> None:
    """Autoescape is on for every template, whatever its name."""
    theme = write_theme({"templates/a.txt": "{{ view.title }}{{ view.title | safe }}"})
    page = Page("a.txt", "a.txt", TitleView("<b>"))
    assert Renderer(theme, site).render(page) == b"&lt;b&gt;<b>"


@pytest.mark.parametrize("text", ["a\r\nb\rc\n", "a\nb\nc\n"])
def test_lines_end_in_lf(write_theme: WriteTheme, site: SiteView, text: str) -> None:
    """Line ends of a source or of Windows do not get into the site."""
    renderer = Renderer(write_theme({"templates/a.html": text}), site)
    assert renderer.render(Page("a.html", "a.html", None)) == b"a\nb\nc\n"
    assert renderer.render(Page("b.csv", lambda *_: text, None)) == b"a\nb\nc\n"


def test_bytes_of_a_function_are_not_touched(site: SiteView, tmp_path: Path) -> None:
    """A picture is not text."""
    data = b"\x00\r\n\xff"
    assert Renderer(tmp_path, site).render(Page("a.bin", lambda *_: data, None)) == data


@pytest.mark.parametrize(
    ("template", "line", "wording"),
    [
        ("{{ view.title }}\n\n{{ view.nothing }}", 3, "没有给出的值"),
        ("{{ nothing }}", 1, "没有给出的值"),
        ("{{ view.title }}\n{% if %}", 2, "写法不对"),
        ("\n{{ view.title + 1 }}", 2, "TypeError"),
        ("\n{{ 1 // 0 }}", 2, "ZeroDivisionError"),
        ('{% include "nothing.html" %}', 1, "找不到模板 nothing.html"),
    ],
)
def test_a_fault_in_a_template_is_told_with_its_line(
    write_theme: WriteTheme, site: SiteView, template: str, line: int, wording: str
) -> None:
    """No stack trace: template, line, the page that met it, and what is wrong."""
    renderer = Renderer(write_theme({"templates/a.html": template}), site)
    problem = renderer.render(Page("a/index.html", "a.html", TitleView("甲")))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place) == (
        "template-fault",
        Place("theme/templates/a.html", line),
    )
    assert wording in problem.message
    assert "a/index.html" in problem.message


def test_a_fault_in_a_macro_is_told_at_the_macro(write_theme: WriteTheme, site: SiteView) -> None:
    """The innermost place counts, not the page template that called."""
    macro = "{% macro way() %}\n{{ nothing }}\n{% endmacro %}"
    theme = write_theme({"components/way/macro.html": macro, "templates/a.html": USES_MACRO})
    problem = Renderer(theme, site).render(Page("a.html", "a.html", None))
    assert isinstance(problem, Problem)
    assert problem.place == Place("theme/components/way/macro.html", 2)


def test_a_missing_template_is_told_and_not_taken_from_pelican(
    write_theme: WriteTheme, site: SiteView
) -> None:
    """Pelican would fall back to its English theme, which has an `archives.html`."""
    renderer = Renderer(write_theme({}), site)
    problem = renderer.render(Page("a.html", "archives.html", None))
    assert isinstance(problem, Problem)
    assert problem.place == Place("theme/templates/archives.html")


def test_a_source_that_cannot_be_read_is_told(site: SiteView, tmp_path: Path) -> None:
    """A page's function says by OSError which file it could not read."""
    gone = tmp_path / "gone.pdf"
    page = Page("files/gone.pdf", lambda *_: gone.read_bytes(), None)
    problem = Renderer(tmp_path, site).render(page)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place.file) == ("source-unreadable", str(gone))


def test_a_programmer_s_mistake_in_a_function_is_no_problem_of_editors(
    site: SiteView, tmp_path: Path
) -> None:
    """It is raised, so that its place in the code is seen."""
    with pytest.raises(TypeError):
        Renderer(tmp_path, site).render(Page("a.csv", lambda view, _: view + 1, None))
