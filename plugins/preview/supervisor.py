"""What follows from what: a save asks for a build, a build brings news, a fault waits for a save.

In: changes and what the building process says, from one queue. Out: states on the board, lines on
the terminal. It holds at most one building process, and never ends because of it.
"""

import math
import threading
import time
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from plugins.domain.interrupts import interrupts_held_back
from plugins.preview import messages
from plugins.preview.builder import Builder, Ended, Said
from plugins.preview.state import Board
from plugins.preview.terminal import Terminal
from plugins.preview.watching import Changed, Polling
from plugins.problems import Level, Place, Problem, has_errors, in_order

LOG = Path(".cache/last-error.log")
SECONDS_BEFORE_RETRY = 1.0
SECONDS_BETWEEN_REVIVALS = 60.0
"""A building process that ends sooner once more has a fault of its own."""

QUIET_SECONDS = 0.035
LONGEST_BURST_SECONDS = 1.0
"""A burst of saves is over when nothing more has come for a moment, or when it never ends."""

WAKE_SECONDS = 0.5
"""So often Ctrl+C is looked for where waiting cannot be interrupted (Windows)."""


class Supervisor:
    """Keeps the site up to date until it is stopped."""

    def __init__(
        self, root: Path, output: Path, board: Board, terminal: Terminal, events: SimpleQueue[Any]
    ) -> None:
        """Take the project, where to build, and where to tell what happens."""
        self._root = root
        self._output = output
        self._board = board
        self._terminal = terminal
        self._events = events
        self._builder: Builder | None = None
        self._is_building = False
        self._is_asked_again = False
        self._revived = -math.inf
        self._notes: tuple[Problem, ...] = ()
        self._lock = self._read_lock()

    def run(self) -> None:
        """Build, then answer events; ends only by an exception such as KeyboardInterrupt."""
        self._build()
        while True:
            with suppress(Empty):
                self._answer_in_time(self._events.get(timeout=WAKE_SECONDS))

    def stop(self) -> None:
        """End the building process."""
        if self._builder:
            self._builder.end()
        self._builder = None

    def _answer_in_time(self, event: object) -> None:
        """Answer an event; a change only when no other follows it at once."""
        last = time.monotonic() + LONGEST_BURST_SECONDS
        while isinstance(event, Changed) and time.monotonic() < last:
            try:
                following = self._events.get(timeout=QUIET_SECONDS)
            except Empty:
                break
            if isinstance(following, Changed):
                event = Changed(event.program or following.program)
            else:
                self._answer(following)
        self._answer(event)

    def _answer(self, event: object) -> None:
        """Do what an event calls for; what an earlier building process says counts no more."""
        match event:
            case Changed(program=True):
                self.stop()
                self._is_building = self._is_asked_again = False
                self._build()
            case Changed():
                self._build()
            case Polling():
                self._notes = (messages.polling(),)  # told with the next build
            case Said(builder, message) if builder is self._builder:
                self._hear(message)
            case Ended(builder, code, trace) if builder is self._builder:
                self._mourn(code, trace)

    def _build(self) -> None:
        """Ask for a build, once more after the present one if there is one."""
        if self._is_building:
            self._is_asked_again = True
            return
        try:
            with interrupts_held_back():  # one that nobody knows of yet would be left behind
                self._builder = self._builder or Builder(self._root, self._output, self._events)
        except OSError as fault:
            self._show((messages.builder_not_started(fault.strerror or str(fault)),))
            return
        self._is_building = True
        self._board.publish(replace(self._board.state, step="准备"))
        self._builder.ask()

    def _hear(self, message: dict[str, Any]) -> None:
        """Show how far a build is, or what it came to; begin the next one if it is asked for."""
        if "step" in message:
            self._terminal.step(message["step"])
            self._board.publish(replace(self._board.state, step=message["step"]))
            return
        if "finished" in message:
            self._hear_of_the_rest(tuple(map(_problem, message["finished"])))
            return
        built = message["built"]
        problems = tuple(map(_problem, built["problems"]))
        self._is_building = False
        if any(problem.code == messages.BUSY for problem in problems):
            self._try_later()
            return
        self._show(problems, built)
        self._go_on()

    def _hear_of_the_rest(self, problems: tuple[Problem, ...]) -> None:
        """Show what came of the part that could wait, unless a build will tell it anew."""
        if not self._is_building:
            self._show(problems)

    def _try_later(self) -> None:
        """Let another preview or build of this project finish."""
        retry = threading.Timer(SECONDS_BEFORE_RETRY, self._events.put, [Changed(program=False)])
        retry.daemon = True
        retry.start()

    def _go_on(self) -> None:
        if self._is_asked_again:
            self._is_asked_again = False
            self._build()

    def _mourn(self, code: int, trace: str) -> None:
        """Tell that the building process is gone; the next change starts another.

        One that was idle has left the site as it should be: another takes its place in silence.
        """
        was_idle, self._is_building = not self._is_building, False
        self._builder = None
        if was_idle and messages.TRACE not in trace and self._revives():
            self._build()
            return
        if messages.TRACE in trace:
            log = self._root / LOG
            with suppress(OSError):  # a full disk must not hide the message behind its own
                log.parent.mkdir(exist_ok=True)
                log.write_text(trace, encoding="utf-8")
            self._show((messages.program_fault(trace, self._root, log),))
        else:
            self._show((messages.builder_ended(code),))
        self._go_on()

    def _revives(self) -> bool:
        """Tell whether the last time is long ago; it is now."""
        last, self._revived = self._revived, time.monotonic()
        return self._revived - last > SECONDS_BETWEEN_REVIVALS

    def _show(self, problems: tuple[Problem, ...], built: dict[str, Any] | None = None) -> None:
        """Put up what a build came to; `built` is None where it did not come to its end."""
        told = tuple(in_order([*problems, *self._notes, *self._lock_changed()]))
        state = replace(self._board.state, problems=told, step="")
        if built and not has_errors(told):
            now = datetime.now().astimezone()
            state = replace(state, built_at=f"{now:%H:%M:%S}", seconds=built["seconds"])
        self._board.publish(state)
        self._terminal.built(state, built)

    def _lock_changed(self) -> tuple[Problem, ...]:
        return () if self._read_lock() == self._lock else (messages.lock_changed(),)

    def _read_lock(self) -> bytes:
        try:
            return (self._root / messages.LOCK).read_bytes()
        except OSError:
            return b""


def _problem(row: dict[str, Any]) -> Problem:
    """Read a problem as `check --format json` writes it."""
    place = Place(row["file"], row["line"], row["column"])
    return Problem(place, row["code"], Level(row["level"]), row["message"], row["remedy"])
