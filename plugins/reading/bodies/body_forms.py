"""What editors type or paste that Markdown would take for something else, told line by line.

Word and Excel bring tabs, full-width marks and numbered lines; deep nesting and unclosed
brackets are told before the converter sees them.
"""

import re
from collections.abc import Callable, Iterator

from plugins.problems import Place, Problem
from plugins.reading import messages
from plugins.reading.bodies.body_tables import table_problems
from plugins.reading.bodies.foreign_marks import foreign_problems
from plugins.reading.bodies.line_breaks import line_break_problems
from plugins.reading.bodies.source_places import SourcePlaces, depth_of

Message = Callable[[Place], Problem]

DEPTH_AT_MOST = 40
# A pattern that begins with one set of characters passes quickly over a line without them.
BRACKET = re.compile(r"[\[\])](?:(?<=\])\()?")
INDENT = re.compile(r"[ \t\u3000\u00a0]*+")
CODE_FENCE = re.compile(r"[ \t\u3000\u00a0>]*+(```|~~~)")
LIST_ITEM = re.compile(r"( *+)(?:[-*+]|\d+\.)[ \t]")
NUMBERED_ITEM = re.compile(r"( *+)(\d{1,9})\. ")
FULL_WIDTH_BLOCK = re.compile(r" *+(?:#+＃|＃＃|＃+#*[ \u3000]|＞|｜|[－＊][ \u3000])")
FULL_WIDTH_STRONG = re.compile("＊＊[^＊]+＊＊")
FULL_WIDTH_NAME = re.compile(r"［［[^［］\n]*］］|【【[^【】\n]*】】")
BRACKETED_LINK = re.compile(
    r"(?P<marks>[\[［【])[^\[\]［］【】]*+(?P<middle>[\]］】][ \t]*+[（(])"
    r"(?P<target>(?:[^（）()]|[（(][^（）()]*[）)])*)(?P<end>[）)])"
)
LINK_TARGET = re.compile(
    r"^\s*(?:https?:|www\.)|\.(?:md|jpe?g|png|webp|gif|pdf|docx?|xlsx?|pptx?|wps|ofd|zip)\s*(?:[#\"“'‘]|$)",
    re.IGNORECASE,
)
BACKSLASHES = re.compile(r"\]\(([^()\n]*\\[^()\n]*)\)")
QUOTED_SIGN = re.compile(r" {0,3}(>)(?=[=＝\d])")
MINUS_DEGREES = re.compile(r" {0,3}(-)[ \t]+\d+(?:\.\d+)?\s*(?:℃|°|摄氏)")
STARS_OF_A_MARK = re.compile(r"(?<=[\u3400-\u9fffA-Za-z])\*(?=[A-Za-z0-9.]+\*(?!\*))")
ESCAPED_BRACKET = re.compile(r"\\[\[\]]")
PAIR = re.compile(r"\[[^\[\]]*\]")
HALF = re.compile(r"[\[\]]")
NAME_MARK = re.compile(r"\[\[|\]\]")
LINK_WITHOUT_END = re.compile(r"\]\((?P<target>[^()]*)$")
LINK_WITHOUT_MIDDLE = re.compile(r"\[[^\[\]()]*\((?:https?:|www\.)[^()]*\)(?![^\[]*\])")
AT_START = (
    (CODE_FENCE, messages.code_fence),
    (QUOTED_SIGN, messages.sign_lost),
    (MINUS_DEGREES, messages.sign_lost),
)
ANYWHERE = (
    (STARS_OF_A_MARK, messages.loose_stars),
    (FULL_WIDTH_NAME, messages.full_width_link),
    (BACKSLASHES, messages.backslash_in_path),
)
"""Each is told where its first group begins, or where it begins itself."""

NOTE = re.compile(r"\[\^([^\]\n]+)\]")
NOTE_TEXT = re.compile(r" {0,3}\[\^([^\]\n]+)\]:")


def nesting_problems(places: SourcePlaces) -> list[Problem]:
    """Tell the first line that is nested too deep to be meant, or to be converted."""
    still_open = (0, 0)
    for number, line in enumerate(places.lines, start=1):
        still_open = _open_brackets(line, *still_open) if line.strip() else (0, 0)
        if max(*still_open, depth_of(line)) > DEPTH_AT_MOST:
            return [messages.nested_too_deep(places.of_line(number))]
    return []


