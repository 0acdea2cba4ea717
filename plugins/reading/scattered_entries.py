"""Entries of a head of which every line has got a dash: put together again, told once.

In: what was written under each key. `- 日期`, `- 原文`, `- 改为` would be three corrections, each
of them without what it must have; who adds what is missing would publish three.
"""

from collections.abc import Iterable, Iterator, Mapping

from plugins.domain.declared import Declared, declared_keys
from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.written import WrittenEntry, WrittenKey


def gather_scattered(keys: Mapping[str, WrittenKey], model: type[Declared]) -> Iterator[Problem]:
    """Put entries together that are parts of one, and tell each key of which there were some."""
    for declared in declared_keys(model):
        key = keys.get(declared.name)
        if key is None or declared.entry is None or not key.entries:
            continue
        required = {one.name for one in declared_keys(declared.entry) if one.required}
        whole, parts = _gathered(key.entries, required)
        if parts:
            key.entries[:] = whole
            yield messages.scattered_entry(parts[0].place, key.name)


def _gathered(
    entries: Iterable[WrittenEntry], required: set[str]
) -> tuple[list[WrittenEntry], list[WrittenEntry]]:
    """Return the entries, and those that were only a part of the one before.

    A part has one sub-key, which that one does not have, and not all that an entry must have.
    """
    whole: list[WrittenEntry] = []
    parts = []
    for entry in entries:
        before = whole[-1].values if whole else {}
        is_part = len(entry.values) == 1 and not required <= entry.values.keys()
        if before and is_part and not before.keys() & entry.values.keys():
            before.update(entry.values)
            parts.append(entry)
        else:
            whole.append(entry)
    return whole, parts
