"""Helpers on this computer: processes that end when this one does, however it ends."""

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Self

from plugins.domain.packing import called, packed, unpacked
from plugins.press import workforce_messages as messages
from plugins.problems import Problem

NEEDED = ("plugins.reading.text_units", "plugins.press.workshop")
"""The modules in which work is done; loading them takes half a second."""

LEFT_TO_PARENT = 24
"""Units that wait beside those in the pool: the parent does them while processes are starting."""


HAS_DEAD_POOLS_THAT_WAIT = sys.version_info < (3, 11, 5)
LOOK_AGAIN = 0.05
"""Seconds after which such a pool is looked at once more."""

SWITCH_INTERVAL = 0.0002
"""Seconds after which a busy parent lets the threads of its pool pass, which feed the processes."""


class Processes:
    """Some processes beside this one; each is started when there is a unit for it.

    The pool is given only what its processes are about to do: what it has it keeps, and where a
    process dies, a pool whose futures were cancelled never ends.
    """

    def __init__(self, count: int) -> None:
        """Take how many processes there are to be at most."""
        self._count = count
        self._in_pool = 2 * count
        self.ahead = self._in_pool + LEFT_TO_PARENT
        self._handed: list[Future[Any]] = []
        self._waiting: deque[tuple[Future[Any], Callable[[Any], Any], object]] = deque()
        # All systems can spawn; a fork would copy the locks of threads that it does not copy.
        self._pool = ProcessPoolExecutor(
            count, mp_context=get_context("spawn"), initializer=_follow_parent
        )
        self._interval_before = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_INTERVAL)

    def get_ready(self) -> Self:
        """Start all processes and let them load what they will need, without waiting for them."""
        with suppress(BrokenExecutor), _interrupts_held_back():  # the first unit will tell it
            for _ in range(self._count):
                self._pool.submit(_load, NEEDED)
        return self

    def submit(self, function: Callable[[Any], Any], unit: object) -> Future[Any]:
        """Hand out a unit."""
        piece: Future[Any] = Future()
        self._waiting.append((piece, function, unit))
        self._feed()
        return piece

    def take_back(self, future: Future[Any]) -> bool:
        """Withdraw a unit that is not yet in the pool."""
        self._feed()
        for waiting in self._waiting:
            if waiting[0] is future:
                self._waiting.remove(waiting)
                return True
        return False

    def failure(self, future: Future[Any]) -> Problem | None:
        """Wait for a unit; a process that has died fails all units of the pool."""
        while not future.done():
            wait(self._handed, return_when=FIRST_COMPLETED)
            self._feed()
        fault = future.exception()
        if fault is None:
            return None
        return messages.process_lost("" if isinstance(fault, BrokenExecutor) else f"（{fault!r}）")

    def result(self, future: Future[Any]) -> Any:
        """Return the result of a unit that has one."""
        return unpacked(future.result())

    def _feed(self) -> None:
        """Give the pool units while it has room for them."""
        self._handed = [running for running in self._handed if not running.done()]
        while self._waiting and len(self._handed) < self._in_pool:
            piece, function, unit = self._waiting.popleft()
            try:
                with _interrupts_held_back():
                    # Packed here: the pool's thread would be at it while this one wants to run.
                    running = self._pool.submit(called, packed((function, unit)))
            except BrokenExecutor as fault:
                piece.set_exception(fault)
            else:
                self._handed.append(running)
                running.add_done_callback(partial(_pass_on, piece))

    def leave(self) -> Sequence[Problem]:
        """Let the processes finish the unit they are at, and end them."""
        sys.setswitchinterval(self._interval_before)
        if HAS_DEAD_POOLS_THAT_WAIT:
            _end(self._pool)
        else:
            self._pool.shutdown(cancel_futures=True)
        while self._waiting:
            self._waiting.popleft()[0].set_exception(BrokenExecutor())
        return ()


def _end(pool: Any) -> None:
    """End a pool; where a process has died, close what it was fed by, as Python does by itself now.

    What feeds it would wait for ever until the dead one has taken the rest of its unit.
    """
    queue, manager = pool._call_queue, pool._executor_manager_thread  # noqa: SLF001 - no other way in
    pool.shutdown(wait=False, cancel_futures=True)
    while manager is not None and manager.is_alive():
        manager.join(LOOK_AGAIN)
        if pool._broken:  # noqa: SLF001
            queue._reader.close()  # noqa: SLF001


def _load(modules: Iterable[str]) -> None:
    for module in modules:
        import_module(module)


def _pass_on(piece: Future[Any], running: Future[Any]) -> None:
    """Give a piece what became of it in the pool."""
    if running.cancelled():
        piece.set_exception(BrokenExecutor())
    elif fault := running.exception():
        piece.set_exception(fault)
    else:
        piece.set_result(running.result())


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let processes that are started here be born deaf to Ctrl+C, which is for their parent.

    They inherit the mask; Windows has none, there one that is just starting may show a trace.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    """Begin the life of a process: it leaves Ctrl+C to its parent, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # as in the parent: see garbage.py
    Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    """End this process when its parent was killed; else it would wait for units for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
