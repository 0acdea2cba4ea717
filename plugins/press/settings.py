"""The settings of the press: the dict PRESS of pelicanconf.py, completed by the build command."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plugins.press.crew import Crew


@dataclass(frozen=True, slots=True)
class PressSettings:
    """How a build is made.

    `plugins` repeats PLUGINS: Pelican replaces that list by what it could load, and says no more.
    `today` decides what is public; None stands for the day it is now in Asia/Shanghai.
    `rules` off leaves language and privacy to `check`. `clean` writes every file anew,
    `paranoid` compares files by their bytes instead of size and time. `explain` is the path or
    address of a page to say of why it was made again or not. `workers` is the number of
    processes to work with, 0 for one a processor; `scheduler` is the address of a Dask
    scheduler. `helpers` were called ahead, for one build. `drafts` takes in what is not public
    yet, for the eyes of its editors.
    """

    plugins: Sequence[str]
    today: date | None = None
    rules: bool = True
    clean: bool = False
    paranoid: bool = False
    explain: str = ""
    workers: int = 0
    scheduler: str = ""
    helpers: Crew | None = None
    drafts: bool = False

    def not_loaded(self, loaded: Sequence[str]) -> list[str]:
        """List the plugins that were asked for and are not among those that were loaded."""
        return [name for name in self.plugins if name not in loaded]
