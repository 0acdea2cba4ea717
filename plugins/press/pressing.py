"""From the parts of a site to its files: checked, rendered, staged, committed. Knows no Pelican.

In: the Bulletin, the Pages and PageSets of all features, the theme and output folders, the record
of the last build. Out: what was done, or the Problems that prevented it; then the old site stays
as it was. A set whose inputs are those of the last build, and whose files are intact, is not
looked into; of the others only those pages are made whose digests have changed.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, cast

from plugins.domain.bulletin import Bulletin
from plugins.domain.navigation import site_view
from plugins.domain.page import Page, PageSet
from plugins.domain.work import OwnWork, Work
from plugins.press import messages
from plugins.press.collecting import (
    Named,
    Part,
    asset_paths,
    conflicts,
    missing,
    names_twice,
    pages_about,
)
from plugins.press.digests import Digester
from plugins.press.output_folder import JOURNAL, DamagedListError, Foreign, refusal
from plugins.press.output_lock import OutputBusyError
from plugins.press.paths import MANIFEST, checked, device_in
from plugins.press.record import (
    KeptPage,
    KeptSet,
    PageDigests,
    Record,
    forget_record,
    read_record,
    record_file,
    write_record,
)
from plugins.press.reusing import LastBuild
from plugins.press.summary import Stopwatch
from plugins.press.template_closures import TemplateClosures
from plugins.press.templates import read_templates
from plugins.press.workshop import Frame, Made, spread_pages
from plugins.press.writing import BrokenOffError, Outcome, Staging
from plugins.problems import Problem, has_errors


@dataclass(frozen=True, slots=True)
class Pressed:
    """The result: `outcome` is None exactly when an error among the problems has stopped it.

    `rendered` pages were made, the others taken over; `reasons` says why, by path. `pages` are all
    of them as their files look now. It is `late` where a build without haste is to follow: sets
    that may wait are still to be made, or files were taken for unharmed.
    """

    outcome: Outcome | None
    problems: tuple[Problem, ...] = ()
    rendered: int = 0
    reasons: dict[str, str] = field(default_factory=dict)
    pages: tuple[KeptPage, ...] = ()
    late: bool = False


@dataclass(frozen=True, slots=True)
class Folders:
    """Where templates are read from, the site is written to, and records are kept (or nowhere)."""

    theme: Path
    output: Path
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How to press: `everything` writes all files anew, `by_content` trusts no file's time.

    `tools` is the digest of all that makes pages beside their templates. `work` makes them, here
    or elsewhere. `in_haste` leaves sets that may wait as the last build has made them, looks for no
    foreign files, and takes those that this process has written itself for unharmed.
    """

    everything: bool = False
    by_content: bool = False
    tools: bytes = b""
    work: Work = field(default_factory=OwnWork)
    in_haste: bool = False


def press(
    bulletin: Bulletin,
    parts: Sequence[Part],
    folders: Folders,
    watch: Stopwatch,
    manner: Manner = Manner(),
) -> Pressed:
    """Bring the output folder to the state in which it holds exactly the pages of these parts."""
    try:
        problems = names_twice(parts)
        if refused := refusal(folders.output, (bulletin.content, folders.theme)):
            problems.append(refused)
        if has_errors(problems):
            return Pressed(None, tuple(problems))
        return _Press(bulletin, parts, folders, watch, manner).run()
    except OutputBusyError as busy:
        return Pressed(None, (messages.output_busy(folders.output, str(busy)),))
    except DamagedListError as damage:
        return Pressed(None, (messages.manifest_damaged(damage.file, damage.line),))
    except BrokenOffError as broken:
        fault = cast("OSError", broken.__cause__)
        return Pressed(None, (messages.output_half_written(fault, folders.output),))
    except OSError as fault:
        return Pressed(None, (messages.output_unwritable(fault, folders.output),))


SINGLE_PAGES = " pages"
"""The name under which the record keeps pages that belong to no set; that of a set has no blank."""


class _Making(NamedTuple):
    """A page that is being made: the set it belongs to, its address, what it is made from."""

    belongs_to: "_Set"
    address: str | None
    digests: PageDigests


@dataclass(slots=True)
class _Set:
    """A set as it comes out of this build; its pages are known when all is written."""

    inputs: bytes = b""
    tells_all: bool = False
    pages: list[KeptPage] = field(default_factory=list)
    sets: dict[str, "_Set | KeptSet"] = field(default_factory=dict)

    def kept(self) -> KeptSet:
        """Return it as the record keeps it."""
        inner = (
            (name, one if isinstance(one, KeptSet) else one.kept())
            for name, one in self.sets.items()
        )
        return KeptSet(self.inputs, tuple(sorted(self.pages)), tuple(inner))


