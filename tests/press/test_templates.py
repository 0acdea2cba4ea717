"""Templates that travel as data are found and told as those of the folder."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from plugins.press.templates import read_templates

FILES = {
    "templates/home.html": '{% include "news/rows.html" %} {% include "components/a/macro.html" %}',
    "templates/news/rows.html": "rows\r\n",
    "templates/components/a/macro.html": "of the page templates",
    "components/a/macro.html": "of the components",
    "images/masthead.svg": "<svg/>",
    "styles/site.css": "a {}",
}


def test_a_name_means_what_it_means_in_the_folder(
    write_theme: Callable[[dict[str, str]], Path],
) -> None:
    """Page templates come before files of the theme; the ends of lines are the same."""
    theme = write_theme(FILES)
    at_hand = Environment(loader=read_templates(theme).loader(), autoescape=True)
    in_folder = Environment(loader=FileSystemLoader([theme / "templates", theme]), autoescape=True)
    for name in ("home.html", "news/rows.html", "components/a/macro.html", "images/masthead.svg"):
        assert at_hand.get_template(name).render() == in_folder.get_template(name).render()


def test_a_template_bears_its_place_in_the_theme(
    write_theme: Callable[[dict[str, str]], Path],
) -> None:
    """A fault names the file that is to be mended, not where it lies on this computer."""
    templates = read_templates(write_theme(FILES))
    found = Environment(loader=templates.loader(), autoescape=True).get_template("news/rows.html")
    assert found.filename == str(Path("theme/templates/news/rows.html"))
    assert "styles/site.css" not in templates.sources


def test_a_folder_may_be_named_like_a_file(
    write_theme: Callable[[dict[str, str]], Path],
) -> None:
    """It has no bytes, and is in nobody's way."""
    templates = read_templates(write_theme({**FILES, "images/old.svg/notes.md": ""}))
    assert "images/old.svg" not in templates.sources


def test_names_lead_to_paths(write_theme: Callable[[dict[str, str]], Path]) -> None:
    """A page template has one name, before a file of the theme that would have the same."""
    assert read_templates(write_theme(FILES)).named() == {
        "components/a/macro.html": "templates/components/a/macro.html",
        "home.html": "templates/home.html",
        "images/masthead.svg": "images/masthead.svg",
        "news/rows.html": "templates/news/rows.html",
    }
