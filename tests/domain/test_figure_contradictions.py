"""Figures held against each other: what contradicts itself is found, what may be true is not."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.figure_contradictions import contradictions
from plugins.domain.figures import Figure
from plugins.domain.tables import Recognition
from tests.builders import day, recognition
from tests.figures.ledger import figure, total

STARS = recognition("a", "五星级党支部", 2021, announced=35, awarded_on=day("2021-07"))


def faults(*figures: Figure, recognitions: Sequence[Recognition] = ()) -> list[str]:
    """Return what is said of the contradictions of a ledger."""
    return [one.fault for one in contradictions(figures, recognitions)]


def test_a_cumulative_that_falls_is_found_with_what_was_added_between() -> None:
    """The real case: 188 in autumn 2021, 180 in February 2023, 23 awarded between."""
    (told,) = faults(
        total(188, "2021-10", moment="2021年秋"),
        total(180, "2023-02", moment="2023年2月"),
        figure(value=35, until="2021-07"),
        figure(value=23, until="2022-06"),
    )
    assert told == "累计数2021年秋为188个，2023年2月为180个，反而减少，其间新增23个（2022年6月）"


def test_a_cumulative_that_grows_by_less_than_was_added_is_found() -> None:
    """The increments lie wholly between; those of the first year are in its total already."""
    added = [figure(value=9, until="2021"), figure(value=5, until="2022")]
    assert faults(total(100, "2021"), total(105, "2022"), *added) == []
    (told,) = faults(total(100, "2021"), total(104, "2022"), *added)
    assert told.endswith("其间新增5个（2022年），应不少于105")


def test_increments_of_one_time_are_not_counted_twice() -> None:
    """A year and its months say the same; the way that adds up to most counts."""
    months = [figure(value=2, until="2022-03"), figure(value=2, until="2022-06")]
    year = figure(value=5, since="2022-01", until="2022-11")
    assert faults(total(100, "2021"), total(105, "2023"), *months, year) == []
    assert len(faults(total(100, "2021"), total(104, "2023"), *months, year)) == 1


def test_times_that_overlap_are_not_compared() -> None:
    """Nobody knows whether a total of the year stands before or after one of its months."""
    assert faults(total(100, "2022-06"), total(90, "2022")) == []


@pytest.mark.parametrize(
    ("earlier", "later", "is_told"),
    [
        ({"approximation": "约"}, {}, False),
        ({"approximation": "余"}, {}, True),
        ({}, {"approximation": "多"}, False),
        ({"scope": "甲县"}, {}, False),
        ({"since": "2020"}, {"since": "2021"}, False),
    ],
    ids=["about", "more before", "more after", "another scope", "another start"],
)
def test_only_what_is_certain_is_told(
    earlier: dict[str, str], later: dict[str, str], *, is_told: bool
) -> None:
    """An inexact number may be larger; another scope or start is another series."""
    told = faults(total(188, "2021", **earlier), total(180, "2022", **later))
    assert bool(told) == is_told


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.booleans(), st.sampled_from(["", "约", "余"])),
        min_size=2,
        max_size=8,
    )
)
def test_a_fall_is_always_told_unless_all_rows_are_marked(
    rows: list[tuple[int, bool, str]],
) -> None:
    """Whatever stands between: told are exactly the ledgers of which some pair is not marked."""
    series = [
        total(value, str(2000 + place), doubt="存疑" if marked else "", approximation=word or None)
        for place, (value, marked, word) in enumerate(rows)
    ]
    falls = [
        (series[one].is_doubtful and series[other].is_doubtful)
        for other in range(len(rows))
        for one in range(other)
        if rows[one][2] != "约" and not rows[other][2] and rows[one][0] > rows[other][0]
    ]
    found = list(contradictions(series[::-1]))
    assert bool(found) == bool(falls)
    assert all(one.is_admitted for one in found) == all(falls)


def test_a_part_is_no_more_than_the_whole() -> None:
    """Held against the whole of the same scope and time alone."""
    whole = figure("问题", "wenti", value=10)
    assert faults(whole, figure("解决", "jiejue", value=10, formula="属于 问题")) == []
    (told,) = faults(whole, figure("解决", "jiejue", value=11, formula="属于 问题"))
    assert told == "解决11个是问题10个的一部分，却比它多"
    other = figure("解决", "jiejue", value=11, until="2022", formula="属于 问题")
    assert faults(whole, other) == []


def test_a_total_is_the_sum_of_its_parts() -> None:
    """A part of more than its number leaves the total open upwards, not downwards."""
    parts = [figure("甲", "jia", value="0.1"), figure("乙", "yi", value="0.2", approximation="余")]
    heads = {value: figure("丙", "bing", value=value, formula="甲＋乙") for value in ("0.3", "9")}
    assert faults(*parts, heads["0.3"]) == faults(*parts, heads["9"]) == []
    (told,) = faults(*parts, figure("丙", "bing", value="0.29", formula="甲＋乙"))
    assert told == "甲0.1个、乙0.2余个，合计0.3，不是丙0.29个"


@pytest.mark.parametrize(
    ("part", "whole", "share", "agrees"),
    [
        (1336, 2358, "56.7", True),
        (511, 742, "68.9", True),
        (1336, 2358, "56.6", False),
        (1, 3, "33", True),
        (1, 3, "33.333333", True),
        (1, 8, "12.5", True),
        (1, 8, "12", True),
        (1, 8, "13", True),
        (1, 8, "12.4", False),
        (5, 0, "100", False),
    ],
)
def test_a_percentage_is_computed_within_the_rounding_of_its_print(
    part: int, whole: int, share: str, *, agrees: bool
) -> None:
    """Half a step of the last printed digit either way, compared exactly."""
    told = faults(
        figure("部分", "bufen", value=part),
        figure("整体", "zhengti", value=whole),
        figure("占比", "zhanbi", value=share, unit="%", formula="部分÷整体"),
    )
    assert (told == []) == agrees


def test_the_ledger_repeats_what_was_announced() -> None:
    """A recognition without a total, or of another time, proves nothing."""
    row = figure(value=35, until="2021-07", formula="公布 五星级党支部")
    assert faults(row, recognitions=[STARS]) == []
    wrong = row.model_copy(update={"value": row.value + 1})
    (told,) = faults(wrong, recognitions=[STARS])
    assert told == "表彰表里公布的是35，不是授予数36个"
    for other in ({"announced": None}, {"awarded_on": day("2022-07")}):
        assert faults(wrong, recognitions=[STARS.model_copy(update=other)]) == []


def test_a_contradiction_with_a_recognition_needs_its_mark_too() -> None:
    """Every row of it is marked, in whatever table."""
    row = figure(value=36, until="2021-07", formula="公布 五星级党支部", doubt="两说不一")
    marked = STARS.model_copy(update={"doubt": "两说不一"})
    admitted = [next(contradictions([row], [one])).is_admitted for one in (STARS, marked)]
    assert admitted == [False, True]
