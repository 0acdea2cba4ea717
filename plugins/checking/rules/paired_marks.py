"""Quotation marks, brackets and title marks stand in pairs, one within the other, in a paragraph.

Source: GB/T 15834-2011. A quotation of several paragraphs opens each anew and closes the last;
where only the first is opened it is let pass, and what is opened anew behind a paragraph without
any mark does not go on. 1） numbers a list, and ’ may be an apostrophe.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.checking.sources import Source, SourceLine
from plugins.problems import Place, Problem, warning

OPENING, CLOSING = "“‘《（「【〔", "”’》）」】〕"
PARTNERS = {**dict(zip(OPENING, CLOSING, strict=True)), **dict(zip(CLOSING, OPENING, strict=True))}
PAIRS = tuple(map("".join, zip(OPENING, CLOSING, strict=True)))
MARK_OR_LINE_END = re.compile(f"[{OPENING}{CLOSING}\n]")
WIDENED = str.maketrans("()", "（）")
MARK = re.compile(f"[{OPENING}{CLOSING}()]")
ALONE = re.compile(
    r"(?:^|[\s。；;，,：:、])(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])[）)]|(?<=[A-Za-z])’"
    r"|’(?=[0-9０-９]{2}(?:年代|[年级届]))"
)
"""A closing mark that may have no partner: of a number in a list, or an apostrophe."""

BLOCK_START = re.compile(r"\s*(?:[|>#*+-]|[0-9]+\.\s|\[\^)")
WORD = re.compile(r"\w")
QUOTE_START = re.compile(r"[\s>　]*“")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a pair; a half-width bracket counts as the full-width one that it stands for.

    One that `may_be_alone` need not have a partner.
    """

    sign: str
    place: Place
    may_be_alone: bool


def paired_marks(source: Source) -> Iterator[Problem]:
    """Warn of the first mark of each paragraph that has no partner, or crosses another pair."""
    if _all_paired(source.text):
        return
    waiting: list[Problem] = []
    is_broken_off = False
    for lines in _paragraphs(source):
        marks = [mark for line in lines for mark in _marks_of(line)]
        unpaired = _unpaired(marks)
        has_other_words = not marks and any(WORD.search(line.text) for line in lines)
        is_broken_off = bool(waiting) and (is_broken_off or has_other_words)
        if waiting and marks:
            goes_on = QUOTE_START.match(lines[0].text) and not is_broken_off
            closes = not goes_on and [mark.sign for mark in unpaired[:1]] == ["”"]
            unpaired = unpaired[1:] if closes else unpaired
            yield from [] if goes_on or closes else waiting
            waiting = []
        told = [_problem(mark, unpaired) for mark in unpaired[:1]]
        if [mark.sign for mark in unpaired] == ["“"]:
            waiting = told  # the quotation may go on in the next paragraph
        else:
            yield from told
    yield from waiting


def _all_paired(text: str) -> bool:
    marks, before = "".join(MARK_OR_LINE_END.findall(text)), ""
    while marks != before:
        before = marks
        for pair in PAIRS:
            marks = marks.replace(pair, "")
    return not marks.strip()


def _paragraphs(source: Source) -> Iterator[list[SourceLine]]:
    """Yield the paragraphs, rows and entries of a text, each as its lines of prose."""
    lines: list[SourceLine] = []
    for line, prose in source.prose:
        if lines and (prose.key or not prose.text.strip() or BLOCK_START.match(prose.text)):
            yield lines
            lines = []
        if prose.text.strip():
            lines.append(SourceLine(prose.text, line.place))
    if lines:
        yield lines


def _marks_of(line: SourceLine) -> Iterator[Mark]:
    alone = {match.end() - 1 for match in ALONE.finditer(line.text)}
    for match in MARK.finditer(line.text):
        sign = match[0].translate(WIDENED)
        may_be_alone = sign != match[0] or match.start() in alone
        yield Mark(sign, line.at(match.start()), may_be_alone)


def _unpaired(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks of a paragraph without a partner, in their order."""
    still_open: list[int] = []
    paired: set[int] = set()
    for index, mark in enumerate(marks):
        if mark.sign in OPENING:
            still_open.append(index)
        elif PARTNERS[mark.sign] in [marks[opened].sign for opened in still_open]:
            while marks[opened := still_open.pop()].sign != PARTNERS[mark.sign]:
                pass  # what was opened within and not closed stays without a partner
            paired |= {opened, index}
    return [
        mark for index, mark in enumerate(marks) if index not in paired and not mark.may_be_alone
    ]


def _problem(mark: Mark, unpaired: Sequence[Mark]) -> Problem:
    sign, partner = mark.sign, PARTNERS[mark.sign]
    if sign in OPENING and partner in [one.sign for one in unpaired]:
        message = f"这里的 {sign} 和 {partner} 同别的一对标点交叉了。"
        remedy = "后开的一对先关，一对套在另一对里面。"
    else:
        message = f"这里的 {sign} 在这一段里没有和它配对的 {partner}。"
        remedy = f"补上 {partner}，或删去这个 {sign}。"
    return warning(mark.place, "unpaired-mark", message, remedy)
