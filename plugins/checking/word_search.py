"""The rules over the words of sources: each source is read once, by whoever does the work.

In: the texts of a content folder and what is known of them. Out: the Problems of all rules, and
the texts in which none was found.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plugins.checking.clean_sources import CleanSources
from plugins.checking.rules.figure_shares import figure_shares
from plugins.checking.rules.private_numbers import private_numbers
from plugins.checking.sources import Source, tables_of
from plugins.domain.work import Work
from plugins.problems import Problem

TEXTS_A_UNIT = 250


@dataclass(frozen=True, slots=True)
class WordUnit:
    """Some texts by their paths; the `phone` of the office is public."""

    content: Path
    phone: str
    paths: tuple[str, ...]


def problems_of_words(
    content: Path, texts: Mapping[str, bytes], phone: str, clean: CleanSources, work: Work
) -> Iterator[Problem]:
    """Tell what is wrong with the words of `texts`, given by path with their digests, and tables.

    Texts known to be `clean` are not read again.
    """
    marks = {path: sha256(phone.encode() + digest).digest() for path, digest in texts.items()}
    unknown = [path for path, mark in marks.items() if not clean.knows(mark)]
    units = (
        WordUnit(content, phone, tuple(unknown[start : start + TEXTS_A_UNIT]))
        for start in range(0, len(unknown), TEXTS_A_UNIT)
    )
    expected = len(unknown) // TEXTS_A_UNIT
    for searched in work.spread(search_unit, units, expected=expected, reads_files=True):
        for path, problems in searched:
            if not problems:
                clean.add(marks[path])
            yield from problems
    for table in tables_of(content):
        yield from private_numbers(table, phone)


def search_unit(unit: WordUnit) -> list[tuple[str, list[Problem]]]:
    """Search the texts of a unit; one that is gone by now is passed over."""
    found = []
    for path in unit.paths:
        source = Source(unit.content, path)
        try:
            problems = [*private_numbers(source, unit.phone), *figure_shares(source)]
        except FileNotFoundError:
            continue
        found.append((path, problems))
    return found
