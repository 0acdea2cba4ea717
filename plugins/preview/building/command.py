"""The building process: reads a line, builds, answers with lines of JSON, until its input ends.

In: any line on standard input asks for a build. Out: on standard output `{"step": "…"}` while it
is at work, then `{"built": {…}}` with the problems as `check --format json` writes them, and
`{"finished": […]}` with the problems there are when what could wait is made too. A fault of the
program ends the process with a trace on standard error, which the serving process tells.
"""

import json
import os
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import plugins.press.command as press_command
from plugins.press import messages
from plugins.press.building import Built
from plugins.press.plugin import Press
from plugins.press.progress import PHASES
from plugins.press.summary import Stopwatch
from plugins.press.writing import Outcome
from plugins.preview.messages import BUSY, content_missing
from plugins.preview.process_tree import end_tree
from plugins.problems import Problem
from plugins.problems.report import as_json

SECONDS_BETWEEN_STEPS = 0.2
QUIET_SECONDS = 2.0
"""After so long without a save what could wait is made, so that it is in nobody's way."""


@dataclass
class Steps:
    """Tells how far a build is, seldom enough to cost nothing."""

    answer: "Answer"
    _phase: str = ""
    _total: int | None = None
    _done: int = 0
    _told: float = 0.0

    def begin(self, phase: str, total: int | None) -> None:
        """Tell that a phase begins."""
        self._phase, self._total, self._done = PHASES[phase], total, 0
        self._tell()

    def advance(self, steps: int = 1) -> None:
        """Count some steps, and tell them if the last telling is a moment ago."""
        self._done += steps
        if time.monotonic() - self._told >= SECONDS_BETWEEN_STEPS:
            self._tell()

    def end(self, phase: str, seconds: float) -> None:
        """Leave it to the next phase to say so."""

    def _tell(self) -> None:
        self._told = time.monotonic()
        counted = f" {self._done}/{self._total}" if self._total else ""
        self.answer.send({"step": self._phase + counted})


class Site:
    """The site of the preview, in a folder of its own: there drafts can be seen.

    It `is_late` while what could wait for the saved page is still to be made. Where the last build
    came to nothing for an error in the sources, that has to wait for the next save: `may_finish`.
    """

    def __init__(self, root: Path, output: Path, steps: Steps) -> None:
        """Take the folder of the project and the one to build into."""
        self._root = root
        self._content = root / "content"
        self._output = output
        self._steps = steps
        self._press: Press | None = None
        self._is_stuck = False
        self.is_late = False

    @property
    def may_finish(self) -> bool:
        """Whether there is something left to make, and no error known that prevents it."""
        return self.is_late and not self._is_stuck

    def build(self) -> dict[str, Any]:
        """Build once and return what came of it; nothing was pressed where an error came first."""
        begun = time.perf_counter()
        problems, pages, written = self._build()
        return {
            "problems": json.loads(as_json(problems)),
            "pages": pages,
            "written": written,
            "seconds": time.perf_counter() - begun,
        }

    def _build(self) -> tuple[tuple[Problem, ...], int, int]:
        """Return the problems, and the numbers of pages and of files that were changed."""
        self._is_stuck = True
        if not self._content.is_dir():
            return (content_missing(),), 0, 0
        press = self._press = self._press or self._loaded()
        not_loaded = press.settings.not_loaded(press.loaded)
        if not_loaded:
            return tuple(map(messages.plugin_not_loaded, not_loaded)), 0, 0
        built = press.builder.build(Stopwatch(progress=self._steps), in_haste=True)
        outcome = self._outcome_of(built)
        if not outcome:
            return built.problems, 0, 0
        changed = len(outcome.written) + len(outcome.pruned)
        return built.problems, len(outcome.written) + outcome.unchanged, changed

    def finish(self) -> tuple[Problem, ...] | None:
        """Make what could wait until the saved page was there to be seen: the search.

        Return the problems; None where it must be tried again, since another process is at work.
        """
        if not self._press or not self.is_late:
            return None
        built = self._press.builder.build(Stopwatch())
        self._outcome_of(built)
        return None if _is_busy(built) else built.problems

    def _loaded(self) -> Press:
        """Let Pelican load all plugins, and return the press that it would start.

        Pelican refuses to begin where there is no content, so this waits for the first build.
        """
        settings = press_command.settings(self._root, self._content, self._output, drafts=True)
        press_command.load_plugins(settings)
        return Press(
            context=settings,
            settings=settings,
            path=settings["PATH"],
            theme=settings["THEME"],
            output_path=settings["OUTPUT_PATH"],
        )

    def _outcome_of(self, built: Built) -> Outcome | None:
        """Return what a build has written, and note whether it left anything to be made.

        One that has written nothing leaves what there was.
        """
        outcome = built.pressed.outcome if built.pressed else None
        if built.pressed and outcome:
            self.is_late = built.pressed.late
        self._is_stuck = not outcome and not _is_busy(built)
        return outcome


def _is_busy(built: Built) -> bool:
    return any(problem.code == BUSY for problem in built.problems)


class Answer:
    """The way back to the serving process, out of reach of whatever prints in this one."""

    def __init__(self) -> None:
        """Keep standard output for answers; what others print there goes nowhere from now on."""
        self._stream = os.fdopen(os.dup(1), "w", encoding="utf-8")
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)

    def send(self, message: dict[str, object]) -> None:
        """Send one line."""
        self._stream.write(json.dumps(message, ensure_ascii=False) + "\n")
        self._stream.flush()


def main() -> None:
    """Build whenever a line comes in."""
    root, output = map(Path, sys.argv[1:])
    answer = Answer()
    site = Site(root, output, Steps(answer))
    requests: SimpleQueue[str] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    while True:
        try:
            asked = requests.get(timeout=QUIET_SECONDS if site.may_finish else None)
        except Empty:
            problems = site.finish()
            if problems is not None:
                answer.send({"finished": json.loads(as_json(problems))})
            continue
        if not asked:
            break
        answer.send({"built": site.build()})


def _listen(requests: SimpleQueue[str]) -> None:
    """Hand on requests; with the serving process this one ends too, also in mid-build."""
    for line in sys.stdin:
        requests.put(line)
    end_tree(os.getpid())
    os._exit(1)  # where it was not started as the head of a tree


if __name__ == "__main__":
    main()
