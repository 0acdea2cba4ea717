"""`bench` as it is called, over real builds."""

import json
import os
import signal
import subprocess
import sys
import time
from itertools import islice, repeat
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import tasks
from plugins.bench.builders import Workload
from plugins.bench.command import bench
from plugins.bench.corpus import made_up_samples
from plugins.bench.measuring import BuildFailedError
from plugins.bench.our_builder import copy_project, our_builder

ROOT = Path(__file__).parents[2]


def call(*arguments: str) -> int:
    """Call `bench` as the command line would."""
    return bench(tasks.parse("bench", list(arguments)))


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of all tables."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]


@pytest.mark.slow
def test_every_situation_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After an edit fewer pages are made than from nothing, and none where nothing changed."""
    file = tmp_path / "raw.json"
    assert call("--items", "12", "--json", str(file)) == 0
    text = capsys.readouterr().out
    rendered = {row[1]: row[7] for row in rows_of(text) if row[:1] == ["12"] and len(row) == 9}
    everything = int(rendered["从零生成"])
    assert rendered["没有改动"] == "0"
    assert 0 < int(rendered["改一篇正文"]) < int(rendered["改一个标题"]) < everything
    assert 0 < int(rendered["改一行表格"]) < everything
    assert int(rendered["改一个标题"]) < int(rendered["改一个模板"]) <= everything
    assert int(rendered["新增 100 篇"]) > everything
    raw = json.loads(file.read_text(encoding="utf-8"))
    assert [run["scenario"] for run in raw["runs"]] == list(rendered)
    assert all(run["wall"] > 0 for run in raw["runs"])
    assert raw["outputs"][0]["item_pages"] == 12


@pytest.mark.slow
def test_the_search_can_be_left_out(tmp_path: Path) -> None:
    """Its index is measured by itself; no other builder makes one."""
    workload = Workload(tuple(islice(made_up_samples(), 1)), search=False)
    builder = our_builder(ROOT, workload, tmp_path / "ours")
    builder.build()
    assert (builder.output / "index.html").is_file()
    assert not (builder.output / "search" / "manifest.gz").exists()


@pytest.mark.slow
def test_growth_is_a_table_and_a_chart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every figure of the table stands in the chart."""
    file = tmp_path / "growth.svg"
    assert call("--growth", "6,12", "--chart", str(file)) == 0
    rows = [row for row in rows_of(capsys.readouterr().out) if len(row) == 9]
    chart = ET.parse(file).getroot()  # noqa: S314 - our own
    words = {node.text for node in chart.iter("{http://www.w3.org/2000/svg}text")}
    assert [row[0] for row in rows if row[0].isdigit()] == ["6"] * 3 + ["12"] * 3
    assert {row[4] for row in rows if row[0].isdigit()} <= words


def is_gone(group: int) -> bool:
    """Tell whether no process of a group is left; give them a moment if there is one."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    time.sleep(0.1)
    return False


@pytest.mark.slow
def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    """Neither folders nor processes."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", BENCH],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(scratch), "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stderr
        assert any("从零生成" in line for line in process.stderr)
        assert list(scratch.iterdir())
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=60)
        assert any(map(is_gone, repeat(process.pid, 100)))
    assert process.returncode == 130
    assert list(scratch.iterdir()) == []


BENCH = """\
import signal, sys, tasks
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may start jobs deaf to it
try:
    from plugins.bench.command import bench
    sys.exit(bench(tasks.parse("bench", ["--items", "12"])))
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_a_corpus_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, no stack trace."""
    assert call("--corpus", str(tmp_path / "missing.jsonl.gz")) == 1
    assert "没有测成" in capsys.readouterr().err


def test_a_chart_needs_several_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    """It is said at once, not after an hour."""
    assert call("--chart", "growth.svg") == 2
    assert "--growth" in capsys.readouterr().err


def test_sizes_are_whole_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip is told in Chinese."""
    assert tasks.parse("bench", ["--growth", "1000,3000"]).growth == [1000, 3000]
    with pytest.raises(SystemExit):
        tasks.parse("bench", ["--growth", "1000,,3000"])
    assert "不是正整数" in capsys.readouterr().err


@pytest.mark.slow
def test_a_build_that_fails_is_told_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    """The domain is wrong, and the site says so."""
    assert call("--items", "3", "--domain", "https://bench.example") == 1
    assert "“域名”的写法不对" in capsys.readouterr().err


@pytest.mark.slow
def test_a_fault_of_the_program_is_told_with_its_trace(tmp_path: Path) -> None:
    """The copy of the project is gone before anyone could look it up there."""
    workload = Workload(tuple(islice(made_up_samples(), 3)))
    builder = our_builder(ROOT, workload, tmp_path / "ours")
    (builder.folder / "plugins/press/command.py").write_text("1 / 0", encoding="utf-8")
    with pytest.raises(BuildFailedError, match="ZeroDivisionError"):
        builder.build()


@pytest.mark.slow
def test_the_environment_of_the_project_survives_a_copy_that_renews_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Making an environment begins with emptying it."""
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_RETRIES", "0")
    copy_project(ROOT, tmp_path / "project")
    before = sorted((tmp_path / "project/.venv").rglob("*"))
    workload = Workload(tuple(islice(made_up_samples(), 3)))
    builder = our_builder(tmp_path / "project", workload, tmp_path / "ours")
    (builder.folder / "requirements.lock").write_text("missing==1\n", encoding="utf-8")
    with pytest.raises(BuildFailedError, match="运行环境没有装好"):
        builder.build()
    assert sorted((tmp_path / "project/.venv").rglob("*")) == before
