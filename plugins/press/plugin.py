"""Pelican's side of the press: its one generator builds the whole site."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import blinker
from pelican import signals
from pelican.settings import DEFAULT_CONFIG

from plugins.checking import NOT_ALL_CHECKED
from plugins.domain.dates import TIMEZONE
from plugins.press import messages
from plugins.press.building import Builder, Built
from plugins.press.pressing import Folders
from plugins.press.progress import progress_for
from plugins.press.reusing import explanation
from plugins.press.settings import PressSettings
from plugins.press.summary import PRESSED, Stopwatch, summary_of
from plugins.press.writing import Outcome
from plugins.problems import Problem, has_errors
from plugins.problems.telling import tell

NOTHING_MADE = "这次没有生成网站，已有的网站原样没动。"


class Press:
    """The generator; Pelican makes one a run, and calls its two steps after those of its own.

    It does not extend Pelican's Generator, which would build readers and an environment with
    Pelican's English templates behind ours.
    """

    def __init__(
        self,
        *,
        context: dict[str, Any],
        settings: dict[str, Any],
        path: str,
        theme: str,
        output_path: str,
    ) -> None:
        """Take what Pelican gives to every generator."""
        self.context = context
        self.folders = Folders(Path(theme), Path(output_path), Path(settings["CACHE_PATH"]))
        self.settings = PressSettings(**settings["PRESS"])
        self.loaded: list[str] = settings["PLUGINS"]
        features = settings_of_features(settings)
        self.builder = Builder(Path(path), self.folders, self.settings, TIMEZONE, features)

    def generate_context(self) -> None:
        """See that all plugins are there; everything else is done in one go below."""
        _gate(messages.plugin_not_loaded(name) for name in self.settings.not_loaded(self.loaded))

    def generate_output(self, _writer: object) -> None:
        """Build the site; Pelican's own writer is not used. An error ends the run."""
        built = self.builder.build(Stopwatch(progress=progress_for()))
        _gate(built.problems, "" if built.all_checked else f"{NOT_ALL_CHECKED}\n")
        if built.pressed is None or built.pressed.outcome is None:
            raise SystemExit(1)  # an error has told why
        if self.settings.explain:
            sys.stdout.write(explanation(self.settings.explain, built.pressed.reasons))
        self._announce(built, built.pressed.outcome, built.pressed.rendered)

    def _announce(self, built: Built, outcome: Outcome, rendered: int) -> None:
        """Send Pelican's signal for every written file, as its own writer would, and our own."""
        heard = outcome.written if signals.content_written.receivers else ()
        for path in heard:
            context = {**self.context, "output_file": path}
            signals.content_written.send(str(self.folders.output / path), context=context)
        summary = summary_of(
            outcome,
            self.folders.output,
            read=built.sources,
            rendered=rendered,
            seconds=built.seconds,
        )
        sys.stdout.write(summary.sentence() + "\n")
        blinker.signal(PRESSED).send(summary, built=built)


def settings_of_features(settings: Mapping[str, Any]) -> list[tuple[str, object]]:
    """Return all settings that may decide about the bytes of pages: every dict that is ours.

    How a build works, which is in the dict of the press, decides about none.
    """
    return sorted(
        (name, value)
        for name, value in settings.items()
        if isinstance(value, dict) and name not in {*DEFAULT_CONFIG, "PRESS"}
    )


def register() -> None:
    """Connect to Pelican; `get_generators` is sent on every run, `initialized` only once."""
    signals.get_generators.connect(generators)


def generators(_pelican: object) -> type[Press]:
    """Give Pelican our generator."""
    return Press


def _gate(problems: Iterable[Problem], remark: str = "") -> None:
    """Tell problems; an error among them, and a remark, ends the run without a stack trace."""
    told = tell(problems)
    if has_errors(told):
        is_half = any(problem.code == messages.HALF_WRITTEN for problem in told)
        sys.stderr.write(remark if is_half else f"{NOTHING_MADE}\n{remark}")
        raise SystemExit(1)
