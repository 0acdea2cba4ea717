"""Pelican's side of assets: hands over the pages of the theme, the pictures and attachments."""

from contextvars import ContextVar
from pathlib import Path
from typing import Any

import blinker
from pelican import Pelican, signals

from plugins.assets.copies import attachment_pages
from plugins.assets.pictures import picture_pages
from plugins.assets.settings import AssetSettings
from plugins.assets.theme_files import theme_pages
from plugins.assets.theme_reading import read_theme
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import BULLETIN_PAGES, Page

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
