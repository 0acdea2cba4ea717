"""Pages made by the workers of a real Dask cluster: the same bytes, whatever happens to it."""

import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from pathlib import Path

import pytest

from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.domain.work import OwnWork
from plugins.press import cluster, workforce
from plugins.press.elsewhere import versions
from plugins.press.templates import read_templates
from plugins.press.workforce import Workforce
from plugins.press.workshop import PAGES_A_UNIT, Frame, Made, spread_pages
from plugins.problems import Problem
from tests.conftest import missing
from tests.press.builders import ROOT, write_files

PATIENCE = 120
SECONDS_UNTIL_NOTICED = 8
TEMPLATE = (
    "{{ view }} {{ site.name }} {{ root }}\n{% for one in range(view % 50) %} {{ one }}{% endfor %}"
)
PAGES = [Page(f"news/{number}/index.html", "a.html", number) for number in range(3000)]

Start = Callable[..., subprocess.Popen[bytes]]
StartScheduler = Callable[[], tuple[subprocess.Popen[bytes], str]]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Start a part of Dask in an empty folder; it does not know where this project lies."""
    if not importlib.util.find_spec("distributed"):
        missing("没有找到 distributed：安装 .ci/requirements.lock。")
    with ExitStack() as started:

        def run(*arguments: str, path: Path | None = None) -> subprocess.Popen[bytes]:
            folder = tmp_path_factory.mktemp("elsewhere")
            environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", f"distributed.cli.{arguments[0]}", *arguments[1:]],
                cwd=folder,
                env={**environment, **({"PYTHONPATH": str(path)} if path else {})},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            started.callback(process.wait)
            started.callback(process.kill)
            return process

        yield run


@pytest.fixture(scope="module")
def start_worker(start: Start) -> Start:
    """Start a worker and wait until its scheduler knows it."""

    def run(scheduler: str, path: Path | None = None) -> subprocess.Popen[bytes]:
        from distributed import Client  # noqa: PLC0415 - only CI has it

        with Client(scheduler, set_as_default=False) as client:
            before = len(client.nthreads())
            options = ("--no-nanny", "--no-dashboard", "--nthreads", "1", "--host", "127.0.0.1")
            worker = start("dask_worker", scheduler, *options, path=path)
            client.wait_for_workers(before + 1, timeout=PATIENCE)
        return worker

    return run


@pytest.fixture(scope="module")
def start_scheduler(start: Start, tmp_path_factory: pytest.TempPathFactory) -> StartScheduler:
    """Start a scheduler; return it and its address."""

    def run() -> tuple[subprocess.Popen[bytes], str]:
        told = tmp_path_factory.mktemp("scheduler") / "scheduler.json"
        options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        process = start("dask_scheduler", *options, "--scheduler-file", str(told))
        deadline = time.monotonic() + PATIENCE
        while not told.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        return process, json.loads(told.read_text(encoding="utf-8"))["address"]

    return run


@pytest.fixture(scope="module")
def scheduler(start_scheduler: StartScheduler, start_worker: Start) -> str:
    """Return the address of a scheduler with two workers."""
    _, address = start_scheduler()
    start_worker(address)
    start_worker(address)
    return address


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let helpers be called for the first unit."""
    monkeypatch.setattr(workforce, "PAYS", -1.0)


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """Return a theme of one template."""
    write_files(tmp_path / "theme", {"templates/a.html": TEMPLATE})
    return tmp_path / "theme"


@pytest.fixture
def frame(theme: Path, site: SiteView) -> Frame:
    """Return what the pages are made with."""
    return Frame(site, read_templates(theme))


@pytest.fixture
def alone(frame: Frame) -> list[Made]:
    """Make the pages in this process."""
    return list(spread_pages(PAGES, len(PAGES), frame, OwnWork()))


