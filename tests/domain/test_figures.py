"""A figure: how it is printed, its time in words, what its 算式 means."""

from decimal import Decimal

import pytest

from plugins.domain.figure_formulas import Formula, Relation, formula_of
from tests.figures.ledger import figure


@pytest.mark.parametrize(
    ("value", "word", "unit", "words"),
    [
        ("35", "", "个", "35个"),
        ("8", "约", "万名", "约8万名"),
        ("2000", "余", "万元", "2000余万元"),
        ("5", "多", "万册", "5万多册"),
        ("49035", "余", "次", "49035余次"),
        ("2.5", "多", "亿", "2.5亿多"),
        ("56.70", "", "%", "56.70%"),
        ("0.000001", "", "吨", "0.000001吨"),
    ],
)
def test_a_number_is_printed_as_the_press_prints_it(
    value: str, word: str, unit: str, words: str
) -> None:
    """约 stands before the number, 余 and 多 behind it or behind 万; zeros at the end stay."""
    one = figure(value=value, approximation=word or None, unit=unit)
    assert one.words == words
    assert one.value == Decimal(one.parts[1])


def test_a_number_in_doubt_says_so_where_it_stands_alone() -> None:
    """A reader of a text does not see the note of the ledger."""
    assert figure(value="188", doubt="两说不一").told == "188个（待核）"
    assert figure(value="188").told == "188个"


@pytest.mark.parametrize(
    ("since", "until", "kind", "moment", "when"),
    [
        ("", "2021-07", "增量", "", "2021年7月"),
        ("", "2021-07", "累计", "", "截至2021年7月"),
        ("2020", "2021-10", "增量", "", "2020年至2021年10月"),
        ("2020", "2021-10", "增量", "2020年以来至2021年秋", "2020年以来至2021年秋"),
    ],
)
def test_a_time_is_told_as_its_source_has_it(
    since: str, until: str, kind: str, moment: str, when: str
) -> None:
    """Where the source says nothing, the dates do."""
    assert figure(since=since, until=until, kind=kind, moment=moment).when == when


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("甲÷乙", Formula(Relation.SHARE, ("甲", "乙"))),
        ("甲＋ 乙＋丙", Formula(Relation.SUM, ("甲", "乙", "丙"))),
        ("属于 党建+活动", Formula(Relation.PART, ("党建+活动",))),
        ("累计 授予数", Formula(Relation.TOTAL, ("授予数",))),
        ("公布 五星级党支部", Formula(Relation.ANNOUNCED, ("五星级党支部",))),
    ],
)
def test_a_formula_is_read(text: str, formula: Formula) -> None:
    """There are five forms."""
    assert formula_of(text) == formula


@pytest.mark.parametrize(
    "text", ["", "甲", "甲÷", "甲÷乙÷丙", "＋", "属于", "属于甲", "甲+乙", "35＋"]
)
def test_what_is_no_formula_is_not_guessed(text: str) -> None:
    """A formula that nobody can read is told by reading."""
    assert formula_of(text) is None
