"""Radicals in the place of the characters that they look like: ⾧ for 长, ⽀部 for 支部.

A text copied from a PDF has them, and nobody sees it: names are not recognised, search engines find
nothing, and a screen reader spells them out. Source: Unicode's blocks "Kangxi Radicals" and "CJK
Radicals Supplement"; of these only what is certainly one character.
"""

import re
import unicodedata
from collections.abc import Iterator

from plugins.checking.sources import Source
from plugins.problems import Problem, warning

KANGXI = range(0x2F00, 0x2FD6)
SIMPLIFIED = (
    "見见貝贝車车長长門门韋韦頁页風风飛飞馬马魚鱼鳥鸟鹵卤麥麦黃黄黽黾齊齐齒齿龍龙龜龟靑青戶户"
)
SUPPLEMENT = (
    "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼"
    "⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟"
)
RADICAL = re.compile("[\u2e80-\u2fd5]")
"""One of both blocks; few of the first are told."""


def _pairs(written: str) -> dict[str, str]:
    return dict(zip(written[::2], written[1::2], strict=True))


def _characters() -> dict[str, str]:
    simple = _pairs(SIMPLIFIED)
    usual = {chr(one): unicodedata.normalize("NFKC", chr(one)) for one in KANGXI}
    return {one: simple.get(other, other) for one, other in usual.items()} | _pairs(SUPPLEMENT)


CHARACTERS = _characters()
"""The character that stands for each radical."""

MENDED = str.maketrans(CHARACTERS)


def radicals(source: Source) -> Iterator[Problem]:
    """Warn of the first radical of a source, and say how many there are."""
    if not RADICAL.search(source.text):
        return
    found = [
        (line, match)
        for line in source.lines
        for match in RADICAL.finditer(line.text)
        if match[0] in CHARACTERS
    ]
    if found:
        line, match = found[0]
        right = CHARACTERS[match[0]]
        more = f"，这里共有 {len(found)} 处这样的字" if len(found) > 1 else ""
        yield warning(
            line.at(match.start()),
            "radical",
            f"这里的“{match[0]}”是部首，不是“{right}”字{more}：看着一样，却认不出、搜不到。",
            f"多半从 PDF 复制来，重新输入“{right}”；文稿和 CSV 里的，check --fix 可以一起改。",
        )


def without_radicals(text: str) -> str:
    """Return a text with the usual characters in place of radicals."""
    return text.translate(MENDED) if RADICAL.search(text) else text
