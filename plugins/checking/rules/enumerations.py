"""一是, 二是, 三是 in one paragraph leave none out, and are as many as was said: 三点要求：一是….

A series that goes on in the next paragraph is not counted, nor one that has a number twice or goes
on in another way: 二要, 其三. 3点 may be a time.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plugins.checking.rules.calendar_days import CHINESE_NUMBERS
from plugins.checking.sources import Source, SourceLine
from plugins.problems import Place, Problem, warning

FIRST = "一是"
MARKS = "。；;：:，,！？“”、 \u3000"
ONES = "一二三四五六七八九"
MEMBER = re.compile(f"([{ONES}十](?<![^{MARKS}\n].)(?:(?<=十)[{ONES}])?)是")
OTHER = re.compile(
    f"(?:^|(?<=[{MARKS}]))(?:[第其]?(十[{ONES}]|[{ONES}十])(?![是年月日个名次项条点天{ONES}十])"
    "|还有|再有|再就是|再者|最后|另外|此外)"
)
"""A member that goes on with another verb than 是, or the next one without a number."""

BEFORE_CLOCK = "午晚早晨今明日天号时在于从到至"
BEHIND_CLOCK = f"在召开举参集出整半钟左前后许到至准分0-9{ONES}十"
KINDS = (
    "(?:[具总整]体|明确|主要|工作|重点|突出|下一步)?(?:要求|意见|建议|意见建议|措施|举措|做法|经验|体会|任务"
    "|工作|原因|启示|感受|希望|问题|不足|内容|打算|安排|部署|考虑|入手|着手|发力|用力|做起|抓起|推进|介绍|汇报)"
)
"""What has as many members as are told: not “两条主线”抓好工作, nor 三项活动成效明显."""

SAID = re.compile(
    f"(?<![第数几近约百千零0-9.{ONES}十])(?P<number>[两二三四五六七八九十2-9])"
    f"(?:(?<![{BEFORE_CLOCK}].)(?<![{BEFORE_CLOCK}] .)点(?![{BEHIND_CLOCK}])|个方面|方面|项|条|件)"
    f"(?=的?{KINDS}?[：:，,]“?{FIRST})"
)
BLOCK_START = re.compile(r"\s*(?:[|>#*+-]|[0-9]+\.\s|\[\^)")
NUMBERS = {number: words for words, number in CHINESE_NUMBERS.items()}
FEWEST, FEWEST_COUNTED = 3, 2
Tokens = Sequence[tuple[SourceLine, re.Match[str]]]


@dataclass(slots=True)
class Series:
    """The numbers of a series from 一是 on; `said` is how many were promised in `words`, or 0.

    `others` are the numbers that stand before another verb than 是.
    """

    place: Place
    said: int
    words: str
    numbers: list[int] = field(default_factory=list)
    others: set[int] = field(default_factory=set)


def enumerations(source: Source) -> Iterator[Problem]:
    """Warn of series with a gap, and of those of another length than was said."""
    if FIRST not in source.text or not _may_be_odd(source.text):
        return
    paragraphs = [list(_tokens(lines)) for lines in _paragraphs(source)]
    for tokens, following in zip(paragraphs, [*paragraphs[1:], []], strict=True):
        all_series = _series(tokens)
        for series in all_series:
            may_go_on = series is all_series[-1] and _goes_on(series, following)
            if told := _gap(series) or ("" if may_go_on else _other_length(series)):
                yield warning(series.place, "enumeration", told, "补上缺的一项，或改正序号、数目。")


def _goes_on(series: Series, following: Tokens) -> bool:
    """Tell whether the next paragraph goes on with a series; 四 may begin the name of 四川."""
    matches = [match for _, match in following]
    others = [_member(match, series) for match in matches[:1] if match.re is OTHER and match[1]]
    first = next((match for match in matches if match.re is not OTHER), None)
    is_member = first is not None and first.re is MEMBER and first[1] != "一"
    return is_member or others == [len(series.numbers) + 1]


def _may_be_odd(text: str) -> bool:
    """Tell whether a text says how many follow, or has a number that does not follow the last."""
    numbers = [CHINESE_NUMBERS[words] for words in MEMBER.findall(text)]
    return bool(SAID.search(text)) or any(
        other not in (1, one + 1) for one, other in itertools.pairwise(numbers)
    )


def _gap(series: Series) -> str:
    numbers = series.numbers
    missing = [one for one in range(1, numbers[-1]) if one not in {*numbers, *series.others}]
    if len(numbers) < FEWEST or not missing or numbers != sorted(set(numbers)):
        return ""
    told = "、".join(f"{NUMBERS[one]}是" for one in missing)
    return f"这里从一是数到{NUMBERS[numbers[-1]]}是，中间没有{told}。"


def _other_length(series: Series) -> str:
    count = len(series.numbers)
    is_whole = series.numbers == list(range(1, count + 1)) and count + 1 not in series.others
    if not is_whole or count < FEWEST_COUNTED or series.said in (0, count):
        return ""
    return f"这里说有“{series.words}”，后面数到{NUMBERS[count]}是。"


def _series(tokens: Tokens) -> list[Series]:
    found: list[Series] = []
    said: re.Match[str] | None = None
    for line, match in tokens:
        if match.re is SAID:
            said = match
        elif match.re is MEMBER and match[1] == "一":
            number = _number(said["number"]) if said else 0
            words = said[0] if said else ""
            found.append(Series(line.at((said or match).start()), number, words, [1]))
            said = None
        elif found and match.re is OTHER:
            found[-1].others.add(_member(match, found[-1]))
        elif found:
            found[-1].numbers.append(CHINESE_NUMBERS[match[1]])
    return found


def _member(match: re.Match[str], series: Series) -> int:
    return CHINESE_NUMBERS[match[1]] if match[1] else len(series.numbers) + 1


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else CHINESE_NUMBERS.get(words, 2)


def _tokens(lines: list[tuple[SourceLine, str]]) -> Iterator[tuple[SourceLine, re.Match[str]]]:
    for line, text in lines:
        found = [match for form in (SAID, MEMBER, OTHER) for match in form.finditer(text)]
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
