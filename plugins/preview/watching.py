"""Watches the project: what editors write, the theme, and the program itself.

In: the project's root. Out: `Changed` in a queue, some hundredths of a second after the last save
of a burst. The temporary files of Word, WPS and other editors are no changes.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from watchfiles import Change, watch

FOLDERS = ("content", "theme", "plugins")
PROGRAM = {"plugins", "pelicanconf.py", "requirements.lock", "tasks.py"}
STEP_MILLISECONDS = 12
"""So often is looked; a change is told with the second look, a burst of them every other one."""

ROOT_STEP_MILLISECONDS = 50
POLL_MILLISECONDS = 1000
SIGN_OF_LIFE_MILLISECONDS = 1000
TEMPORARY_STARTS = ("~$", ".~", ".#", "#")
TEMPORARY_ENDS = ("~", ".swp", ".swo", ".swx", ".tmp", ".temp", ".part", ".pyc")
TEMPORARY_NAMES = {"4913", ".DS_Store", "Thumbs.db", "desktop.ini", "__pycache__", ".git"}


@dataclass(frozen=True, slots=True)
class Changed:
    """Something was saved; `program` where it changes how pages are made and not what they say."""

    program: bool


@dataclass(frozen=True, slots=True)
class Polling:
    """The system does not report changes; they are looked for now and then."""


def is_temporary(name: str) -> bool:
    """Tell whether a file or folder is what editors' programs leave around, and nobody's work."""
    return (
        name in TEMPORARY_NAMES
        or name.startswith(TEMPORARY_STARTS)
        or name.lower().endswith(TEMPORARY_ENDS)
    )


class Watcher:
    """Two threads: one for all that lies in the folders, one for the folders' own coming and going.

    A folder that is deleted takes its watch with it; when it is back, the first thread begins anew.
    """

    def __init__(self, root: Path, events: SimpleQueue[Any]) -> None:
        """Take the project's root and where to tell changes."""
        self._root = root.resolve()
        self._events = events
        self._stopped = threading.Event()
        self._moved = threading.Event()
        self._threads = [
            threading.Thread(target=work, daemon=True)
            for work in (self._watch_folders, self._watch_root)
        ]

    def start(self) -> None:
        """Begin to watch."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End both threads; one that sits in a slow network folder is left to itself."""
        self._stopped.set()
        self._moved.set()
        for thread in self._threads:
            thread.join(timeout=2)

    def _watch_root(self) -> None:
        for names in self._changes([self._root], self._stopped, ROOT_STEP_MILLISECONDS):
            seen = {parts[0] for parts in names if parts}
            if seen & set(FOLDERS):
                self._moved.set()
            self._tell({(name,) for name in seen & {*FOLDERS, *PROGRAM}})

    def _watch_folders(self) -> None:
        begun_anew = False
        while not self._stopped.is_set():
            self._moved.clear()
            folders = [self._root / name for name in FOLDERS if (self._root / name).is_dir()]
            for names in self._changes(folders, self._moved, STEP_MILLISECONDS):
                if begun_anew:  # between the old watch and this one nobody has looked
                    self._events.put(Changed(program=False))
                begun_anew = False
                self._tell(names)
            begun_anew = True

    def _tell(self, changed: set[tuple[str, ...]]) -> None:
        if changed:
            self._events.put(Changed(program=any(parts[0] in PROGRAM for parts in changed)))

    def _changes(
        self, folders: list[Path], stop: threading.Event, step: int
    ) -> Iterator[set[tuple[str, ...]]]:
        """Yield the paths that were changed, in their parts; nothing once a while, to be heard."""
        polled: bool | None = None  # leaves it to the system
        while not stop.is_set():
            try:
                for changes in watch(
                    *folders,
                    watch_filter=None,
                    debounce=step,
                    step=step,
                    stop_event=stop,
                    rust_timeout=SIGN_OF_LIFE_MILLISECONDS,
                    yield_on_timeout=True,
                    recursive=folders != [self._root],
                    force_polling=polled,
                    poll_delay_ms=POLL_MILLISECONDS,
                    ignore_permission_denied=True,
                ):
                    yield {parts for change in changes if (parts := self._parts(*change))}
            except FileNotFoundError:  # gone since it was seen, which the other thread tells
                stop.wait(1)
            except (OSError, RuntimeError):  # the system has no more watches to give
                stop.wait(1 if polled else 0)
                polled = True
                self._events.put(Polling())

    def _parts(self, change: Change, path: str) -> tuple[str, ...]:
        """Return the parts of a path inside the root; none where the change means nothing."""
        parts = Path(path).parts[len(self._root.parts) :]
        if change == Change.modified and Path(path).is_dir():
            return ()  # Windows tells so of every folder in which something was left
        return () if any(map(is_temporary, parts)) else parts
