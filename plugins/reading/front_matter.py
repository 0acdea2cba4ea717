"""The head of a text: the lines between `---`, read word for word, never as YAML.

In: the lines of a source and the keys that a declared model knows. Out: what was written under
each key with its place, and problems. What the values mean is decided in `values.py`.
"""

import re
from dataclasses import dataclass, field

from plugins.domain.declared import Declared, DeclaredKey, Shape, declared_keys
from plugins.problems import Place, Problem, nearest_of
from plugins.reading import messages
from plugins.reading.source_text import SourceText
from plugins.reading.written import Written, WrittenEntry, WrittenKey

FENCE = "---"
KEY_LINE = re.compile(r"(?P<name>[^:：\s\-\[][^:：]*?)\s*(?P<colon>[:：])\s*(?P<value>.*?)\s*")
ENTRY_LINE = re.compile(r"(?P<dash> *-\s+)(?P<rest>\S.*?)\s*")
ENTRY_SHAPES = {Shape.LIST, Shape.BYLINES, Shape.ENTRY, Shape.ENTRIES}


@dataclass
class FrontMatter:
    """The head of a text; `keys` by Chinese name, `body_line` is the first line of the body."""

    keys: dict[str, WrittenKey] = field(default_factory=dict)
    body_line: int = 1
    problems: list[Problem] = field(default_factory=list)


def read_front_matter(source: SourceText, model: type[Declared]) -> FrontMatter:
    """Read the head of a source whose keys `model` declares."""
    lines = source.lines
    if lines[0].rstrip() != FENCE:
        return FrontMatter(problems=[messages.no_opening_fence(source.place(1, 1))])
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return FrontMatter(problems=[messages.no_closing_fence(source.place(1, 1))])
    reader = _HeadReader(source, model)
    for number, line in enumerate(lines[1:end], start=2):
        reader.read_line(number, line)
    return FrontMatter(reader.keys, end + 2, reader.problems)


class _HeadReader:
    """Reads the lines of one head in order; the state is the key and entry being filled."""

    def __init__(self, source: SourceText, model: type[Declared]) -> None:
        self.keys: dict[str, WrittenKey] = {}
        self.problems: list[Problem] = []
        self._source = source
        self._known = _by_every_name(declared_keys(model))
        self._declared: DeclaredKey | None = None
        self._key: WrittenKey | None = None

    def read_line(self, number: int, line: str) -> None:
        """Read one line as a key, an entry of the key above, or a sub-key of the entry above."""
        if not line.strip():
            return
        indent = line[: len(line) - len(line.lstrip())]
        if set(indent) - {" "}:
            self._tell(messages.indented_by_other_than_blanks(self._source.place(number, 1)))
        elif match := ENTRY_LINE.fullmatch(line):
            self._read_entry(number, len(match["dash"]) + 1, match["rest"])
        elif indent:
            self._read_sub_key(number, len(indent) + 1, line.strip())
        else:
            self._read_key(number, line)

    def _read_key(self, number: int, line: str) -> None:
        place = self._source.place(number, 1)
        self._declared = self._key = None
        match = KEY_LINE.fullmatch(line)
        if match is None:
            self._tell(messages.stray_line(place))
            return
        declared = self._known.get(match["name"])
        if declared is None:
            self._tell(messages.unknown_key(place, match["name"], self._nearest(match["name"])))
            self._key = WrittenKey(match["name"], place)
            return
        self._note_colon(match, number, 0)
        value = self._written(match["value"], number, match.start("value") + 1)
        self._declared, self._key = declared, WrittenKey(declared.name, place, value)
        if (first := self.keys.get(declared.name)) is not None:
            self._tell(messages.duplicate_key(place, declared.name, first.place.line or 0))
        else:
            self.keys[declared.name] = self._key

    def _read_entry(self, number: int, column: int, rest: str) -> None:
        place = self._source.place(number, column)
        if self._key is None:
            self._tell(messages.stray_line(place))
        elif self._declared is None:
            return  # the unknown key above has been told
        elif self._declared.shape not in ENTRY_SHAPES or self._key.value is not None:
            self._tell(messages.entry_not_expected(place, self._key.name))
        elif (values := self._sub_key(number, column, rest)) is not None:
            self._key.entries.append(WrittenEntry(place, values=values))
        else:
            plain = self._written(rest, number, column)
            self._key.entries.append(WrittenEntry(place, plain))

    def _read_sub_key(self, number: int, column: int, text: str) -> None:
        place = self._source.place(number, column)
        if self._key is not None and self._declared is None:
            return  # the unknown key above has been told
        if self._key is None or not self._key.entries or not self._key.entries[-1].values:
            self._tell(messages.stray_line(place))
            return
        values = self._sub_key(number, column, text)
        if values is None:
            self._tell(self._bad_sub_key(place, text))
        elif doubled := values.keys() & self._key.entries[-1].values.keys():
            self._tell(messages.duplicate_key(place, min(doubled), place.line or 0))
        else:
            self._key.entries[-1].values.update(values)

    def _sub_key(self, number: int, column: int, text: str) -> dict[str, Written] | None:
        """Return the value by sub-key where the text begins with a key of the expected entry."""
        match = KEY_LINE.fullmatch(text)
        entry = self._declared.entry if self._declared else None
        if match is None or entry is None:
            return None
        declared = _by_every_name(declared_keys(entry)).get(match["name"])
        if declared is None:
            return None
        self._note_colon(match, number, column - 1)
        value = self._written(match["value"], number, column + match.start("value"))
        return {declared.name: value or Written("", self._source.place(number, column))}

    def _bad_sub_key(self, place: Place, text: str) -> Problem:
        match = KEY_LINE.fullmatch(text)
        entry = self._declared.entry if self._declared else None
        if match is None or entry is None:
            return messages.stray_line(place)
        names = [declared.name for declared in declared_keys(entry)]
        return messages.unknown_key(place, match["name"], nearest_of(match["name"], names))

    def _written(self, text: str, number: int, column: int) -> Written | None:
        """Return a value without the one pair of quotes that encloses all of it; None if empty."""
        if len(text) > 1 and text[0] == text[-1] == '"' and text.count('"') == 2:  # noqa: PLR2004
            text, column = text[1:-1], column + 1
        return Written(text, self._source.place(number, column)) if text else None

    def _note_colon(self, match: re.Match[str], number: int, offset: int) -> None:
        if match["colon"] == "：":
            place = self._source.place(number, offset + match.start("colon") + 1)
            self._tell(messages.full_width_colon(place))

    def _nearest(self, name: str) -> str | None:
        return nearest_of(name, self._known)

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)


def _by_every_name(keys: tuple[DeclaredKey, ...]) -> dict[str, DeclaredKey]:
    """Return the keys by their Chinese and English names."""
    return {name: declared for declared in keys for name in (declared.name, declared.english)}
