"""What ought to be found, by hand, and how an answer is held against it."""

import math
from dataclasses import replace

import pytest

from plugins.bench.corpus import Sample
from plugins.bench.search_browser import Answer
from plugins.bench.search_quality import MOST, mean, ndcg, quality_of
from plugins.bench.search_truth import OFTEN, TITLE_GAIN, truth_of

SAMPLE = Sample(
    "a", "甲镇组织学习", "2022-03-01", "要闻", ("学习",), "记者 某甲", "学习开始。\n学习结束。"
)
FIVE = (
    SAMPLE,
    replace(SAMPLE, name="b", date="2022-03-02", title="乙社区义诊", text="甲镇也来学习。"),
    replace(SAMPLE, name="c", date="2022-03-03", title="丙局会议", text="5Ｇ基站 已开通ABC线路"),
    replace(SAMPLE, name="d", date="2023-03-04", title="丁單位總結", text="甲镇、乙社区"),
    replace(SAMPLE, name="e", date="2023-03-05", title="组织", text="学" + "学习" * 20),
)
TRUTH = truth_of(FIVE)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("学习", "abe"),
        ("甲镇", "abd"),
        ("甲镇 学习", "ab"),
        ("学习 义诊", "b"),
        ("组织学习", "a"),
        ("习学习开", ""),  # a title and a text do not meet
        ("始。学习结", ""),  # nor do paragraphs
        ("镇、乙", "d"),
        ("5g基站已", "c"),
        ("abc", "c"),
        ("单位总结", "d"),
        ("没有", ""),
    ],
)
def test_exactly_the_items_that_hold_all_parts_are_found(query: str, found: str) -> None:
    """Whatever the case, the width and the form of the characters."""
    wanted = {f"news/{'2022' if name in 'abc' else '2023'}/{name}/" for name in found}
    assert TRUTH.found(query).keys() == wanted


def test_relevance_is_title_first_then_frequency() -> None:
    """A single mention in a title is worth more than any number in a text."""
    found = TRUTH.found("学习")
    assert found["news/2022/a/"] == pytest.approx(math.log2(4) + TITLE_GAIN)
    assert found["news/2022/b/"] == 1
    assert found["news/2023/e/"] == pytest.approx(math.log2(1 + OFTEN))
    assert found["news/2022/a/"] > found["news/2023/e/"] > found["news/2022/b/"]


def test_of_several_parts_the_one_that_is_said_least_counts() -> None:
    """An item that says one part twenty times is not more about both."""
    truth = truth_of([replace(SAMPLE, text="甲镇" + "，义诊" * 9)])
    assert list(truth.found("义诊 甲镇").values()) == [pytest.approx(math.log2(3))]


def test_measures_are_those_worked_out_by_hand() -> None:
    """Four items are wanted, two of them are found, and one that is not wanted."""
    wanted = {"a": 3.0, "b": 2.0, "c": 1.0, "d": 1.0}
    found = quality_of(Answer(3, ("b", "x", "a")), wanted)
    assert found.recall == pytest.approx(2 / 4)
    assert found.precision == pytest.approx(2 / 3)
    assert not found.is_exact
    assert found.at_ten == pytest.approx(2 / 4)
    best = 3 + 2 / math.log2(3) + 1 / 2 + 1 / math.log2(5)
    assert found.ndcg == pytest.approx((2 + 3 / 2) / best)


def test_the_right_set_in_the_best_order_is_perfect() -> None:
    """Of equals none is the better."""
    wanted = {"a": 3.0, "b": 2.0, "c": 2.0}
    for shown in (("a", "b", "c"), ("a", "c", "b")):
        found = quality_of(Answer(3, shown), wanted)
        assert found == mean([found, found])
        assert found.recall == found.precision == found.exact == found.ndcg == found.at_ten == 1
    assert ndcg(("b", "a", "c"), wanted) < 1


def test_the_first_ten_are_held_against_the_ten_most_relevant() -> None:
    """Twelve items: ten good ones and two poor ones, of which one is shown among the first ten."""
    wanted = {str(number): 2.0 for number in range(10)} | {"x": 1.0, "y": 1.0}
    shown = ("x", *map(str, range(10)), "y")
    found = quality_of(Answer(12, shown), wanted)
    assert found.is_exact
    assert found.at_ten == 1
    assert found.best_ten == pytest.approx(9 / 10)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(3, ("a", "b")),  # counted one too many
        Answer(2, ("a", "a")),  # one twice
        Answer(1, ("a",)),
        Answer(3, ("a", "b", "x")),
        Answer(0, ()),
    ],
)
def test_a_set_is_right_only_if_its_count_is(answer: Answer) -> None:
    """A reader sees the count."""
    assert not quality_of(answer, {"a": 1.0, "b": 1.0}).is_exact


def test_beyond_what_is_looked_at_the_count_is_believed() -> None:
    """No reader turns so many pages."""
    wanted = {str(number): 1.0 for number in range(2 * MOST)}
    seen = tuple(wanted)[:MOST]
    assert quality_of(Answer(2 * MOST, seen), wanted).is_exact
    assert quality_of(Answer(2 * MOST, seen), wanted).recall == 1
    half = quality_of(Answer(MOST, seen), wanted)
    assert half.recall == pytest.approx(0.5)
    assert not half.is_exact
