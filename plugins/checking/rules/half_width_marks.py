"""Between Chinese characters stand full-width marks: 甲,乙 is written 甲，乙.

Source: GB/T 15834-2011. Quotation marks and title marks count as Chinese characters, and so does a
number after a comma. A bracket is taken with its partner and with what stands between them: all of
it becomes full-width, or nothing; a pair of two widths, (二）, needs nothing Chinese beside it. A
mark that may mean something else, the colon of a ratio (甲:乙=3:1) or a question mark for an
unknown character (公元前?年), is let be. Where one pair with Chinese in it, or one colon, stays, so
do all brackets of the line: they are told, and left to the editor.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plugins.checking.prose import HAN, ProseLine, Slip
from plugins.checking.sources import Source, SourceLine
from plugins.problems import Problem, warning

FULL_WIDTH = dict(zip(",;:?!()", "，；：？！（）", strict=True))
WIDENED = str.maketrans(FULL_WIDTH)
LEFT, RIGHT = f"{HAN}”’》〉）」』", f"{HAN}“‘《〈（「『"
QUICK_LOOK = re.compile(rf"[,;:?!()](?<=[{LEFT}].)(?:[{RIGHT}]|(?<=,)[0-9０-９])")
MARK = re.compile(rf"[,;:?!](?<=[{LEFT}].)(?:(?=[{RIGHT}])|(?<=,)(?=[0-9０-９]))")
TWO_WIDTHS = re.compile(r"\([^()\n]*）|（[^（）\n]*\)")
NEXT_TO_HAN = re.compile(rf"[()](?<=[{LEFT}].)(?=[{RIGHT}])")
RATIO = re.compile(rf"[{HAN}:]{{0,12}}(?:[=＝]|(?<=[为是])[0-9])")
QUESTION = re.compile(rf"[吗呢么吧何谁哪几怎否啥][{HAN}”’》]*$")
LOOKED_BACK = 20
LETTER = re.compile("[0-9A-Za-z]")
ENDS_IN_HAN = re.compile(f"[{HAN}”’》]$")
HAS_HAN = re.compile(f"[{HAN}]")
BRACKET = re.compile("[()（）]")
DOUBTFUL = re.compile(r"[,;:?!](?:(?<![0-9A-Za-z].)|(?![0-9A-Za-z]))")
"""A half-width mark that does not stand between two letters or figures."""


class Found(NamedTuple):
    """A slip with its line; mended is what is neither word for word nor beside a doubt."""

    line: SourceLine
    slip: Slip
    is_word_for_word: bool
    is_doubted: bool


def half_width_marks(source: Source) -> Iterator[Problem]:
    """Warn of half-width marks between two Chinese characters, once a text; not of quotations.

    A text that comes from a web page or a keyboard without an input method has dozens of them.
    """
    if not (QUICK_LOOK.search(source.text) or TWO_WIDTHS.search(source.text)):
        return
    found = [
        Found(line, slip, prose.is_word_for_word, slip not in mended)
        for line, prose in source.prose
        if not prose.is_quoted
        for mended in [list(slips_of_half_width_marks(prose))]  # asked once a line
        for slip in _slips(prose.text, _widened(prose.text))
    ]
    if found:
        line, first = found[0].line, found[0].slip
        more = f"，这篇里共有 {len(found)} 处" if len(found) > 1 else ""
        yield warning(
            line.at(first.start),
            "half-width-mark",
            f"汉字中间用了半角标点“{line.text[first.start]}”{more}。",
            f"改成全角的“{first.right}”；{_way(found)}。",
        )


def slips_of_half_width_marks(line: ProseLine) -> Iterator[Slip]:
    """Yield the half-width marks of a line that are surely slips, from left to right."""
    text = line.text
    widened = _widened(text)
    if _has_doubt(widened):
        widened = _widened(text, with_brackets=False)
    yield from _slips(text, widened)


def _way(found: Sequence[Found]) -> str:
    """Say what is to be done, by which of the slips are mended."""
    if all(one.is_word_for_word for one in found):
        return "照录原文的不必改"
    if all(one.is_word_for_word or one.is_doubted for one in found):
        return "这一行里还有拿不准的，check --fix 不改它的括号，请自己改"
    exception = "，拿不准的那一行的括号除外" if any(one.is_doubted for one in found) else ""
    return f"check --fix 可以一起改{exception}"


def _slips(text: str, widened: str) -> Iterator[Slip]:
    for at, (old, new) in enumerate(zip(text, widened, strict=True)):
        if old != new:
            yield Slip(at, at + 1, new)


def _widened(text: str, *, with_brackets: bool = True) -> str:
    """Return a text with full-width marks where they ought to be."""
    while marks := _half_width_marks(text, with_brackets=with_brackets):
        text = "".join(
            sign.translate(WIDENED) if at in marks else sign for at, sign in enumerate(text)
        )
    return text


def _has_doubt(text: str) -> bool:
    """Tell whether a pair with Chinese in it, or a colon between Chinese, has stayed as it was."""
    return any(match[0] == ":" for match in MARK.finditer(text)) or any(
        (text[start] in FULL_WIDTH or text[end] in FULL_WIDTH)
        and HAS_HAN.search(text, start + 1, end)
        for start, end in _brackets(text)
    )


def _half_width_marks(text: str, *, with_brackets: bool) -> set[int]:
    """Return where marks ought to be full-width; those widened may show that others ought, too."""
    marks = {match.start() for match in MARK.finditer(text) if _is_sure(text, match.start())}
    if not (marks or NEXT_TO_HAN.search(text) or TWO_WIDTHS.search(text)):
        return set()
    for start, end in _brackets(text):
        half_width = {at for at in (start, end) if text[at] in FULL_WIDTH}
        inside = {at for at in marks if start < at < end}
        if not half_width:
            continue
        if with_brackets and _is_chinese(text, start, end, inside):
            marks |= half_width
        else:
            marks -= inside
    return marks


def _is_sure(text: str, at: int) -> bool:
    """Tell whether a mark between Chinese characters can be nothing else."""
    if text[at] == ":":
        return not RATIO.match(text, at + 1)
    if text[at] == "?":
        return bool(QUESTION.search(text, max(0, at - LOOKED_BACK), at))
    return True


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each pair of brackets opens and closes, the inner ones first."""
    still_open: list[int] = []
    for match in BRACKET.finditer(text):
        if match[0] in "(（":
            still_open.append(match.start())
        elif still_open:
            yield still_open.pop(), match.start()


def _is_chinese(text: str, start: int, end: int, inside: set[int]) -> bool:
    """Tell whether brackets may become full-width, with all `inside` that is not so yet."""
    if any(match.start() not in inside for match in DOUBTFUL.finditer(text, start + 1, end)):
        return False
    if any(NEXT_TO_HAN.match(text, at) for at in (start, end)):
        return True
    has_two_widths = (text[start] in FULL_WIDTH) is not (text[end] in FULL_WIDTH)
    is_sure = bool(inside) or (has_two_widths and ENDS_IN_HAN.search(text, start + 1, end))
    beside = text[max(0, start - 1) : start] + text[end + 1 : end + 2]
    return bool(is_sure) and not LETTER.search(beside)
