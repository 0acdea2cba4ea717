"""Cells of several lines, as Alt+Enter makes them, read as one line each.

In: the cells of a row. Out: the same on one line, with what is told of them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plugins.domain.declared import Shape
from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.written import Written

BREAK = re.compile(r"\s*\n\s*")
BETWEEN_LETTERS = re.compile(r"(?<=[!-~])\s*\n\s*(?=[!-~])")
BREAK_OF_NAMES = re.compile(r"(?<![、，,\s])\s*\n\s*(?![、，,\s])")
"""A break in a list without the sign that would part two names."""


def on_one_line(
    headings: Sequence[str | None], cells: Sequence[Written], shapes: Mapping[str, Shape]
) -> tuple[Sequence[Written], list[Problem]]:
    """Read the lines of a cell as one; in a list of names nobody knows what a break means."""
    if not any("\n" in cell.text for cell in cells):
        return cells, []
    joined, problems = list(cells), []
    for number, (heading, cell) in enumerate(zip(headings, cells, strict=False)):
        if heading is None or heading not in shapes or "\n" not in cell.text:
            continue
        if shapes[heading] is Shape.LIST and BREAK_OF_NAMES.search(cell.text):
            problems.append(messages.break_in_list(cell.place, heading))
            continue
        text = BREAK.sub("", BETWEEN_LETTERS.sub(" ", cell.text))
        joined[number] = replace(cell, text=text)
        problems.append(messages.break_in_cell(cell.place, heading, text))
    return joined, problems
