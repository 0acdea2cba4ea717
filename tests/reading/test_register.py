"""Names and short names, in their time."""

import pytest

from plugins.reading.register import Register, add_branches, add_organisations
from tests.builders import branch, day, organisation


def register_of(*entities: object) -> Register:
    """Return a register of organisations."""
    register = Register()
    add_organisations(register, entities)  # type: ignore[arg-type]
    return register


def test_a_name_and_its_short_names_lead_to_one_thing() -> None:
    """All of them are found."""
    register = register_of(organisation("甲局", "jia", aliases=("甲", "某甲")))
    assert {register.find(name)[0].slug for name in ("甲局", "甲", "某甲")} == {"jia"}


def test_a_short_name_of_two_is_told_apart_by_the_date() -> None:
    """The name that was in use at the date is meant."""
    register = register_of(
        organisation("甲局", "jia", aliases=("管理局",), in_use_until=day("2015-05")),
        organisation("乙局", "yi", aliases=("管理局",), in_use_from=day("2015-06")),
    )
    assert [one.slug for one in register.find("管理局", when=day("2015-05-31"))] == ["jia"]
    assert [one.slug for one in register.find("管理局", when=day("2015-06-01"))] == ["yi"]
    assert [one.slug for one in register.find("管理局", when=day("2015"))] == ["jia", "yi"]


def test_a_kind_is_asked_for() -> None:
    """A unit and a branch may share a short name."""
    register = register_of(organisation("甲局", "jia", aliases=("甲",)))
    add_branches(register, [branch("甲局党支部", "zhibu", aliases=("甲",))])
    assert [one.slug for one in register.find("甲", "党组织")] == ["zhibu"]
    assert len(register.find("甲")) == 2


@pytest.mark.parametrize("blank", [" ", "\u00a0", "　", ""])
def test_a_name_is_the_same_with_blanks_and_without(blank: str) -> None:
    """Word and web pages put blanks of every width into names."""
    written = f"甲局{blank}机关党委"
    for name in ("甲局机关党委", "甲局 机关党委"):
        register = Register()
        add_branches(register, [branch(name, "jia")])
        assert [one.name for one in register.find(written)] == [name]


def test_the_digest_of_a_name_tells_of_all_its_spellings() -> None:
    """A text is looked through for names without their blanks."""
    assert set(register_of(organisation("甲 局", "jia")).digests()) == {"", "甲局"}


def test_names_are_listed_by_kind() -> None:
    """Proposals come from the kind that was asked for."""
    register = register_of(organisation("甲局", "jia", aliases=("甲",)))
    add_branches(register, [branch("某支部", "mou")])
    assert list(register.names("单位")) == ["甲局", "甲"]
    assert list(register.names()) == ["甲局", "甲", "某支部"]
    assert list(register.names("荣誉")) == []


def test_what_stands_twice_in_a_table_is_one_thing() -> None:
    """The table tells it; where it is named there is no cure for it."""
    register = register_of(
        organisation("甲局", "jia", aliases=("甲",)), organisation("甲局", "jia-2", aliases=("甲",))
    )
    assert [one.slug for one in register.find("甲局")] == ["jia"]
    assert [one.slug for one in register.find("甲")] == ["jia"]


def test_two_things_under_one_short_name_are_still_two() -> None:
    """Which of them is meant, only the editor knows."""
    register = register_of(
        organisation("甲局", "jia", aliases=("管理局",)),
        organisation("乙局", "yi", aliases=("管理局",)),
    )
    assert len(register.find("管理局")) == 2
