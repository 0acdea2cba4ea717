"""The theme's files as pages."""

import re
from pathlib import Path
from typing import Any

import pytest

from plugins.assets.theme_files import theme_pages
from plugins.assets.theme_reading import read_theme
from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.problems import Place, ProblemError


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """Write a small theme."""
    files = {
        "styles/print.css": "p { }",
        "styles/base.css": "b { }",
        "styles/tokens.css": "t { }",
        "styles/layout.css": "l { }",
        "components/zebra/style.css": "z { }",
        "components/apple/style.css": "a { }",
        "components/apple/script.js": "one();",
        "components/apple/macro.html": "",
        "components/search_box/script.js": "two();",
        "scripts/early.js": "// Why.\nfirst();\n",
        "components/search_box/engine.js": "export const one = 1;\r\n",
        "images/masthead.svg": "<svg/>",
        "images/share-image.png": "png",
        "images/ornament.svg": "<svg/>",
        "static/favicon.ico": "ico",
        "static/.gitkeep": "",
        "static/well/known.txt": "text",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def pages_of(theme: Path) -> dict[str, Page]:
    """Return the pages of a theme by role, or by path where they have none."""
    return {page.role or page.path: page for page in theme_pages(read_theme(theme))}


def made(page: Page, site: SiteView) -> str | bytes:
    """Make a page that is made by a function."""
    assert callable(page.make)
    return page.make(page.view, site)


def test_styles_come_from_general_to_special_and_print_last(theme: Path, site: SiteView) -> None:
    """Components may override the layout, and print overrides them all."""
    text = made(pages_of(theme)["css"], site)
    assert text == b"t { }\nb { }\nl { }\na { }\nz { }\np { }\n"


def test_a_fingerprint_changes_with_the_file_and_with_nothing_else(theme: Path) -> None:
    """A browser may keep the file for ever."""
    path = pages_of(theme)["css"].path
    assert re.fullmatch(r"assets/site\.[0-9a-f]{8}\.css", path)
    assert pages_of(theme)["css"].path == path
    (theme / "styles/base.css").write_text("b { color: red }")
    assert pages_of(theme)["css"].path != path


def test_modules_are_published_under_their_own_names(theme: Path, site: SiteView) -> None:
    """A module is imported by its name, so that name stays; the bundle has nothing of it."""
    pages = pages_of(theme)
    assert made(pages["search/engine.js"], site) == b"export const one = 1;\n"
    bundle = made(pages["js"], site)
    assert b"one();" in bundle
    assert b"two();" in bundle
    assert b"export" not in bundle
    assert [path for path in pages if "engine" in path] == ["search/engine.js"]


def test_an_early_script_is_a_file_of_its_own(theme: Path, site: SiteView) -> None:
    """It is waited for, so that nothing else may be in it."""
    pages = pages_of(theme)
    assert made(pages["early"], site) == b"first();\n"
    assert b"first();" not in made(pages["js"], site)  # type: ignore[operator]
    assert pages["early"].path.startswith("assets/early.")


def test_a_module_of_a_component_without_a_folder_is_told(theme: Path) -> None:
    """Nothing would load it: whoever adds one says where it is served."""
    (theme / "components/apple/lost.js").write_text("export {};", encoding="utf-8")
    with pytest.raises(KeyError, match="apple"):
        pages_of(theme)


def test_images_of_the_frame_get_their_roles_and_others_stay_parts_of_templates(
    theme: Path,
) -> None:
    """Only what the frame of a page can name is published."""
    pages = pages_of(theme)
    assert re.fullmatch(r"assets/masthead\.[0-9a-f]{8}\.svg", pages["masthead"].path)
    assert re.fullmatch(r"assets/share-image\.[0-9a-f]{8}\.png", pages["share_image"].path)
    assert not any("ornament" in page.path for page in pages.values())


def test_static_files_are_copied_to_the_root(theme: Path, site: SiteView) -> None:
    """Browsers ask for /favicon.ico by that name; hidden files stay where they are."""
    pages = pages_of(theme)
    assert made(pages["favicon.ico"], site) == b"ico"
    assert made(pages["well/known.txt"], site) == b"text"
    assert not any(".gitkeep" in path for path in pages)


def test_a_theme_without_scripts_and_styles_has_no_such_files(tmp_path: Path) -> None:
    """An empty file would be one request for nothing; what is sent for no file is still there."""
    assert list(pages_of(tmp_path)) == ["404.html"]


def test_the_page_of_no_page_brings_all_styles_and_is_not_indexed(theme: Path) -> None:
    """It is served at any address, from which nothing beside it would be found."""
    view: Any = pages_of(theme)["404.html"].view
    assert view.styles == "t { }\nb { }\nl { }\na { }\nz { }\np { }\n"
    assert (view.head.indexed, view.head.feeds, view.head.breadcrumbs) == (False, (), ())


def test_our_theme_has_a_stylesheet_and_a_script() -> None:
    """What a reader loads on the first visit, not yet compressed, stays small."""
    pages = pages_of(Path(__file__).parents[2] / "theme")
    assert {"css", "js", "masthead"} <= set(pages)


def test_a_style_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    """It is no fault of the program, and no stack trace."""
    file = tmp_path / "theme" / "styles" / "site.css"
    file.parent.mkdir(parents=True)
    file.write_bytes("a {}\n/* 中文 */\n".encode("gb18030"))
    with pytest.raises(ProblemError) as told:
        read_theme(tmp_path / "theme")
    assert told.value.problem.place == Place("theme/styles/site.css", 2)
