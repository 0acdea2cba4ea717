"""All texts of a content folder: what is kept of unchanged ones, the others read and resolved.

Sources are read as there is somebody to work on them, so that never more than some lie in memory.
What was resolved before is taken over while nothing that it depends on has changed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from plugins.domain import addresses
from plugins.domain.bylines import IN_PLACE_OF_A_NAME
from plugins.domain.keeping import digest_of
from plugins.domain.news_item import NewsItem
from plugins.domain.packing import packed
from plugins.domain.texts import Edition, TextPage
from plugins.domain.work import Work
from plugins.problems import Problem, has_errors
from plugins.reading import messages
from plugins.reading.automatic_links import index_names
from plugins.reading.body_links import Linkable, Target, identity_of
from plugins.reading.content_folder import ContentFolder
from plugins.reading.light_items import bylines_of, item_of
from plugins.reading.register import Register
from plugins.reading.source_text import read_source
from plugins.reading.text_drafts import SourceFile
from plugins.reading.text_facts import TextFacts, facts_of
from plugins.reading.text_resolving import FinishedText, resolve_text
from plugins.reading.text_store import KeptText, TextStore, problems_of
from plugins.reading.text_units import TextUnit, WaitingText, read_unit

KINDS = ("news", "pages", "editions")
LINKED = ("news/", "pages/")
BLANKS = re.compile(r"[\s>]+")
"""What may stand within a name that goes on in the next line, in a quotation too."""
TEXTS_A_UNIT = 200


class _Targets(Mapping[str, Target]):
    """What a text can link to, by its path inside content/; each is made when it is asked for."""

    def __init__(self, facts: Mapping[str, TextFacts], today: date) -> None:
        self._facts = facts
        self._today = today

    def __getitem__(self, path: str) -> Target:
        if not path.startswith(LINKED):
            raise KeyError(path)
        facts = self._facts[path]
        public = facts.is_public(self._today)
        vouches = public and not facts.is_withdrawn
        return Target(facts.address, public, facts.heading_ids, vouches)

    def __iter__(self) -> Iterator[str]:
        return (path for path in self._facts if path.startswith(LINKED))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class BulletinTexts:
    """The texts of one content folder at one moment; `read` comes before all else."""

    def __init__(
        self, folder: ContentFolder, register: Register, store: TextStore, work: Work, today: date
    ) -> None:
        """Take what they are read with; `today` decides what is public.

        Once they are read, `linkable` is all that a text can refer to, and `address_by_name` has
        all who signed an item: a name is spelled with a dictionary that is slow to load.
        """
        self.address_by_name: dict[str, str] = {}
        self.linkable = Linkable(folder, register, index_names(register), {})
        self._folder = folder
        self._register = register
        self._store = store
        self._work = work
        self._today = today
        self._names = register.digests()
        self._context = digest_of(sorted(self._names.items()))
        self._other_names = names_that_differ(store.names, self._names)
        self._kept: dict[str, KeptText] = {}
        self._facts: dict[str, TextFacts] = {}
        self._waiting: list[WaitingText] = []
        self._incomplete: set[str] = set()

    def read(self) -> None:
        """Take over what has not changed, read the rest, and resolve what waits for other texts."""
        self._store.begin(self._folder.listed)
        paths = [path for kind in KINDS for path in self._folder.of_kind(kind)]
        self._read([path for path in paths if not self._taken_over(path)])
        self.linkable = replace(self.linkable, texts=_Targets(self._facts, self._today))
        self._read([path for path, kept in self._kept.items() if self._is_stale(kept)])
        for waiting in self._waiting:
            text = resolve_text(waiting.draft, waiting.told, self._context, self.linkable)
            self._take(text)
        self._store.save(self._names, self.address_by_name)

    def items(self, *, with_waiting: bool = False) -> list[NewsItem]:
        """Return the items that are public, and those that wait where they are asked for too."""
        return [
            self._item(path)
            for path, facts in self._of_kind("news")
            if facts.is_public(self._today) or (with_waiting and path not in self._incomplete)
        ]

    def faulty_items(self) -> set[str]:
        """Return the identities of the items that could not be read, for which there is no site.

        A draft whose faults are forgiven is none of them: what comes from it waits.
        """
        return {
            identity_of(path)
            for path in self._folder.of_kind("news")
            if path not in self._facts and has_errors(problems_of(self._kept[path].problems))
        }

    def pages(self) -> dict[str, TextPage]:
        """Return the pages by their path inside content/."""
        return {path: self._whole(path) for path, _ in self._of_kind("pages")}

    def editions(self) -> dict[str, Edition]:
        """Return the editions by their path inside content/."""
        return {path: self._whole(path) for path, _ in self._of_kind("editions")}

    def facts(self, path: str) -> TextFacts:
        """Return the facts of a text that could be read."""
        return self._facts[path]

    def sources(self) -> dict[str, bytes]:
        """Return the digests of all texts by path."""
        return {path: kept.source for path, kept in self._kept.items()}

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the texts, and why items wait: none is left out in silence."""
        for kept in self._kept.values():
            yield from problems_of(kept.problems)
        for path, facts in self._of_kind("news"):
            if not facts.is_public(self._today):
                yield self._why_waiting(path, facts)

    def _taken_over(self, path: str) -> bool:
        stamp = self._folder.stamps[path]
        kept = self._store.get(path, stamp, self._folder.root)
        if kept is None:
            return False
        if kept.context != self._context:
            if self._may_be_affected(path):
                self._store.drop(path)
                return False
            kept = kept._replace(context=self._context)
            self._store.adapt(path, kept)
        self._keep(path, kept)
        return True

    def _may_be_affected(self, path: str) -> bool:
        """Tell whether a text can come to something else now that some names have changed.

        It cannot where none of them stands in it, blanks and ends of lines aside. What is written
        with an escape is not looked for.
        """
        source, _ = read_source(path, self._folder.read(path))
        text = BLANKS.sub("", source.text) if source else ""
        return any(mark in text for mark in ("&", "\\", *self._other_names))

    def _is_stale(self, kept: KeptText) -> bool:
        """Tell whether anything that a text refers to is not as it was."""
        if not kept.uses:
            return False
        changed = (self.linkable.stamp_of(path) != stamp for path, stamp in kept.uses)
        return self._store.by_content or any(changed)

    def _read(self, paths: list[str]) -> None:
        """Read some texts; what refers to others is put to those that wait."""
        expected = len(paths) // TEXTS_A_UNIT
        for results in self._work.spread(read_unit, self._units(paths), expected=expected):
            for result in results:
                if isinstance(result, FinishedText):
                    self._take(result)
                else:
                    self._waiting.append(result)
                    if result.draft.is_sound:
                        self._facts[result.draft.path] = facts_of(result.draft)

    def _units(self, paths: list[str]) -> Iterator[TextUnit]:
        register = packed(self._register) if paths else b""
        for start in range(0, len(paths), TEXTS_A_UNIT):
            sources = tuple(map(self._source, paths[start : start + TEXTS_A_UNIT]))
            yield TextUnit(self._context, register, sources)

    def _source(self, path: str) -> SourceFile:
        return SourceFile(path, self._folder.told(path), self._folder.read(path))

    def _take(self, text: FinishedText) -> None:
        """Take in what one text came to."""
        path, kept = text.path, text.kept
        self._keep(path, kept)
        if text.final:
            self._store.put(path, self._folder.stamps[path], kept, text.whole)
        else:
            self._incomplete.add(path)
            self._store.hold(path, text.whole)

    def _keep(self, path: str, kept: KeptText) -> None:
        self._kept[path] = kept
        if kept.facts is not None:
            self._facts[path] = TextFacts(*kept.facts)
        for name in bylines_of(kept.light) if kept.light else ():
            if name not in self.address_by_name and name not in IN_PLACE_OF_A_NAME:
                known = self._store.address_by_name.get(name)
                self.address_by_name[name] = known or addresses.of_byline(name)

    def _of_kind(self, kind: str) -> Iterator[tuple[str, TextFacts]]:
        """Yield the texts of one kind that could be read, by path."""
        for path in self._folder.of_kind(kind):
            if path in self._facts:
                yield path, self._facts[path]

    def _item(self, path: str) -> NewsItem:
        kept, made = self._kept[path], self._store.items.get(path)
        if made is None or made[0] is not kept:
            whole = partial(self._store.whole, path, kept.whole)
            made = self._store.items[path] = (kept, item_of(kept.light, whole))
        return made[1]

    def _whole(self, path: str) -> Any:
        return self._store.whole(path, self._kept[path].whole)

    def _why_waiting(self, path: str, facts: TextFacts) -> Problem:
        told = self._folder.told(path)
        if facts.is_draft:
            return messages.draft_not_public(facts.status_place(told))
        return messages.dated_ahead(facts.date_place(told), self._item(path).date.text)


def names_that_differ(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> set[str]:
    """Return the names that are new, gone or borne by others, without blanks.

    The empty name among them stands in every text.
    """
    differing = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    return {BLANKS.sub("", name) for name in differing}
