"""Finds in a source the places of what the converter, which knows no places, came across.

What stands in code spans is blanked first. Each kind is looked for from where the last one was
found, so that a long text is passed through once.
"""

import re
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate

from plugins.problems import Place
from plugins.reading.bodies.indents import without_indents
from plugins.reading.bodies.markdown_dialect import NAME_LINK, FoundLink
from plugins.reading.source_text import SourceText

TICKS = re.compile("`+")
PREFIX = re.compile(r"(?:[ \t]*+(?:>|[*+-](?=[ \t])|\d+[.](?=[ \t])|\[\^[^\]\n]*\]:))*[ \t]*+")
HASHES = re.compile("#{1,6}")
BEFORE_TARGET = re.compile(r"(?:\]\(|\]:|<)[ \t]*<?(?:mailto:)?$")
LOOKED_BACK = 12
FENCE = 3
"""So many backticks at the start of a line are no code span but a fence."""
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]*\]:", re.MULTILINE)
NAMES = re.compile(NAME_LINK)


class SourcePlaces:
    """The body of one source; `lines` are those of the whole source, each character in its place.

    Head, code and indents that mean nothing are blanked.
    """

    def __init__(self, source: SourceText, first_line: int) -> None:
        """Look at the lines of a source from `first_line` on."""
        body = without_indents(source.lines[first_line - 1 :], filling=" ")
        self.lines = [""] * (first_line - 1) + without_code(body)
        self._source = source
        written = (number for number, line in enumerate(self.lines, start=1) if line.strip())
        self._first_line = next(written, first_line)
        self._text = "\n".join(self.lines)
        self._names: defaultdict[str, deque[int]] = defaultdict(deque)
        for match in NAMES.finditer(self._text):
            self._names[match[1].strip()].append(match.start())
        self._target_from = self._text_from = 0
        self._missed: set[str] = set()

    def at(self, offset: int) -> Place:
        """Return the place of an offset in the text; that of the first words for -1."""
        if offset < 0:
            return self._source.place(self._first_line, 1)
        line = bisect_right(self._line_starts, offset)
        return self._source.place(line, offset - self._line_starts[line - 1] + 1)

    def of_line(self, number: int, column: int = 1) -> Place:
        """Return a place on a line of the source."""
        return self._source.place(number, column)

    def of_link(self, link: FoundLink) -> Place:
        """Return the place of the next link to a target."""
        if link.kind in {"name", "figure"}:
            offsets = self._names[link.target]
            return self.at(offsets.popleft() if offsets else -1)
        return self.at(self._next_target(link.target.removeprefix("mailto:")))

    def of_text(self, text: str) -> Place:
        """Return the place of the next such text."""
        start = self._text.find(text, self._text_from)
        start = self._text.find(text) if start < 0 else start
        self._text_from = start + 1
        return self.at(start)

    def of_match(self, pattern: re.Pattern[str], is_meant: Callable[[str], bool]) -> Place:
        """Return the place of the first match of a pattern that is meant."""
        matches = (match for match in pattern.finditer(self._text) if is_meant(match[0]))
        return self.at(next((match.start() for match in matches), -1))

    def definitions(self) -> list[Place]:
        """List the lines `[label]: address`, which Markdown takes out of the text."""
        return [self.at(match.start()) for match in DEFINITION.finditer(self._text)]

    def headings(self) -> list[tuple[int, Place]]:
        """List the lines that open with hashes: how many, and where."""
        found = []
        for number, line in enumerate(self.lines, start=1):
            if "#" in line:
                start = _prefix_end(line)
                if match := HASHES.match(line, start):
                    found.append((len(match[0]), self.of_line(number, start + 1)))
        return found

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def _next_target(self, target: str) -> int:
        if target in self._missed:
            return -1
        for start in (self._target_from, 0):
            offset = self._text.find(target, start)
            while offset >= 0:
                before = self._text[max(0, offset - LOOKED_BACK) : offset]
                if BEFORE_TARGET.search(before):
                    self._target_from = offset + 1
                    return offset
                offset = self._text.find(target, offset + 1)
        self._missed.add(target)
        return -1


def depth_of(line: str) -> int:
    """Return how deep a line stands in quotes, lists and notes, by its own marks and indent."""
    end = _prefix_end(line)
    if not end:
        return 0
    prefix = line[:end].expandtabs(4)
    blanks = prefix.count(" ")
    return blanks // 4 + len(prefix) - blanks


def without_code(lines: list[str]) -> list[str]:
    """Return lines with their code spans blanked; a span does not pass over an empty line."""
    if not any("`" in line for line in lines):
        return lines
    text = "\n".join(lines)
    pieces = [_blanked(block) for block in re.split(r"(\n(?:[ \t]*\n)+)", text)]
    return "".join(pieces).split("\n")


def _blanked(block: str) -> str:
    """Blank what stands between runs of backticks of one length."""
    runs = list(TICKS.finditer(block))
    places: defaultdict[int, list[int]] = defaultdict(list)
    for number, run in enumerate(runs):
        places[len(run[0])].append(number)
    pieces = []
    end = 0
    number = 0
    while number < len(runs):
        run = runs[number]
        same = places[len(run[0])]
        following = bisect_right(same, number)
        if following == len(same):
            number += 1
            continue
        if _is_fence(block, run):
            number += 1
            continue
        closing = runs[same[following]]
        code = block[run.start() : closing.end()]
        pieces += [block[end : run.start()], re.sub(r"[^\n]", " ", code)]
        end = closing.end()
        number = same[following] + 1
    return "".join([*pieces, block[end:]])


def _is_fence(block: str, run: re.Match[str]) -> bool:
    start = block.rfind("\n", 0, run.start()) + 1
    line, _, _ = block[start:].partition("\n")
    at = run.start() - start
    return len(run[0]) >= FENCE and _prefix_end(line) == at and "`" not in line[at + len(run[0]) :]


def _prefix_end(line: str) -> int:
    match = PREFIX.match(line)
    return match.end() if match else 0
