"""What is wrong with the ledger of figures beyond single cells, each told at its cell."""

from collections.abc import Iterator, Sequence

from plugins.domain.addresses import slug_of
from plugins.domain.figure_contradictions import contradictions
from plugins.domain.figures import PERCENT, Figure, FigureKind
from plugins.domain.grouping import grouped
from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.values import Located

WHOLE = 100
SHARED = (("slug", "链接名"), ("unit", "单位"), ("category", "类别"))


def row_problems(rows: Sequence[Located], first_unread: int | None = None) -> Iterator[Problem]:
    """Yield the faults of single rows and of the rows of one metric, as they are written.

    `first_unread` is the line of the first row that could not be read: it may be the first row of
    any metric that has none above it.
    """
    for row in rows:
        yield from _of_row(row)
    yield from _slugs(rows, first_unread)
    for attribute, heading in SHARED:
        yield from _differences(rows, attribute, heading)


def ledger_problems(
    ledger: Sequence[Located], recognitions: Sequence[Located]
) -> Iterator[Problem]:
    """Yield doubles and contradictions, for which names must be canonical.

    Those that the sources themselves contain are let through where every row of them is marked.
    """
    yield from _doubles(ledger)
    places = {id(row.model): row for row in ledger}
    figures = [row.model for row in ledger]
    for one in contradictions(figures, [row.model for row in recognitions]):
        if not one.is_admitted:
            place = places[id(one.figures[-1])].place("数值")
            yield messages.figures_contradict(place, one.fault)


def _of_row(row: Located) -> Iterator[Problem]:
    figure: Figure = row.model
    since, until = figure.since, figure.until
    if since and since.first_day > until.last_day:
        yield messages.figure_dates(row.place("起"), since.stamp, until.stamp)
    is_growth = figure.unit == PERCENT and figure.kind is FigureKind.INCREMENT
    if figure.value < 0 and not is_growth:
        yield messages.figure_negative(row.place("数值"), str(figure.value))
    elif figure.unit == PERCENT and figure.value > WHOLE and not is_growth:
        yield messages.figure_over_hundred(row.place("数值"), f"{figure.value}%")
    if figure.is_doubtful and not figure.doubt:
        yield messages.figure_without_reason(row.place("待核原因"))


def _slugs(rows: Sequence[Located], first_unread: int | None) -> Iterator[Problem]:
    """Tell metrics without a slug in their first row, and slugs that another metric has."""
    proposals = {row.model.metric: row.model.slug for row in reversed(rows) if row.model.slug}
    seen: set[str] = set()
    bearers: dict[str, str] = {}
    for row in rows:
        metric, slug = row.model.metric, row.model.slug
        is_first = first_unread is None or (row.start.line or 0) < first_unread
        if metric not in seen and not slug and is_first:
            proposal = proposals.get(metric) or slug_of(metric) or "pinyin-mingcheng"
            yield messages.figure_without_slug(row.place("链接名"), metric, proposal)
        seen.add(metric)
        if slug and bearers.setdefault(slug, metric) != metric:
            yield messages.figure_slug_taken(row.place("链接名"), slug, bearers[slug])


def _differences(rows: Sequence[Located], attribute: str, heading: str) -> Iterator[Problem]:
    """Tell rows that say otherwise than the first row of their metric that says anything."""
    first: dict[str, Located] = {}
    for row in rows:
        value = getattr(row.model, attribute)
        if not value:
            continue
        before = first.setdefault(row.model.metric, row)
        other = getattr(before.model, attribute)
        if value != other:
            line = before.start.line or 0
            yield messages.figure_differs(row.place(heading), heading, value, other, line)


def _doubles(ledger: Sequence[Located]) -> Iterator[Problem]:
    """Tell figures that stand twice, but for those on which the sources themselves disagree."""
    same = grouped((_what(row.model), row) for row in ledger)
    for first, *others in same.values():
        if others and not _are_admitted([first.model, *(row.model for row in others)]):
            line = first.start.line or 0
            for row in others:
                yield messages.figure_twice(row.place("指标"), row.model.metric, line)


def _what(figure: Figure) -> tuple[object, ...]:
    return figure.metric, figure.scope, figure.kind, figure.period


def _are_admitted(figures: Sequence[Figure]) -> bool:
    """Tell numbers that differ, each from a source of its own, and all marked as doubtful."""
    sources = {figure.source_item for figure in figures}
    numbers = {figure.words for figure in figures}
    return (
        all(figure.is_doubtful for figure in figures)
        and len(sources) == len(figures)
        and len(numbers) > 1
    )
