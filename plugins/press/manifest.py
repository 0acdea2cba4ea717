"""The manifest of output/: every file with its SHA-256, in the form that `sha256sum -c` reads."""

import re
from collections.abc import Mapping

from plugins.press.paths import PATH

DIGEST_LENGTH = 64
PATH_AT = DIGEST_LENGTH + 2
LINE = re.compile(rf"[0-9a-f]{{{DIGEST_LENGTH}}}  {PATH.pattern}")
LINES = re.compile(rf"(?:{LINE.pattern}\n)*", re.MULTILINE)

Digests = dict[str, str]
"""SHA-256 in hex by path."""


class DamagedManifestError(ValueError):
    """A line of a manifest is not one that a build has written; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        """Remember the line."""
        super().__init__(f"line {line} of the manifest is damaged")
        self.line = line


def written(digests: Mapping[str, str]) -> bytes:
    """Write a manifest, sorted by path."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests)).encode()


def read(text: str) -> Digests:
    """Read a manifest; a line that leads outside output/ is refused like any other damage."""
    lines = text.splitlines()
    if not LINES.fullmatch(text):
        numbered = enumerate(lines, start=1)
        damaged = (number for number, line in numbered if not LINE.fullmatch(line))
        raise DamagedManifestError(next(damaged, len(lines)))  # else its end is cut off
    return {line[PATH_AT:]: line[:DIGEST_LENGTH] for line in lines}
