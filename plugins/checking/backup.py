"""Mended files, each with a copy of what it was: nothing is changed without a way back."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from plugins.checking.fixing import Mender, mended_csv, mended_text, mended_workbook
from plugins.problems import Place, Problem
from plugins.problems.writing_faults import why_not_written
from plugins.reading import messages

MENDERS: dict[str, Mender] = {
    ".md": mended_text,
    ".csv": mended_csv,
    ".xlsx": mended_workbook,
}


@dataclass
class Mending:
    """What came of mending: the changed files, the folder of their copies, what could not be."""

    kept: Path
    changed: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def mend_folder(content: Path, backups: Path, now: datetime) -> Mending:
    """Mend every source of a folder; one that may not be read or written is told and left.

    Only files that reading will look at are opened: links are left alone.
    """
    mending = Mending(backups / now.strftime("%Y-%m-%d-%H%M%S"))
    for file in _sources(content):
        inside = file.relative_to(content.parent)
        try:
            if _mend(file, mending.kept / inside):
                mending.changed.append(file)
        except OSError as fault:
            place = Place(inside.as_posix())
            mending.problems.append(messages.not_mended(place, why_not_written(fault)))
    return mending


def _sources(content: Path) -> Iterator[Path]:
    for file in sorted(content.rglob("*")):
        if file.suffix in MENDERS and not file.name.startswith(("~$", ".")):
            yield file


def _mend(file: Path, copy: Path) -> bool:
    """Mend a file if it is one and needs it; tell whether it has changed."""
    if file.is_symlink() or not file.is_file():
        return False
    data = file.read_bytes()
    mended = MENDERS[file.suffix](data)
    if mended == data:
        return False
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(data)
    _replace(file, mended)
    return True


def _replace(file: Path, mended: bytes) -> None:
    """Put the mended file in the place of the old one in one step, or leave what was there."""
    beside = file.with_name(f".~{file.name}")
    try:
        beside.write_bytes(mended)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
