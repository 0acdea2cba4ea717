"""Files that are read as no table: which one each was meant to be, and what is told of it.

Names, as Windows and WPS make them (`branches (1).csv`, `副本党组织.xls`), come in; what refers to
the table that is missed on their account need not be told as well.
"""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath

from plugins.problems import Place, Problem
from plugins.reading import messages
from plugins.reading.content_folder import KINDS, printable

READ_ENDINGS = {".csv", ".xlsx"}
OTHER_ENDINGS = {".xls", ".xlsm", ".xlsb", ".et", ".ett", ".ods", ".numbers", ".tsv", ".txt"}
"""Of tables as other programs, or older ones, keep them."""

PARTS_OF_A_SOUND_PATH = 2


def table_meant(path: str, tables: Mapping[str, str]) -> str | None:
    """Return the table whose name stands in that of a file; `tables` are tables by every name.

    Documents and pictures are none.
    """
    if PurePosixPath(path).suffix.lower() not in {"", *READ_ENDINGS, *OTHER_ENDINGS}:
        return None
    stem = unicodedata.normalize("NFKC", PurePosixPath(path).stem).lower()
    words = re.sub(r"[\s_]+", "-", stem)
    names = (name for name in tables if re.search(rf"(?<![a-z]){re.escape(name)}(?![a-z])", words))
    longest = max(names, key=len, default=None)
    return tables[longest] if longest else None


def strange_table(
    place: Place, path: str, meant: str | None, taken: Mapping[str, str]
) -> Problem | None:
    """Tell a file that is read as no table by its name or its type; None where both are right.

    `taken` are the files of the tables that are read.
    """
    name = printable(PurePosixPath(path).name)
    ending = PurePosixPath(path).suffix.lower()
    is_inside = len(PurePosixPath(path).parts) == PARTS_OF_A_SOUND_PATH
    if KINDS["tables"].fullmatch(path) or not is_inside:
        return None
    if ending in OTHER_ENDINGS:
        return messages.table_type(place, name, meant or "原来的名字")
    if ending not in READ_ENDINGS:
        return None
    if meant is None:
        return messages.unknown_table(place, printable(PurePosixPath(path).stem), None)
    if meant in taken:
        return messages.table_twice(place, taken[meant])
    return messages.table_name(place, name, f"{meant}{ending}")
