"""What a build did and how long it took: for people in one line, for programs as JSON."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from plugins.press.progress import Progress
from plugins.press.unchanged import Answer
from plugins.press.writing import Outcome

PRESSED = "bulletin-pressed"
"""Signal sent with the Summary of a build that has been written."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One build in numbers; `seconds` by phase, in their order."""

    output: Path
    read: int
    made: int
    rendered: int
    written: int
    unchanged: int
    pruned: int
    seconds: dict[str, float]

    @property
    def reused(self) -> int:
        """Pages that were taken over from the last build without being made again."""
        return self.made - self.rendered

    def sentence(self) -> str:
        """Say in one line what came out, and where it is."""
        taken_over = f"（沿用上次的 {self.reused} 页）" if self.reused else ""
        return (
            f"已生成 {self.made} 页{taken_over}，"
            f"写入 {self.written} 个文件，删除 {self.pruned} 个，"
            f"用时 {sum(self.seconds.values()):.1f} 秒。输出在 {_near(self.output)}"
        )

    def as_json(self) -> str:
        """Write what `--report` promises."""
        numbers = {
            "read": self.read,
            "reused": self.reused,
            "rendered": self.rendered,
            "written": self.written,
            "pruned": self.pruned,
            "seconds": {phase: round(seconds, 3) for phase, seconds in self.seconds.items()},
        }
        return json.dumps(numbers, indent=1) + "\n"


def summary_of(
    outcome: Outcome, output: Path, *, read: int, rendered: int, seconds: dict[str, float]
) -> Summary:
    """Put a build's outcome into numbers."""
    made = len(outcome.written) + outcome.unchanged
    return Summary(
        output=output,
        read=read,
        made=made,
        rendered=rendered,
        written=len(outcome.written),
        unchanged=outcome.unchanged,
        pruned=len(outcome.pruned),
        seconds=seconds,
    )


def summary_of_unchanged(answer: Answer, output: Path, seconds: float) -> Summary:
    """Put into numbers that a build would change nothing."""
    made = len(answer.files) - 1
    return Summary(output, answer.sources, made, 0, 0, made, 0, {"comparing": seconds})


@dataclass
class Stopwatch:
    """Measures the phases of a build; a phase may be entered more than once.

    `progress` is told of every phase and step, where somebody watches.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    progress: Progress | None = None

    @contextmanager
    def phase(self, name: str, total: int | None = None) -> Iterator[None]:
        """Add the time of the block to a phase; `total` is the number of its steps if known."""
        if self.progress:
            self.progress.begin(name, total)
        begun = time.perf_counter()
        try:
            yield
        finally:
            taken = time.perf_counter() - begun
            self.seconds[name] = self.seconds.get(name, 0.0) + taken
            if self.progress:
                self.progress.end(name, taken)

    def step(self, steps: int = 1) -> None:
        """Tell that some steps of the phase are done."""
        if self.progress:
            self.progress.advance(steps)


def _near(folder: Path) -> str:
    """Write a folder as seen from where the command was given, if it lies below."""
    here = Path.cwd()
    return f"{folder.relative_to(here) if folder.is_relative_to(here) else folder}/"
