"""The ledger: the state of an award today, names then and today, persons who are not named."""

from datetime import date

import pytest

from plugins.domain.award_states import state_today
from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import Change, Recipient
from plugins.registry.awards import Award
from plugins.registry.ledger import ledger_of
from tests.builders import branch, bulletin, day, honour, organisation, recognition

STAR = honour("五星级党支部", "wuxing")
PERSON = honour("党员示范岗", "shifan", "个人")
UNIT = honour("党员先锋号", "xianfeng", "单位")


def recipient(name: str, **cells: object) -> Recipient:
    """Return a recipient of recognition `r`."""
    return Recipient(recognition="r", name=name, **cells)


def only_award(told: Bulletin) -> Award:
    """Return the only award of a bulletin."""
    (batch,) = ledger_of(told).batches
    (award,) = batch.awards
    return award


@pytest.mark.parametrize(
    ("until", "state"), [("2022-12-30", "到期"), ("2022-12-31", "有效"), ("2022-12", "有效")]
)
def test_a_valid_award_expires_after_the_last_day_of_its_recognition(
    until: str, state: str
) -> None:
    """On the last day itself it is still valid."""
    told = recognition("r", STAR.name, valid_until=day(until))
    assert state_today(recipient("甲支部"), told, date(2022, 12, 31))[0] == state


def test_an_expired_award_says_since_when() -> None:
    """The date is that of the recognition."""
    told = recognition("r", STAR.name, valid_until=day("2021-06-30"))
    assert state_today(recipient("甲支部"), told, date(2022, 12, 31)) == ("到期", day("2021-06-30"))


@pytest.mark.parametrize("state", ["复核", "撤销", "到期"])
def test_a_state_that_an_editor_wrote_stays(state: str) -> None:
    """What was revoked does not become merely expired."""
    row = recipient("甲支部", state=state, state_since=day("2022-05"))
    told = recognition("r", STAR.name, valid_until=day("2021-06-30"))
    assert state_today(row, told, date(2022, 12, 31)) == (state, day("2022-05"))


def test_only_valid_awards_count_as_valid_today() -> None:
    """复核, 撤销 and 到期 are not valid."""
    rows = [recipient(state, state=state) for state in ("有效", "复核", "撤销", "到期")]
    told = bulletin(
        honours=(STAR,), recognitions=(recognition("r", STAR.name),), recipients=tuple(rows)
    )
    assert ledger_of(told).batches[0].valid == 1


def test_a_person_without_grounds_is_counted_and_not_named() -> None:
    """One of two persons may be named."""
    told = bulletin(
        honours=(PERSON,),
        recognitions=(recognition("r", PERSON.name),),
        recipients=(recipient("甲某"), recipient("乙某", public_grounds="表彰决定公开")),
    )
    (batch,) = ledger_of(told).batches
    assert [award.name_then for award in batch.named] == ["乙某"]
    assert (batch.unnamed, batch.listed) == (1, 1)


def test_an_award_knows_the_name_then_and_the_name_today() -> None:
    """An editor wrote both names."""
    told = bulletin(
        honours=(STAR,),
        recognitions=(recognition("r", STAR.name),),
        recipients=(recipient("新支部", name_then="旧支部"),),
    )
    award = only_award(told)
    assert (award.name_then, award.name_today) == ("旧支部", "新支部")


def test_an_award_under_an_old_name_follows_the_changes() -> None:
    """The row has the old name, the changes table the new one."""
    told = bulletin(
        honours=(STAR,),
        recognitions=(recognition("r", STAR.name, 2021),),
        recipients=(recipient("旧支部"),),
        changes=(Change(date=day("2022-06"), kind="更名", before=("旧支部",), after=("新支部",)),),
    )
    award = only_award(told)
    assert (award.name_then, award.name_today) == ("旧支部", "新支部")


def test_the_unit_of_an_award_is_that_of_its_row() -> None:
    """What the row says goes before what the branches table says."""
    told = bulletin(
        honours=(STAR,),
        recognitions=(recognition("r", STAR.name),),
        recipients=(recipient("甲支部", organisation="甲局"),),
        branches=(branch("甲支部", "jia", organisations=("乙局",)),),
    )
    assert only_award(told).units == ("甲局",)


def test_a_branch_of_two_units_has_both() -> None:
    """A joint branch belongs to every unit of the branches table."""
    told = bulletin(
        honours=(STAR,),
        recognitions=(recognition("r", STAR.name),),
        recipients=(recipient("联合支部"),),
        branches=(branch("联合支部", "lianhe", organisations=("甲局", "乙局")),),
    )
    assert only_award(told).units == ("甲局", "乙局")


def test_a_unit_stands_under_the_unit_above_it() -> None:
    """A section is listed with its bureau; a bureau with itself."""
    told = bulletin(
        honours=(UNIT,),
        recognitions=(recognition("r", UNIT.name),),
        recipients=(recipient("甲科"), recipient("乙局")),
        organisations=(organisation("甲科", "jia", parent="甲局"), organisation("乙局", "yi")),
    )
    (batch,) = ledger_of(told).batches
    assert [award.units for award in batch.awards] == [("甲局",), ("乙局",)]


def test_a_branch_that_bears_its_units_name_keeps_its_own_honours() -> None:
    """市园林处 is a unit and a branch; an honour of units is not the branch's."""
    told = bulletin(
        honours=(UNIT,),
        recognitions=(recognition("r", UNIT.name),),
        recipients=(recipient("市园林处"),),
        branches=(branch("市园林处", "zhibu"),),
        organisations=(organisation("市园林处", "danwei"),),
    )
    ledger = ledger_of(told)
    assert "市园林处" not in ledger.by_branch
    assert len(ledger.by_unit["市园林处"]) == 1


def test_batches_stand_in_time() -> None:
    """Oldest first, whatever the order of the table."""
    told = bulletin(
        honours=(STAR,),
        recognitions=(
            recognition("c", STAR.name, 2022, awarded_on=day("2022-12")),
            recognition("b", STAR.name, 2022, awarded_on=day("2022-06")),
            recognition("a", STAR.name, 2021),
        ),
    )
    assert [batch.recognition.number for batch in ledger_of(told).batches] == ["a", "b", "c"]
