"""What follows from raw figures."""

import pytest

from plugins.bench.builders import ALONE, OURS
from plugins.bench.measuring import Usage
from plugins.bench.results import Run, growths, middles, ratios
from plugins.bench.tables import table_of_middles


def run(turn: int, builder: str, wall: float, cpu: float | None, items: int = 10) -> Run:
    """Write down a build of one situation."""
    usage = Usage(wall=wall, cpu=cpu, megabytes=None, worker_megabytes=None)
    return Run(turn, items, builder, "从零生成", usage, None, 4)


def test_ratios_are_taken_within_a_round_and_then_the_middle_of_them() -> None:
    """A busy minute slows both builders of its round; 6/2, 4/4 and 10/5 make 2."""
    runs = [
        *(run(0, "本项目", 6, 12), run(0, "Hugo", 2, 24)),
        *(run(1, "Hugo", 4, 10), run(1, "本项目", 4, 10)),
        *(run(2, "本项目", 10, 5), run(2, "Hugo", 5, 20)),
    ]
    (ratio,) = ratios(runs)
    assert (ratio.builder, ratio.wall, ratio.cpu) == ("Hugo", 2, 0.5)


def test_each_of_our_builds_is_compared_with_every_other_one() -> None:
    """One process that checks nothing is what the others are; ours are not compared together."""
    runs = [run(0, OURS, 4, 6), run(0, ALONE, 5, 5), run(0, "Hugo", 2, 10)]
    told = [(one.ours, one.builder, one.wall, one.cpu) for one in ratios(runs)]
    assert told == [(OURS, "Hugo", 2, 0.6), (ALONE, "Hugo", 2.5, 0.5)]


def test_sizes_are_not_mixed() -> None:
    """Each size is compared with itself."""
    runs = [
        *(run(0, "本项目", 1, 1), run(0, "Hugo", 2, 2)),
        *(run(0, "本项目", 9, 9, items=20), run(0, "Hugo", 3, 3, items=20)),
    ]
    assert [(one.items, one.wall) for one in ratios(runs)] == [(10, 0.5), (20, 3)]


def test_middles_are_medians() -> None:
    """One slow round does not count."""
    (middle,) = middles([run(0, "本项目", 1, 5), run(1, "本项目", 9, 7), run(2, "本项目", 2, 6)])
    assert (middle.wall, middle.cpu) == (2, 6)


def test_growth_is_one_where_ten_times_the_items_take_ten_times_as_long() -> None:
    """And two where they take a hundred times as long."""
    runs = [
        *(run(0, "甲", 1, 2, items=100), run(0, "甲", 1, 20, items=1000)),
        *(run(0, "乙", 1, 2, items=100), run(0, "乙", 1, 200, items=1000)),
    ]
    found = {one.builder: one.power for one in growths(middles(runs))}
    assert found == {"甲": pytest.approx(1), "乙": pytest.approx(2)}


def test_a_system_that_tells_nothing_gets_a_dash() -> None:
    """Windows tells neither CPU seconds nor memory."""
    runs = [run(0, "本项目", 1, None), run(0, "Hugo", 2, None)]
    assert "| 本项目 | 1.00 | — | — | — | — | 4 |" in table_of_middles(middles(runs))
    assert ratios(runs)[0].cpu is None
    assert growths(middles(runs))[0].power is None
