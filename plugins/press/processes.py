"""Helpers on this computer: processes that end when this one does, however it ends."""

import atexit
import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from importlib import import_module
from multiprocessing import get_context, parent_process
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Self

from plugins.domain.interrupts import interrupts_held_back
from plugins.domain.packing import called, unpacked
from plugins.press import workforce_messages as messages
from plugins.problems import Problem

NEEDED = ("plugins.reading.text_units", "plugins.press.workshop")
"""What helpers load, in the order in which it is needed, while the parent loads Pelican."""

NEEDED_TO_CHECK = ("plugins.checking.word_search",)
"""What they load besides where the rules are asked."""

IN_POOL = 4
"""Units in the pool for each process: it has the next ones while the parent is at its own."""

IN_POOL_AT_LEAST = 2
"""As many at first and at last: what is in the pool of few units, the parent cannot do."""

MANY_UNITS = 4
"""Of so many units that were handed out one more may be in the pool."""

PIPE_SIZE = 1 << 20
"""Bytes; the most that Linux gives to everybody."""

LEFT_TO_PARENT = 12
"""Units that wait beside those in the pool: the parent does them while processes are starting."""

WAKE_SECONDS = 0.5
"""So often Ctrl+C is looked for where waiting cannot be interrupted (Windows)."""

HAS_DEAD_POOLS_THAT_WAIT = sys.version_info < (3, 11, 5)
LOOK_AGAIN = 0.05
"""Seconds after which such a pool is looked at once more."""

SWITCH_INTERVAL = 0.0002
"""Seconds after which a busy parent lets the threads of its pool pass, which feed the processes."""


class Processes:
    """Some processes beside this one; each is started when there is a unit for it.

    The pool is given only what its processes are about to do: what it has cannot be taken back.
    Its futures are touched here only when nobody else can want their locks, as Ctrl+C might leave
    one taken: what becomes of them comes through a queue, which it cannot harm.
    """

    def __init__(self, count: int) -> None:
        """Take how many processes there are to be at most."""
        self._count = count
        self._in_pool = self._handed_out = 0
        self.ahead = IN_POOL * count + LEFT_TO_PARENT
        self._ended: SimpleQueue[tuple[Future[Any], Future[Any]]] = SimpleQueue()
        self._waiting: deque[tuple[Future[Any], bytes]] = deque()
        # All systems can spawn; a fork would copy the locks of threads that it does not copy.
        self._pool = ProcessPoolExecutor(
            count, mp_context=get_context("spawn"), initializer=_follow_parent
        )
        _widen(self._pool)
        self._interval_before = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_INTERVAL)

    def get_ready(self, *, checks: bool = True) -> Self:
        """Start all processes and let them load what they will need, without waiting for them."""
        modules = (*NEEDED, *NEEDED_TO_CHECK) if checks else NEEDED
        with suppress(BrokenExecutor), interrupts_held_back():  # the first unit will tell it
            for _ in range(self._count):
                self._pool.submit(_load, modules)
        return self

    def submit(self, call: bytes) -> Future[Any]:
        """Hand out a unit."""
        piece: Future[Any] = Future()
        self._waiting.append((piece, call))
        self._handed_out += 1
        self._feed()
        return piece

    def no_more(self) -> None:
        """Leave to the parent more of what still waits, so that all are done at the same time."""
        self._handed_out = 0

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
            with suppress(Empty):
                self._settle(*self._ended.get(timeout=WAKE_SECONDS))
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
        while not self._ended.empty():
            self._settle(*self._ended.get())
        depth = min(IN_POOL, max(IN_POOL_AT_LEAST, self._handed_out // MANY_UNITS))
        while self._waiting and self._in_pool < depth * self._count:
            piece, call = self._waiting.popleft()
            try:
                with interrupts_held_back():
                    running = self._pool.submit(called, call)
                    running.add_done_callback(partial(self._tell, piece))
            except BrokenExecutor as fault:
                piece.set_exception(fault)
            else:
                self._in_pool += 1

    def _tell(self, piece: Future[Any], running: Future[Any]) -> None:
        self._ended.put((piece, running))

    def _settle(self, piece: Future[Any], running: Future[Any]) -> None:
        """Give a piece what became of it in the pool."""
        self._in_pool -= 1
        if running.cancelled():
            piece.set_exception(BrokenExecutor())
        elif fault := running.exception():
            piece.set_exception(fault)
        else:
            piece.set_result(running.result())

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


def _widen(pool: Any) -> None:
    """Let what goes to and from the processes of a pool wait in its pipes, where Linux has room.

    In the usual ones a unit has room in parts, and each part waits for the busy parent.
    """
    with suppress(ImportError, AttributeError, OSError):
        from fcntl import F_SETPIPE_SZ, fcntl  # noqa: PLC0415 - not on every system

        for queue in (pool._call_queue, pool._result_queue):  # noqa: SLF001 - no other way in
            fcntl(queue._writer, F_SETPIPE_SZ, PIPE_SIZE)  # noqa: SLF001


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


def _follow_parent() -> None:
    """Begin the life of a process: it leaves Ctrl+C to its parent, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # as in the parent: see garbage.py
    atexit.register(os._exit, 0)  # its parent waits for it: what it holds dies with it, unsorted
    Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    """End this process when its parent was killed; else it would wait for units for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
