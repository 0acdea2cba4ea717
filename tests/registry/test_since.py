"""How many since …?: totals, distinct recipients, what is valid, silent years, the sentence."""

from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import Change, Honour, Recipient, Recognition
from plugins.registry.ledger import ledger_of
from plugins.registry.since import since_answers
from plugins.registry.views import SinceAnswer
from tests.builders import bulletin, day, honour, recognition

STAR = honour("五星级党支部", "wuxing")
PERSON = honour("党员示范岗", "shifan", "个人")


def told(
    recognitions: tuple[Recognition, ...],
    recipients: tuple[tuple[str, str], ...] = (),
    of: Honour = STAR,
    **tables: object,
) -> Bulletin:
    """Return a bulletin of one honour; recipients are (number, name)."""
    rows = tuple(Recipient(recognition=number, name=name) for number, name in recipients)
    return bulletin(honours=(of,), recognitions=recognitions, recipients=rows, **tables)


def answers(of: Bulletin, this_year: int = 2022) -> dict[int, SinceAnswer]:
    """Return the answers of the only honour by start year."""
    (named,) = of.honours
    batches = ledger_of(of).by_honour[named.name]
    return {answer.start: answer for answer in since_answers(named, batches, this_year)}


TWO_BATCHES = told(
    (
        recognition("a", STAR.name, 2021, announced=35),
        recognition("b", STAR.name, 2022, announced=23),
    ),
    (("a", "甲支部"), ("a", "乙支部"), ("b", "甲支部")),
)


def test_announced_totals_are_added_from_each_start_year() -> None:
    """35 in 2021 and 23 in 2022 are 58 since 2021 and 23 since 2022."""
    numbers = {start: answer.announced for start, answer in answers(TWO_BATCHES).items()}
    assert numbers == {2021: 58, 2022: 23}


def test_a_recipient_of_two_years_is_counted_once() -> None:
    """Three rows, two branches."""
    answer = answers(TWO_BATCHES)[2021]
    assert (answer.batches, answer.listed, answer.distinct, answer.valid) == (2, 3, 2, 3)


def test_a_renamed_branch_is_counted_once() -> None:
    """The first row has its old name."""
    renamed = Change(date=day("2022-01"), kind="更名", before=("旧支部",), after=("新支部",))
    of = told(
        (recognition("a", STAR.name, 2021), recognition("b", STAR.name, 2022)),
        (("a", "旧支部"), ("b", "新支部")),
        changes=(renamed,),
    )
    assert answers(of)[2021].distinct == 1


def test_merged_branches_are_counted_each() -> None:
    """Two were honoured, though they are one today."""
    merged = Change(date=day("2022"), kind="合并", before=("甲支部", "乙支部"), after=("丙支部",))
    of = told(
        (recognition("a", STAR.name, 2021),), (("a", "甲支部"), ("a", "乙支部")), changes=(merged,)
    )
    assert answers(of)[2021].distinct == 2


def test_the_sentence_tells_what_the_tables_tell() -> None:
    """Giver, honour, total, batches and rows."""
    assert answers(TWO_BATCHES)[2021].sentence == (
        "2021年以来，市委直属机关工委共授予五星级党支部58个（2批，本刊收录3个）。"
    )


def test_the_sentence_names_the_years_without_a_record() -> None:
    """What the bulletin does not know is no zero."""
    answer = answers(TWO_BATCHES, this_year=2025)[2021]
    assert answer.missing == "2023年至2025年"
    assert answer.sentence.endswith("，其中2023年至2025年本刊无记载。")


def test_a_year_between_is_missing() -> None:
    """Nothing is known of 2021."""
    of = told((recognition("a", STAR.name, 2020), recognition("b", STAR.name, 2022)))
    assert answers(of)[2020].missing == "2021年"


def test_a_total_that_was_not_announced_is_not_made_up() -> None:
    """The rows that are listed are no total."""
    answer = answers(told((recognition("a", STAR.name),), (("a", "甲支部"),)))[2022]
    assert answer.announced is None
    assert answer.sentence == (
        "2022年以来，市委直属机关工委授予五星级党支部1批（公布数量未见记载，本刊收录1个）。"
    )


def test_a_total_of_some_batches_says_of_how_many() -> None:
    """One batch of two told its number."""
    of = told((recognition("a", STAR.name, 2021, announced=35), recognition("b", STAR.name, 2022)))
    assert answers(of)[2021].sentence == (
        "2021年以来，市委直属机关工委授予五星级党支部2批，其中1批公布35个，1批公布数量未见记载"
        "（本刊未收录名单）。"
    )


def test_givers_that_differ_are_not_named() -> None:
    """The sentence does not ascribe one's batch to another."""
    other = Recognition(
        number="b", honour=STAR.name, year=2022, awarded_by=("另一机关",), announced=1
    )
    of = told((recognition("a", STAR.name, 2021, announced=2), other))
    assert answers(of)[2021].sentence.startswith("2021年以来，共授予五星级党支部3个")


def test_a_giver_in_doubt_is_not_named() -> None:
    """A sentence to copy carries no doubt along, so it leaves out what may be wrong."""
    doubtful = recognition("a", STAR.name, announced=2, doubt="授予机关据内容推定")
    assert answers(told((doubtful,)))[2022].sentence.startswith("2022年以来，共授予")


def test_persons_are_counted_in_their_own_measure() -> None:
    """48名, and nobody is named."""
    of = told((recognition("a", PERSON.name, announced=48),), (("a", "甲某"),), of=PERSON)
    answer = answers(of)[2022]
    assert answer.listed == answer.distinct == 0
    assert answer.sentence == (
        "2022年以来，市委直属机关工委共授予党员示范岗48名（1批，个人不列名）。"
    )
