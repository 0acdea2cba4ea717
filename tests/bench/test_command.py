"""`bench` as it is called, over real builds."""

import argparse
from pathlib import Path

import pytest

from plugins.bench.command import bench
from plugins.bench.measuring import Measurement, as_table

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_every_situation_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """After an edit fewer pages are made than from nothing, and none where nothing changed."""
    assert bench(argparse.Namespace(root=ROOT, items=5, corpus=None)) == 0
    rows = [line.split(" | ") for line in capsys.readouterr().out.splitlines() if " | " in line]
    rendered = {row[0].removeprefix("| "): row[4] for row in rows[1:]}
    assert rendered["没有改动"] == "0"
    assert 0 < int(rendered["改一篇正文"]) < int(rendered["从零生成"])


def test_a_corpus_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, no stack trace."""
    missing = tmp_path / "missing.jsonl.gz"
    assert bench(argparse.Namespace(root=ROOT, items=5, corpus=missing)) == 1
    assert "没有测成" in capsys.readouterr().err


def test_a_system_that_tells_no_memory_gets_a_dash() -> None:
    """Windows does not."""
    assert "| 甲 | 1.00 | 2.00 | — | 3 | 4 |" in as_table([Measurement("甲", 1, 2, None, 3, 4)])
