"""Rows of a table as declared models: headings matched, short rows filled, every cell read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, islice, pairwise

from plugins.domain.addresses import slug_of
from plugins.domain.declared import Declared, declared_keys, names_of
from plugins.problems import Place, Problem, has_errors, nearest_of
from plugins.reading import messages
from plugins.reading.repeated import each_habit_once
from plugins.reading.tables.cell_lines import on_one_line
from plugins.reading.tables.spreadsheet_habits import total_in, with_excels_dates, without_titles
from plugins.reading.tables.table_cells import Cells, read_cells
from plugins.reading.values import Located, make_model
from plugins.reading.written import Written, WrittenKey

IGNORED_HEADINGS = ("序号", "备注")
SLUG = "链接名"
WIDE_COMMA = "，"
READINGS = 20
"""So many ways to read a short row are tried where it cannot be read as it is."""

NO_NUMBERS = {"not-a-number", "not-a-decimal", "out-of-range"}
CHANGED_NUMBERS = {
    "日期": re.compile(r"\d{4}-\d{2}(?:-\d{2}(?: \d{2}:\d{2})?)?|1905", re.ASCII),
    "百分比": re.compile(r"-?\d+(?:\.\d+)?%", re.ASCII),
}
"""How a number reads whose cell has the format of something else; 2020 as a date is in 1905."""

OTHER_SEPARATORS = {
    "\t": "制表符（Tab）",
    "，": "全角逗号",
    ";": "分号",
    "；": "全角分号",
    "、": "顿号",
    "|": "竖线",
}


def read_table(
    file: str, data: bytes, model: type[Declared]
) -> tuple[list[Located], list[Problem]]:
    """Read a table whose rows `model` declares; rows with an error are told and left out."""
    known = names_of(declared_keys(model))
    cells = read_cells(file, data, known)
    cells.rows, told = without_titles(cells.rows, known)
    cells.problems += told
    rows, problems = _read_rows(cells, model)
    return rows, each_habit_once(problems)


def _read_rows(cells: Cells, model: type[Declared]) -> tuple[list[Located], list[Problem]]:
    if not cells.rows:
        return [], cells.problems
    headings, problems = _read_headings(cells.rows[0], model)
    problems = cells.problems + problems
    if any(heading is None for heading in headings):
        return [], problems
    rows: list[Located] = []
    shapes = {declared.name: declared.shape for declared in declared_keys(model)}
    for cells_of_row in cells.rows[1:]:
        one_line, breaks = on_one_line(headings, cells_of_row, shapes)
        if has_errors(breaks):
            problems += breaks
            continue
        row, told = _read_row(headings, one_line, model)
        problems += [*breaks, *told]
        rows += [row] if row else []
    return rows, problems


def _read_headings(
    cells: Sequence[Written], model: type[Declared]
) -> tuple[list[str | None], list[Problem]]:
    """Match the headings; one that is unknown, doubled or missing spoils the table."""
    keys = declared_keys(model)
    known = (*names_of(keys), *IGNORED_HEADINGS)
    if separator := _other_separator(cells, known):
        return [None], [messages.wrong_separator(cells[0].place, separator)]
    present = {cell.text for cell in cells}
    headings: list[str | None] = []
    problems = []
    for cell in _without_empty_end(cells):
        if cell.text not in known:
            nearest = nearest_of(cell.text, [name for name in known if name not in present])
            problems.append(messages.unknown_heading(cell.place, cell.text, nearest, known))
            headings.append(None)
        elif cell.text in headings:
            problems.append(messages.duplicate_heading(cell.place, cell.text))
            headings.append(None)
        else:
            headings.append(cell.text)
    if None not in headings:
        problems += [
            messages.missing_heading(cells[0].place, declared.name)
            for declared in keys
            if declared.required and declared.name not in headings
        ]
    missing: list[str | None] = [None] if problems else []
    return headings + missing, problems


def _other_separator(cells: Sequence[Written], known: Sequence[str]) -> str | None:
    """Return what parts the headings where it is no comma: all of them stand in one cell then."""
    first = cells[0].text
    for mark, separator in OTHER_SEPARATORS.items():
        before, found, _ = first.partition(mark)
        if found and before.strip() in known:
            return separator
    return None


def _read_row(
    headings: Sequence[str | None], cells: Sequence[Written], model: type[Declared]
) -> tuple[Located | None, list[Problem]]:
    start = Place(cells[0].place.file, cells[0].place.line, 1)
    filled = _without_empty_end(cells)
    if len(filled) > len(headings):
        place = filled[len(headings)].place
        return None, [messages.long_row(place, len(headings), len(filled))]
    row, told = _made(headings, cells, model, start)
    if len(cells) >= len(headings):
        return row, told
    parted = islice(_parted(cells, len(headings) - len(cells)), READINGS)
    if row is None and any(_made(headings, parts, model, start)[0] for parts in parted):
        return None, [messages.cells_joined(start, len(headings), len(cells))]
    has_comma = any(WIDE_COMMA in cell.text for cell in cells)
    return row, [messages.short_row(start, len(headings), len(cells), has_comma=has_comma), *told]


def _parted(cells: Sequence[Written], commas: int) -> Iterator[list[Written]]:
    """Yield the cells that there would be if so many full-width commas were plain ones."""
    pieces = [cell.text.split(WIDE_COMMA) for cell in cells]
    places = [(number, at) for number, parts in enumerate(pieces) for at in range(1, len(parts))]
    for chosen in combinations(places, commas):
        parted: list[Written] = []
        for number, (cell, parts) in enumerate(zip(cells, pieces, strict=True)):
            cuts = [0, *(at for cut, at in chosen if cut == number), len(parts)]
            parted += [
                replace(cell, text=WIDE_COMMA.join(parts[first:last]))
                for first, last in pairwise(cuts)
            ]
        yield parted


def _made(
    headings: Sequence[str | None], cells: Sequence[Written], model: type[Declared], start: Place
) -> tuple[Located | None, list[Problem]]:
    written = {
        heading: WrittenKey(heading, cell.place, cell if cell.text else None)
        for heading, cell in zip(headings, cells, strict=False)
        if heading and heading not in IGNORED_HEADINGS
    }
    row, told = make_model(model, written, start)
    if row is None and (word := total_in(cells)):
        return None, [messages.total_row(start, word)]
    return row, [
        _with_proposal(_as_excel_did(problem, written), written, model) for problem in told
    ]


def _as_excel_did(problem: Problem, written: Mapping[str, WrittenKey]) -> Problem:
    """Tell a date or a number of a row that Excel has changed as such."""
    key = next((one for one in written.values() if one.place == problem.place), None)
    if key is None or key.value is None:
        return problem
    for form, pattern in CHANGED_NUMBERS.items():
        if problem.code in NO_NUMBERS and pattern.fullmatch(key.value.text):
            place, text = problem.place, key.value.text
            return messages.number_changed_by_excel(place, key.name, text, form)
    return with_excels_dates(problem, key.name, key.value)


def _with_proposal(
    problem: Problem, written: Mapping[str, WrittenKey], model: type[Declared]
) -> Problem:
    """Propose a slug where one is missing: the pinyin of what the row's first key names."""
    slug, name = written.get(SLUG), written.get(declared_keys(model)[0].name)
    if slug is None or slug.value or problem.place != slug.place or name is None:
        return problem
    proposal = slug_of(name.value.text) if name.value else ""
    return messages.missing_slug(problem.place, proposal or "pinyin-mingcheng")


def _without_empty_end(cells: Sequence[Written]) -> list[Written]:
    kept = list(cells)
    while kept and not kept[-1].text:
        kept.pop()
    return kept
