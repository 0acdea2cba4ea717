"""What of a text is prose: its lines as readers see them, all else blanked, columns as they were.

In: the lines of a text. Out: as many lines of the same lengths, for rules that look at words and
marks. Links' targets, names between `[[ ]]`, code and web addresses are no prose. Of the head only
titles, summaries and captions are: names must be spelled as a table has them, corrections and
doubts repeat a wrong text word for word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.reading.front_matter import LIKE_A_FENCE

HAN = "\u3400-\u9fff"
"""As a set of a pattern is written."""

KEY = re.compile(r"\s*(?:-\s+)?(?P<name>[^:：\s]+)\s*[:：]\s*")
TITLES = ("标题", "引题", "副题", "短标题")
PROSE_KEYS = {*TITLES, "摘要", "编者按", "文号", "说明", "替代文字", "口号"}
NOT_PROSE = re.compile(
    r"\[\[[^\[\]]*\]\]|(?<=\])\([^()]*\)|<[^<>]*>|`[^`]*`|https?://[!-~]+|www\.[!-~]+"
)


@dataclass(frozen=True, slots=True)
class ProseLine:
    """A line of a text with blanks for what is no prose; `key` is that of a line of the head."""

    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """Characters `start` to `end` of a line that are certainly to be written as `right`."""

    start: int
    end: int
    right: str


def prose_of(lines: Sequence[str]) -> Iterator[ProseLine]:
    """Yield each line of a text as prose."""
    body = _body_start(lines)
    for index, line in enumerate(lines):
        if index >= body:
            yield ProseLine(NOT_PROSE.sub(_blank, line))
        elif LIKE_A_FENCE.fullmatch(line):
            yield ProseLine(" " * len(line))
        else:
            yield _of_head(line)


def head_of(text: str) -> str:
    """Return the head of a text, between its first line and the one that closes it."""
    return text[: max(0, text.find("\n---"))]


def _body_start(lines: Sequence[str]) -> int:
    """Return the index of the first line below the head; 0 where there is no head."""
    if not lines or not LIKE_A_FENCE.fullmatch(lines[0]):
        return 0
    fences = (at for at, line in enumerate(lines) if at and LIKE_A_FENCE.fullmatch(line))
    return next(fences, -1) + 1


def _of_head(line: str) -> ProseLine:
    match = KEY.match(line)
    if match is None or match["name"] not in PROSE_KEYS:
        return ProseLine(" " * len(line))
    value = NOT_PROSE.sub(_blank, line[match.end() :])
    return ProseLine(" " * match.end() + value, match["name"])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
