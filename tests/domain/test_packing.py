"""Values packed for other processes and builds: they come back as they were."""

from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property, partial

import pytest

from plugins.domain.dates import BulletinDate
from plugins.domain.packing import called, packed, unpacked
from plugins.domain.views import DateView, Link, NewsRow


class Colour(Enum):
    """A value that is known by its name."""

    RED = "红"


@dataclass(frozen=True, slots=True)
class Frozen:
    """One with slots; `file` does not count when two are compared."""

    name: str
    parts: tuple["Frozen", ...] = ()
    file: str = field(default="", compare=False)


@dataclass(frozen=True)
class Single:
    """One with a single field, and what follows from it."""

    name: str

    @cached_property
    def length(self) -> int:
        """The number of characters."""
        return len(self.name)


@dataclass(frozen=True)
class Numbered(Single):
    """One that a call could not make as it was."""

    number: int = field(default=0, init=False)


@dataclass(frozen=True)
class Empty:
    """One without fields."""


@dataclass
class Changing:
    """One that holds more than its fields tell."""

    name: str


@pytest.mark.parametrize(
    "value",
    [
        Frozen("甲", (Frozen("乙"), Frozen("丙"))),
        {"甲": [Single("乙"), Empty(), Colour.RED, None, 1.5]},
        BulletinDate(2022, 3, 6),
        b"",
    ],
)
def test_a_value_comes_back_equal(value: object) -> None:
    """Whatever it is made of."""
    assert unpacked(packed(value)) == value


def test_what_is_not_compared_comes_back_too() -> None:
    """All fields travel."""
    assert unpacked(packed(Frozen("甲", file="a.md"))).file == "a.md"


def test_what_follows_from_the_fields_stays_behind() -> None:
    """It is worked out again where it is needed."""
    single = Single("甲乙")
    assert single.length == len("甲乙")
    arrived = unpacked(packed(single))
    assert vars(arrived) == {"name": "甲乙"}
    assert arrived.length == len("甲乙")


def test_values_that_a_call_cannot_make_go_the_common_way() -> None:
    """Nothing that was put into them is lost."""
    numbered, changing = Numbered("甲"), Changing("乙")
    object.__setattr__(numbered, "number", 7)
    changing.__dict__["more"] = "丙"
    arrived = unpacked(packed((numbered, changing)))
    assert arrived[0].number == numbered.number
    assert vars(arrived[1]) == vars(changing)


def test_one_value_in_many_places_is_packed_once() -> None:
    """It is one value on the other side as well."""
    shared = Frozen("很长的名字" * 100)
    first, second = unpacked(packed((shared, shared)))
    assert first is second


def test_a_row_of_many_lists_is_one_row_on_the_other_side_too() -> None:
    """However it comes: a row that has changed is another one."""
    row = NewsRow("news/2022/a/", "题", DateView("2022", "2022年"), Link("栏", "columns/lan/"))
    changed = replace(row, title="新题")
    first, (second, other) = unpacked(packed(row)), unpacked(packed((replace(row), changed)))
    assert first == row
    assert second is first
    assert other == changed


def test_a_call_is_made_where_it_arrives() -> None:
    """Function and unit travel together, the result comes back the same way."""
    assert unpacked(called(packed((partial(pow, 2), 5)))) == 2**5
