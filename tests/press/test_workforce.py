"""Work done by real processes: in order, bounded, complete whatever happens to a process."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plugins.domain.packing import packed
from plugins.press import workforce
from plugins.press.processes import IN_POOL, Processes
from plugins.press.workforce import Workforce
from plugins.problems import Level

pytestmark = pytest.mark.slow


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let helpers be called for the first unit."""
    monkeypatch.setattr(workforce, "PAYS", -1.0)


def numbered(unit: int) -> tuple[int, int]:
    """Return a unit and the process that did it."""
    return unit, os.getpid()


def wait_for_parent(unit: Path) -> int:
    """Wait for the file in another process; write it in the one that runs the tests."""
    if multiprocessing.parent_process() is None:
        unit.touch()
    while not unit.exists():
        time.sleep(0.01)
    return os.getpid()


def die_elsewhere(unit: int) -> int:
    """Kill the process that does the unit, unless it is the one that runs the tests."""
    if multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return unit


def refuse_elsewhere(unit: int) -> int:
    """Fail in any process but the one that runs the tests."""
    if multiprocessing.parent_process() is not None:
        message = "too little of it"
        raise MemoryError(message)
    return take_a_while(unit)


def divide_by(unit: int) -> float:
    """Fail for 0."""
    return 1 / unit


def note(unit: Path) -> None:
    """Add the process that does the unit to a file."""
    with unit.open("a") as file:
        file.write(f"{os.getpid()}\n")


def divide_elsewhere_by(unit: int) -> float:
    """Fail for 0 in any process but the one that runs the tests."""
    return unit if multiprocessing.parent_process() is None else 1 / unit


class Watched(list[int]):
    """Units that know how many of them have been taken."""

    taken = 0

    def __iter__(self) -> Iterator[int]:
        """Count while giving out."""
        for unit in super().__iter__():
            self.taken += 1
            yield unit


@pytest.mark.usefixtures("at_once")
def test_several_processes_bring_results_in_order() -> None:
    """Whoever has done a unit, and whenever; one pool serves a whole build."""
    with Workforce(3) as work:
        first = list(work.spread(numbered, range(200), expected=200))
        processes = {process.pid for process in multiprocessing.active_children()}
        second = list(work.spread(numbered, range(200), expected=200))
        assert {process.pid for process in multiprocessing.active_children()} == processes
    assert [unit for unit, _ in first] == [unit for unit, _ in second] == list(range(200))
    assert {process for _, process in first} & processes
    assert multiprocessing.active_children() == []
    assert work.problems == []


def test_little_work_calls_nobody() -> None:
    """Starting a process takes longer than a few pages."""
    with Workforce(3) as work:
        done = list(work.spread(numbered, range(200), expected=200))
        assert multiprocessing.active_children() == []
    assert {process for _, process in done} == {os.getpid()}


def take_a_while(unit: int) -> int:
    """Take a fiftieth of a second."""
    time.sleep(0.02)
    return unit


def test_much_work_calls_helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done here first tells how long the rest would take."""
    monkeypatch.setattr(workforce, "PAYS", 0.5)
    with Workforce(2) as work:
        assert list(work.spread(take_a_while, range(40), expected=40)) == list(range(40))
        assert len(multiprocessing.active_children()) == 1


def test_work_of_unknown_length_calls_helpers_when_it_has_gone_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As much is likely to come as has been done."""
    monkeypatch.setattr(workforce, "PAYS", 0.2)
    with Workforce(2) as work:
        assert list(work.spread(take_a_while, range(40), expected=0)) == list(range(40))
        assert len(multiprocessing.active_children()) == 1


@pytest.mark.usefixtures("at_once")
def test_only_a_few_units_are_on_their_way() -> None:
    """The memory of a build does not grow with the number of its pages."""
    units = Watched(range(300))
    most = Processes(2).ahead + 2  # one whose result is awaited, and a look at the first
    with Workforce(3) as work:
        for count, _ in enumerate(work.spread(numbered, units, expected=300)):
            assert units.taken - count <= most
    assert units.taken > 300 - most