def form_problems(places: SourcePlaces) -> list[Problem]:
    """Tell lines whose form would be lost or shown as it stands."""
    faults = [
        message(places.of_line(number, column))
        for number, line in enumerate(places.lines, start=1)
        if line.strip()
        for column, message in _faults_of_line(line)
    ]
    return [
        *faults,
        *line_break_problems(places),
        *foreign_problems(places),
        *_number_problems(places),
        *table_problems(places),
        *_note_problems(places),
    ]


def _open_brackets(line: str, square: int, round_: int) -> tuple[int, int]:
    """Count the brackets of links that stay open after a line, from those open before it."""
    for match in BRACKET.finditer(line):
        if match[0] == "[":
            square += 1
        elif match[0] == ")":
            round_ = max(0, round_ - 1)
        else:
            square, round_ = max(0, square - 1), round_ + (match[0] == "](")
        if max(square, round_) > DEPTH_AT_MOST:
            break
    return square, round_


def _faults_of_line(line: str) -> Iterator[tuple[int, Message]]:
    """Yield the column of each fault of a line, and the message that tells it."""
    yield from _faults_of_indent(line)
    for pattern, message in AT_START:
        if match := pattern.match(line):
            yield match.start(1) + 1, message
    for pattern, message in ANYWHERE:
        for match in pattern.finditer(line):
            yield match.start(match.lastindex or 0) + 1, message
    if match := FULL_WIDTH_BLOCK.match(line) or FULL_WIDTH_STRONG.search(line):
        yield match.start() + 1, messages.full_width_mark
    for match in BRACKETED_LINK.finditer(line):
        marks = "".join(match.group("marks", "middle", "end"))
        if marks != "[]()" and LINK_TARGET.search(match["target"]):
            yield match.start() + 1, messages.full_width_link
    if BRACKET.search(line) and not ESCAPED_BRACKET.search(line):
        yield from _links_not_closed(line)


def _faults_of_indent(line: str) -> Iterator[tuple[int, Message]]:
    indent = INDENT.match(line)
    after = indent.end() if indent else 0
    if set(line[:after]) - {" "}:
        yield 1, messages.indented_by_other_than_blanks
    if "\t" in line[after:]:
        yield line.index("\t", after) + 1, messages.tab_in_text
    if (match := LIST_ITEM.match(line)) and len(match[1]) % 4:
        yield after + 1, messages.list_indent


def _links_not_closed(line: str) -> Iterator[tuple[int, Message]]:
    """Yield where a link or a name lacks one of its brackets; none of them is escaped."""
    end = LINK_WITHOUT_END.search(line)
    if end and LINK_TARGET.search(end["target"]):
        yield end.start() + 1, messages.link_not_closed
    elif middle := LINK_WITHOUT_MIDDLE.search(line):
        yield middle.start() + 1, messages.link_not_closed
    elif NAME_MARK.search(line):
        rest, before = line, ""
        while rest != before:
            rest, before = PAIR.sub(lambda pair: " " * len(pair[0]), rest), rest
        if half := HALF.search(rest):
            yield half.start() + 1, messages.link_not_closed


def _number_problems(places: SourcePlaces) -> list[Problem]:
    """Tell numbers in a list that the page would print otherwise."""
    problems = []
    last: tuple[str, int] | None = None
    before = ""
    for number, line in enumerate(places.lines, start=1):
        if item := NUMBERED_ITEM.match(line):
            indent, written = item[1], int(item[2])
            if last and last[0] == indent and written not in (last[1], last[1] + 1):
                place = places.of_line(number, item.start(2) + 1)
                problems.append(messages.list_number_jumps(place, written, last[1]))
            last = (indent, written)
        elif line.strip() and not line.startswith(" ") and not before.strip():
            last = None  # a paragraph, after which the list begins anew
        before = line
    return problems


def _note_problems(places: SourcePlaces) -> list[Problem]:
    """Tell notes without a text, texts without a note, and two texts of one note."""
    problems: list[Problem] = []
    texts: dict[str, Place] = {}
    notes: dict[str, Place] = {}
    for number, line in enumerate(places.lines, start=1):
        if "[^" not in line:
            continue
        if text := NOTE_TEXT.match(line):
            place = places.of_line(number, text.start(1) - 1)
            if (first := texts.setdefault(text[1], place)) is not place:
                problems.append(messages.note_twice(place, text[1], first.line or 0))
        for match in NOTE.finditer(line, text.end() if text else 0):
            notes.setdefault(match[1], places.of_line(number, match.start() + 1))
    problems += [
        messages.note_without_text(notes[label], label) for label in notes if label not in texts
    ]
    problems += [messages.unused_note(texts[label], label) for label in texts if label not in notes]
    return problems
