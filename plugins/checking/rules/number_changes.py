"""A change between two numbers goes the way its verb says: not 由500人下降到650人.

The percentage told behind it is theirs, as far as the three are printed. What is better becomes
less: a rank, a grade, a ratio; and what is not exact (约 近 余 多) proves nothing.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from plugins.checking.sources import Source, SourceLine
from plugins.problems import Problem, warning

GROWS, FALLS = "增长|增加|上升|[升增]", "下降|减少|降低|[降减]"
# Each begins with one character, so that a text is passed through at the speed of a search.
QUICK_LOOKS = tuple(
    re.compile(f"{word}(?<=[长加升增降少低减].)[^，。；、\n]{{0,12}}?[0-9]") for word in "到至"
)
IN_A_PHRASE = "[^\\d，,。；;：:、|（）()“”每各均再\n]"
WHEN = f"(?:[12]\\d{{3}}年{IN_A_PHRASE}{{0,6}}|{IN_A_PHRASE}{{0,8}})"
NUMBER = (
    r"(?<![\d.．第约近超逾不零负低高足过达下－-])(?P<{0}>(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d{{1,12}})(?:\.\d{{1,6}})?)"
    r"(?P<{0}_scale>[万亿]?)(?![\d.余多—~～-])"
)
BEFORE, AFTER = NUMBER.format("before"), NUMBER.format("after")
UNIT = "(?P<unit>[^\\d，,。；;：:、|（）()“”\n余多约近左]{1,8}?)"
CHANGE = re.compile(
    f"[由从]{WHEN}{BEFORE}{UNIT}(?P<verb>{GROWS}|{FALLS})[到至]了?{WHEN}{AFTER}(?P=unit)"
    r"(?!以|左右|余|多|之)"
)
SHARE = re.compile(
    f"{IN_A_PHRASE}{{0,4}}[，,（(](?P<verb>增长|增幅|下降|减少|降幅)(?:了|为|达|达到)?"
    r"(?P<share>\d{1,5}(?:\.\d{1,4})?)[%％](?!以|左右|余|多|之|的)"
)
NOT_COUNTED = re.compile("[位级档等类号比倍年月日时点]")
RANK, COUNTING = "名", ("增长", "增加", "减少")
PERCENT = re.compile("[%％]|个?百分点")
SCALES = {"": 1, "万": 10**4, "亿": 10**8}
HUNDRED = 100


def number_changes(source: Source) -> Iterator[Problem]:
    """Warn of changes the other way than they are told, and of percentages that are not theirs."""
    text = source.text
    if not any(form.search(text) for form in QUICK_LOOKS):
        return
    if any(_fault(match) for match in CHANGE.finditer(text)):
        for line, prose in source.prose:
            if not prose.is_quoted:
                yield from _of_line(line, prose.text)


def _of_line(line: SourceLine, text: str) -> Iterator[Problem]:
    for match in CHANGE.finditer(text):
        if told := _fault(match):
            remedy = "核对来源，改正错的数；数没有错的，换成对的说法。"
            yield warning(line.at(match.start()), "change-differs", told, remedy)


def _fault(match: re.Match[str]) -> str:
    """Return what is wrong with a change; nothing where nothing is."""
    if not _is_exact_count(match):
        return ""
    before, after = _value(match, "before"), _value(match, "after")
    told = f"由{_written(match, 'before')}到{_written(match, 'after')}"
    if before != after and (before < after) is not _grows(match["verb"]):
        return f"{told}是{'增加' if before < after else '减少'}，这里写的是“{match['verb']}”。"
    share = SHARE.match(match.string, match.end())
    if share and not _shares_agree(match, share):
        change = float(abs(after - before) * HUNDRED / before)
        return f"{told}，变化是{change:.2f}%，这里写的是{share['share']}%。"
    return ""


def _is_exact_count(match: re.Match[str]) -> bool:
    """Tell whether two numbers can be compared; what is better may have the smaller number."""
    is_rank = match["unit"].startswith(RANK) and match["verb"] not in COUNTING
    has_scales = bool(match["before_scale"]) <= bool(match["after_scale"])
    return has_scales and not is_rank and not NOT_COUNTED.match(match["unit"])


def _grows(verb: str) -> bool:
    return verb.startswith(("增", "升", "上升"))


def _written(match: re.Match[str], side: str) -> str:
    return f"{match[side]}{match[f'{side}_scale']}"


def _value(match: re.Match[str], side: str) -> Fraction:
    return Fraction(match[side].replace(",", "")) * SCALES[match[f"{side}_scale"]]


def _rounding(match: re.Match[str], side: str) -> Fraction:
    """Return by how much a number may be off; one without a scale or a point is exact."""
    _, point, places = match[side].partition(".")
    scale = SCALES[match[f"{side}_scale"]]
    return Fraction(scale, 2 * 10 ** len(places)) if point or scale > 1 else Fraction()


def _shares_agree(match: re.Match[str], share: re.Match[str]) -> bool:
    """Tell whether a percentage may be that of a change; of another direction it is another's."""
    before, after = _value(match, "before"), _value(match, "after")
    off, off_after = _rounding(match, "before"), _rounding(match, "after")
    is_other = _grows(share["verb"]) is not _grows(match["verb"])
    if is_other or PERCENT.match(match["unit"]) or before <= off:
        return True
    ratios = [(after + b) / (before + a) for a in (-off, off) for b in (-off_after, off_after)]
    changes = [abs(ratio - 1) * HUNDRED for ratio in ratios]
    half = Fraction(1, 2 * 10 ** len(share["share"].partition(".")[2]))
    return min(changes) - half <= Fraction(share["share"]) <= max(changes) + half
