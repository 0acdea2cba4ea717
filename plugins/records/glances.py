"""Kinds of records at a glance, as the pages of mechanisms and lists show them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from plugins.domain.declared import declared_keys
from plugins.domain.linked_records import links_to
from plugins.domain.mechanisms import Mechanism
from plugins.domain.records import Openness, Record
from plugins.domain.rolls import NO_GROUP
from plugins.domain.views import Fact, Link
from plugins.records.catalogue import Catalogue
from plugins.records.cells import in_words, value_of
from plugins.records.views import KindGlance, Totals

NEWEST = 6


def kind_glances(catalogue: Catalogue, mechanism: Mechanism) -> Iterator[KindGlance]:
    """Yield the kinds of a mechanism that have a page."""
    for kind in catalogue.kinds_of(mechanism):
        records = catalogue.records_of(kind)
        is_public = kind.openness is Openness.PUBLIC
        counted = () if is_public or not records else totals_of(kind, records)
        yield KindGlance(
            title=kind.title,
            all=Link(_all_words(kind, len(records)), kind.folder()),
            records=links_to(catalogue.newest(mechanism, kind, NEWEST) if is_public else ()),
            totals=tuple(fact for totals in counted[:2] for fact in totals.facts),
        )


def _all_words(kind: type[Record], count: int) -> str:
    return f"全部{count}{kind.measure}" if count else "尚未收录"


def totals_of(kind: type[Record], records: Sequence[Record]) -> tuple[Totals, ...]:
    """Count records by each field of which their kind tells the totals, all of them first."""
    keys = {declared.english: declared for declared in declared_keys(kind)}
    whole = Totals("合计", (Fact("收录", f"{len(records)}{kind.measure}"),))
    counted = [whole]
    for english in kind.totals_by:
        values = (value_of(record, keys[english]) for record in records)
        counts = Counter(in_words(keys[english], one) if one else NO_GROUP for one in values)
        facts = (Fact(value, f"{count}{kind.measure}") for value, count in counts.most_common())
        counted.append(Totals(keys[english].name, tuple(facts)))
    return tuple(counted)
