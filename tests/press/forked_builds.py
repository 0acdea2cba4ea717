"""Builds in a fork of this process, in which something happens at a known moment.

The moments are Python's audit events, so a build need not know that it is watched.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from multiprocessing import Pipe, get_context
from typing import TYPE_CHECKING

from tests.press.whole_site import Built, WholeSite

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

MOMENTS = {
    "reading": ("open", "content/"),
    "rendering": ("open", "theme/"),
    "staging": ("open", "output/.staging/new/"),
    "renaming": ("os.rename", "output/"),
    "deleting": ("os.remove", "output/"),
    "remembering": ("sqlite3.connect", ".cache/"),
}
"""What Python does at that moment (its audit event), and to which files of the project."""


def on_touch(site: WholeSite, moment: str, touches: int, act: Callable[[], object]) -> None:
    """From now on, act once, just before a moment comes for another time than `touches` times.

    A moment is one of MOMENTS, or the path of a file that is opened.
    """
    event, path = MOMENTS.get(moment, ("open", moment))
    place = f"{site.folder}/{path}"
    left = touches

    def watch(happened: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if happened == event and place in str(arguments[0]):
            left -= 1
            if left == -1:
                act()

    sys.addaudithook(watch)


def build_and_die(site: WholeSite, moment: str, touches: int) -> bool:
    """Build and be killed at a moment; tell whether it came."""

    def prepare() -> None:
        on_touch(site, moment, touches, lambda: os.kill(os.getpid(), signal.SIGKILL))

    build, _ = _start(site, prepare)
    build.join()
    return build.exitcode == -signal.SIGKILL


def build_for(site: WholeSite, seconds: float) -> bool:
    """Build and kill the build after some seconds; tell whether it was still at work."""
    build, _ = _start(site, lambda: None)
    time.sleep(seconds)
    build.kill()
    build.join()
    return build.exitcode == -signal.SIGKILL


def build_while(site: WholeSite, moment: str, act: Callable[[], object]) -> Built:
    """Build, and do something at a moment of the build, which has to come."""

    def act_once() -> None:
        act()
        marker.touch()

    marker = site.folder / "has-come"
    build, results = _start(site, lambda: on_touch(site, moment, 0, act_once))
    built: Built = results.recv()
    build.join()
    marker.unlink()
    return built


def _start(site: WholeSite, prepare: Callable[[], None]) -> "tuple[BaseProcess, Connection]":
    """Start a build in a fork, in which `prepare` is called first; its result comes back."""

    def run() -> None:
        prepare()
        sender.send(site.build())

    receiver, sender = Pipe(duplex=False)
    build = get_context("fork").Process(target=run)
    build.start()
    sender.close()
    return build, receiver
