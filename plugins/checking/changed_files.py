"""Which files Git says were changed since a revision: `check --since`."""

import subprocess
from pathlib import Path


class NoSuchRevisionError(Exception):
    """Git is not there, the folder is no repository, or it knows no such revision."""


def changed_since(content: Path, revision: str) -> set[str]:
    """Return the changed and new files below a folder, as problems name them."""
    changed = _git(content, "diff", "--name-only", "--relative", "-z", revision, "--", ".")
    added = _git(content, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return {f"{content.name}/{path}" for path in [*changed, *added]}


def _git(folder: Path, *arguments: str) -> list[str]:
    command = ["git", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as fault:
        raise NoSuchRevisionError from fault
    return [path for path in done.stdout.decode("utf-8").split("\0") if path]
