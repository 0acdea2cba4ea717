"""Where a key stands in a text that has been read: found again only when a rule has to tell it."""

import re
from pathlib import Path

from plugins.problems import Place


def place_of_key(content: Path, file: str, key: str) -> Place:
    """Return the place of a key in a text of the content folder; its first line if not found."""
    told = f"{content.name}/{file}"
    text = (content / file).read_bytes().decode("utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"{re.escape(key)}\s*[:：]", line):
            return Place(told, number, 1)
    return Place(told, 1)
