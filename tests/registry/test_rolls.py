"""Rolls: names then and today, groups by unit in pinyin order, sort keys, nothing lost."""

from plugins.domain.rolls import Roll
from plugins.domain.tables import Change, Recipient
from plugins.domain.views import Link
from plugins.registry.ledger import ledger_of
from plugins.registry.rolls import roll_of_batch, roll_of_years
from tests.builders import branch, bulletin, day, honour, organisation, recognition

STAR = honour("五星级党支部", "wuxing")


def roll(*recipients: Recipient, **tables: object) -> Roll:
    """Return the roll of recognition `r` of 2021."""
    told = bulletin(
        honours=(STAR,),
        recognitions=(recognition("r", STAR.name, 2021),),
        recipients=recipients,
        **tables,
    )
    (batch,) = ledger_of(told).batches
    return roll_of_batch(told, batch, "名单", "batch-1-roll")


def recipient(name: str, unit: str = "", **cells: object) -> Recipient:
    """Return a recipient of recognition `r`."""
    return Recipient(recognition="r", name=name, organisation=unit, **cells)


def test_groups_stand_in_pinyin_order_and_no_unit_comes_last() -> None:
    """长安 is under c, 重庆 after it."""
    told = roll(recipient("一支部"), recipient("二支部", "重庆处"), recipient("三支部", "长安处"))
    assert [group.title for group in told.groups] == ["长安处", "重庆处", "未注明"]


def test_rows_of_a_group_stand_in_pinyin_order() -> None:
    """Whatever the order of the table."""
    told = roll(recipient("重庆支部", "甲局"), recipient("长安支部", "甲局"))
    (group,) = told.groups
    assert [row[0].text for row in group.rows] == ["长安支部", "重庆支部"]
    assert [row[0].sort for row in group.rows] == ["chang an zhi bu", "chong qing zhi bu"]


def test_a_group_is_reached_by_its_units_slug() -> None:
    """Fragments do not change when another unit comes in; unknown units are numbered."""
    told = roll(
        recipient("一支部", "甲局"),
        recipient("二支部", "乙局"),
        organisations=(organisation("甲局", "jia-ju"),),
    )
    assert [group.id for group in told.groups] == ["batch-1-roll-jia-ju", "batch-1-roll-2"]


def test_the_name_then_stands_over_the_name_today() -> None:
    """The name then is text; today's name leads to its page."""
    told = roll(recipient("新支部", name_then="旧支部"), branches=(branch("新支部", "xin"),))
    name = told.groups[0].rows[0][0]
    assert (name.text, name.url) == ("旧支部", "")
    assert (name.note, name.note_link) == ("今名", Link("新支部", "branches/xin/"))


def test_a_name_that_did_not_change_leads_to_its_page() -> None:
    """There is nothing to add."""
    name = roll(recipient("甲支部"), branches=(branch("甲支部", "jia"),)).groups[0].rows[0][0]
    assert (name.url, name.note, name.note_link) == ("branches/jia/", "", None)


def test_a_merged_branch_leads_to_what_it_merged_into() -> None:
    """Its old name is what was honoured."""
    merged = Change(date=day("2022"), kind="合并", before=("甲支部", "乙支部"), after=("丙支部",))
    name = roll(recipient("甲支部"), changes=(merged,)).groups[0].rows[0][0]
    assert (name.text, name.note_link) == ("甲支部", Link("丙支部", ""))


def test_a_state_is_told_with_its_date_and_sorts_valid_first() -> None:
    """撤销（2022年5月）."""
    told = roll(recipient("甲支部", state="撤销", state_since=day("2022-05")), recipient("乙支部"))
    states = [row[-1] for row in told.groups[0].rows]
    assert [state.text for state in states] == ["撤销（2022年5月）", "有效"]
    assert states[1].sort < states[0].sort


def test_a_roll_of_all_years_has_a_row_an_award() -> None:
    """One branch in two years stands twice, the newer first."""
    told = bulletin(
        honours=(STAR,),
        recognitions=(recognition("a", STAR.name, 2021), recognition("b", STAR.name, 2022)),
        recipients=(
            Recipient(recognition="a", name="甲支部"),
            Recipient(recognition="b", name="甲支部"),
        ),
    )
    every = roll_of_years(told, ledger_of(told).batches, "历年")
    assert [row[2].text for row in every.groups[0].rows] == ["2022年", "2021年"]
    assert every.groups[0].rows[0][2].url == "honours/wuxing/2022/"
    assert every.total == 2
