"""The wide blanks and tabs that Word sets before a paragraph: they mean nothing and are taken away.

In: the lines of a body. Out: the same lines without such indents; an indent that may mean
something, as that of a list, stays and is told by `body_forms.py`.
"""

import re

ODD_INDENT = re.compile(r" *+[\t\u3000\u00a0][ \t\u3000\u00a0]*+")
LIST_MARK = re.compile(r" *+(?:[-*+][ \t]|\d+\.[ \t]|\[\^[^\]]*\]:)")
BLOCK_MARK = re.compile(rf"[|>#]|{LIST_MARK.pattern}")
"""What a line begins with that is no paragraph: its indent may be meant."""


def without_indents(lines: list[str], filling: str = "") -> list[str]:
    """Return lines without the indents that mean nothing, each blank of them as `filling`."""
    if not any(map(ODD_INDENT.match, lines)):
        return lines
    plain = []
    in_list = False
    before = ""
    for line in lines:
        indent = ODD_INDENT.match(line)
        if indent and _means_nothing(line, indent.end(), in_list=in_list):
            plain.append(filling * indent.end() + line[indent.end() :])
        else:
            plain.append(line)
        if LIST_MARK.match(line):
            in_list = True
        elif line.strip() and not before.strip() and not line.startswith((" ", "\t")):
            in_list = False
        before = line
    return plain


def _means_nothing(line: str, end: int, *, in_list: bool) -> bool:
    """Tell the indent of a paragraph; a tab in a list may make it a part of an entry."""
    if end == len(line):
        return True
    return not BLOCK_MARK.match(line, end) and not (in_list and "\t" in line[:end])
