"""One site built once, or again and again: read, checked, collected, pressed. Knows no Pelican.

What a build has learned of unchanged sources is kept for the next one, in memory and in `.cache/`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.checking.clean_sources import CleanSources, clean_sources_file
from plugins.domain.bulletin import Bulletin
from plugins.domain.keeping import Keeper, kept_name
from plugins.domain.work import Work
from plugins.press.collecting import collect
from plugins.press.digests import tools_digest
from plugins.press.garbage import no_collections
from plugins.press.pressing import Folders, Manner, Pressed, press
from plugins.press.settings import PressSettings
from plugins.press.summary import Stopwatch
from plugins.press.workforce import Workforce
from plugins.press.workshop import compile_templates
from plugins.problems import Problem, ProblemError, has_errors, in_order
from plugins.reading import DamagedStoreError, TextStore, read_bulletin, store_file


@dataclass(frozen=True, slots=True)
class Built:
    """One build: all that is to be told, in order, and what was pressed unless an error came first.

    `sources` is the number of texts that were read, `seconds` what each phase took. After `until`,
    in seconds of the clock, more may be public. Where not `all_checked`, an error in the sources
    kept the rules over the whole bulletin from being asked.
    """

    problems: tuple[Problem, ...]
    pressed: Pressed | None
    sources: int
    seconds: dict[str, float]
    until: float
    all_checked: bool = True


class Builder:
    """Builds the site of one content folder into one output folder, as often as it is asked."""

    def __init__(
        self,
        content: Path,
        folders: Folders,
        settings: PressSettings,
        zone: str,
        features: Sequence[object] = (),
    ) -> None:
        """Take where things lie and how they are made; `features` are settings of features."""
        self.settings = settings
        self._content = content
        self._folders = folders
        self._zone = ZoneInfo(zone)
        self._tools = tools_digest(features)
        cache = folders.cache or Path()
        self._store = TextStore(store_file(cache, content), self._tools, settings.paranoid)
        self._clean = CleanSources(clean_sources_file(cache, content), self._tools)
        found = cache / "found" / kept_name(content) if folders.cache else None
        self._keeper = Keeper(found, self._tools, afresh=settings.clean)
        if not settings.clean:
            self._store.load()
            self._clean.load()

    def build(self, watch: Stopwatch, *, in_haste: bool = False) -> Built:
        """Build once; an error leaves the output folder as it was, unless it broke off the writing.

        `in_haste` leaves for the next build what may wait.
        """
        manner = self.settings
        called_ahead, self.settings = manner.helpers, replace(manner, helpers=None)
        people = Workforce(manner.workers, manner.scheduler, called_ahead)
        if cache := self._folders.cache:
            places = (self._folders.theme.resolve(), cache.resolve())
            people.meanwhile(compile_templates, places)
        with no_collections(), people as workforce:
            built = self._built(watch, workforce, in_haste=in_haste)
        told = tuple(in_order([*built.problems, *workforce.problems]))
        return replace(built, problems=told)

    def _built(self, watch: Stopwatch, work: Work, *, in_haste: bool) -> Built:
        """Build with what is kept; with a store made anew where it is damaged, then with none.

        Another process may be writing the same store: the last way out needs no file.
        """
        for file in (self._store.file, None):
            try:
                return self._build(watch, work, in_haste=in_haste)
            except DamagedStoreError:
                self._store.remove()
                self._store = TextStore(file, self._tools, self.settings.paranoid)
        return self._build(watch, work, in_haste=in_haste)

    def _build(self, watch: Stopwatch, work: Work, *, in_haste: bool) -> Built:
        today = self.settings.today or datetime.now(self._zone).date()
        with watch.phase("reading"):
            reading = read_bulletin(
                self._content, today, self._store, work, with_waiting=self.settings.drafts
            )
        if reading.bulletin:
            bulletin = replace(reading.bulletin, keeper=self._keeper)
            reading = replace(reading, bulletin=bulletin)
        problems = list(reading.problems)
        if self.settings.rules:
            from plugins.checking.all_rules import check  # noqa: PLC0415 - takes 0.1 s to load

            with watch.phase("checking"):
                problems += check(self._content, reading, self._clean, work)
        pressed = None
        if reading.bulletin and not has_errors(problems):
            pressed = self._press(reading.bulletin, watch, work, in_haste=in_haste)
            problems += pressed.problems
        sources, until = len(reading.sources), self._end_of(today)
        all_checked = reading.bulletin is not None or not self.settings.rules
        return Built(tuple(problems), pressed, sources, watch.seconds, until, all_checked)

    def _press(
        self, bulletin: Bulletin, watch: Stopwatch, work: Work, *, in_haste: bool
    ) -> Pressed:
        with watch.phase("collecting"):
            try:
                parts = collect(bulletin)
            except ProblemError as fault:
                return Pressed(None, (fault.problem,))
        settings = self.settings
        manner = Manner(settings.clean, settings.paranoid, self._tools, work, in_haste)
        return press(bulletin, parts, self._folders, watch, manner)

    def _end_of(self, today: date) -> float:
        """Return when the day ends; one that was named does not."""
        if self.settings.today:
            return math.inf
        return datetime.combine(today + timedelta(days=1), time(), self._zone).timestamp()
