"""`search-export`: what can be found, written for a search server."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from plugins.checking.command import sound_bulletin
from plugins.problems.telling import tell
from plugins.problems.writing_faults import why_not_written
from plugins.search.opensearch import MAPPING, bulk_lines

MAPPING_FILE = "mapping.json"
DOCUMENTS_FILE = "documents.ndjson"


def export(arguments: argparse.Namespace) -> int:
    """Write mapping and documents into `arguments.folder`; return 1 where an error prevents it."""
    bulletin, problems = sound_bulletin(arguments.content, arguments.today)
    tell(problems)
    if bulletin is None:
        return 1
    folder = Path(arguments.folder)
    mapping = json.dumps(MAPPING, ensure_ascii=False, indent=2) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / MAPPING_FILE, [mapping])
        lines = _write(folder / DOCUMENTS_FILE, bulk_lines(bulletin))
    except OSError as fault:
        sys.stderr.write(
            f"写不进 {folder}：{why_not_written(fault)}。换一个目录，或腾出空间再试。\n"
        )
        return 1
    sys.stdout.write(f"已写出 {lines // 2} 篇（页）可搜索的内容和索引设置，在 {folder}/\n")
    return 0


def _write(file: Path, lines: Iterable[str]) -> int:
    """Write a file in one go, however many lines there are, and return how many."""
    count = 0
    beside = file.with_name(f".{file.name}.new")
    with beside.open("w", encoding="utf-8", newline="\n") as handle:
        for count, line in enumerate(lines, start=1):  # noqa: B007 - the last number is asked for
            handle.write(line)
    beside.replace(file)
    return count