def test_a_cluster_makes_the_same_bytes_in_the_same_order(
    scheduler: str, frame: Frame, alone: list[Made]
) -> None:
    """Its workers have neither the theme nor this project; one of two builds serves the other."""
    for _ in range(2):
        with Workforce(1, scheduler) as work:
            made = list(spread_pages(PAGES, len(PAGES), frame, work))
        assert made == alone
        assert work.problems == []


def process_of(_view: object, _site: SiteView) -> str:
    """Tell which process makes a page."""
    return str(os.getpid())


def test_pages_made_of_files_are_made_here(scheduler: str, frame: Frame) -> None:
    """Pictures and attachments lie on this computer."""
    pages = [Page(f"{number}.jpg", process_of, number, reads_files=True) for number in range(20)]
    with Workforce(1, scheduler) as work:
        made = dict(spread_pages(pages, len(pages), frame, work))
    assert set(made.values()) == {str(os.getpid()).encode()}


def test_a_fault_of_a_template_is_told_as_it_would_be_here(
    scheduler: str, tmp_path: Path, site: SiteView
) -> None:
    """By the template's place in the theme of the one who can mend it."""
    write_files(tmp_path / "theme", {"templates/a.html": "{{ view }}\n{{ nothing }}\n"})
    broken = Frame(site, read_templates(tmp_path / "theme"))
    with Workforce(1, scheduler) as work:
        told = list(spread_pages(PAGES[:200], 200, broken, work))
    assert told == list(spread_pages(PAGES[:200], 200, broken, OwnWork()))
    assert {made.place.line for _, made in told if isinstance(made, Problem)} == {2}


def test_a_killed_worker_is_made_up_for(
    scheduler: str, start_worker: Start, frame: Frame, alone: list[Made]
) -> None:
    """It costs time, never a page, and is told."""
    worker = start_worker(scheduler)
    made = []
    with Workforce(1, scheduler) as work:
        for one in spread_pages(PAGES, len(PAGES), frame, work):
            made.append(one)
            if len(made) == 200:
                worker.send_signal(signal.SIGKILL)
                worker.wait()
                wait_for_workers(scheduler, 2)
    assert made == alone
    assert [problem.code for problem in work.problems] == ["worker-lost"]


def wait_for_workers(scheduler: str, count: int) -> None:
    """Wait until a scheduler knows of no more workers."""
    from distributed import Client  # noqa: PLC0415 - only CI has it

    deadline = time.monotonic() + PATIENCE
    with Client(scheduler, set_as_default=False) as client:
        while len(client.nthreads()) > count:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_a_scheduler_that_goes_away_is_made_up_for(
    start_scheduler: StartScheduler,
    start_worker: Start,
    frame: Frame,
    alone: list[Made],
) -> None:
    """The rest is made here, told once."""
    process, address = start_scheduler()
    start_worker(address)
    made = []
    with Workforce(1, address) as work:
        for one in spread_pages(PAGES, len(PAGES), frame, work):
            made.append(one)
            if len(made) == 200:
                process.kill()
                process.wait()
    assert made == alone
    assert [problem.code for problem in work.problems] == ["cluster-lost"]


def test_a_scheduler_that_goes_away_between_two_phases_is_made_up_for(
    start_scheduler: StartScheduler, start_worker: Start, frame: Frame, alone: list[Made]
) -> None:
    """By then nobody is at work whose unit could tell it."""
    process, address = start_scheduler()
    start_worker(address)
    with Workforce(1, address) as work:
        assert list(spread_pages(PAGES, len(PAGES), frame, work)) == alone
        process.kill()
        process.wait()
        time.sleep(SECONDS_UNTIL_NOTICED)
        assert list(spread_pages(PAGES, len(PAGES), frame, work)) == alone
    assert [problem.code for problem in work.problems] == ["cluster-lost"]


def test_a_scheduler_that_goes_away_after_the_work_fails_no_build(
    start_scheduler: StartScheduler, start_worker: Start, frame: Frame, alone: list[Made]
) -> None:
    """All is done; there is only nobody left to take leave of."""
    process, address = start_scheduler()
    start_worker(address)
    with Workforce(1, address) as work:
        assert list(spread_pages(PAGES, len(PAGES), frame, work)) == alone
        process.kill()
        process.wait()
        time.sleep(SECONDS_UNTIL_NOTICED)
    assert work.problems == []


