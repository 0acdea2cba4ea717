"""How work that falls into many pieces is handed over, whoever does it.

In: a function and the units it is to be called with. Out: its results, in the order of the units.
"""

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, TypeVar

Unit = TypeVar("Unit")
Result = TypeVar("Result")


class Work(Protocol):
    """Whoever does work: this process, several, or other computers."""

    def spread(
        self,
        function: Callable[[Unit], Result],
        units: Iterable[Unit],
        *,
        expected: int,
        reads_files: bool = False,
    ) -> Iterator[Result]:
        """Yield the result of every unit, in their order, as they are asked for.

        The function stands at module level and the units are plain data, so that both can be
        sent away; a unit is best some hundredths of a second of work. Units are taken as there is
        somebody to do them; about `expected` will come, 0 where nobody knows. Where `reads_files`,
        the work stays on this computer. What the function raises is raised here, with the unit in
        a note.
        """
        ...


class OwnWork:
    """Does all work in this process."""

    def spread(
        self,
        function: Callable[[Unit], Result],
        units: Iterable[Unit],
        *,
        expected: int,
        reads_files: bool = False,
    ) -> Iterator[Result]:
        """Do unit after unit, each when its result is asked for."""
        del expected, reads_files
        return (done(function, unit) for unit in units)


def done(function: Callable[[Unit], Result], unit: Unit) -> Result:
    """Do one unit in this process; what it raises bears a note of the unit."""
    with _Noting(unit):
        return function(unit)


class _Noting:
    """Writes beside an exception what was being worked on."""

    def __init__(self, unit: object) -> None:
        self._unit = unit

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        fault: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if isinstance(fault, Exception):
            fault.add_note(f"at work on {self._unit!r:.300}")
