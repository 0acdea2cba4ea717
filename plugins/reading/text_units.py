"""Reading some texts as one piece of work: plain data in, plain data out, in any process."""

from dataclasses import dataclass
from pathlib import Path

from plugins.domain.packing import unpacked
from plugins.problems import Problem
from plugins.reading.automatic_links import index_names
from plugins.reading.bodies.markdown_text import Converter
from plugins.reading.body_links import Linkable
from plugins.reading.content_folder import ContentFolder
from plugins.reading.text_drafts import MODELS, SourceFile, TextDraft, read_draft
from plugins.reading.text_resolving import (
    FinishedText,
    resolve_text,
    stands_alone,
    unreadable_text,
)


@dataclass(frozen=True, slots=True)
class TextUnit:
    """Some sources, and the packed register of the names that they may refer to.

    `context` is the digest of the names: who knows it has no need to unpack them again.
    """

    context: bytes
    register: bytes
    sources: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True)
class WaitingText:
    """A text that refers to other texts or to files: it waits until these are known."""

    draft: TextDraft
    told: tuple[Problem, ...]


def read_unit(unit: TextUnit) -> list[FinishedText | WaitingText]:
    """Read the sources of a unit."""
    if unit.context not in _AT_HAND:
        _AT_HAND.clear()
        register = unpacked(unit.register)
        index = index_names(register)
        _AT_HAND[unit.context] = Linkable(ContentFolder(Path()), register, index, {})
    linkable = _AT_HAND[unit.context]
    converter = Converter()
    return [_read(source, converter, unit.context, linkable) for source in unit.sources]


_AT_HAND: dict[bytes, Linkable] = {}
"""The names of the last unit, made ready: a process gets many units with the same names."""


def _read(
    source: SourceFile, converter: Converter, context: bytes, linkable: Linkable
) -> FinishedText | WaitingText:
    draft, told = read_draft(source, MODELS[source.path.partition("/")[0]], converter)
    if draft is None:
        return unreadable_text(source, context, told)
    if stands_alone(draft, linkable.register):
        return resolve_text(draft, told, context, linkable)
    return WaitingText(draft, tuple(told))
