"""One build as a process of its own, and what the system says it took."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Measurement:
    """A build: wall and CPU seconds (children included), pages rendered and files written.

    `megabytes` is the peak of the largest process where the system tells it, else None.
    """

    name: str
    wall: float
    cpu: float
    megabytes: float | None
    rendered: int
    written: int


def measure(name: str, root: Path, content: Path, output: Path, today: str) -> Measurement:
    """Build the site of a content folder once; subprocess.CalledProcessError if it fails."""
    report = output.parent / "report.json"
    command = [
        *(sys.executable, str(root / "tasks.py"), "build", "--content", str(content)),
        *("--output", str(output), "--today", today, "--report", str(report), "--no-rules"),
    ]
    before, begun = _children(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=root)  # noqa: S603 - our own
    wall, after = time.perf_counter() - begun, _children()
    told: Mapping[str, int] = json.loads(report.read_text(encoding="utf-8"))
    cpu, peak = after[0] - before[0], after[1]
    return Measurement(name, wall, cpu, peak, told["rendered"], told["written"])


def load() -> str:
    """Say how busy the machine has been, as figures mean little without it."""
    if not hasattr(os, "getloadavg"):
        return "未知"
    return "、".join(f"{one:.1f}" for one in os.getloadavg())


def as_table(measurements: Sequence[Measurement]) -> str:
    """Write measurements as a Markdown table."""
    rows = ["| 情形 | 用时（秒） | CPU（秒） | 峰值内存（MB） | 生成页 | 写入文件 |"]
    rows.append("|---|---:|---:|---:|---:|---:|")
    for one in measurements:
        peak = "—" if one.megabytes is None else f"{one.megabytes:.0f}"
        figures = f"{one.wall:.2f} | {one.cpu:.2f} | {peak} | {one.rendered} | {one.written}"
        rows.append(f"| {one.name} | {figures} |")
    return "\n".join(rows) + "\n"


def _children() -> tuple[float, float | None]:
    """Return CPU seconds of all children so far, and the peak memory of the largest in MB."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        times = os.times()
        return times.children_user + times.children_system, None
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = MEGABYTE if sys.platform == "darwin" else 1024
    return used.ru_utime + used.ru_stime, used.ru_maxrss / unit
