"""一是, 二是, 三是 in one paragraph leave none out, and are as many as was said: 三点要求：一是….

A series that goes on in the next paragraph is not counted, nor one that has a number twice.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.checking.rules.calendar_days import CHINESE_NUMBERS
from plugins.checking.sources import Source, SourceLine
from plugins.problems import Place, Problem, warning

FIRST = "一是"
MARKS = "。；;：:，,！？“”、 \u3000"
ONES = "一二三四五六七八九"
MEMBER = re.compile(f"([{ONES}十](?<![^{MARKS}\n].)(?:(?<=十)[{ONES}])?)是")
SAID = re.compile(
    "(?<![第十百千零0-9.])(?P<number>[两二三四五六七八九十2-9])(?:点|个方面|方面|项|条|件)"
    f"(?=[^。；;，,：:\n]{{0,14}}[：:]“?{FIRST})"
)
BLOCK_START = re.compile(r"\s*(?:[|>#*+-]|[0-9]+\.\s|\[\^)")
NUMBERS = {number: words for words, number in CHINESE_NUMBERS.items()}
FEWEST, FEWEST_COUNTED = 3, 2


@dataclass(slots=True)
class Series:
    """The numbers of a series from 一是 on; `said` is how many were promised in `words`, or 0."""

    place: Place
    said: int
    words: str
    numbers: list[int] = field(default_factory=list)


def enumerations(source: Source) -> Iterator[Problem]:
    """Warn of series with a gap, and of those of another length than was said."""
    if FIRST not in source.text or not _may_be_odd(source.text):
        return
    paragraphs = [list(_tokens(lines)) for lines in _paragraphs(source)]
    for tokens, following in zip(paragraphs, [*paragraphs[1:], []], strict=True):
        goes_on = bool(following) and following[0][1].re is MEMBER and following[0][1][1] != "一"
        all_series = _series(tokens)
        for series in all_series:
            may_go_on = goes_on and series is all_series[-1]
            if told := _gap(series) or ("" if may_go_on else _other_length(series)):
                yield warning(series.place, "enumeration", told, "补上缺的一项，或改正序号、数目。")


def _may_be_odd(text: str) -> bool:
    """Tell whether a text says how many follow, or has a number that does not follow the last."""
    numbers = [CHINESE_NUMBERS[words] for words in MEMBER.findall(text)]
    return bool(SAID.search(text)) or any(
        other not in (1, one + 1) for one, other in itertools.pairwise(numbers)
    )


def _gap(series: Series) -> str:
    numbers = series.numbers
    missing = [one for one in range(1, numbers[-1]) if one not in numbers]
    if len(numbers) < FEWEST or not missing or numbers != sorted(set(numbers)):
        return ""
    told = "、".join(f"{NUMBERS[one]}是" for one in missing)
    return f"这里从一是数到{NUMBERS[numbers[-1]]}是，中间没有{told}。"


def _other_length(series: Series) -> str:
    count = len(series.numbers)
    is_whole = series.numbers == list(range(1, count + 1))
    if not is_whole or count < FEWEST_COUNTED or series.said in (0, count):
        return ""
    return f"这里说有“{series.words}”，后面数到{NUMBERS[count]}是。"


def _series(tokens: list[tuple[SourceLine, re.Match[str]]]) -> list[Series]:
    found: list[Series] = []
    said: re.Match[str] | None = None
    for line, match in tokens:
        if match.re is SAID:
            said = match
        elif match[1] == "一":
            number = _number(said["number"]) if said else 0
            words = said[0] if said else ""
            found.append(Series(line.at((said or match).start()), number, words, [1]))
            said = None
        elif found:
            found[-1].numbers.append(CHINESE_NUMBERS[match[1]])
    return found


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else CHINESE_NUMBERS.get(words, 2)


def _tokens(lines: list[tuple[SourceLine, str]]) -> Iterator[tuple[SourceLine, re.Match[str]]]:
    for line, text in lines:
        found = [*SAID.finditer(text), *MEMBER.finditer(text)]
        yield from ((line, match) for match in sorted(found, key=re.Match.start))


def _paragraphs(source: Source) -> Iterator[list[tuple[SourceLine, str]]]:
    """Yield the paragraphs, rows and entries of a text, each as its lines of prose."""
    lines: list[tuple[SourceLine, str]] = []
    for line, prose in source.prose:
        if lines and (prose.key or not line.text.strip() or BLOCK_START.match(line.text)):
            yield lines
            lines = []
        if line.text.strip() and not prose.is_quoted:
            lines.append((line, prose.text))
    if lines:
        yield lines