@pytest.mark.parametrize("name", ["segno", "zlib"])
def test_what_draws_and_compresses_is_compared_too(name: str) -> None:
    """Workers draw the codes of printed items, and compress the files of the search."""
    answer: Future[dict[str, str]] = Future()
    answer.set_result({**versions(cluster.DECIDE_ABOUT_BYTES), name: "0.1"})
    assert cluster._objection(answer).startswith(f"{name} 是 0.1，应为 ")  # noqa: SLF001


def test_a_worker_that_would_make_other_bytes_gets_no_work(
    start_scheduler: StartScheduler,
    start_worker: Start,
    tmp_path: Path,
    frame: Frame,
) -> None:
    """Here one with another Jinja; it is told with both versions, and how to mend it."""
    other = "Metadata-Version: 2.1\nName: Jinja2\nVersion: 2.0\n"
    write_files(tmp_path / "other", {"Jinja2-2.0.dist-info/METADATA": other})
    _, address = start_scheduler()
    start_worker(address, path=tmp_path / "other")
    for expected in ("workers-unusable", "worker-refused"):
        with Workforce(1, address) as work:
            list(spread_pages(PAGES[:300], 300, frame, work))
        (problem,) = work.problems
        assert problem.code == expected
        assert "jinja2 是 2.0，应为 " in problem.message
        assert "requirements.lock" in problem.remedy
        start_worker(address)


def test_a_worker_never_uses_the_code_of_another_build(
    scheduler: str,
    tmp_path: Path,
    frame: Frame,
    alone: list[Made],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It has served this project as it is, serves it changed, and as it is again."""
    changed = tmp_path / "changed" / "plugins"
    shutil.copytree(cluster.CODE, changed, ignore=shutil.ignore_patterns("__pycache__"))
    with (changed / "press" / "workshop.py").open("a", encoding="utf-8") as code:
        code.write("\n\ndef make_unit(unit):\n    return [('changed', b'')]\n")
    for code_folder, expected in ((cluster.CODE, alone), (changed, None), (cluster.CODE, alone)):
        monkeypatch.setattr(cluster, "CODE", code_folder)
        with Workforce(1, scheduler) as work:
            made = list(spread_pages(PAGES, len(PAGES), frame, work))
        assert made == (expected or [("changed", b"")] * (len(PAGES) // PAGES_A_UNIT))
        assert work.problems == []


def test_a_scheduler_that_nobody_answers_for_loses_no_build(
    start: Start, frame: Frame, alone: list[Made]
) -> None:
    """A cluster that is switched off is told, and this computer does the work."""
    del start  # only to see that Dask is there
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
        with Workforce(1, address) as work:
            assert list(spread_pages(PAGES, len(PAGES), frame, work)) == alone
    (problem,) = work.problems
    assert (problem.code, problem.place.file) == ("scheduler-unreachable", address)
    assert problem.message == "5 秒内连不上这个调度器；这次由本机完成，网站不受影响"


def test_a_missing_package_is_told_with_its_command(
    frame: Frame, alone: list[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dask is not among the packages of the site."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with Workforce(1, "tcp://127.0.0.1:1") as work:
        assert list(spread_pages(PAGES, len(PAGES), frame, work)) == alone
    (problem,) = work.problems
    assert problem.code == "scheduler-package-missing"
    assert problem.remedy == f"运行 {sys.executable} -m pip install distributed"


@pytest.mark.parametrize("package", ["distributed", "dask"])
def test_the_site_itself_needs_no_dask(package: str) -> None:
    """Its lock does not name it; that of CI does, so that these tests run there."""
    locks = [ROOT / "requirements.lock", ROOT / ".ci" / "requirements.lock"]
    named = [f"\n{package}==" in lock.read_text(encoding="utf-8") for lock in locks]
    assert named == [False, True]
