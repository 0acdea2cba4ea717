"""Pelican's side of the press: its one generator reads, checks, gates, collects and writes."""

import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import blinker
from pelican import signals

from plugins.checking import check
from plugins.domain.bulletin import Bulletin
from plugins.press import messages
from plugins.press.collecting import collect
from plugins.press.digests import tools_digest
from plugins.press.pressing import Folders, Manner, press
from plugins.press.progress import progress_for
from plugins.press.reusing import explanation
from plugins.press.settings import PressSettings
from plugins.press.summary import PRESSED, Stopwatch, summary_of
from plugins.press.telling import tell
from plugins.press.writing import Outcome
from plugins.problems import Problem, has_errors
from plugins.reading import DraftCache, cache_file, read_bulletin

FEATURES = {"ASSETS"}
"""Settings of features that decide about the bytes of pages."""


class Press:
    """The generator; Pelican makes one a run, and calls its two steps after those of its own.

    It does not extend Pelican's Generator, which would build readers and an environment with
    Pelican's English templates behind ours.
    """

    def __init__(
        self,
        *,
        context: dict[str, Any],
        settings: dict[str, Any],
        path: str,
        theme: str,
        output_path: str,
    ) -> None:
        """Take what Pelican gives to every generator."""
        self.context = context
        self.content = Path(path)
        self.folders = Folders(Path(theme), Path(output_path), Path(settings["CACHE_PATH"]))
        self.settings = PressSettings(**settings["PRESS"])
        self.features = [(name, settings[name]) for name in sorted(FEATURES & settings.keys())]
        self.loaded: list[str] = settings["PLUGINS"]
        self.today = self.settings.today or _today(settings["TIMEZONE"])
        self.tools = tools_digest(self.features)
        self.watch = Stopwatch(progress=progress_for())

    def generate_context(self) -> None:
        """Read and check the content; an error ends the run here, before anything is written."""
        _gate(messages.plugin_not_loaded(name) for name in self.settings.not_loaded(self.loaded))
        with self.watch.phase("reading"):
            reading = read_bulletin(self.content, self.today, self._draft_cache())
        problems = list(reading.problems)
        if self.settings.rules:
            with self.watch.phase("checking"):
                problems += check(self.content, reading.bulletin)
        _gate(problems)
        self.bulletin = reading.bulletin

    def generate_output(self, _writer: object) -> None:
        """Collect the pages of all features and press them; Pelican's own writer is not used."""
        bulletin = self.bulletin
        if bulletin is None:  # reading has promised an error then, and the gate has ended the run
            raise SystemExit(1)
        with self.watch.phase("collecting"):
            pages = collect(bulletin)
        pressed = press(bulletin, pages, self.folders, self.watch, self._manner())
        _gate(pressed.problems)
        if self.settings.explain:
            sys.stdout.write(explanation(self.settings.explain, pressed.reasons))
        if pressed.outcome:
            self._announce(bulletin, pressed.outcome, pressed.rendered)

    def _draft_cache(self) -> DraftCache:
        cache = DraftCache(
            cache_file(self.folders.cache or Path(), self.content),
            self.tools,
            by_content=self.settings.paranoid,
        )
        if not self.settings.clean:
            cache.load()
        return cache

    def _manner(self) -> Manner:
        settings = self.settings
        return Manner(settings.clean, settings.paranoid, self.tools, settings.workers)

    def _announce(self, bulletin: Bulletin, outcome: Outcome, rendered: int) -> None:
        """Send Pelican's signal for every written file, as its own writer would, and our own."""
        for path in outcome.written:
            context = {**self.context, "output_file": path}
            signals.content_written.send(str(self.folders.output / path), context=context)
        summary = summary_of(
            outcome,
            self.folders.output,
            read=_sources(bulletin),
            rendered=rendered,
            seconds=self.watch.seconds,
        )
        sys.stdout.write(summary.sentence() + "\n")
        blinker.signal(PRESSED).send(summary)


def register() -> None:
    """Connect to Pelican; `get_generators` is sent on every run, `initialized` only once."""
    signals.get_generators.connect(generators)


def generators(_pelican: object) -> type[Press]:
    """Give Pelican our generator."""
    return Press


def _gate(problems: Iterable[Problem]) -> None:
    """Tell problems; an error among them ends the run without a stack trace."""
    told = tell(problems)
    if has_errors(told):
        raise SystemExit(1)


def _today(zone: str) -> date:
    return datetime.now(ZoneInfo(zone)).date()


def _sources(bulletin: Bulletin) -> int:
    return sum(
        map(
            len,
            (bulletin.items, bulletin.withdrawn, bulletin.text_pages, bulletin.editions),
        )
    )
