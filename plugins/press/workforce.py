"""Who does the work of a build: this process, others beside it, or a cluster elsewhere.

In: functions and units, as `Work` takes them. Out: their results in order, the same whoever made
them, and Problems about helpers. One workforce serves a whole build, reading and rendering.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from itertools import count, islice
from time import perf_counter
from types import TracebackType
from typing import Any, Self

from plugins.domain.packing import packed, unpacked
from plugins.domain.work import Result, Unit, done
from plugins.press.cluster import Cluster
from plugins.press.crew import Alone, Crew, NobodyThereError
from plugins.press.processes import Processes
from plugins.problems import Problem

PAYS = 1.0
"""Seconds of work that are worth calling helpers; they need half a second to be ready."""


class Workforce:
    """Does work, and calls helpers when first there is enough of it.

    What helpers leave undone is done here. A fault of the work itself therefore always shows
    here; a fault of the helpers goes into `problems`, and they are asked no more.
    """

    def __init__(self, workers: int = 0, scheduler: str = "", called: Crew | None = None) -> None:
        """Take the number of processes with this one, 0 for one a processor.

        `scheduler` is the address of a Dask scheduler, empty where all work stays here. `called`
        are processes of this computer that were called ahead.
        """
        self.problems: list[Problem] = []
        self._here = Alone()
        self._meanwhile: tuple[Callable[[Any], object], object] | None = None
        self._offers: list[_Offer] = []
        if scheduler:
            self._offers.append(_Offer(partial(Cluster, scheduler), sees_files=False))
        if beside := (workers or processors()) - 1:
            self._offers.append(_Offer(partial(Processes, beside), sees_files=True, crew=called))

    def __enter__(self) -> Self:
        """Begin a build."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _fault: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """End a build: no helper is left behind."""
        while self._offers:
            self._dismiss(self._offers[0])

    def meanwhile(self, function: Callable[[Unit], object], unit: Unit) -> None:
        """Let a helper on this computer do what spares time later, once work is handed out.

        Nobody waits for it: what it raises shows where it is done in earnest.
        """
        self._meanwhile = (function, unit)

    def spread(
        self,
        function: Callable[[Unit], Result],
        units: Iterable[Unit],
        *,
        expected: int,
        reads_files: bool = False,
    ) -> Iterator[Result]:
        """Yield the result of every unit, in their order; see `Work`."""
        left = iter(units)
        yield from self._begin(function, left, expected, reads_files=reads_files)
        pieces: deque[_Piece] = deque()
        for unit in left:
            crew = self._crew(reads_files=reads_files)
            # Packed at once: the unit is at hand still, and what waits takes less room.
            call = packed((function, unit))
            pieces.append(_Piece(call, crew, crew.submit(call)))
            while pieces and (len(pieces) > crew.ahead or pieces[0].future.done()):
                yield self._fetch(pieces)
        self._hand_out_the_rest()
        while pieces:
            yield self._fetch(pieces)

    def _hand_out_the_rest(self) -> None:
        """Tell helpers that they have all units, and give one of them what it can do meanwhile."""
        for offer in self._offers:
            if offer.crew and offer.sees_files and self._meanwhile:
                offer.crew.submit(packed(self._meanwhile))
                self._meanwhile = None
            if offer.crew:
                offer.crew.no_more()

    def _begin(
        self,
        function: Callable[[Unit], Result],
        units: Iterator[Unit],
        expected: int,
        *,
        reads_files: bool,
    ) -> Iterator[Result]:
        """Do units here until the rest would take so long that it pays to call helpers.

        Where nobody knows how many there are, as much is still to come as has been done.
        """
        seconds = spent = 0.0
        for number in count():
            offer = self._offer(reads_files=reads_files)
            left = max(seconds * (expected - number), spent)
            if offer and (offer.crew or left > PAYS):
                return
            for unit in islice(units, 1):
                begun = perf_counter()
                result = done(function, unit)
                # The first says little of the others: it also imports, compiles, fills caches.
                seconds = perf_counter() - begun if number else 0.0
                spent += seconds
                yield result
                break
            else:
                return

    def _fetch(self, pieces: "deque[_Piece]") -> Any:
        """Return the result of the first piece, and do some of the last ones while waiting."""
        while not pieces[0].future.done() and self._lend_a_hand(pieces):
            pass
        first = pieces.popleft()
        problem = first.crew.failure(first.future)
        if problem is None:
            return first.crew.result(first.future)
        result = done(*unpacked(first.call))
        self._lose(first.crew, problem)
        return result

    def _lend_a_hand(self, pieces: "deque[_Piece]") -> bool:
        """Do the last piece that nobody has begun; tell whether there was one."""
        for piece in reversed(pieces):
            if piece.crew.take_back(piece.future):
                piece.crew, piece.future = self._here, self._here.submit(piece.call)
                return True
        return False

    def _crew(self, *, reads_files: bool) -> Crew:
        """Return the best that there are, calling them if need be."""
        while offer := self._offer(reads_files=reads_files):
            try:
                offer.crew = offer.crew or offer.call()
            except NobodyThereError as nobody:
                self.problems.append(nobody.problem)
                self._offers.remove(offer)
            else:
                return offer.crew
        return self._here

    def _offer(self, *, reads_files: bool) -> "_Offer | None":
        suitable = (offer for offer in self._offers if offer.sees_files or not reads_files)
        return next(suitable, None)

    def _lose(self, crew: Crew, problem: Problem) -> None:
        """Ask a crew no more; its fault is told once, however many units are lost."""
        for offer in self._offers:
            if offer.crew is crew:
                self.problems.append(problem)
                self._dismiss(offer)
                return

    def _dismiss(self, offer: "_Offer") -> None:
        self._offers.remove(offer)
        if offer.crew:
            self.problems += offer.crew.leave()


def helpers_called_ahead(workers: int = 0, *, checks: bool = True) -> Processes | None:
    """Call helpers before there is work for them; None where this process works alone.

    Where the build `checks`, they get ready for that too.
    """
    beside = (workers or processors()) - 1
    return Processes(beside).get_ready(checks=checks) if beside else None


def processors() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(slots=True)
class _Offer:
    """Helpers that can be called, and the crew that they are once they have come."""

    call: Callable[[], Crew]
    sees_files: bool
    crew: Crew | None = None


@dataclass(slots=True)
class _Piece:
    """A unit that is on its way, with its function."""

    call: bytes
    crew: Crew
    future: Future[Any]
