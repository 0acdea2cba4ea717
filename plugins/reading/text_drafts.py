"""Items, pages and editions as read from their own file alone, before anything is resolved.

Reading one file depends on nothing but its bytes, so it can be done in any order, on any core.
"""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from plugins.domain.declared import Declared
from plugins.domain.news_item import NewsItemKeys, Status
from plugins.domain.texts import EditionKeys, TextPageKeys
from plugins.problems import Level, Place, Problem
from plugins.reading import messages
from plugins.reading.bodies.markdown_text import ConvertedText, Converter
from plugins.reading.front_matter import FrontMatter, read_front_matter
from plugins.reading.repeated import each_habit_once
from plugins.reading.source_text import SourceText, read_source
from plugins.reading.values import Located, make_sound_part

MODELS: dict[str, type[Declared]] = {
    "news": NewsItemKeys,
    "pages": TextPageKeys,
    "editions": EditionKeys,
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source: its path inside content/, the path as problems name it, its bytes."""

    path: str
    told: str
    data: bytes


@dataclass(frozen=True)
class TextDraft:
    """A text read from its file: `path` inside content/, its keys with places, its body.

    `digest` is the SHA-256 of its bytes. Nothing can be made of one that is not sound: its head has
    keys that could not be read. All else that is wrong with it can be told.
    """

    path: str
    digest: bytes
    located: Located
    converted: ConvertedText

    @property
    def keys(self) -> Any:
        """The declared keys."""
        return self.located.model

    @property
    def is_sound(self) -> bool:
        """Whether all its keys could be read."""
        return not self.located.unsound


def read_draft(
    file: SourceFile, model: type[Declared], converter: Converter
) -> tuple[TextDraft | None, list[Problem]]:
    """Read one text; None where nothing of it can be read."""
    source, problems = read_source(file.told, file.data)
    if source is None:
        return None, each_habit_once(problems)
    head = read_front_matter(source, model)
    located, converted, found = _read_text(source, head, model, converter)
    problems = each_habit_once([*problems, *found])
    if _is_draft(head):
        problems = [softened(problem) for problem in problems]
    if located is None or converted is None:
        return None, problems
    return TextDraft(file.path, sha256(file.data).digest(), located, converted), problems


def softened(problem: Problem) -> Problem:
    """Return a problem of a draft: nothing of it is published, so it stops no build."""
    return replace(problem, level=Level.WARNING) if problem.level is Level.ERROR else problem


def _read_text(
    source: SourceText, head: FrontMatter, model: type[Declared], converter: Converter
) -> tuple[Located | None, ConvertedText | None, list[Problem]]:
    if not head.keys:
        return None, None, head.problems or [messages.no_keys(Place(source.file, 1))]
    located, problems = make_sound_part(model, head.keys, source.place(1, 1))
    converted, found = converter.convert(source, head.body_line)
    return located, converted, head.problems + problems + found


def _is_draft(head: FrontMatter) -> bool:
    """Tell a draft by what is written, even where its other keys are not yet sound."""
    status = head.keys.get("状态")
    return status is not None and status.value is not None and status.value.text == Status.DRAFT
