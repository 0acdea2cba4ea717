"""Mended files, each with a copy of what it was: nothing is changed without a way back."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from plugins.checking.fixing import Mender, mended_csv, mended_text, mended_workbook

MENDERS: dict[str, Mender] = {
    ".md": mended_text,
    ".csv": mended_csv,
    ".xlsx": mended_workbook,
}


def mend_folder(content: Path, backups: Path, now: datetime) -> tuple[list[Path], Path]:
    """Mend every source of a folder; return the changed files and the folder of their copies.

    Only files that reading will look at are opened: links are left alone.
    """
    kept = backups / now.strftime("%Y-%m-%d-%H%M%S")
    changed = []
    for file in _sources(content):
        data = file.read_bytes()
        mended = MENDERS[file.suffix](data)
        if mended != data:
            _replace(file, mended, kept / file.relative_to(content.parent))
            changed.append(file)
    return changed, kept


def _sources(content: Path) -> Iterator[Path]:
    for file in sorted(content.rglob("*")):
        hidden = file.name.startswith(("~$", "."))
        if file.suffix in MENDERS and file.is_file() and not file.is_symlink() and not hidden:
            yield file


def _replace(file: Path, mended: bytes, copy: Path) -> None:
    """Keep the old file as `copy`, then put the mended one in its place in one step."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(file.read_bytes())
    beside = file.with_name(f".~{file.name}")
    beside.write_bytes(mended)
    beside.replace(file)
