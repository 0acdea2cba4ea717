"""An engine, asked everything: what it finds, what comes over the wire for it, how long it takes.

Each reader begins with an empty cache and asks four queries of all kinds, one after the other: the
first costs what a first query costs, with the engine itself, the others what next ones cost. All
queries are then asked in another order by one more reader, who looks at every result; the first ten
must be the same.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from plugins.bench.search_browser import Answer, Load, reader
from plugins.bench.search_host import hosted
from plugins.bench.search_quality import FIRST, MOST, Quality, quality_of
from plugins.bench.search_queries import Query
from plugins.bench.search_truth import Truth

if TYPE_CHECKING:  # only who measures the search needs it
    from playwright.sync_api import Browser

SESSION = 4
SLOW_QUERIES = 10
IN_SIGHT = 5
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine and the site it is in; `adapter` is the script in beside/search that asks it.

    `addresses` are those of the items by the names the engine has for them, if it has any.
    """

    name: str
    adapter: str
    site: Path
    addresses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked, apart from the ordinary the rest, and all items it may be about."""

    ordinary: tuple[Query, ...]
    others: tuple[Query, ...]
    truth: Truth


@dataclass(frozen=True, slots=True)
class Asked:
    """One query and its answer; `wanted` is how many items ought to be found.

    `place` is that of the item that is meant, from 1, 0 for none; `quality` is None where only that
    counts. `steady` is whether the first ten are the same whatever was asked before.
    """

    query: Query
    answer: Answer
    wanted: int
    quality: Quality | None
    missing: tuple[str, ...]
    superfluous: tuple[str, ...]
    place: int
    load: Load
    is_first: bool
    milliseconds: float
    steady: bool

    @property
    def in_sight(self) -> bool:
        """Tell whether the item that is meant stands among the first five."""
        return 0 < self.place <= IN_SIGHT


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of an engine; `slow` are the seconds of first queries over a slow network."""

    engine: str
    ordinary: tuple[Asked, ...]
    others: tuple[Asked, ...]
    slow: tuple[float, ...]

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Return all queries with their answers."""
        return self.ordinary + self.others

    @property
    def half_remembered(self) -> list[Asked]:
        """Return the queries that are about one item."""
        return [one for one in self.others if one.query.target]

    def of_kind(self, kind: str) -> list[Asked]:
        """Return the queries of a kind."""
        return [one for one in self.asked if one.query.kind == kind]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of several queries of a reader gave, and whether it was the reader's first."""

    answer: Answer
    load: Load
    is_first: bool
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Said:
    """All that was said to one query: in its turn, and with every result."""

    turn: Turn
    all: Answer

    @property
    def is_steady(self) -> bool:
        """Tell whether the first ten are the same in both orders."""
        one, other = self.turn.answer, self.all
        return (one.total, one.shown[:FIRST]) == (other.total, other.shown[:FIRST])


def measured_engine(
    engine: Engine, questions: Questions, browser: "Browser", tell: Tell
) -> Measured:
    """Ask an engine all queries; bytes of first queries are those of the ordinary ones."""
    ordinary, others = questions.ordinary, questions.others
    with hosted(engine.site) as origin:
        tell(f"{engine.name}：搜索 {len(ordinary) + len(others)} 次，每位读者 {SESSION} 次……")
        slow = [_slow(browser, origin, engine, query) for query in ordinary[:: _step(ordinary)]]
        turns = dict(_turns(browser, origin, engine, ordinary))
        turns |= dict(_turns(browser, origin, engine, others))
        tell(f"{engine.name}：换个次序再搜索一遍，逐个核对结果……")
        answers = _all_answers(browser, origin, engine, [*ordinary, *others])
    said = {
        query: Said(turns[query], _named(answers[query], engine.addresses))
        for query in [*ordinary, *others]
    }
    return Measured(
        engine.name,
        ordinary=tuple(_asked(query, said[query], questions.truth) for query in ordinary),
        others=tuple(_asked(query, said[query], questions.truth) for query in others),
        slow=tuple(slow),
    )


def _slow(browser: "Browser", origin: str, engine: Engine, query: Query) -> float:
    with reader(browser, origin, engine.adapter, slow=True) as one:
        begun = time.perf_counter()
        one.open()
        one.ask(query.text)
        return time.perf_counter() - begun


def _turns(
    browser: "Browser", origin: str, engine: Engine, queries: Sequence[Query]
) -> Iterator[tuple[Query, Turn]]:
    order = _shuffled(queries, "turns")
    for at in range(0, len(order), SESSION):
        with reader(browser, origin, engine.adapter) as one:
            one.open()
            for number, query in enumerate(order[at : at + SESSION]):
                answer, load = _named(one.ask(query.text), engine.addresses), one.load()
                turn = Turn(answer, load, number == 0, one.milliseconds(query.text))
                one.load()
                yield query, turn


def _all_answers(
    browser: "Browser", origin: str, engine: Engine, queries: Sequence[Query]
) -> Mapping[Query, Answer]:
    with reader(browser, origin, engine.adapter) as one:
        one.open()
        return {query: one.ask(query.text, MOST) for query in _shuffled(queries, "answers")}


def _named(answer: Answer, addresses: Mapping[str, str]) -> Answer:
    shown = tuple(addresses.get(name, name) for name in answer.shown)
    return Answer(answer.total, shown, answer.how, answer.fault)


def _asked(query: Query, said: Said, truth: Truth) -> Asked:
    answer, shown = said.all, said.all.shown
    is_about_one = bool(query.target)
    wanted = {query.target: 1.0} if is_about_one else truth.found(query.wanted)
    return Asked(
        query=query,
        answer=answer,
        wanted=len(wanted),
        quality=None if is_about_one else quality_of(answer, wanted),
        missing=tuple(wanted.keys() - set(shown)) if len(shown) < MOST else (),
        superfluous=() if is_about_one else tuple(set(shown) - wanted.keys()),
        place=shown.index(query.target) + 1 if query.target in shown else 0,
        load=said.turn.load,
        is_first=said.turn.is_first,
        milliseconds=said.turn.milliseconds,
        steady=said.is_steady,
    )


def _shuffled(queries: Sequence[Query], name: str) -> list[Query]:
    order = list(queries)
    Random(name).shuffle(order)  # noqa: S311 - the same order each time
    return order


def _step(queries: Sequence[Query]) -> int:
    return max(1, len(queries) // SLOW_QUERIES)
