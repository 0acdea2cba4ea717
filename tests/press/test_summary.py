"""What a build did, for people and for programs."""

import json
from pathlib import Path

import pytest

from plugins.press.summary import Stopwatch, summary_of
from plugins.press.writing import Outcome

OUTCOME = Outcome(written=("a", "b"), unchanged=3, pruned=("c",), foreign=())


def test_the_sentence_says_what_came_out_and_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is named as seen from where the command was given."""
    monkeypatch.chdir(tmp_path)
    seconds = {"a": 1.0, "b": 0.25}
    summary = summary_of(OUTCOME, tmp_path / "output", read=4, rendered=5, seconds=seconds)
    assert summary.sentence() == (
        "已生成 5 页，写入 2 个文件，删除 1 个，用时 1.2 秒。输出在 output/"
    )


def test_the_sentence_says_what_was_taken_over(tmp_path: Path) -> None:
    """After an edit most pages are those of the last build."""
    summary = summary_of(OUTCOME, tmp_path, read=4, rendered=2, seconds={})
    assert summary.sentence().startswith("已生成 5 页（沿用上次的 3 页），写入 2 个文件")


def test_the_report_has_the_promised_keys(tmp_path: Path) -> None:
    """What was not rendered was reused."""
    summary = summary_of(OUTCOME, tmp_path, read=4, rendered=4, seconds={"reading": 0.12345})
    assert json.loads(summary.as_json()) == {
        "read": 4,
        "reused": 1,
        "rendered": 4,
        "written": 2,
        "pruned": 1,
        "seconds": {"reading": 0.123},
    }


def test_a_phase_adds_up() -> None:
    """Entering it again counts on."""
    watch = Stopwatch({"reading": 1.0})
    with watch.phase("reading"):
        pass
    assert watch.seconds["reading"] > 1.0
