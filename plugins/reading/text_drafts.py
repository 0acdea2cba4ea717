"""Items, pages and editions as read from their own file alone, before anything is resolved.

Reading one file depends on nothing but its bytes, so it can be done in any order, on any core.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from plugins.domain.declared import Declared
from plugins.domain.news_item import NewsItemKeys, Status
from plugins.domain.texts import EditionKeys, TextPageKeys
from plugins.problems import Level, Place, Problem
from plugins.reading import messages
from plugins.reading.content_folder import ContentFolder
from plugins.reading.draft_cache import DraftCache
from plugins.reading.front_matter import FrontMatter, read_front_matter
from plugins.reading.markdown_text import ConvertedText, Converter
from plugins.reading.source_text import SourceText, read_source
from plugins.reading.values import Located, make_model

MODELS: dict[str, type[Declared]] = {
    "news": NewsItemKeys,
    "pages": TextPageKeys,
    "editions": EditionKeys,
}


@dataclass(frozen=True)
class TextDraft:
    """A text read from its file: `path` inside content/, its keys with places, its body."""

    path: str
    located: Located
    converted: ConvertedText

    @property
    def keys(self) -> Any:
        """The declared keys."""
        return self.located.model

    def is_public(self, today: date) -> bool:
        """Tell whether readers may see the text: no draft, and not dated after today."""
        if not isinstance(self.keys, NewsItemKeys):
            return True
        return self.keys.status is not Status.DRAFT and self.keys.date.first_day <= today


def read_drafts(
    folder: ContentFolder, kind: str, cache: DraftCache | None = None
) -> Iterator[tuple[TextDraft | None, list[Problem]]]:
    """Read every text of one kind, or take it from the cache; None where it cannot be read."""
    converter = Converter()
    for path in folder.of_kind(kind):
        file = folder.root / path
        kept = cache.get(path, file) if cache else None
        if kept is not None:
            yield kept
            continue
        modified, data = file.stat().st_mtime_ns, folder.read(path)
        read = read_draft(path, folder.told(path), data, MODELS[kind], converter)
        if cache:
            cache.put(path, modified, data, read)
        yield read


def read_draft(
    path: str, told: str, data: bytes, model: type[Declared], converter: Converter
) -> tuple[TextDraft | None, list[Problem]]:
    """Read one text; `told` is its path as problems name it."""
    source, problems = read_source(told, data)
    if source is None:
        return None, problems
    head = read_front_matter(source, model)
    draft, found = _read_text(path, source, head, model, converter)
    problems += found
    if _is_draft(head):
        problems = [softened(problem) for problem in problems]
    return draft, problems


def softened(problem: Problem) -> Problem:
    """Return a problem of a draft: nothing of it is published, so it stops no build."""
    return replace(problem, level=Level.WARNING) if problem.level is Level.ERROR else problem


def _read_text(
    path: str,
    source: SourceText,
    head: FrontMatter,
    model: type[Declared],
    converter: Converter,
) -> tuple[TextDraft | None, list[Problem]]:
    if not head.keys:
        return None, head.problems or [messages.no_keys(Place(source.file, 1))]
    located, problems = make_model(model, head.keys, source.place(1, 1))
    converted, found = converter.convert(source, head.body_line)
    problems = head.problems + problems + found
    if located is None:
        return None, problems
    return TextDraft(path, located, converted), problems


def _is_draft(head: FrontMatter) -> bool:
    """Tell a draft by what is written, even where its other keys are not yet sound."""
    status = head.keys.get("状态")
    return status is not None and status.value is not None and status.value.text == Status.DRAFT
