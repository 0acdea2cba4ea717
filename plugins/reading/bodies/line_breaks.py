"""Line breaks that look meant, and that the page does not keep: told line by line.

Markdown makes one paragraph of lines that no empty line parts. Lines wrapped at a width are long
and end anywhere; one that is short, or ends a sentence or with a colon, was broken on purpose.
"""

import re
from collections.abc import Callable

from plugins.problems import Place, Problem
from plugins.reading import messages
from plugins.reading.bodies.indents import LIST_MARK
from plugins.reading.bodies.source_places import SourcePlaces

SHORT = 20
"""Nobody wraps Chinese at fewer characters than these."""

KEPT_LINE_END = re.compile(r"  $|\\ *$")
NUMBERED = re.compile(
    r"(?:\d{1,2}(?:[、．）)]|\.(?![\d\s]))|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳•●◆■▪·▲])"
)
LIST_ENTRY = re.compile(r"(?:[-*+]|\d+\.)[ \t]")
QUOTE_MARKS = re.compile(r"[ >]*+")
BLOCK_START = re.compile(r"\s*+(?:[|#+\-＃＞｜－＊]|\*(?!\*[^*\s])|\d+\.|\[\^|!\[|```|~~~)")
SENTENCE_END = re.compile("[。！？][”’）」』]*$")
BREAK_EXPECTED = re.compile("[：；][”’）」』]*$")
LINK_TARGET = re.compile(r"\]\([^()]*\)")
MARKS = re.compile(r"\[\^[^\]]*\]|[*_\[\]]")
HAN = re.compile("[\u3400-\u9fff]")


def line_break_problems(places: SourcePlaces) -> list[Problem]:
    """Tell lines that are printed behind the line above, though that does not look meant."""
    problems = []
    quoted, above = 0, ""
    is_list = False
    for number, line in enumerate(places.lines, start=1):
        quoted_before, (quoted, below) = quoted, _without_quote_marks(line)
        if not above.strip() or above.startswith("#") or quoted != quoted_before:
            is_list = bool(LIST_MARK.match(below))
        elif below.strip() and (message := _message_on(above, below, is_list=is_list)):
            problems.append(message(places.of_line(number)))
        above = below
    return problems


def _message_on(above: str, below: str, *, is_list: bool) -> Callable[[Place], Problem] | None:
    """Return the message that tells a line of the one above it, None where all is well.

    `is_list` tells that both belong to a list: only an empty line before it makes one.
    """
    if LIST_ENTRY.match(below) and not is_list:
        return messages.lines_run_together
    if KEPT_LINE_END.search(above):
        return None
    if NUMBERED.match(above) and NUMBERED.match(below):
        return messages.lines_run_together
    above = LIST_MARK.sub("", above, count=1)
    if "|" in above or BLOCK_START.match(above) or BLOCK_START.match(below):
        return None
    return _message_on_end(MARKS.sub("", LINK_TARGET.sub("]", above)).strip())


def _message_on_end(words: str) -> Callable[[Place], Problem] | None:
    """Return the message that tells where a line ends, None where it may be one that is wrapped."""
    if SENTENCE_END.search(words):
        return messages.sentences_run_together
    is_broken = HAN.search(words) and (len(words) < SHORT or BREAK_EXPECTED.search(words))
    return messages.lines_run_together if is_broken else None


def _without_quote_marks(line: str) -> tuple[int, str]:
    """Return how deep a line is quoted, and what is quoted."""
    marks = QUOTE_MARKS.match(line)
    end = marks.end() if marks else 0
    return line.count(">", 0, end), line[end:]
