"""Marks that other programs know and a bulletin prints as they stand: told line by line.

Editors bring them from other Markdown programs, from Word's field codes, and from the full-width
keys of an input method.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.bodies.source_places import SourcePlaces

MARKED = re.compile(r"==(?=[^=\s])[^=]*==|~~(?=[^~\s])[^~]*~~|^\s*\[TOC\]\s*$", re.IGNORECASE)
MARKS = {"=": "==文字==", "~": "~~文字~~"}
CONTENTS_MARK = "[TOC]"

FIELD_CODE = re.compile(
    r"HYPERLINK\s|MERGEFORMAT"
    r"|\{\s*(?:PAGE|NUMPAGES|TOC|REF|PAGEREF|SEQ|DATE|TIME|INCLUDEPICTURE|EMBED|FORMTEXT)\b"
)
EMPTY_HEADING = re.compile(r" {0,3}#{2,6}[ \t#]*$")
HEADING_NOT_MADE = re.compile(r" {0,3}＃[^＃ \u3000][^＃]*$")
LIST_NOT_MADE = re.compile(r" {0,3}([-－+＊]|\*(?!.*\*))(?=[\u3400-\u9fffA-Za-z“《（【])")
LINES_OF_A_LIST = 2
LOOKED_FOR = re.compile(r"[=~\[{#＃－+＊*HM-]")
"""One of these stands in whatever is told here; a set of characters is searched for quickly."""


def foreign_problems(places: SourcePlaces) -> list[Problem]:
    """Tell the marks of a body that mean nothing here."""
    problems: list[Problem] = []
    lists: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(places.lines, start=1):
        if LOOKED_FOR.search(line):
            problems += _faults_of_line(places, number, line)
            if match := LIST_NOT_MADE.match(line):
                lists[match[1]].append(number)
    problems += [
        messages.list_not_made(places.of_line(number), mark)
        for mark, numbers in lists.items()
        if len(numbers) >= LINES_OF_A_LIST
        for number in numbers
    ]
    return problems


def _faults_of_line(places: SourcePlaces, number: int, line: str) -> Iterator[Problem]:
    for marked in MARKED.finditer(line):
        place = places.of_line(number, marked.start() + 1)
        yield messages.mark_without_effect(place, MARKS.get(marked[0][0], CONTENTS_MARK))
    if code := FIELD_CODE.search(line):
        yield messages.field_code(places.of_line(number, code.start() + 1))
    if EMPTY_HEADING.match(line):
        yield messages.empty_heading(places.of_line(number))
    if HEADING_NOT_MADE.match(line):
        yield messages.heading_not_made(places.of_line(number))