class _Task(NamedTuple):
    """What must be looked into: the set it goes into, its parts, the sets that it held before.

    About so many `pages` will come of it.
    """

    into: _Set
    parts: Iterable[Part]
    kept_sets: Mapping[str, KeptSet] = MappingProxyType({})
    pages: int = 1


class _Press:
    """One run of the press over one output folder."""

    def __init__(
        self,
        bulletin: Bulletin,
        parts: Sequence[Part],
        folders: Folders,
        watch: Stopwatch,
        manner: Manner,
    ) -> None:
        self._bulletin = bulletin
        self._parts = parts
        self._folders = folders
        self._watch = watch
        self._manner = manner
        self._site = site_view(bulletin, asset_paths(parts))
        self._digester = Digester(self._site, TemplateClosures(folders.theme), manner.tools)
        self._root = _Set()
        self._making: dict[str, _Making] = {}
        self._kept: list[KeptPage] = []
        self._named: list[Named] = []
        self._devices: list[Problem] = []
        self._is_late = False
        self._record_file = (
            record_file(folders.cache, bulletin.content, folders.output) if folders.cache else None
        )

    def run(self) -> Pressed:
        """Press; the record is read after the folder is locked, and written when all is done."""
        with Staging(self._folders.output, everything=self._manner.everything) as staging:
            with self._watch.phase("comparing"):
                record, problems = self._last_record()
                last = self._last_build(record)
                tasks = self._to_make(staging, last)
            with self._watch.phase("rendering", _pages_of(tasks)):
                faults = self._make(tasks, staging, last)
            faults += [*self._devices, *self._misplaced(last)]
            if has_errors(faults):
                return Pressed(None, tuple(faults))
            with self._watch.phase("writing"):
                outcome = staging.commit(record.foreign, in_haste=self._manner.in_haste)
                made = self._made(staging)
                self._remember(record, outcome.foreign)
        problems += [messages.foreign_file(staging.folder, path) for path in outcome.foreign.files]
        pages = (*self._kept, *made)
        late = self._is_late
        return Pressed(outcome, tuple(problems), len(made), last.reasons, pages, late)

    def _last_record(self) -> tuple[Record, list[Problem]]:
        if self._record_file is None or self._manner.everything:
            return Record(), []
        record, is_sound = read_record(self._record_file)
        return record, [] if is_sound else [messages.record_damaged(self._record_file)]

    def _last_build(self, record: Record) -> LastBuild:
        """Return what may be taken over.

        No file is trusted where a commit was broken off, or the whole folder is another one.
        """
        output = self._folders.output
        is_whole = (output / MANIFEST).exists() and not (output / JOURNAL).exists()
        trusts = self._manner.in_haste and record.at_hand and is_whole
        self._is_late = trusts
        return LastBuild(record, self._digester.frame, output, self._manner.by_content, trusts)

    def _to_make(self, staging: Staging, last: LastBuild) -> list[_Task]:
        """Take over the sets that are as they were; return what must be looked into."""
        found = (
            self._task(part, self._root, last.record.sets, staging, last) for part in self._parts
        )
        return [task for task in found if task]

    def _task(
        self,
        part: Part,
        into: _Set,
        kept_sets: Mapping[str, KeptSet],
        staging: Staging,
        last: LastBuild,
    ) -> "_Task | None":
        """Return what must be looked into; None for a set that is as it was, and is taken over."""
        if isinstance(part, Page):
            return _Task(into, (part,))
        if part.name in into.sets:
            message = f"two sets named {part.name}"
            raise ValueError(message)
        inputs, kept = self._digester.of_inputs(part), kept_sets.get(part.name)
        same = last.reusable_set(kept, inputs)
        if same is None and kept and part.may_wait and self._manner.in_haste:
            same = last.reusable_set(kept, kept.inputs)
            self._is_late |= same is not None
        if same:
            into.sets[part.name] = same
            for page in same.all_pages():
                self._keep(page, staging)
            return None
        own = into.sets[part.name] = _Set(inputs, part.tells_all)
        return _Task(own, _parts_of(part), dict(kept.sets) if kept else {}, part.pages)

    def _make(self, tasks: Sequence[_Task], staging: Staging, last: LastBuild) -> list[Problem]:
        """Stage the pages that have changed, and those about all pages last."""
        changed = chain(self._changed(tasks, staging, last), self._about(staging, last))
        problems: dict[tuple[object, str], Problem] = {}
        all_anew = last.frame != last.record.frame
        expected = _pages_of(tasks) if all_anew else 0
        made = spread_pages(changed, expected, self._frame(staging), self._manner.work)
        _stage(made, staging, problems)
        return list(problems.values())

    def _misplaced(self, last: LastBuild) -> list[Problem]:
        """Tell pages that are in each other's way, and those that ought to be there and are not.

        Where all are where the last build had one each, none is in another's way.
        """
        paths = {path for path, _ in self._named}
        is_known = len(paths) == len(self._named) and last.had_all(self._making)
        found = [] if is_known else conflicts(self._named)
        return found + missing(self._bulletin, paths)

    def _frame(self, staging: Staging) -> Frame:
        cache = str(self._folders.cache.resolve()) if self._folders.cache else ""
        templates = read_templates(self._folders.theme)
        return Frame(self._site, templates, cache, staging.folder_of_new)

    def _changed(self, tasks: Iterable[_Task], staging: Staging, last: LastBuild) -> Iterator[Page]:
        """Yield the pages that must be made; keep the files of the others."""
        for task in tasks:
            yield from self._looked_into(task, staging, last)
            self._watch.step(task.pages)

    def _looked_into(self, task: _Task, staging: Staging, last: LastBuild) -> Iterator[Page]:
        for part in task.parts:
            if isinstance(part, Page):
                yield from self._page(part, task.into, staging, last)
            elif inner := self._task(part, task.into, task.kept_sets, staging, last):
                yield from self._looked_into(inner, staging, last)

    def _page(self, page: Page, into: _Set, staging: Staging, last: LastBuild) -> Iterator[Page]:
        """Yield a page if it must be made."""
        digests = self._digester.of(page, into.inputs if into.tells_all else None)
        kept = last.reusable(page.path, digests)
        if kept is None and (device := device_in(page.path)):
            self._devices.append(messages.device_in_path(page.path, device))
        elif kept is None:
            self._making[page.path] = _Making(into, page.address, digests)
            self._named.append((checked(page.path), _title(page)))
            yield page
        else:
            into.pages.append(kept)
            self._keep(kept, staging)

    def _about(self, staging: Staging, last: LastBuild) -> Iterator[Page]:
        """Yield the changed pages about all pages, once all of these are known."""
        pages: tuple[KeptPage | _Making, ...] = (*self._kept, *self._making.values())
        listed = (page.address for page in pages if page.address is not None)
        about = _Task(self._root, pages_about(self._bulletin, listed))
        yield from self._looked_into(about, staging, last)

    def _keep(self, page: KeptPage, staging: Staging) -> None:
        self._kept.append(page)
        self._named.append((page.path, ""))
        staging.keep(page.path, page.sha256)

    def _made(self, staging: Staging) -> list[KeptPage]:
        """Return the pages that were made, as their files look now; put them into their sets."""
        made = []
        for path, making in self._making.items():
            maker, view = making.digests
            page = KeptPage(path, making.address, maker, view, *staging.look_of(path))
            making.belongs_to.pages.append(page)
            made.append(page)
        return made

    def _remember(self, old: Record, foreign: Foreign) -> None:
        """Write the record; without one the next build only takes longer."""
        if self._record_file is None:
            return
        sets = dict(self._root.kept().sets)
        single = KeptSet(b"", tuple(sorted(self._root.pages)))
        new = Record(self._digester.frame, {**sets, SINGLE_PAGES: single}, foreign)
        try:
            write_record(self._record_file, old, new)
        except (OSError, sqlite3.Error):
            forget_record(self._record_file)


def _parts_of(pages: PageSet) -> Iterator[Part]:
    """Yield the parts of a set; they are made when the first is asked for."""
    yield from pages.make()


def _pages_of(tasks: Iterable[_Task]) -> int:
    """Return about how many pages will come of tasks."""
    return sum(task.pages for task in tasks)


def _title(page: Page) -> str:
    """Return what a page calls itself, or what makes it."""
    made_by = page.make if isinstance(page.make, str) else page.make.__qualname__
    return getattr(getattr(page.view, "head", None), "title", "") or made_by


def _stage(
    made: Iterable[Made], staging: Staging, problems: dict[tuple[object, str], Problem]
) -> None:
    """Stage the bytes of pages; a fault that many of them share is told once, by its place."""
    for path, result in made:
        if isinstance(result, Problem):
            problems.setdefault((result.place, result.code), result)
        elif not problems:
            staging.add(path, result)
