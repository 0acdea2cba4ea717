"""The rules over the words of sources: each source is read once, by whoever does the work.

In: the texts of a content folder and what is known of them. Out: the Problems of all rules, and
the texts in which none was found.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plugins.checking.clean_sources import CleanSources
from plugins.checking.rules.attachment_numbers import attachment_numbers, may_be_searched
from plugins.checking.rules.calendar_days import calendar_days
from plugins.checking.rules.clock_times import clock_times
from plugins.checking.rules.document_numbers import document_numbers
from plugins.checking.rules.doubled_marks import doubled_marks
from plugins.checking.rules.enumerations import enumerations
from plugins.checking.rules.figure_shares import figure_shares
from plugins.checking.rules.half_width_marks import half_width_marks
from plugins.checking.rules.number_changes import number_changes
from plugins.checking.rules.paired_marks import paired_marks
from plugins.checking.rules.private_numbers import private_numbers
from plugins.checking.rules.radicals import radicals
from plugins.checking.rules.scan_slips import scan_slips
from plugins.checking.rules.set_phrases import set_phrases
from plugins.checking.rules.shares_above_whole import shares_above_whole
from plugins.checking.rules.straight_quotes import straight_quotes
from plugins.checking.rules.subtitle_dashes import subtitle_dashes
from plugins.checking.rules.table_totals import table_totals
from plugins.checking.rules.title_stops import title_stops
from plugins.checking.rules.torn_paragraphs import torn_paragraphs
from plugins.checking.rules.week_days import week_days
from plugins.checking.sources import Source, tables_of
from plugins.domain.bulletin import Bulletin
from plugins.domain.work import Work
from plugins.problems import Problem
from plugins.reading import messages

Rule = Callable[[Source], Iterable[Problem]]
TEXTS_A_UNIT = 250
RULES_OF_NUMBERS = (
    *(calendar_days, clock_times, week_days),
    *(figure_shares, number_changes, shares_above_whole, table_totals),
)
"""They are given the digits of a source as half-width ones."""

RULES_OF_MARKS = (document_numbers, paired_marks, doubled_marks, radicals, set_phrases, scan_slips)
RULES_OF_TEXTS = (
    *(*RULES_OF_MARKS, title_stops, subtitle_dashes, half_width_marks, straight_quotes),
    *(torn_paragraphs, enumerations),
)


@dataclass(frozen=True, slots=True)
class WordUnit:
    """Some texts by their paths, with their digests; the `phone` of the office is public."""

    content: Path
    phone: str
    texts: tuple[tuple[str, bytes], ...]


def problems_of_words(
    content: Path, texts: Mapping[str, bytes], phone: str, clean: CleanSources, work: Work
) -> Iterator[Problem]:
    """Tell what is wrong with the words of `texts`, given by path with their digests, and tables.

    Texts known to be `clean` are not read again, tables not searched again. A text that is another
    by now is told: what is to be published has not been searched.
    """
    marks = {path: sha256(phone.encode() + digest).digest() for path, digest in texts.items()}
    unknown = [(path, texts[path]) for path, mark in marks.items() if not clean.knows(mark)]
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
        mark = sha256(phone.encode() + table.data).digest()
        if not clean.knows(mark):
            found = _search(table, phone, RULES_OF_MARKS)
            if not found:
                clean.add(mark)
            yield from found


def problems_of_attachments(
    bulletin: Bulletin, phone: str, clean: CleanSources
) -> Iterator[Problem]:
    """Tell what is wrong with the words of attachments; those known to be `clean` are not read."""
    for attachment in bulletin.attachments:
        if not may_be_searched(attachment):
            continue
        mark = sha256(f"{phone}\0{attachment.source}\0{attachment.digest}".encode()).digest()
        if clean.knows(mark):
            continue
        found = attachment_numbers(bulletin, attachment, phone)
        if not found:
            clean.add(mark)
        yield from found


def search_unit(unit: WordUnit) -> list[tuple[str, list[Problem]]]:
    """Search the texts of a unit, as far as they are those that were read."""
    found = []
    for path, digest in unit.texts:
        source = Source(unit.content, path)
        if source.digest == digest:
            found.append((path, _search(source, unit.phone, RULES_OF_TEXTS)))
        else:
            found.append((path, [messages.changed_meanwhile(source.place)]))
    return found


def _search(source: Source, phone: str, rules: Iterable[Rule]) -> list[Problem]:
    found = list(private_numbers(source, phone))
    narrow = source.with_narrow_digits
    found += [problem for rule in RULES_OF_NUMBERS for problem in rule(narrow)]
    return found + [problem for rule in rules for problem in rule(source)]
