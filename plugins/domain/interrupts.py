"""Ctrl+C where it may not strike: it is heard a little later, when nothing is half done."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import Any


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """Let Ctrl+C wait for the end of a few steps.

    Between them it could leave a lock taken for ever, and whoever needs it would wait as long:
    `threading.Condition` takes its lock in Python code, in the middle of which it may strike.
    Processes that are started here are born deaf to it, as it is for their parent. They inherit
    the mask; Windows has none, there one that is just starting may show a trace.
    """
    if current_thread() is not main_thread():  # it strikes in no other
        yield
        return
    heard: list[Any] = []
    before = signal.signal(signal.SIGINT, lambda *told: heard.append(told))
    try:
        with _masked():
            yield
    finally:
        signal.signal(signal.SIGINT, before)
        if heard:
            signal.raise_signal(signal.SIGINT)


@contextmanager
def _masked() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
