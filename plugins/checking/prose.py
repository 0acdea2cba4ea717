"""What of a text is prose: its lines as readers see them, all else blanked, columns as they were.

In: the lines of a text. Out: as many lines of the same lengths, for rules that look at words and
marks. Links' targets, names between `[[ ]]`, code, formulas, addresses and paths are no prose. Of
the head only titles, summaries and captions are: names must be spelled as a table has them,
corrections and doubts repeat a wrong text word for word.
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
FULL_WIDTH_MARKS = "　，。；：、？！（）《》〈〉“”‘’「」『』【】〔〕…—"
IN_ADDRESS = rf"[^\s<>|{FULL_WIDTH_MARKS}]"
"""What an address or a path goes on with: all but blanks and full-width marks, Han too."""

NOT_PROSE = re.compile(
    r"\[\[[^\[\]]*\]\]|(?<=\])(?:\((?:[^()\"]|\"[^\"]*\"|\([^()]*\))*\)|\([^()]*\))"
    r"|<[^<>]*>|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    rf"|(?:(?i:https?|ftp)://|(?i:www)\.|(?<![A-Za-z])[A-Za-z]:[\\/]){IN_ADDRESS}+"
    r"|(?<!\\)\${1,2}(?![\s$])[^$]*[^\s$]\${1,2}(?!\d)"
)
CODE_FENCE = re.compile(r"[\s>]*(?P<fence>`{3,}|~{3,})(?P<rest>[^`]*)")
QUOTED = re.compile(r"\s*>")
WORD_FOR_WORD = re.compile("照录|(?<![学读著])原文(?![化明旅物])|原件|[应误]写")
"""读原著、学原文 and 中原文化 quote nothing."""


@dataclass(frozen=True, slots=True)
class ProseLine:
    """A line of a text with blanks for what is no prose; `key` is that of a line of the head."""

    text: str
    key: str = ""

    @property
    def is_quoted(self) -> bool:
        """Whether it is a line of a quotation, of which nobody here has chosen the marks."""
        return bool(QUOTED.match(self.text))

    @property
    def is_word_for_word(self) -> bool:
        """Whether it may repeat what is written elsewhere, slips and all: nothing is mended."""
        return self.is_quoted or bool(WORD_FOR_WORD.search(self.text))


@dataclass(frozen=True, slots=True)
class Slip:
    """Characters `start` to `end` of a line that are certainly to be written as `right`."""

    start: int
    end: int
    right: str


def prose_of(lines: Sequence[str]) -> Iterator[ProseLine]:
    """Yield each line of a text as prose."""
    body = _body_start(lines)
    code = _lines_of_code(lines, body)
    for index, line in enumerate(lines):
        if index in code:
            yield ProseLine(" " * len(line))
        elif index >= body:
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


def _lines_of_code(lines: Sequence[str], first: int) -> set[int]:
    """Return the indexes of lines from fence to fence; a fence that nothing closes is none."""
    code: set[int] = set()
    opened, sign = first, ""
    for index in range(first, len(lines)):
        fence = CODE_FENCE.fullmatch(lines[index])
        if fence and not sign:
            opened, sign = index, fence["fence"]
        elif fence and fence["fence"].startswith(sign) and not fence["rest"].strip():
            code.update(range(opened, index + 1))
            sign = ""
    return code


def _of_head(line: str) -> ProseLine:
    match = KEY.match(line)
    if match is None or match["name"] not in PROSE_KEYS:
        return ProseLine(" " * len(line))
    value = NOT_PROSE.sub(_blank, line[match.end() :])
    return ProseLine(" " * match.end() + value, match["name"])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
