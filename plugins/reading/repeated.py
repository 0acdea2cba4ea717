"""Faults that one habit repeats on many lines of a file, each told once with all its lines.

An input method writes every colon full-width, Word indents every paragraph: thirty equal notices
hide the one that matters.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from plugins.problems import Problem

ALIKE = {
    *("full-width-colon", "full-width-comma", "unusual-date", "short-row", "hidden-row"),
    *("formula-cell", "error-cell", "merged-cells", "total-row", "line-in-cell"),
    *("raw-html", "page-number"),
}
"""Codes of one habit, whatever word each message quotes."""

ALIKE_IN_COLUMN = {"excel-date", "excel-number"}
"""Codes of one habit in each column of a table, whatever each message quotes."""

EQUAL = {
    *("tab-indent", "tab-in-text", "full-width-mark", "sentences-run-together"),
    *("lines-run-together", "mark-without-effect", "loose-stars", "field-code"),
    *("heading-not-made", "list-not-made", "empty-heading", "link-not-closed"),
    *("forbidden-character", "link-without-address", "unknown-name", "unknown-reference"),
    *("row-waits", "row-withdrawn", "withdrawn-source", "stray-line", "indented-key", "bad-date"),
    *("merge-conflict", "person-without-grounds"),
}
"""Codes of one habit, or of one name, where the messages are the same."""

LINES_NAMED = 8


def each_habit_once(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with each habit of a file told at its first place, with all its lines."""
    habits: dict[object, list[Problem]] = {}
    for number, problem in enumerate(problems):
        habits.setdefault(_habit(problem) or number, []).append(problem)
    return [_together(set(same)) for same in habits.values()]


def _habit(problem: Problem) -> tuple[object, ...]:
    habit = (problem.place.file, problem.code, problem.level)
    if problem.code in ALIKE:
        return habit
    if problem.code in ALIKE_IN_COLUMN:
        return (*habit, problem.place.column)
    return (*habit, problem.message) if problem.code in EQUAL else ()


def _together(same: Collection[Problem]) -> Problem:
    first = min(same, key=lambda one: (one.place.line or 0, one.place.column or 0))
    if len(same) == 1:
        return first
    lines = sorted({one.place.line for one in same if one.place.line})
    named = "、".join(map(str, lines[:LINES_NAMED]))
    others = "等" if len(lines) > LINES_NAMED else ""
    count = f"同样的共 {len(same)} 处：第 {named} 行{others}。"
    return replace(first, message=first.message + count)
