"""The sentences on coverage, and years in words."""

import pytest

from plugins.domain.honour_words import batch_label
from plugins.domain.tables import Honour, Recipient, Recognition
from plugins.registry.awards import Batch
from plugins.registry.ledger import ledger_of
from plugins.registry.wording import coverage_of, unnamed_note, years_in_words
from tests.builders import bulletin, day, honour, recognition

STAR = honour("五星级党支部", "wuxing")
PERSON = honour("党员示范岗", "shifan", "个人")


def batches(
    of: Honour, *announced: int | None, listed: int = 0, grounds: str = ""
) -> tuple[Batch, ...]:
    """Return batches with totals; `listed` recipients stand in the first."""
    rows = [
        recognition(str(number), of.name, announced=total) for number, total in enumerate(announced)
    ]
    recipients = [
        Recipient(recognition="0", name=f"名{number}", public_grounds=grounds)
        for number in range(listed)
    ]
    told = bulletin(honours=(of,), recognitions=tuple(rows), recipients=tuple(recipients))
    return ledger_of(told).batches


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (batches(STAR, 35, listed=2), "公布35个，本刊收录2个"),
        (batches(STAR, 2, listed=2), "公布2个，全部收录"),
        (batches(STAR, 24), "公布24个，本刊未收录名单"),
        (batches(STAR, None, listed=1), "公布数量未见记载，本刊收录1个"),
        (batches(STAR, 35, None, listed=2), "公布35个（另1批公布数量未见记载），本刊收录2个"),
        (batches(STAR, 0), "公布0个，本刊未收录名单"),
        (batches(PERSON, 48), "公布48名，个人不列名"),
        (batches(PERSON, 48, listed=2, grounds="公开"), "公布48名，本刊收录2名"),
    ],
)
def test_coverage_tells_the_announced_beside_the_listed(
    told: tuple[Batch, ...], sentence: str
) -> None:
    """A list that was published only in part says so."""
    assert coverage_of(told) == sentence


def test_unnamed_persons_are_told_as_a_number() -> None:
    """Two rows without grounds."""
    assert unnamed_note(batches(PERSON, 48, listed=2), "名") == "另有2名只计数，不列姓名。"
    assert unnamed_note(batches(STAR, 48, listed=2), "个") == ""


@pytest.mark.parametrize(
    ("dated", "label"),
    [
        (recognition("a", STAR.name, awarded_on=day("2022-06")), "2022年6月授予"),
        (recognition("a", STAR.name, 2023), "2023年度"),
    ],
)
def test_a_batch_is_named_by_its_date_or_its_year(dated: Recognition, label: str) -> None:
    """No date is made up."""
    assert batch_label(dated) == label


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((), ""),
        ((2023,), "2023年"),
        ((2023, 2024), "2023年、2024年"),
        ((2026, 2023, 2024, 2025, 2019), "2019年、2023年至2026年"),
    ],
)
def test_a_run_of_years_is_named_by_its_ends(years: tuple[int, ...], words: str) -> None:
    """Three years or more are a run."""
    assert years_in_words(years) == words
