"""The answer that nothing has changed since the last build, given before anything is loaded.

A build leaves behind what it was made from, by size and time of every file, and how every file of
the site looked when it was done. While all of that is as it was, a build would change nothing.
"""

import marshal
import os
import pickle
import site
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plugins.press.output_folder import JOURNAL
from plugins.problems import Problem

CANONICAL = 2
SEAL = 32
TICK = 2_000_000_000
"""Nanoseconds in which a file may be written twice and bear the same time."""

Looks = tuple[str, int, int]
"""How a file looks: its path, its size in bytes, its time in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a build told: problems, the number of its sources, the files of its site.

    It holds from the time `since` to the time `until`, in seconds: tomorrow more may be public.
    """

    problems: tuple[Problem, ...]
    sources: int
    files: tuple[Looks, ...]
    since: float
    until: float


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build depends on: files and folders, options, and the digest of how they look.

    It is `settled` if no file of it is brand new.
    """

    places: tuple[str, ...]
    options: tuple[str, ...]
    digest: bytes
    settled: bool


def look_at(places: Iterable[str], options: Iterable[str]) -> Inputs:
    """Look at files and folders, and at the programs that run a build.

    OSError where one of them cannot be looked at.
    """
    found: list[Looks] = []
    for place in (places := tuple(places)):
        found += _files(place) if os.path.isdir(place) else [_looks(place)]
    found.sort()
    tools = (sys.version, [sorted(_packages(folder)) for folder in site.getsitepackages()])
    newest = max((modified for _, _, modified in found), default=0)
    digest = sha256(marshal.dumps((found, tools, options := tuple(options)), CANONICAL)).digest()
    return Inputs(places, options, digest, newest < time.time_ns() - TICK)


def last_answer(
    file: Path, options: Iterable[str], output: Path
) -> tuple[Answer | None, Inputs | None]:
    """Return the answer of the last build if one with these options would give the same.

    Beside it stands what was looked at to find that out.
    """
    try:
        data = file.read_bytes()
        seal, kept = data[:SEAL], data[SEAL:]
        if sha256(kept).digest() != seal:
            return None, None
        places, digest, problems, *rest = marshal.loads(kept)  # noqa: S302 - ours, as the seal says
        answer = Answer(pickle.loads(problems), *rest)  # noqa: S301 - as above
        inputs = look_at(places, options)
        return (answer if inputs.digest == digest and _holds(answer, output) else None), inputs
    except (OSError, ValueError, EOFError, TypeError, AttributeError, pickle.UnpicklingError):
        return None, None


def remember(file: Path, inputs: Inputs, answer: Answer) -> None:
    """Keep the answer of a build for the next one; where that cannot be, it only takes longer."""
    problems = pickle.dumps(answer.problems)
    told = (answer.sources, answer.files, answer.since, answer.until)
    data = marshal.dumps((inputs.places, inputs.digest, problems, *told), CANONICAL)
    with suppress(OSError):
        file.unlink(missing_ok=True)
        if inputs.settled:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(sha256(data).digest() + data)


def _holds(answer: Answer, output: Path) -> bool:
    """Tell whether an answer is of today, and every file of the site still as it was."""
    if not answer.since <= time.time() < answer.until or (output / JOURNAL).exists():
        return False
    return all(_looks(f"{output}/", one[0]) == one for one in answer.files)


def _files(folder: str) -> Iterator[Looks]:
    """Yield how every file below a folder looks; what Python keeps for itself does not count."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                status = entry.stat(follow_symlinks=False)
                yield entry.path, status.st_size, status.st_mtime_ns


def _looks(folder: str, path: str = "") -> Looks:
    status = os.lstat(folder + path)
    return path or folder, status.st_size, status.st_mtime_ns


def _packages(folder: str) -> Iterator[str]:
    """Yield the names and versions of the packages that are installed in a folder."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        yield from (entry.name for entry in entries if entry.name.endswith("-info"))
