"""The building process as the serving process sees it: started, asked, heard, ended.

All that comes from it arrives in one queue: `Said` for a message, `Ended` when it is gone.
"""

import json
import subprocess
import sys
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any

from plugins.preview.process_tree import apart, end_tree

MODULE = "plugins.preview.building.command"
TRACE_LINES = 200


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a building process: `{"step": …}`, `{"built": …}` or `{"finished": …}`."""

    builder: "Builder"
    message: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ended:
    """A building process has ended; `trace` is the end of what it wrote to standard error."""

    builder: "Builder"
    code: int
    trace: str


class Builder:
    """One building process."""

    def __init__(self, root: Path, output: Path, events: SimpleQueue[Any]) -> None:
        """Start it; OSError where the system starts no more processes."""
        self._events = events
        self._trace: deque[str] = deque(maxlen=TRACE_LINES)
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-X", "utf8", "-m", MODULE, str(root), str(output)],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            **apart(),
        )
        assert self._process.stdout and self._process.stderr  # noqa: PT018, S101 - asked for above
        complaints = threading.Thread(target=self._keep, args=(self._process.stderr,), daemon=True)
        complaints.start()
        arguments = (self._process.stdout, complaints)
        threading.Thread(target=self._hear, args=arguments, daemon=True).start()

    def ask(self) -> None:
        """Ask for a build; one that has just ended is heard of through its `Ended`."""
        assert self._process.stdin  # noqa: S101 - asked for above
        with suppress(OSError):
            self._process.stdin.write("build\n")
            self._process.stdin.flush()

    def end(self) -> None:
        """End it at once, with all that it has started."""
        end_tree(self._process.pid)
        self._process.wait()

    def _keep(self, stream: IO[str]) -> None:
        self._trace.extend(stream)

    def _hear(self, stream: IO[str], complaints: threading.Thread) -> None:
        for line in stream:
            if line.endswith("\n"):  # else it was killed in the middle of a word
                self._events.put(Said(self, json.loads(line)))
        code = self._process.wait()
        end_tree(self._process.pid)  # a killed process leaves those behind that render for it
        complaints.join()
        self._events.put(Ended(self, code, "".join(self._trace)))
