"""What the preview shows besides the site, and the board on which every open page reads it."""

import threading
from dataclasses import dataclass

from plugins.problems import Level, Problem, has_errors


@dataclass(frozen=True, slots=True)
class State:
    """How things stand: `step` says what is being done, and is empty while nothing is.

    `built_at` is the time of day of the last good build in this preview, `seconds` what it took.
    """

    problems: tuple[Problem, ...] = ()
    built_at: str = ""
    seconds: float = 0.0
    step: str = ""

    @property
    def has_errors(self) -> bool:
        """Whether the site shown is an older one than the sources."""
        return has_errors(self.problems)

    def count(self, level: Level) -> int:
        """Count the problems of a level."""
        return sum(problem.level is level for problem in self.problems)


class Board:
    """The one state that all readers see; they wait for the next one."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._changed = threading.Condition()
        self._state = State()
        self._number = 0

    @property
    def state(self) -> State:
        """The state now."""
        return self._state

    def publish(self, state: State) -> None:
        """Put up a state and wake all who wait."""
        with self._changed:
            self._state = state
            self._number += 1
            self._changed.notify_all()

    def after(self, number: int, seconds: float) -> tuple[int, State]:
        """Wait for a state newer than that of a number; return the one there is at last."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number, timeout=seconds)
            return self._number, self._state
