"""Pelican's side of assets: reads the theme folder and hands over the pages."""

from collections.abc import Iterator
from contextvars import ContextVar
from hashlib import sha256
from pathlib import Path
from typing import Any

import blinker
from pelican import Pelican, signals

from plugins.assets.copies import SourceFile, attachment_pages
from plugins.assets.pictures import picture_pages
from plugins.assets.settings import AssetSettings
from plugins.assets.theme_files import ThemeFiles, theme_pages
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, Page

CLASSIC_SCRIPT = "script.js"
EARLY_SCRIPT = "scripts/early.js"
"""The script of a component that every page loads; all others beside it are ES modules."""

SETTINGS: ContextVar[dict[str, Any]] = ContextVar("settings of the run")
"""What Pelican told when it began; our own signal brings only the Bulletin."""


def register() -> None:
    """Connect to the beginning of a run and to our own signal."""
    signals.initialized.connect(remember_settings)
    blinker.signal(BULLETIN_PAGES).connect(pages)


def remember_settings(pelican: Pelican) -> None:
    """Keep the settings of the run that begins."""
    SETTINGS.set(pelican.settings)


def pages(bulletin: Bulletin) -> list[Page]:
    """Return the pages of the theme, the pictures and the attachments."""
    settings = SETTINGS.get()
    return [
        *theme_pages(read_theme(Path(settings["THEME"]))),
        *picture_pages(bulletin, AssetSettings(**settings["ASSETS"])),
        *attachment_pages(bulletin),
    ]


def read_theme(theme: Path) -> ThemeFiles:
    """Read what becomes files of the site; the order is that of the names."""
    return ThemeFiles(
        styles={file.stem: _text(file) for file in _sorted(theme, "styles/*.css")},
        early_script="".join(map(_text, _sorted(theme, EARLY_SCRIPT))),
        component_styles=_by_component(theme, "style.css"),
        component_scripts=_by_component(theme, CLASSIC_SCRIPT),
        modules=dict(_modules(theme)),
        images={file.name: file.read_bytes() for file in _sorted(theme, "images/*")},
        static=dict(_static_files(theme / "static")),
    )


def _by_component(theme: Path, name: str) -> dict[str, str]:
    return {file.parent.name: _text(file) for file in _sorted(theme, f"components/*/{name}")}


def _modules(theme: Path) -> Iterator[tuple[tuple[str, str], str]]:
    for file in _sorted(theme, "components/*/*.js"):
        if file.name != CLASSIC_SCRIPT:
            yield (file.parent.name, file.name), _text(file)


def _static_files(folder: Path) -> Iterator[tuple[str, SourceFile]]:
    for file in _sorted(folder, "**/*"):
        path = file.relative_to(folder).as_posix()
        yield path, SourceFile(path, sha256(file.read_bytes()).hexdigest(), folder)


def _sorted(folder: Path, pattern: str) -> list[Path]:
    """List files by their path; hidden ones (.gitkeep, .DS_Store) belong to no site."""
    files = (file for file in folder.glob(pattern) if file.is_file())
    return sorted((file for file in files if not file.name.startswith(".")), key=Path.as_posix)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
