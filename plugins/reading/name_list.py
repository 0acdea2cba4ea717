"""Lists of names on one line: `[甲，乙]`, `甲、乙`, or one name a `- ` line."""

import re
from collections.abc import Sequence

from plugins.problems import Place, Problem
from plugins.reading import messages
from plugins.reading.written import Written

BRACKETS = {"[": "]", "［": "］"}
IN_BRACKETS = re.compile("[，,、]")
WITHOUT_BRACKETS = re.compile("[，、]")


def read_names(
    key: str, written: Sequence[Written], *, on_one_line: bool
) -> tuple[list[Written], list[Problem]]:
    """Split what was written into names; a name that stands twice is an error."""
    if not on_one_line:
        return list(written), _doubles(key, written)
    names: list[Written] = []
    problems: list[Problem] = []
    for value in written:
        split, told = _split(key, value)
        names += split
        problems += told
    return names, problems + _doubles(key, names)


def _split(key: str, value: Written) -> tuple[list[Written], list[Problem]]:
    text = value.text
    if text[0] in BRACKETS:
        if text[0] != "[" or not text.endswith("]"):
            return [], [messages.broken_brackets(value.place, key)]
        return _names(text[1:-1], value.place, 1, IN_BRACKETS), []
    if "," in text:
        return [], [messages.comma_in_list(value.place, key)]
    told = [messages.full_width_comma(value.place, key)] if "，" in text else []
    return _names(text, value.place, 0, WITHOUT_BRACKETS), told


def _names(text: str, place: Place, offset: int, separator: re.Pattern[str]) -> list[Written]:
    names = []
    start = 0
    for end in [*(match.start() for match in separator.finditer(text)), len(text)]:
        part = text[start:end]
        if part.strip():
            column = (place.column or 1) + offset + start + len(part) - len(part.lstrip())
            names.append(Written(part.strip(), Place(place.file, place.line, column)))
        start = end + 1
    return names


def _doubles(key: str, names: Sequence[Written]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for name in names:
        if name.text in seen:
            problems.append(messages.named_twice(name.place, key, name.text))
        seen.add(name.text)
    return problems
