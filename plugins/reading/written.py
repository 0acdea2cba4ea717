"""Values as an editor wrote them, each with its place, before they mean anything."""

from dataclasses import dataclass, field

from plugins.problems import Place


@dataclass(frozen=True, slots=True)
class Written:
    """A value as written; `place` is that of its first character."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """An item of a list: a plain value, or values by sub-key with the places of the sub-keys."""

    place: Place
    plain: Written | None = None
    values: dict[str, Written] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WrittenKey:
    """A key with what follows it: a value on its line, or the entries below it."""

    name: str
    place: Place
    value: Written | None = None
    entries: list[WrittenEntry] = field(default_factory=list)
