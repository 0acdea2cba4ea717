"""The theme's files as Pages: a stylesheet, scripts, modules, images, and what is copied as is.

The 404 page is among them, for it bears the stylesheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import PurePosixPath

from plugins.assets.copies import SourceFile, copied
from plugins.assets.fingerprints import fingerprinted
from plugins.assets.not_found import not_found_page
from plugins.assets.script import module, script
from plugins.assets.stylesheet import stylesheet
from plugins.domain.page import Page
from plugins.domain.views import Assets, SiteView

FIRST_STYLES = ("tokens", "base", "layout")
LAST_STYLES = ("print",)
MODULE_FOLDERS = {"search_box": "search"}
"""Where ES modules of a component are served: under their own names, beside what they load."""

BUNDLE = "site"
"""What the stylesheet and the script of all components are named."""

IMAGE_ROLES = {field.name for field in fields(Assets)} - {"css", "early", "js"}


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """What was read from the theme folder: texts and images by name, sorted.

    `styles` are by stem, `component_styles` and `component_scripts` by component, `modules` by
    component and file name, `images` by file name, `static` by their path in the site. The
    `early_script` is run before a page is drawn.
    """

    styles: dict[str, str]
    early_script: str
    component_styles: dict[str, str]
    component_scripts: dict[str, str]
    modules: dict[tuple[str, str], str]
    images: dict[str, bytes]
    static: dict[str, SourceFile]


@dataclass(frozen=True, slots=True)
class WholeFile:
    """A file that is wholly in its view."""

    data: bytes


def whole(view: WholeFile, _site: SiteView) -> bytes:
    """Make the file."""
    return view.data


def theme_pages(theme: ThemeFiles) -> Iterator[Page]:
    """Yield the theme's pages; a stylesheet or script that would be empty is left out."""
    styles = stylesheet(_styles_in_order(theme))
    yield from _text_page("css", BUNDLE, "css", styles)
    yield not_found_page(styles)
    yield from _text_page("early", "early", "js", module(theme.early_script))
    yield from _text_page("js", BUNDLE, "js", script(theme.component_scripts.items()))
    for (component, name), text in theme.modules.items():
        path = f"{MODULE_FOLDERS[component]}/{name}"
        yield Page(path, whole, WholeFile(module(text).encode()))
    for name, data in theme.images.items():
        yield from _image_page(name, data)
    for path, source in theme.static.items():
        yield Page(path, copied, source, reads_files=True)


def _styles_in_order(theme: ThemeFiles) -> list[str]:
    """Order styles: what components build on, the components, then print, which overrides them."""
    first = [theme.styles[name] for name in FIRST_STYLES if name in theme.styles]
    last = [theme.styles[name] for name in LAST_STYLES if name in theme.styles]
    return [*first, *theme.component_styles.values(), *last]


def _text_page(role: str, name: str, ending: str, text: str) -> Iterator[Page]:
    if text:
        data = text.encode()
        yield Page(fingerprinted(name, ending, data), whole, WholeFile(data), role)


def _image_page(name: str, data: bytes) -> Iterator[Page]:
    """Yield an image that the frame of a page refers to; others are only parts of templates."""
    file = PurePosixPath(name)
    role = file.stem.replace("-", "_")
    if role in IMAGE_ROLES:
        path = fingerprinted(file.stem, file.suffix[1:], data)
        yield Page(path, whole, WholeFile(data), role)
