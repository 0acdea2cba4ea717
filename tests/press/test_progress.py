"""What is told of a build while it runs."""

import io
from collections.abc import Callable

import pytest

from plugins.press.progress import PHASES, PlainProgress, TerminalProgress, progress_for
from plugins.press.summary import Stopwatch


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_log_gets_a_line_for_a_long_phase_only() -> None:
    """A build of half a second says nothing but its summary."""
    log = io.StringIO()
    progress = PlainProgress(log)
    progress.end("reading", 0.5)
    progress.end("rendering", 12.34)
    assert log.getvalue() == "生成页面：12.3 秒\n"


def test_a_terminal_gets_a_bar_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Phase, steps and remaining time; nothing is left when the phase is over."""
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    watch = Stopwatch(progress=TerminalProgress(terminal))
    with watch.phase("rendering", 2):
        watch.step()
        watch.step()
    assert "生成页面" in terminal.getvalue()
    assert "2/2" in terminal.getvalue()
    assert watch.seconds["rendering"] >= 0


@pytest.mark.parametrize(
    ("stream", "expected"), [(Terminal, TerminalProgress), (io.StringIO, PlainProgress)]
)
def test_the_stream_decides(stream: Callable[[], io.StringIO], expected: type) -> None:
    """CI logs hold no control characters."""
    assert isinstance(progress_for(stream()), expected)


def test_every_phase_of_a_build_has_a_name() -> None:
    """An unknown phase would end a build with a KeyError."""
    log = io.StringIO()
    for phase in PHASES:
        PlainProgress(log).end(phase, 99)
    assert len(log.getvalue().splitlines()) == len(PHASES)
