"""The queries that are drawn from a corpus, and the words that it has."""

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import islice
from random import Random

import pytest

from plugins.bench.corpus import Sample, made_up_samples
from plugins.bench.search_builds import EDIT, EDITS, edited
from plugins.bench.search_queries import (
    ORDINARY,
    SIGNS,
    Query,
    Source,
    ordinary_queries,
    single_characters,
    source_of,
)
from plugins.bench.search_remembered import HALF_REMEMBERED, half_remembered
from plugins.bench.search_repairs import FORMS, mistyped
from plugins.bench.search_truth import truth_of
from plugins.bench.search_words import taken_apart, telling, words_in

FIRST = ("果树", "义诊", "煤矿", "渔船", "戏台", "棋牌", "粮仓", "桥梁", "苗圃", "窑洞")
SECOND = ("培训", "巡查", "修缮", "义卖", "辩论", "赛跑")


@cache
def samples() -> tuple[Sample, ...]:
    """Return items in which somebody speaks and figures stand; two of sixty have the same title."""
    said = "主席某甲·某乙表示，{}年建成{}个5G基站。"
    return tuple(
        replace(
            one,
            title=f"{FIRST[number % 10]}的{SECOND[number % 6]}，安全生产",
            text=f"{one.text}\n{said.format(1990 + number, number)}",
        )
        for number, one in enumerate(islice(made_up_samples(), 60))
    )


@cache
def source(seed: int = 1) -> Source:
    """Look at the items."""
    items = samples()
    return source_of(items, truth_of(items), seed)


def all_queries(drawn: Source) -> list[Query]:
    """Draw everything."""
    return [
        *ordinary_queries(drawn),
        *single_characters(drawn),
        *mistyped(drawn),
        *half_remembered(drawn),
    ]


def test_every_kind_is_drawn() -> None:
    """A kind without a query would pass every measure."""
    kinds = Counter(query.kind for query in all_queries(source()))
    assert kinds.keys() == {*ORDINARY, "单字", *FORMS, HALF_REMEMBERED}


def test_the_same_seed_draws_the_same() -> None:
    """Or no two runs could be compared."""
    again = source_of(samples(), truth_of(samples()), 1)
    assert all_queries(source()) == all_queries(again)
    assert all_queries(source()) != all_queries(source(2))


def test_ordinary_queries_are_found_somewhere_and_mean_what_they_say() -> None:
    """They are drawn from the texts, and bear no sign of the query language."""
    truth = truth_of(samples())
    drawn = [*ordinary_queries(source()), *single_characters(source())]
    assert all(truth.found(query.text) for query in drawn)
    assert not [query for query in drawn if SIGNS.search(query.text.replace(" ", ""))]
    assert len({query.text for query in drawn}) == len(drawn)


def test_what_is_mistyped_is_found_nowhere_and_what_is_meant_is() -> None:
    """Only the traditional form is read as what it means."""
    truth = truth_of(samples())
    for query in mistyped(source()):
        assert truth.found(query.wanted)
        assert query.text != query.means
        assert bool(truth.found(query.text)) == (query.kind == FORMS[0])


@pytest.mark.parametrize(
    ("form", "means", "typed"),
    [("拼音", "安全生产", "anquanshengchan"), ("拼音首字母", "安全生产", "aqsc")],
)
def test_pinyin_is_that_of_the_word(form: str, means: str, typed: str) -> None:
    """Without tones and blanks."""
    assert Query(form, typed, means) in list(mistyped(source()))


def test_a_homophone_differs_in_one_character() -> None:
    """Of the same sound."""
    drawn = [query for query in mistyped(source()) if query.kind == "同音错字"]
    for query in drawn:
        assert sum(one != other for one, other in zip(query.text, query.means, strict=True)) == 1


def test_what_is_half_remembered_stands_in_no_text_but_its_words_do_in_the_one_meant() -> None:
    """The characters of the query are all in its target."""
    truth = truth_of(samples())
    texts = {text.address: text.title + text.body for text in truth.texts}
    for query in half_remembered(source()):
        assert not truth.found(query.text)
        assert set(query.text) <= set(texts[query.target])


def test_words_are_found_without_a_dictionary() -> None:
    """What comes often in changing company is a word, not a part of it nor what stands beside."""
    chance = Random(1)  # noqa: S311 - the same text each time
    filler = "".join(chr(0x4E00 + chance.randrange(900)) for _ in range(4000))
    pieces = [filler[at : at + 20] for at in range(0, 4000, 20)]
    words = words_in(["义诊".join(pieces[:99]), "安全生产".join(pieces[100:])])
    assert {"义诊", "安全生产"} <= words.keys()
    assert not {"安全", "全生", "全生产", "诊安"} & words.keys()


def test_a_run_falls_into_its_longest_words() -> None:
    """What is in no word stands alone."""
    words = {"安全": 3, "安全生产": 2, "演练": 2}
    assert list(taken_apart("大安全生产演练", words)) == ["大", "安全生产", "演练"]


def test_the_most_frequent_words_tell_nothing() -> None:
    """One in twenty of them."""
    words = {str(number): 100 - number for number in range(40)}
    assert list(telling(words)) == [str(number) for number in range(2, 40)]


def test_the_truth_knows_the_edits() -> None:
    """The site is asked as it is after them."""
    by_time = sorted(samples(), key=lambda one: (one.date, one.name))
    for before, after in zip(samples(), edited(samples(), 2), strict=True):
        is_edited = before in {by_time[0], by_time[-1]}
        assert after.text == before.text + f"\n{EDIT}" * (2 * EDITS) * is_edited
