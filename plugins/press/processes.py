"""Helpers on this computer: processes that end when this one does, however it ends."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any

from plugins.press import workforce_messages as messages
from plugins.press.crew import failed
from plugins.problems import Problem


class Processes:
    """Some processes beside this one; each is started when there is a unit for it."""

    def __init__(self, count: int) -> None:
        """Take how many processes there are to be at most."""
        # A pool keeps units in its pipe that cannot be taken back: one for each process, and one.
        self.ahead = 3 * count + 2
        # All systems can spawn; a fork would copy the locks of threads that it does not copy.
        self._pool = ProcessPoolExecutor(
            count, mp_context=get_context("spawn"), initializer=_follow_parent
        )

    def submit(self, function: Callable[[Any], Any], unit: object) -> Future[Any]:
        """Hand out a unit."""
        try:
            with _interrupts_held_back():
                return self._pool.submit(function, unit)
        except BrokenExecutor as fault:
            return failed(fault)

    def take_back(self, future: Future[Any]) -> bool:
        """Withdraw a unit that is not yet in the pipe."""
        return future.cancel()

    def failure(self, future: Future[Any]) -> Problem | None:
        """Wait for a unit; a process that has died fails all units of the pool."""
        fault = future.exception()
        if fault is None:
            return None
        return messages.process_lost("" if isinstance(fault, BrokenExecutor) else f"（{fault!r}）")

    def result(self, future: Future[Any]) -> Any:
        """Return the result of a unit that has one."""
        return future.result()

    def leave(self) -> Sequence[Problem]:
        """Let the processes finish the unit they are at, and end them."""
        self._pool.shutdown(cancel_futures=True)
        return ()


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
    Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    """End this process when its parent was killed; else it would wait for units for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
