"""From Pages to a written site: checked, rendered, staged, committed. Knows no Pelican.

In: the Bulletin, the Pages of all features, the theme and output folders, the record of the last
build. Out: what was done, or the Problems that prevented it; then the old site stays as it was.
A page whose digests are those of the last build, and whose file is intact, is not made again.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.domain.bulletin import Bulletin
from plugins.domain.navigation import site_view
from plugins.domain.page import Page
from plugins.press import messages
from plugins.press.collecting import asset_paths, conflicts, missing
from plugins.press.digests import Digester, PageDigests
from plugins.press.output_folder import refusal
from plugins.press.output_lock import OutputBusyError
from plugins.press.record import (
    Kept,
    Record,
    forget_record,
    read_record,
    record_file,
    write_record,
)
from plugins.press.reusing import LastBuild
from plugins.press.summary import Stopwatch
from plugins.press.template_closures import TemplateClosures
from plugins.press.workshop import Made, make_pages, processors
from plugins.press.writing import Outcome, Staging
from plugins.problems import Problem, has_errors


@dataclass(frozen=True, slots=True)
class Pressed:
    """The result: `outcome` is None exactly when an error among the problems has stopped it.

    `rendered` pages were made, the others taken over; `reasons` says why, by path.
    """

    outcome: Outcome | None
    problems: tuple[Problem, ...] = ()
    rendered: int = 0
    reasons: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where templates are read from, the site is written to, and records are kept (or nowhere)."""

    theme: Path
    output: Path
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How to press: `everything` writes all files anew, `by_content` trusts no file's time.

    `tools` is the digest of all that makes pages beside their templates; `workers` is the number
    of processes to render with, 0 for one a processor.
    """

    everything: bool = False
    by_content: bool = False
    tools: bytes = b""
    workers: int = 0


def press(
    bulletin: Bulletin,
    pages: Sequence[Page],
    folders: Folders,
    watch: Stopwatch,
    manner: Manner = Manner(),
) -> Pressed:
    """Bring the output folder to the state in which it holds exactly these pages."""
    try:
        problems = [*conflicts(pages), *missing(bulletin, pages)]
        if refused := refusal(folders.output, bulletin.content):
            problems.append(refused)
        if has_errors(problems):
            return Pressed(None, tuple(problems))
        return _Press(bulletin, pages, folders, watch, manner).run()
    except OutputBusyError as busy:
        return Pressed(None, (messages.output_busy(folders.output, str(busy)),))
    except OSError as fault:
        return Pressed(None, (messages.output_unwritable(fault, folders.output),))


class _Press:
    """One run of the press over one output folder."""

    def __init__(
        self,
        bulletin: Bulletin,
        pages: Sequence[Page],
        folders: Folders,
        watch: Stopwatch,
        manner: Manner,
    ) -> None:
        site = site_view(bulletin, asset_paths(pages))
        self._pages = pages
        self._folders = folders
        self._watch = watch
        self._manner = manner
        self._site = site
        self._digester = Digester(site, TemplateClosures(folders.theme), manner.tools)
        self._digests: dict[str, PageDigests] = {}
        self._kept: dict[str, Kept] = {}
        self._record_file = (
            record_file(folders.cache, bulletin.content, folders.output) if folders.cache else None
        )

    def run(self) -> Pressed:
        """Press; the record is read after the folder is locked, and written when all is done."""
        with Staging(self._folders.output, everything=self._manner.everything) as staging:
            with self._watch.phase("comparing"):
                record, problems = self._last_record()
                last = LastBuild(record, self._folders.output, self._manner.by_content)
                changed = self._changed(staging, last)
            with self._watch.phase("rendering", len(changed)):
                workers = self._manner.workers or processors()
                made = make_pages(changed, self._folders.theme, self._site, workers)
                faults = _stage(made, staging, self._watch)
            if faults:
                return Pressed(None, faults)
            with self._watch.phase("writing"):
                outcome = staging.commit()
                self._remember(record, staging)
        problems += [messages.foreign_file(staging.folder, path) for path in outcome.foreign]
        return Pressed(outcome, tuple(problems), len(changed), last.reasons)

    def _last_record(self) -> tuple[Record, list[Problem]]:
        if self._record_file is None or self._manner.everything:
            return {}, []
        record, is_sound = read_record(self._record_file)
        return record, [] if is_sound else [messages.record_damaged(self._record_file)]

    def _changed(self, staging: Staging, last: LastBuild) -> list[Page]:
        """Keep the files of pages that are as they were; return the other pages."""
        changed = []
        for page in self._pages:
            self._digests[page.path] = digests = self._digester.of(page)
            kept = last.reusable(page.path, digests)
            if kept is None:
                changed.append(page)
            else:
                staging.keep(page.path, kept.sha256)
                self._kept[page.path] = kept
        return changed

    def _remember(self, old: Record, staging: Staging) -> None:
        """Write the record; without one the next build only takes longer."""
        if self._record_file is None:
            return
        new = dict(self._kept)
        for path, digests in self._digests.items():
            if path not in new:
                seen = (staging.folder / path).lstat()
                new[path] = Kept(digests, staging.digests[path], seen.st_size, seen.st_mtime_ns)
        try:
            write_record(self._record_file, old, new)
        except (OSError, sqlite3.Error):
            forget_record(self._record_file)


def _stage(made: Iterable[Made], staging: Staging, watch: Stopwatch) -> tuple[Problem, ...]:
    """Stage the bytes of pages; a fault that many of them share is told once, by its place."""
    problems: dict[tuple[object, str], Problem] = {}
    for path, result in made:
        watch.step()
        if isinstance(result, Problem):
            problems.setdefault((result.place, result.code), result)
        elif not problems:
            staging.add(path, result)
    return tuple(problems.values())
