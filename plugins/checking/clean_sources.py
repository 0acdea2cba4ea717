"""The sources in which a search of the words has found nothing, so that they are not read again.

They are known by the digests of their bytes. The file holds its own digest and that of the tools:
one that is damaged, or comes from another version, counts for nothing.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from plugins.domain.keeping import kept_name

LENGTH = 32


@dataclass
class CleanSources:
    """SHA-256 digests of clean sources: `last` of the last search, `now` of this one.

    `tools` is the digest of the code that searches. Without a `file` nothing is kept.
    """

    file: Path | None = None
    tools: bytes = b""
    last: set[bytes] = field(default_factory=set)
    now: set[bytes] = field(default_factory=set)

    def load(self) -> None:
        """Take in what the last search has left."""
        with suppress(OSError):
            data = self.file.read_bytes() if self.file else b""
            seal, digests = data[:LENGTH], data[LENGTH:]
            if seal == self._seal(digests):
                self.last = {digests[at : at + LENGTH] for at in range(0, len(digests), LENGTH)}

    def knows(self, digest: bytes) -> bool:
        """Tell whether a source is known to be clean; then it stays known."""
        if digest in self.last:
            self.now.add(digest)
        return digest in self.now

    def add(self, digest: bytes) -> None:
        """Remember a source as clean."""
        self.now.add(digest)

    def save(self) -> None:
        """Write what is known now; where that cannot be, the next search takes longer."""
        if self.file and self.now != self.last:
            digests = b"".join(sorted(self.now))
            with suppress(OSError):
                self.file.parent.mkdir(parents=True, exist_ok=True)
                self.file.write_bytes(self._seal(digests) + digests)
        self.last, self.now = self.now, set()

    def _seal(self, digests: bytes) -> bytes:
        return sha256(self.tools + digests).digest()


def clean_sources_file(cache: Path, content: Path) -> Path:
    """Return where the clean sources of a content folder are kept."""
    return cache / "checking" / f"{kept_name(content)}.clean"
