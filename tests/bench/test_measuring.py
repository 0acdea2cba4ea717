"""One process and what it took, with real processes."""

import sys
from pathlib import Path

import pytest

from plugins.bench.measuring import BuildFailedError, measure

HOLD = "import time; held = bytearray({} * 1024 * 1024); time.sleep(0.3)"
FAMILY = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD.format(90)!r}])"
BUSY = "import time\nwhile time.process_time() < 0.3: pass"
IN_A_CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}])"


def test_cpu_seconds_of_children_count(tmp_path: Path) -> None:
    """Our build has workers."""
    usage = measure([sys.executable, "-c", IN_A_CHILD], tmp_path, tmp_path / "log", {})
    if usage.cpu is None:
        pytest.skip("这个系统不报 CPU 时间")
    assert usage.cpu >= 0.3
    assert usage.wall >= 0.3


def test_memory_of_a_worker_is_not_its_parents(tmp_path: Path) -> None:
    """A machine needs room for both, and for every worker."""
    if not Path("/proc/self/status").exists():
        pytest.skip("这个系统没有 /proc")
    usage = measure([sys.executable, "-c", FAMILY], tmp_path, tmp_path / "log", {})
    assert usage.megabytes is not None
    assert usage.worker_megabytes is not None
    assert usage.megabytes < 60
    assert 90 < usage.worker_megabytes < 150


def test_the_memory_of_whoever_measures_does_not_count(tmp_path: Path) -> None:
    """A process begins as a copy of its parent, which here holds a whole corpus."""
    if not Path("/proc/self/status").exists():
        pytest.skip("这个系统没有 /proc")
    held = bytearray(b"1" * 200 * 1024 * 1024)
    usage = measure([sys.executable, "-c", HOLD.format(1)], tmp_path, tmp_path / "log", {})
    assert held
    assert usage.megabytes is not None
    assert usage.megabytes < 100


def test_a_failed_build_tells_its_last_words(tmp_path: Path) -> None:
    """Without them nobody knows what to mend."""
    with pytest.raises(BuildFailedError, match="坏了"):
        measure(
            [sys.executable, "-X", "utf8", "-c", "import sys; sys.exit('坏了')"],
            tmp_path,
            tmp_path / "log",
            {},
        )
