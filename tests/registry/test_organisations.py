"""Organisation pages: branches, honours of the unit and of all in it, the register by 类别."""

from plugins.domain.tables import Holding, Recipient
from plugins.domain.views import Link
from plugins.registry.pages import registry_pages
from tests.builders import (
    branch,
    bulletin,
    day,
    honour,
    organisation,
    recognition,
    views_by_path,
)

STAR = honour("五星级党支部", "wuxing")
UNIT = honour("党员先锋号", "xianfeng", "单位")
PERSON = honour("党员示范岗", "shifan", "个人")
TOLD = bulletin(
    organisations=(
        organisation("乙局", "yi", category="企业"),
        organisation("甲局", "jia", category="机关"),
        organisation("甲科", "ke", category="科室", parent="甲局"),
        organisation("丙处", "bing"),
    ),
    branches=(branch("甲支部", "zhibu", organisations=("甲局",)),),
    honours=(STAR, UNIT, PERSON),
    recognitions=(
        recognition("s", STAR.name, 2021),
        recognition("u", UNIT.name, 2022),
        recognition("p", PERSON.name, 2022),
    ),
    recipients=(
        Recipient(recognition="s", name="甲支部"),
        Recipient(recognition="u", name="甲科"),
        Recipient(recognition="p", name="某人", organisation="甲局", public_grounds="公开"),
    ),
    holdings=(
        Holding(name="甲支部", honour=STAR.name, as_of=day("2020-10"), source_item="2022/a"),
    ),
)
VIEWS = views_by_path(registry_pages(TOLD))


def test_a_unit_shows_the_honours_of_all_in_it() -> None:
    """Its section's, its branch's, what its branch is known to hold; each with its recipient."""
    told = VIEWS["organisations/jia/index.html"].awards
    assert [(one.period, one.recipient.title) for one in told] == [
        ("2022年", "甲科"),
        ("2021年", "甲支部"),
        ("截至2020年10月", "甲支部"),
    ]


def test_an_honour_of_a_person_is_not_the_units() -> None:
    """It stands on the honour's own roll alone."""
    assert all(
        one.honour.title != PERSON.name for one in VIEWS["organisations/jia/index.html"].awards
    )


def test_a_unit_lists_its_branches_and_units() -> None:
    """With links."""
    view = VIEWS["organisations/jia/index.html"]
    assert view.branches == (Link("甲支部", "branches/zhibu/"),)
    assert view.subordinates == (Link("甲科", "organisations/ke/"),)


def test_the_register_stands_in_the_tables_order_of_kinds() -> None:
    """Editors put 类别 in order by the order of their rows; without one comes last."""
    roll = VIEWS["organisations/index.html"].roll
    assert [group.title for group in roll.groups] == ["企业", "机关", "科室", "未注明"]


def test_the_register_counts_what_the_pages_list() -> None:
    """党组织, 荣誉, 稿件 of 甲局."""
    roll = VIEWS["organisations/index.html"].roll
    (row,) = roll.groups[1].rows
    assert [cell.text for cell in row] == ["甲局", "机关", "1", "3", "0"]
