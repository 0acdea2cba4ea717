"""What is looked for: queries drawn from the items themselves, by seed.

The ordinary ones are what readers type: two-character words, phrases of three to six characters,
names, several words, digits and Latin letters among Han, fragments of sentences. Words come from
the corpus without a dictionary (`search_words.py`). Apart from them are single characters. Each
query is found in the item that it was drawn from, so none has an empty truth.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from plugins.bench.corpus import Sample
from plugins.bench.search_truth import Truth
from plugins.bench.search_words import HAN_RUN, SHORTEST, taken_apart, words_in

T = TypeVar("T")

TRIES = 60
SIZE_OF_LIST = 1500
"""The list of words is made of so many items; more would only make it slower."""

SINGLE = "单字"
PHRASE = (3, 6)
FRAGMENT = (7, 14)
SIGNS = re.compile(r"[\s“”„‟\"＂:：]|(?<![A-Za-z0-9])[-－—–]")
"""What means something in a query, or would take it apart."""

MIXED = re.compile(
    "[\u4e00-\u9fff]{0,3}[A-Za-z0-9]+(?:[.\\-][A-Za-z0-9]+)*[%％]?[\u4e00-\u9fff]{0,3}"
)
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔常汤习"
)
NAME = re.compile(
    f"(?<![\u4e00-\u9fff])[{SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=表示|介绍|指出|强调|告诉|说)"
    "|(?<=总统|总理|主席|部长|外长|首相|大臣)[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{2,4}(?=表示|介绍|指出|强调|说|[、，。])"
)
"""Names as they stand before what somebody said, or after an office."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed; `means` is what ought to be found, for one whose words are mistyped.

    `target` is the address of the item that a half-remembered query is about.
    """

    kind: str
    text: str
    means: str = ""
    target: str = ""

    @property
    def wanted(self) -> str:
        """Return what ought to be found."""
        return self.means or self.text


@dataclass(frozen=True)
class Source:
    """What queries are drawn from, with the words of the items, the most frequent first."""

    samples: Sequence[Sample]
    truth: Truth
    seed: int
    words: Mapping[str, int] = field(default_factory=dict)

    def chance(self, kind: str) -> Random:
        """Return a chance of its own for every kind, so that none depends on another."""
        return Random(f"{self.seed} {kind}")  # noqa: S311 - the same seed, the same queries


Draw = Callable[[Source, Random], str | None]


def source_of(samples: Sequence[Sample], truth: Truth, seed: int) -> Source:
    """Look for the words of some items."""
    step = max(1, len(samples) // SIZE_OF_LIST)
    texts = (f"{sample.title}\n{sample.text}" for sample in samples[::step])
    return Source(samples, truth, seed, words_in(texts))


def ordinary_queries(source: Source) -> Iterator[Query]:
    """Yield some 320 queries that readers of such a site type, none twice."""
    for kind, (number, draw) in ORDINARY.items():
        yield from drawn(source, kind, number, draw)


def single_characters(source: Source) -> Iterator[Query]:
    """Yield queries of one Han character."""
    yield from drawn(source, SINGLE, 20, _single)


def drawn(source: Source, kind: str, number: int, draw: Draw) -> Iterator[Query]:
    """Yield so many different queries of a kind, fewer where the items do not give them."""
    chance, known = source.chance(kind), set[str]()
    for _ in range(number * TRIES):
        text = draw(source, chance)
        if text and text not in known and not SIGNS.search(text.replace(" ", "")):
            known.add(text)
            yield Query(kind, text)
        if len(known) == number:
            return


def one_of(found: Sequence[T], chance: Random) -> T | None:
    """Draw one; None of nothing."""
    return chance.choice(found) if found else None


def pieces_of(text: str, words: Mapping[str, int]) -> list[str]:
    """Return the words of a text in order, each once."""
    pieces = (piece for run in HAN_RUN.findall(text) for piece in taken_apart(run, words))
    return [piece for piece in dict.fromkeys(pieces) if piece in words]


def _text(source: Source, chance: Random) -> str:
    sample = chance.choice(source.samples)
    return f"{sample.title}\n{sample.text}"


def _word(source: Source, chance: Random) -> str | None:
    """Draw a word of two characters, the rare as often as the frequent."""
    return one_of([word for word in source.words if len(word) == SHORTEST], chance)


def _phrase(source: Source, chance: Random) -> str | None:
    """Draw neighbouring words of a text that have three to six characters together."""
    run = one_of(HAN_RUN.findall(_text(source, chance)), chance)
    pieces = list(taken_apart(run or "", source.words))
    spans = [
        "".join(pieces[first:last])
        for first in range(len(pieces))
        for last in range(first + 1, min(first + 3, len(pieces)) + 1)
        if all(len(piece) > 1 for piece in pieces[first:last])
    ]
    return one_of([span for span in spans if PHRASE[0] <= len(span) <= PHRASE[1]], chance)


def _name(source: Source, chance: Random) -> str | None:
    return one_of(NAME.findall(_text(source, chance)), chance)


def _several(source: Source, chance: Random) -> str | None:
    """Draw two or three words of one text, anywhere in it, in any order."""
    words = pieces_of(_text(source, chance), source.words)
    number = chance.choice((2, 3))
    return " ".join(chance.sample(words, number)) if len(words) >= number else None


def _mixed(source: Source, chance: Random) -> str | None:
    found = (one for one in MIXED.findall(_text(source, chance)) if len(one) > 1)
    return one_of([one for one in found if not one.isdigit()], chance)


def _fragment(source: Source, chance: Random) -> str | None:
    """Draw a piece of a sentence, with the signs that stand in it."""
    text = _text(source, chance)
    length = chance.randint(*FRAGMENT)
    starts = [at for at in range(len(text) - length) if HAN_RUN.match(text[at])]
    at = one_of(starts, chance)
    return None if at is None else text[at : at + length].rstrip("，。、；！？")


def _single(source: Source, chance: Random) -> str | None:
    run = one_of(HAN_RUN.findall(_text(source, chance)), chance)
    return run and chance.choice(run)


ORDINARY: Mapping[str, tuple[int, Draw]] = {
    "两字词": (80, _word),
    "三至六字": (80, _phrase),
    "人名": (40, _name),
    "多个词": (40, _several),
    "数字字母": (40, _mixed),
    "句子片段": (40, _fragment),
}
"""The kinds of ordinary queries: how many, and how one is drawn."""
