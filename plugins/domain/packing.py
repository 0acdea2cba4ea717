"""Values on their way to another process or another build: pickled, in less than half the time.

`pickle` asks a frozen dataclass for its fields by code in Python, each time anew; here such a value
travels as a call of its class. Values of a class that says that they are `OFTEN_THE_SAME` are
packed and made but once in a process. Unpack nothing but what this build has packed, or what bears
the digest that it had when it was.
"""

import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

AT_HAND = 16_384
"""Of so many values that are often the same a process keeps what they came to."""


def packed(value: object) -> bytes:
    """Return a value as bytes."""
    data = io.BytesIO()
    _Packer(data, pickle.HIGHEST_PROTOCOL).dump(value)
    return data.getvalue()


def unpacked(data: bytes) -> Any:
    """Return the value that was packed."""
    return pickle.loads(data)  # noqa: S301 - see above


def called(call: bytes) -> bytes:
    """Call a function with a unit, packed as a pair, and return what it gives, packed too."""
    function, unit = unpacked(call)
    return packed(function(unit))


@lru_cache(AT_HAND)
def made_once(kind: Any, values: bytes) -> Any:
    """Return the value of a class that is `OFTEN_THE_SAME`; equal ones are one in a process."""
    return kind(*unpacked(values))


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        """Return the class of a dataclass and what it is called with; others go as they do."""
        kind: Any = type(value)
        values_of, often_the_same = WAYS[kind]
        if values_of is None:
            return NotImplemented
        if often_the_same:
            return made_once, (kind, _packed_values(value))
        return kind, values_of(value)


@lru_cache(AT_HAND)
def _packed_values(value: Any) -> bytes:
    """Return the values of one that is `OFTEN_THE_SAME`, packed by themselves."""
    kind: Any = type(value)
    values_of: Any = WAYS[kind][0]
    return packed(values_of(value))


Values = Callable[[Any], tuple[Any, ...]]


class _Ways(dict[Any, tuple[Values | None, bool]]):
    """What reads the values of a class, and whether they are often the same; each found once."""

    def __missing__(self, kind: Any) -> tuple[Values | None, bool]:
        """Find it out."""
        way = self[kind] = _values_of(kind), getattr(kind, "OFTEN_THE_SAME", False)
        return way


WAYS = _Ways()


def _values_of(kind: Any) -> Values | None:
    """Return what reads the values that make such a dataclass; None where a call will not do."""
    parameters = vars(kind).get("__dataclass_params__")
    if parameters is None or not parameters.frozen:
        return None
    parts = fields(kind)
    if not all(part.init and not part.kw_only for part in parts):
        return None
    names = [part.name for part in parts]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
