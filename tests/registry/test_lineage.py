"""Lineage: whose honours came down to a branch, and what a name is called today."""

from datetime import date

import pytest

from plugins.domain.tables import Change
from plugins.registry.lineage import SAME_BRANCH, lineage_of
from tests.builders import day

START = date(2000, 1, 1)


def change(when: str, kind: str, before: str, after: str = "") -> Change:
    """Return a change; several names are parted by 、."""
    return Change(
        date=day(when),
        kind=kind,
        before=tuple(before.split("、")) if before else (),
        after=tuple(after.split("、")) if after else (),
    )


def predecessors(name: str, *changes: Change) -> list[str]:
    """Return the names whose honours came down to a branch."""
    return [descent.predecessor for descent in lineage_of(changes).descents(name)]


@pytest.mark.parametrize("kind", ["更名", "合并", "拆分", "划转"])
def test_these_changes_pass_honours_on(kind: str) -> None:
    """Renaming, merger, split and transfer lead from the old name to the new one."""
    assert predecessors("新支部", change("2022-06-14", kind, "旧支部", "新支部")) == ["旧支部"]


@pytest.mark.parametrize("kind", ["成立", "换届", "撤销"])
def test_other_changes_pass_nothing_on(kind: str) -> None:
    """An election or an end makes no predecessor, whatever names stand in the row."""
    assert predecessors("新支部", change("2022-06-14", kind, "旧支部", "新支部")) == []


def test_a_descent_tells_the_kind_and_the_date() -> None:
    """A page prints from whom, by what and when."""
    lineage = lineage_of([change("2022-06-14", "更名", "旧支部", "新支部")])
    (descent,) = lineage.descents("新支部")
    assert descent.text == "承继自旧支部（更名，2022年6月14日）"


def test_a_longer_descent_tells_every_step() -> None:
    """The step nearest to the predecessor comes first."""
    lineage = lineage_of(
        [change("2020-05", "更名", "甲", "乙"), change("2022-06-14", "合并", "乙、丙", "丁")]
    )
    texts = [descent.text for descent in lineage.descents("丁")]
    assert texts == [
        "承继自乙（合并，2022年6月14日）",
        "承继自丙（合并，2022年6月14日）",
        "承继自甲（更名，2020年5月；合并，2022年6月14日）",
    ]


def test_both_parts_of_a_split_have_the_whole_as_predecessor() -> None:
    """A split passes honours on to each part."""
    split = change("2022", "拆分", "甲", "乙、丙")
    assert predecessors("乙", split) == predecessors("丙", split) == ["甲"]


def test_what_joined_after_a_split_does_not_come_down_to_the_part() -> None:
    """Changes are followed back in time only: 丁 joined 甲 when 乙 had already left it."""
    split = change("2020", "拆分", "甲", "甲、乙")
    merger = change("2022", "合并", "甲、丁", "甲")
    assert predecessors("乙", split, merger) == ["甲"]
    assert predecessors("甲", split, merger) == ["丁"]


def test_a_circle_of_names_ends() -> None:
    """Two names that became each other are each other's predecessor, once."""
    there, back = change("2020", "更名", "甲", "乙"), change("2021", "更名", "乙", "甲")
    assert predecessors("甲", there, back) == ["乙"]
    assert predecessors("乙", there, back) == ["甲"]


def test_a_circle_on_one_day_ends() -> None:
    """Even rows that contradict each other end."""
    there, back = change("2020", "更名", "甲", "乙"), change("2020", "更名", "乙", "甲")
    assert predecessors("甲", there, back) == ["乙"]
    assert lineage_of([there, back]).name_today("甲", START) == "甲"


def test_a_branch_that_keeps_its_name_is_no_predecessor_of_itself() -> None:
    """A transfer under the same name, or a merger into one of the merged, adds no own name."""
    assert predecessors("甲", change("2020", "划转", "甲", "甲")) == []
    assert predecessors("甲", change("2020", "合并", "甲、乙", "甲")) == ["乙"]


def test_the_name_today_follows_renamings_and_mergers() -> None:
    """甲 was renamed 乙, which merged into 丙."""
    lineage = lineage_of(
        [change("2020", "更名", "甲", "乙"), change("2022", "合并", "乙、丁", "丙")]
    )
    assert lineage.name_today("甲", START) == "丙"
    assert lineage.name_today("甲", START, SAME_BRANCH) == "乙"


def test_the_name_today_follows_no_split() -> None:
    """Which part is meant nobody knows, so the old name stays."""
    lineage = lineage_of([change("2020", "拆分", "甲", "乙、丙")])
    assert lineage.name_today("甲", START) == "甲"


def test_an_earlier_bearer_of_a_name_is_not_followed() -> None:
    """A branch named 甲 in 2022 has nothing to do with the one that gave up the name in 2020."""
    lineage = lineage_of([change("2020-05-01", "更名", "甲", "乙")])
    assert lineage.name_today("甲", date(2022, 1, 1)) == "甲"
