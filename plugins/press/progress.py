"""How far a build has come: a bar on a terminal, plain lines for a log.

Quick builds show nothing: a bar that is gone before it is seen tells nobody anything.
"""

import sys
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

PHASES = {
    "reading": "读取稿件和表格",
    "checking": "检查内容",
    "collecting": "排列页面",
    "comparing": "与上次比对",
    "rendering": "生成页面",
    "writing": "写入文件",
}
SECONDS_WORTH_A_LINE = 2.0


class Progress(Protocol):
    """What is told of a build while it runs."""

    def begin(self, phase: str, total: int | None) -> None:
        """Tell that a phase begins; `total` is its number of steps, None where it is not known."""

    def advance(self, steps: int = 1) -> None:
        """Tell that some steps of the phase are done."""

    def end(self, phase: str, seconds: float) -> None:
        """Tell that a phase has ended, after so many seconds."""


class PlainProgress:
    """A line for each phase that has taken long, for logs."""

    def __init__(self, stream: TextIO) -> None:
        """Take where the lines go."""
        self._stream = stream

    def begin(self, phase: str, total: int | None) -> None:
        """Say nothing yet."""

    def advance(self, steps: int = 1) -> None:
        """Say nothing of single steps."""

    def end(self, phase: str, seconds: float) -> None:
        """Say how long a long phase has taken."""
        if seconds >= SECONDS_WORTH_A_LINE:
            self._stream.write(f"{PHASES[phase]}：{seconds:.1f} 秒\n")
            self._stream.flush()


class TerminalProgress:
    """A bar with phase, rate and remaining time, gone when the phase is over."""

    def __init__(self, stream: TextIO) -> None:
        """Take the terminal."""
        self._stream = stream
        self._bar: RichProgress | None = None

    def begin(self, phase: str, total: int | None) -> None:
        """Show the bar of a phase."""
        self._bar = _bar(self._stream)
        self._bar.add_task(PHASES[phase], total=total)
        self._bar.start()

    def advance(self, steps: int = 1) -> None:
        """Move the bar on."""
        if self._bar is not None:
            self._bar.advance(self._bar.task_ids[0], steps)

    def end(self, phase: str, seconds: float) -> None:
        """Take the bar away."""
        del phase, seconds
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def progress_for(stream: TextIO = sys.stderr) -> Progress:
    """Return what suits a stream: a bar on a terminal, else lines."""
    return TerminalProgress(stream) if stream.isatty() else PlainProgress(stream)


def _bar(stream: TextIO) -> "RichProgress":
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs rich
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("剩余"),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=Console(file=stream), transient=True)
