"""Between Chinese characters stand full-width marks: 甲,乙 is written 甲，乙.

Source: GB/T 15834-2011. Quotation marks and title marks count as Chinese characters, and so does a
number after a comma. A bracket is taken with its partner and with what stands between them: all of
it becomes full-width, or nothing; a pair of two widths, (二）, needs nothing Chinese beside it. A
mark that may mean something else, the colon of a ratio (甲:乙=3:1) or a question mark for an
unknown character (公元前?年), is let be.
"""

import re
from collections.abc import Iterator

from plugins.checking.prose import HAN, ProseLine, Slip
from plugins.checking.sources import Source
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
BRACKET = re.compile("[()（）]")
DOUBTFUL = re.compile(r"[,;:?!](?:(?<![0-9A-Za-z].)|(?![0-9A-Za-z]))")
"""A half-width mark that does not stand between two letters or figures."""


def half_width_marks(source: Source) -> Iterator[Problem]:
    """Warn of half-width marks between two Chinese characters, once a text; not of quotations.

    A text that comes from a web page or a keyboard without an input method has dozens of them.
    """
    if not (QUICK_LOOK.search(source.text) or TWO_WIDTHS.search(source.text)):
        return
    found = [
        (line, slip, is_left)
        for line, prose in source.prose
        if not prose.is_quoted
        for is_left in [prose.is_word_for_word]  # asked once a line
        for slip in slips_of_half_width_marks(prose)
    ]
    if found:
        line, first, _ = found[0]
        more = f"，这篇里共有 {len(found)} 处" if len(found) > 1 else ""
        is_left = all(word_for_word for *_, word_for_word in found)
        way = "照录原文的不必改" if is_left else "check --fix 可以一起改"
        yield warning(
            line.at(first.start),
            "half-width-mark",
            f"汉字中间用了半角标点“{line.text[first.start]}”{more}。",
            f"改成全角的“{first.right}”；{way}。",
        )


def slips_of_half_width_marks(line: ProseLine) -> Iterator[Slip]:
    """Yield the half-width marks of a line that ought to be full-width, from left to right."""
    text = line.text
    while marks := _half_width_marks(text):
        text = "".join(
            sign.translate(WIDENED) if at in marks else sign for at, sign in enumerate(text)
        )
    for at, (old, new) in enumerate(zip(line.text, text, strict=True)):
        if old != new:
            yield Slip(at, at + 1, new)


def _half_width_marks(text: str) -> set[int]:
    """Return where marks ought to be full-width; those widened may show that others ought, too."""
    marks = {match.start() for match in MARK.finditer(text) if _is_sure(text, match.start())}
    if not (marks or NEXT_TO_HAN.search(text) or TWO_WIDTHS.search(text)):
        return set()
    for start, end in _brackets(text):
        half_width = {at for at in (start, end) if text[at] in FULL_WIDTH}
        inside = {at for at in marks if start < at < end}
        if not half_width:
            continue
        if _is_chinese(text, start, end, inside):
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
