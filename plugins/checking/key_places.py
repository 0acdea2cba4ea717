"""Where a key of a text or a cell of a table stands: found again only when a rule tells it."""

import re
from pathlib import Path, PurePosixPath

from plugins.checking.sources import TABLES_FOLDER, tables_of
from plugins.problems import Place
from plugins.reading.tables.content_tables import TABLES
from plugins.reading.tables.table_rows import read_table


def place_of_key(content: Path, file: str, key: str, value: str = "") -> Place:
    """Return the place of a key in a text of the content folder; its first line if not found.

    With a `value` it is a key of an entry, on the line where it has that value.
    """
    told = f"{content.name}/{file}"
    text = (content / file).read_bytes().decode("utf-8", errors="replace")
    indent = r"(\s*(?:-\s+)?)" if value else "()"
    wanted = re.compile(rf"{indent}{re.escape(key)}\s*[:：]\s*\"?{re.escape(value)}")
    for number, line in enumerate(text.splitlines(), start=1):
        if match := wanted.match(line):
            return Place(told, number, match.end(1) + 1)
    return Place(told, 1)


def place_of_cell(content: Path, table: str, name: str, heading: str) -> Place:
    """Return the place of a cell in the row of a name; the table if it is not found."""
    files = (one for one in tables_of(content) if PurePosixPath(one.path).stem == table)
    tables = (read_table(one.place.file, one.data, TABLES[table])[0] for one in files)
    places = (row.place(heading) for rows in tables for row in rows if row.model.name == name)
    return next(places, Place(f"{content.name}/{TABLES_FOLDER}{table}.csv"))
