"""Where a key stands in a text that has been read: found again only when a rule has to tell it."""

import re
from pathlib import Path

from plugins.problems import Place


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
