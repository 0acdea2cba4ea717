"""A paragraph that ends or begins within a sentence was torn on the way from a scan or a PDF.

One that ends with ， or begins with it has its other half in the next or the last. Short lines, and
neighbours that both end so, may be verse, others a salutation; a picture, a formula or a table may
stand within a sentence.
"""

import re
from collections.abc import Iterator

from plugins.checking.prose import HAN, ProseLine
from plugins.checking.sources import Source, SourceLine
from plugins.problems import Problem, warning

COMMA = "，"
STARTS, OPENING = "，。、；：）》”’！？", "（《“‘"
QUICK_LOOK = re.compile(f"\n(?:(?<=[，、{OPENING} \u3000]\n)|[ \u3000]{{0,4}}[{STARTS}])")
NUMBERED = r"(?!\s*(?:[0-9]+[.．)、]|[（(]?[一二三四五六七八九十]{1,3}[）)、]))"
PLAIN = re.compile(f"{NUMBERED}[ \u3000]{{0,4}}[{HAN}0-9A-Za-z{OPENING}{STARTS}]")
START = re.compile(f"[ \u3000]{{0,4}}(?P<mark>[{STARTS}])")
SALUTATION = "(?![ \u3000]{0,4}(?:尊敬|敬爱|亲爱|各位|同志))"
LONGER_THAN_VERSE = 20
END = re.compile(f"{SALUTATION}.*(?:(?<=.{{{LONGER_THAN_VERSE}}})[，、]|[{OPENING}])\\s*")


def torn_paragraphs(source: Source) -> Iterator[Problem]:
    """Warn of paragraphs that end or begin within a sentence."""
    if not QUICK_LOOK.search(source.text):
        return
    before: tuple[SourceLine, ProseLine] | None = None
    earlier, is_parted = "", False
    for line, prose in source.prose:
        if not line.text.strip():
            is_parted = True
            continue
        if is_parted and before and PLAIN.match(before[1].text) and PLAIN.match(prose.text):
            is_verse = any(text.rstrip().endswith(COMMA) for text in (earlier, prose.text))
            yield from _of_gap(*before, line, prose, may_be_verse=is_verse)
        earlier = before[1].text if is_parted and before else ""
        before, is_parted = (line, prose), False


def _of_gap(
    line: SourceLine,
    prose: ProseLine,
    next_line: SourceLine,
    next_prose: ProseLine,
    *,
    may_be_verse: bool,
) -> Iterator[Problem]:
    """Tell the mark at which two paragraphs were torn, that of the end first.

    The end of one that `may_be_verse`, as its neighbour ends with ，, may be a comma too.
    """
    end = len(line.text.rstrip()) - 1
    start = START.match(next_prose.text)
    is_torn = END.fullmatch(prose.text) and not (may_be_verse and prose.text[end] == COMMA)
    if is_torn and prose.text[end] == line.text[end]:
        yield _problem(line, end, "末尾", "和下一段接成一段")
    elif start:
        yield _problem(next_line, start.start("mark"), "开头", "和上一段接成一段")


def _problem(line: SourceLine, index: int, edge: str, remedy: str) -> Problem:
    return warning(
        line.at(index),
        "torn-paragraph",
        f"这一段{edge}是“{line.text[index]}”，一句话好像断成了两段。",
        f"{remedy}，或补上缺的字、改正标点。",
    )
