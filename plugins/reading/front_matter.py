"""The head of a text: the lines between `---`, read word for word, never as YAML.

In: the lines of a source and the keys that a declared model knows. Out: what was written under
each key with its place, and problems. What the values mean is decided in `values.py`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from plugins.domain.declared import Declared, DeclaredKey, Shape, declared_keys
from plugins.problems import Place, Problem, nearest_of
from plugins.reading import messages
from plugins.reading.scattered_entries import gather_scattered
from plugins.reading.source_text import SourceText, with_plain_blanks
from plugins.reading.written import Written, WrittenEntry, WrittenKey

FENCE = "---"
LIKE_A_FENCE = re.compile(r"[-－—–―_=~*+]{2,}\s*")
KEY_LINE = re.compile(r"(?P<name>[^:：\s\-\[][^:：]*+)(?P<colon>[:：])\s*+(?P<value>.*)")
"""`name: value` without blanks at its ends; blanks around the name belong to it."""

ENTRY = re.compile(r" *-[ \t]+(?=\S)")
YAML_MARK = re.compile(r"(?:!!?|&|\*)[A-Za-z<][^\s*]*(?:\s|$)|[|>][+-]?$|\{.*\}$")
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
    if (fault := _opening_fault(source)) is not None:
        return FrontMatter(problems=[fault])
    end = next((i for i, line in enumerate(lines[1:], 1) if LIKE_A_FENCE.fullmatch(line)), None)
    if end is None:
        return FrontMatter(problems=[messages.no_closing_fence(source.place(1, 1))])
    reader = _HeadReader(source, model)
    for number, line in enumerate(lines[1:end], start=2):
        reader.read_line(number, line)
    reader.problems += gather_scattered(reader.keys, model)
    if (fence := lines[end].rstrip()) != FENCE:
        reader.problems.append(messages.wrong_fence(source.place(end + 1, 1), fence))
    return FrontMatter(reader.keys, end + 2, reader.problems)


def _opening_fault(source: SourceText) -> Problem | None:
    first = source.lines[0].rstrip()
    place = source.place(1, 1)
    if first == FENCE:
        return None
    if LIKE_A_FENCE.fullmatch(first):
        return messages.wrong_fence(place, first)
    return messages.no_opening_fence(place)


class _HeadReader:
    """Reads the lines of one head in order; the state is the key and entry being filled."""

    def __init__(self, source: SourceText, model: type[Declared]) -> None:
        self.keys: dict[str, WrittenKey] = {}
        self.problems: list[Problem] = []
        self._source = source
        self._known = _by_every_name(model)
        self._guessed: set[str] = set()
        self._declared: DeclaredKey | None = None
        self._key: WrittenKey | None = None
        self._indent = 0
        self._lacks_dashes = False

    def read_line(self, number: int, line: str) -> None:
        """Read one line as a key, an entry of the key above, or a sub-key of the entry above."""
        text = line.strip()
        if not text:
            return
        indent = line[: len(line) - len(line.lstrip())]
        if set(indent) - {" "}:
            self._tell(messages.indented_by_other_than_blanks(self._source.place(number, 1)))
        elif match := ENTRY.match(line):
            self._read_entry(number, match.end() + 1, line[match.end() :].rstrip())
        elif indent and not self._is_key(len(indent), text):
            self._read_sub_key(number, len(indent) + 1, text)
        else:
            self._read_key(number, len(indent) + 1, text)

    def _is_key(self, indent: int, text: str) -> bool:
        """Tell a key that is indented from a sub-key, and from what belongs to nothing."""
        line = KEY_LINE.match(text)
        if line is None:
            return False
        if line["name"] not in self._known:
            return indent <= self._indent or not (self.keys or self._key)
        if self._key is None or indent <= self._indent:
            return True
        entry = self._declared.entry if self._declared else None
        is_sub_key = entry is not None and line["name"] in _by_every_name(entry)
        return self._key.value is not None and not is_sub_key

    def _read_key(self, number: int, column: int, text: str) -> None:
        place = self._source.place(number, column)
        line = KEY_LINE.match(text)
        if line is None and self._may_lack_dashes() and self._may_be_value(text):
            self._read_without_dash(number, column, text)
            return
        self._declared = self._key = None
        self._lacks_dashes = False
        self._indent = column - 1
        if self._indent:
            self._tell(messages.indented_key(place))
        if line is None:
            self._tell(messages.stray_line(place))
            return
        is_known = line["name"] in self._known
        meant = line["name"] if is_known else self._tell_unknown_key(place, line["name"])
        declared = self._known.get(meant or "")
        first = self.keys.get(declared.name) if declared else None
        if declared is None or (not is_known and (first or not declared.required)):
            self._key = WrittenKey(line["name"], place)
            return
        self._note_colon(line, number, column)
        value = self._written(line["value"], number, line.start("value") + column)
        self._declared, self._key = declared, WrittenKey(declared.name, place, value)
        if first and declared.name not in self._guessed:
            self._tell(messages.duplicate_key(place, declared.name, first.place.line or 0))
            return
        self.keys[declared.name] = self._key
        if not is_known:
            self._guessed.add(declared.name)

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
            if self._may_lack_dashes():
                self._read_without_dash(number, column, text)
            else:
                self._tell(messages.stray_line(place))
            return
        entry = self._key.entries[-1]
        values = self._sub_key(number, column, text)
        if values and self._lacks_dashes and values.keys() & entry.values.keys():
            self._key.entries.append(WrittenEntry(place, values=values))
        elif values is None:
            self._tell(self._bad_sub_key(place, text))
        elif doubled := values.keys() & entry.values.keys():
            name = min(doubled)
            first = entry.values[name].place.line or 0
            self._tell(messages.duplicate_key(place, name, first))
        else:
            entry.values.update(values)

    def _may_lack_dashes(self) -> bool:
        """Tell a key with nothing on its line, below which no entry has begun with its dash."""
        if self._key is None or self._declared is None or self._key.value is not None:
            return False
        awaits_entries = self._declared.shape in ENTRY_SHAPES and not self._key.entries
        return awaits_entries or self._lacks_dashes

    def _may_be_value(self, text: str) -> bool:
        """Tell what is no sentence, where a value needs no sub-keys."""
        return self._declared is not None and self._declared.entry is None and "。" not in text

    def _read_without_dash(self, number: int, column: int, text: str) -> None:
        """Read a line as the entry that it would be with its dash; told once below a key."""
        if self._key is None or self._declared is None:
            return
        place = self._source.place(number, column)
        if not self._lacks_dashes:
            self._tell(messages.entry_without_dash(place, self._declared.name))
        self._lacks_dashes = True
        values = self._sub_key(number, column, text)
        if values is not None:
            self._key.entries.append(WrittenEntry(place, values=values))
        elif self._declared.entry and (line := KEY_LINE.match(text)):
            self._tell(self._bad_sub_key(place, line[0]))
        else:
            self._key.entries.append(WrittenEntry(place, self._written(text, number, column)))

    def _sub_key(self, number: int, column: int, text: str) -> dict[str, Written] | None:
        """Return the value by sub-key where the text begins with a key of the expected entry."""
        line = KEY_LINE.match(text)
        entry = self._declared.entry if self._declared else None
        if line is None or entry is None:
            return None
        declared = _by_every_name(entry).get(line["name"])
        if declared is None:
            return None
        self._note_colon(line, number, column)
        value = self._written(line["value"], number, column + line.start("value"))
        return {declared.name: value or Written("", self._source.place(number, column))}

    def _bad_sub_key(self, place: Place, text: str) -> Problem:
        line = KEY_LINE.match(text)
        entry = self._declared.entry if self._declared else None
        if line is None or entry is None:
            return messages.stray_line(place)
        names = [declared.name for declared in declared_keys(entry)]
        return messages.unknown_key(place, line["name"], nearest_of(line["name"], names))

    def _written(self, text: str, number: int, column: int) -> Written | None:
        """Return a value without the one pair of quotes that encloses all of it; None if empty."""
        place = self._source.place(number, column)
        text = with_plain_blanks(text)
        if YAML_MARK.match(text):
            self._tell(messages.yaml_mark(place, text))
        if '"' in (text[:1], text[-1:]) and text.count('"') % 2:
            self._tell(messages.half_quotes(place))
        if len(text) > 1 and text[0] == text[-1] == '"' and text.count('"') == 2:  # noqa: PLR2004
            text, place = text[1:-1], self._source.place(number, column + 1)
        return Written(text, place) if text else None

    def _note_colon(self, line: re.Match[str], number: int, column: int) -> None:
        if line["colon"] == "：":
            place = self._source.place(number, column + line.start("colon"))
            self._tell(messages.full_width_colon(place))

    def _tell_unknown_key(self, place: Place, name: str) -> str | None:
        """Tell a key that is not known; return the one that may be meant.

        Where that must be there and is not, the line is read as it: one slip is told once.
        """
        without_blanks = "".join(name.split())
        if without_blanks in self._known:
            self._tell(messages.blank_in_key(place, without_blanks))
            return without_blanks
        nearest = nearest_of(name, self._known)
        self._tell(messages.unknown_key(place, name, nearest))
        return nearest

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)


@cache
def _by_every_name(model: type[Declared]) -> Mapping[str, DeclaredKey]:
    """Return the keys of a model by their Chinese and English names."""
    keys = declared_keys(model)
    return {name: declared for declared in keys for name in (declared.name, declared.english)}
