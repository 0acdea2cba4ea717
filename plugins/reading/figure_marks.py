r"""Numbers of the ledger that a text prints: `[[数据:指标@时点]]`, `[[数据:指标@时点|范围]]`.

A table of a text needs a backslash before the bar: `[[数据:指标@时点\|范围]]`.
"""

import re
from collections.abc import Mapping, Sequence

from plugins.domain.dates import read_date
from plugins.domain.figures import Figure
from plugins.problems import Place, Problem
from plugins.reading import messages
from plugins.reading.guesses import guess_of
from plugins.reading.register import Register
from plugins.reading.tables.figure_rows import scope_of

MARK = re.compile(r"数据[:：](?P<metric>[^@]+)(?:@(?P<time>[^|｜\\]+)(?:\\?[|｜](?P<scope>.+))?)?")
FIGURE_LINK = re.compile(r'<a href="ref:(\d+)">\[\[数据[^<]*</a>')
FIGURE_TEXT = re.compile(r"\[\[(数据[:：][^\[\]\n]+)\]\]")


def is_figure(name: str) -> bool:
    """Tell whether what stands in double brackets is the mark of a figure."""
    return MARK.match(name) is not None


def find_figure(written: str, place: Place, register: Register) -> Figure | Problem | None:
    """Return the figure that a mark means, or why there is none.

    None stands for a metric that may stand in a row which could not be read: that has been told.
    """
    mark = MARK.fullmatch(written)
    if mark is None or not mark["time"]:
        return messages.figure_form(place, written)
    metric, time, scope = (
        mark[name] and mark[name].strip() for name in ("metric", "time", "scope")
    )
    rows = register.figures.get(metric, ())
    timed = [row for row in rows if _is_of_time(row, time)]
    scoped = [row for row in timed if not scope or row.scope == scope_of(scope, register)]
    if len(scoped) == 1:
        return scoped[0]
    if scoped:
        return _not_one(place, metric, time, scoped)
    if "figures" in register.incomplete:
        return None
    if timed:
        scopes = list(dict.fromkeys(row.scope for row in timed))
        return messages.unknown_figure(place, metric, scope, scopes, guess_of(scope, scopes))
    return _no_such_time(place, metric, time, register)


def with_figures(text: str, numbers: Mapping[str, str]) -> str:
    """Put the numbers in the place of their marks in a plain text; `numbers` are by their marks."""
    if not numbers:
        return text
    known = {" ".join(mark.split()): number for mark, number in numbers.items()}
    return FIGURE_TEXT.sub(lambda match: known.get(match[1], match[0]), text)


def _not_one(place: Place, metric: str, time: str, figures: Sequence[Figure]) -> Problem:
    """Tell a mark that means several figures, with one that means one of them if there is one."""
    marks = _marks(metric, figures)
    if len(set(marks)) == 1:
        return messages.disputed_figure(place, metric, time)
    return messages.ambiguous_figure(place, metric, time, marks)


def _no_such_time(place: Place, metric: str, time: str, register: Register) -> Problem:
    rows = register.figures.get(metric)
    if rows is None:
        return messages.unknown_metric(place, metric, guess_of(metric, register.figures))
    known = list(dict.fromkeys(name for row in rows for name in (row.until.stamp, row.when)))
    return messages.unknown_figure(place, metric, time, known, guess_of(time, known))


def _is_of_time(figure: Figure, written: str) -> bool:
    """Tell whether a figure is of a time as it is written: its end in any form, or its words."""
    date = read_date(written).date
    return written in {figure.when, figure.moment} or (
        date is not None and date.iso == figure.until.iso
    )


def _marks(metric: str, figures: Sequence[Figure]) -> list[str]:
    """Return marks that tell figures of one time from each other."""
    if len({figure.scope for figure in figures}) == len(figures):
        return [f"[[数据:{metric}@{one.until.stamp}|{one.scope}]]" for one in figures]
    return [f"[[数据:{metric}@{one.when}|{one.scope}]]" for one in figures]
