"""What all edits of a site do to files: pick one, put a text in the place of another."""

from collections.abc import Iterable
from pathlib import Path


def pick(files: Iterable[Path], number: int) -> Path:
    """Return one of these files."""
    ordered = sorted(files)
    return ordered[number % len(ordered)]


def replace(file: Path, old: str, new: str) -> None:
    """Put one text in the place of another; where it is already there, take it back."""
    if not file.exists():
        return
    text = file.read_text(encoding="utf-8")
    if old in text:
        text = text.replace(old, new, 1)
    elif new:
        text = text.replace(new, old, 1)
    file.write_text(text, encoding="utf-8")


def toggle(file: Path, addition: str) -> None:
    """Add a text at the end of a file, or take it away if it is there."""
    if not file.exists():
        return
    text = file.read_text(encoding="utf-8")
    kept = text.removesuffix(addition)
    file.write_text(text + addition if kept == text else kept, encoding="utf-8")


def toggle_file(file: Path, data: bytes) -> None:
    """Write a file; delete it where it is there already."""
    if file.exists():
        file.unlink()
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
