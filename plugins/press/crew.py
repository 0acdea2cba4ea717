"""What the workforce asks of those who do the work: this process, others, workers elsewhere."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any, Protocol

from plugins.domain.packing import unpacked
from plugins.domain.work import done
from plugins.problems import Problem


class NobodyThereError(Exception):
    """Helpers that were called cannot be had; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        """Take what is to be told."""
        super().__init__(problem.message)
        self.problem = problem


class Crew(Protocol):
    """Those who take units of work."""

    ahead: int
    """How many units to hand out before the result of the first is waited for."""

    def submit(self, call: bytes) -> Future[Any]:
        """Hand out a function and its unit, packed; what prevents that is told by the future."""
        ...

    def no_more(self) -> None:
        """Know that for now there are no units but those that were handed out."""
        ...

    def take_back(self, future: Future[Any]) -> bool:
        """Withdraw a unit that nobody has begun; tell whether it could be."""
        ...

    def failure(self, future: Future[Any]) -> Problem | None:
        """Wait for a unit; return why it has no result, or None where it has one."""
        ...

    def result(self, future: Future[Any]) -> Any:
        """Return the result of a unit that has one."""
        ...

    def leave(self) -> Sequence[Problem]:
        """Send all home, done or not; return what is to be told of them."""
        ...


class Alone:
    """This process: it does a unit at once, and raises what the unit raises."""

    ahead = 0

    def submit(self, call: bytes) -> Future[Any]:
        """Do a unit."""
        future: Future[Any] = Future()
        future.set_result(done(*unpacked(call)))
        return future

    def no_more(self) -> None:
        """Nothing waits here."""

    def take_back(self, _future: Future[Any]) -> bool:
        """Nothing waits here."""
        return False

    def failure(self, _future: Future[Any]) -> Problem | None:
        """Nothing is lost here."""
        return None

    def result(self, future: Future[Any]) -> Any:
        """Return what was done."""
        return future.result()

    def leave(self) -> Sequence[Problem]:
        """Stay."""
        return ()
