"""The answer that nothing has changed since the last build, given before anything is loaded.

A build leaves behind what it was made from, by size and time of every file, and how every file of
the site looked when it was done. While all of that is as it was, a build would change nothing.
"""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plugins.domain.keeping import SEAL, digest_of, is_past, sealed, unsealed
from plugins.domain.packing import packed, unpacked
from plugins.press.installed import installed
from plugins.press.output_folder import JOURNAL, Foreign, foreign_files
from plugins.problems import Problem

Stat = tuple[str, int, int]
"""What the system tells of a file: its path, its size in bytes, its time in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a build told: problems, the number of its sources, the files of its site.

    The last of the files is the list of the others; at `seen`, in nanoseconds, there were no files
    of strangers among them. The answer holds from the time `since` to the time `until`, in
    seconds: tomorrow more may be public.
    """

    problems: tuple[Problem, ...]
    sources: int
    files: tuple[Stat, ...]
    seen: int
    since: float
    until: float


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build depends on: files and folders, options, and the digest of how they look.

    `fresh` are files so new that another edit might leave their time as it is: they are known by
    their bytes.
    """

    places: tuple[str, ...]
    options: tuple[str, ...]
    fresh: tuple[str, ...]
    digest: bytes


def look_at(places: Iterable[str], options: Iterable[str]) -> Inputs:
    """Look at files and folders, and at the programs that run a build.

    OSError where one of them cannot be looked at.
    """
    now = time.time_ns()
    places = tuple(places)
    return _inputs(places, tuple(options), _found(places), now)


def stat_of(folder: Path, path: str) -> Stat:
    """Return what the system tells of one file of a site."""
    return _stat(f"{folder}/", path)


def last_answer(
    file: Path, options: Iterable[str], output: Path
) -> tuple[Answer | None, Inputs | None]:
    """Return the answer of the last build if one with these options would give the same.

    Else what a build would depend on, if that is known.
    """
    try:
        data = file.read_bytes()
        (places, fresh, digest), problems, *rest = unsealed(data[:SEAL], data[SEAL:])
        answer = Answer(unpacked(problems), *rest)
        now, found, options = time.time_ns(), _found(places), tuple(options)
        if _digest(found, options, fresh) == digest and _holds(answer, output):
            return answer, None
        return None, _inputs(places, options, found, now)
    except (OSError, ValueError, EOFError, TypeError, AttributeError):
        return None, None


def remember(file: Path, inputs: Inputs, answer: Answer) -> None:
    """Keep the answer of a build for the next one; where that cannot be, it only takes longer."""
    problems = packed(answer.problems)
    told = (answer.sources, answer.files, answer.seen, answer.since, answer.until)
    looked_at = (inputs.places, inputs.fresh, inputs.digest)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"".join(sealed((looked_at, problems, *told))))


def _holds(answer: Answer, output: Path) -> bool:
    """Tell whether an answer is of today, and every file of the site still as it was."""
    if not answer.since <= time.time() < answer.until or (output / JOURNAL).exists():
        return False
    if any(_stat(f"{output}/", one[0]) != one for one in answer.files):
        return False
    known = {path for path, _, _ in answer.files}
    return not foreign_files(output, known, Foreign(seen=answer.seen)).files


def _inputs(
    places: tuple[str, ...], options: tuple[str, ...], found: list[Stat], now: int
) -> Inputs:
    """Return what was found from `now` on as inputs, with what of it is fresh."""
    fresh = tuple(path for path, _, modified in found if not is_past(modified, now))
    return Inputs(places, options, fresh, _digest(found, options, fresh))


def _found(places: Iterable[str]) -> list[Stat]:
    found: list[Stat] = []
    for place in places:
        found += _files(place) if os.path.isdir(place) else [_stat(place)]
    return sorted(found)


def _digest(found: list[Stat], options: tuple[str, ...], fresh: tuple[str, ...]) -> bytes:
    # A link that leads nowhere has no content.
    contents = [sha256(Path(path).read_bytes()).digest() for path in fresh if os.path.exists(path)]
    return digest_of((found, installed(), options, fresh, contents))


def _files(folder: str) -> Iterator[Stat]:
    """Yield the Stat of every file below a folder; what Python keeps for itself does not count."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                # Of a link to a file what it leads to: that is what a build reads.
                status = entry.stat(follow_symlinks=entry.is_file())
                yield entry.path, status.st_size, status.st_mtime_ns


def _stat(folder: str, path: str = "") -> Stat:
    status = os.lstat(folder + path)
    return path or folder, status.st_size, status.st_mtime_ns
