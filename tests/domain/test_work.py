"""Work that is done unit after unit in this process."""

import pytest

from plugins.domain.work import OwnWork


def test_a_unit_is_done_when_its_result_is_asked_for() -> None:
    """Results that nobody has taken yet do not pile up."""
    begun: list[int] = []

    def double(unit: int) -> int:
        begun.append(unit)
        return 2 * unit

    results = OwnWork().spread(double, [1, 2, 3], expected=3)
    assert (next(results), begun) == (2, [1])
    assert [*results] == [4, 6]


def test_an_exception_names_its_unit() -> None:
    """A fault of the program is found without doing all units again."""
    with pytest.raises(ZeroDivisionError) as caught:
        list(OwnWork().spread(lambda unit: 1 // unit, [1, 0], expected=2))
    assert caught.value.__notes__ == ["at work on 0"]