@pytest.mark.usefixtures("at_once")
def test_this_process_lends_a_hand_instead_of_waiting(tmp_path: Path) -> None:
    """The other process is stuck until this one has done a unit."""
    with Workforce(2) as work:
        done = list(work.spread(wait_for_parent, [tmp_path / "flag"] * 8, expected=8))
    assert os.getpid() in done
    assert len(set(done)) == 2


@pytest.mark.usefixtures("at_once")
def test_a_helper_does_meanwhile_what_spares_time_later(tmp_path: Path) -> None:
    """One does, once, and after the units that were handed out before."""
    file, begun = tmp_path / "who", time.monotonic()
    with Workforce(3) as work:
        work.meanwhile(note, file)
        for number, _ in enumerate(work.spread(numbered, range(50), expected=50)):
            assert number or not file.exists()
        list(work.spread(numbered, range(50), expected=50))
        while not file.exists() and time.monotonic() < begun + 60:
            time.sleep(0.01)
    (process,) = file.read_text().split()
    assert int(process) != os.getpid()


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("function", "told"), [(divide_elsewhere_by, []), (die_elsewhere, ["process-lost"])]
)
def test_what_goes_wrong_meanwhile_leaves_no_unit_undone(
    function: Callable[[int], float], told: list[str]
) -> None:
    """A fault of it shows where it is done in earnest; that of a helper is told."""
    with Workforce(2) as work:
        work.meanwhile(function, 0)
        for _ in range(3):
            assert list(work.spread(take_a_while, range(9), expected=9)) == list(range(9))
    assert [problem.code for problem in work.problems] == told


@pytest.mark.usefixtures("at_once")
def test_a_few_units_are_left_to_both(tmp_path: Path) -> None:
    """Of four, the pool gets no more than the process is about to do."""
    with Workforce(2) as work:
        done = list(work.spread(wait_for_parent, [tmp_path / "flag"] * 4, expected=4))
    assert done.count(os.getpid()) == 2


def test_the_last_units_are_left_to_the_parent(tmp_path: Path) -> None:
    """While more are to come the pool has some ahead; then it gets none of those that wait."""
    flag = tmp_path / "flag"
    for comes_more, left in ((True, 47 - IN_POOL), (False, 48 - IN_POOL)):
        flag.unlink(missing_ok=True)
        crew = Processes(1)
        first = crew.submit(packed((numbered, 0)))
        others = [crew.submit(packed((wait_for_parent, flag))) for _ in range(47)]
        if not comes_more:
            crew.no_more()
        assert crew.failure(first) is None
        taken_back = sum(map(crew.take_back, others))
        flag.touch()
        crew.leave()
        assert taken_back == left


@pytest.mark.usefixtures("at_once")
def test_what_a_killed_process_leaves_is_done_here() -> None:
    """It costs time, never a page; it is told once, and nobody is called again."""
    with Workforce(3) as work:
        assert list(work.spread(die_elsewhere, range(100), expected=100)) == list(range(100))
        assert {process for _, process in work.spread(numbered, range(50), expected=50)} == {
            os.getpid()
        }
    (problem,) = work.problems
    assert (problem.code, problem.level) == ("process-lost", Level.WARNING)
    assert problem.message.startswith("辅助进程中途退出，没做完的已由本进程补做，网站不受影响")
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("at_once")
def test_what_only_a_helper_cannot_do_is_done_here() -> None:
    """With all that it had been given; it is told once, with what the helper has met."""
    with Workforce(3) as work:
        assert list(work.spread(refuse_elsewhere, range(100), expected=100)) == list(range(100))
    (problem,) = work.problems
    assert "too little of it" in problem.message
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("at_once")
def test_an_exception_comes_back_with_its_unit() -> None:
    """A fault of the program ends the build, wherever it happens; no helper is blamed for it."""
    units = [*range(1, 31), 0, *range(1, 31)]
    with Workforce(2) as work, pytest.raises(ZeroDivisionError) as caught:
        list(work.spread(divide_by, units, expected=len(units)))
    assert caught.value.__notes__ == ["at work on 0"]
    assert work.problems == []
    assert multiprocessing.active_children() == []
