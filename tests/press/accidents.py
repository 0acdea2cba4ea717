"""What happens to output and cache behind the back of the builds, and to files without a change.

An accident takes the site and a number that picks among files. None changes what the site says.
"""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.press.file_edits import pick
from tests.press.whole_site import WholeSite

Accident = Callable[[WholeSite, int], None]
FAR_AHEAD = 4_000_000_000
LONG_AGO = 1_000_000_000
OLD_CACHE = "old-cache"
DAMAGES = (b"", b"no database", b"SQLite format 3\0" + b"\xff" * 500)


def files_in(folder: Path, *patterns: str) -> Sequence[Path]:
    """Return the files below a folder, a link to a file included."""
    found = (file for pattern in patterns or ("*",) for file in folder.rglob(pattern))
    return [file for file in found if file.is_file() and ".staging" not in file.parts]


def to_one_file(folder: str, change: Callable[[Path], object], *patterns: str) -> Accident:
    """Return the accident that does something to one file below a folder of the site."""

    def happen(site: WholeSite, number: int) -> None:
        if files := files_in(site.folder / folder, *patterns):
            change(pick(files, number))

    return happen


def spoil(file: Path) -> None:
    """Write something else; the file keeps its size."""
    file.write_bytes(bytes(len(file.read_bytes())))


def replace_by_folder(file: Path) -> None:
    """Put a folder in the place of a file."""
    file.unlink()
    file.mkdir()


def replace_by_link(file: Path) -> None:
    """Put a symbolic link to the same bytes in the place of a file."""
    aside = file.parent.parent / "own-linked"
    shutil.move(file, aside)
    file.symlink_to(aside)


def stamp(moment: int) -> Callable[[Path], None]:
    """Return what gives a file another time, in seconds."""
    return lambda file: os.utime(file, (moment, moment))


def damage(data: bytes) -> Callable[[Path], object]:
    """Return what writes these bytes over a file."""
    return lambda file: file.write_bytes(data)


def rewrite(file: Path) -> None:
    """Write the same bytes again."""
    file.write_bytes(file.read_bytes())


def replace_file(file: Path) -> None:
    """Put another file with the same bytes and time in the place of one."""
    copy = file.with_name("aside")
    shutil.copy2(file, copy)
    copy.replace(file)


def add_foreign_file(site: WholeSite, number: int) -> None:
    """Lay a file into the output that no build has made."""
    if (site.output / "SHA256SUMS").exists():
        folder = pick([site.output, *(file.parent for file in files_in(site.output))], number)
        (folder / f"own-{number % 3}.txt").write_text("mine", encoding="utf-8")


def remove_folder(site: WholeSite, number: int) -> None:
    """Delete the output, or one folder in it, or the cache."""
    folders = [file for file in site.output.glob("*") if file.is_dir()]
    shutil.rmtree(pick([site.output, site.cache, *folders], number), ignore_errors=True)


def bring_back_cache(site: WholeSite, number: int) -> None:
    """Keep a copy of the cache aside, or put an old copy back."""
    copy = site.folder / OLD_CACHE
    if number % 2 and copy.exists():
        shutil.rmtree(site.cache, ignore_errors=True)
        shutil.copytree(copy, site.cache)
    elif site.cache.exists():
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(site.cache, copy)


def forget_old_cache(site: WholeSite) -> None:
    """Delete the copy of the cache."""
    shutil.rmtree(site.folder / OLD_CACHE, ignore_errors=True)


ACCIDENTS: Mapping[str, Accident] = {
    "an output spoilt": to_one_file("output", spoil, "*.*"),
    "an output deleted": to_one_file("output", Path.unlink, "*.*"),
    "an output linked": to_one_file("output", replace_by_link, "*.*"),
    "an output touched": to_one_file("output", stamp(FAR_AHEAD), "*.*"),
    "an output written again": to_one_file("output", rewrite, "*.*"),
    "a foreign file": add_foreign_file,
    "a folder removed": remove_folder,
    "a source touched": to_one_file("content", Path.touch),
    "a source of tomorrow": to_one_file("content", stamp(FAR_AHEAD)),
    "a source of long ago": to_one_file("content", stamp(LONG_AGO)),
    "a source written again": to_one_file("content", rewrite),
    "a source copied": to_one_file("content", replace_file),
    "a template touched": to_one_file("theme", Path.touch),
    "a cache deleted": to_one_file(".cache", Path.unlink),
    "a cache that is a folder": to_one_file(".cache", replace_by_folder),
    "an old cache": bring_back_cache,
    **{
        f"a cache damaged ({number})": to_one_file(".cache", damage(data))
        for number, data in enumerate(DAMAGES)
    },
}


def hidden_places(site: WholeSite) -> Sequence[Path]:
    """Return the sources, templates and outputs in which a change may go unseen."""
    return [
        *files_in(site.content, "*.md", "*.csv", "*.txt"),
        *files_in(site.theme, "*.html", "*.css", "*.js"),
        *files_in(site.output, "*.html", "*.css"),
    ]


def change_unseen(file: Path) -> None:
    """Change letters in a file that keeps its size and its time."""
    seen, data = file.stat(), file.read_bytes()
    for old, new in (("支部", "文部"), ("工委", "公委"), ("color", "colox"), ("void", "vpid")):
        data = data.replace(old.encode(), new.encode(), 1)
    file.write_bytes(data)
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
