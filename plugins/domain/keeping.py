"""What is kept from one build to the next: plain data, sealed, under the name of its folders."""

import marshal
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote_from_bytes

CANONICAL = 2
"""The version of `marshal` that writes equal values as equal bytes: no references, no interning."""

SEAL = 32
"""Bytes of a seal."""

COARSE = 10_000_000
"""Nanoseconds that divide every time where a disk keeps no finer ones: exFAT's, FAT's, HFS+'s."""

LONG_TICK = 2_000_000_000
"""Nanoseconds in which a file of such a disk may be written twice and bear the same time (FAT)."""

SHORT_TICK = 200_000_000
"""The same where times are finer: they go with the system's clock, which ticks every 16 ms or
faster."""


def is_past(modified: int, moment: int) -> bool:
    """Tell whether a file that is changed after a moment would bear another time than this.

    Both in nanoseconds. Of a time that is not past, a later change may not show.
    """
    return modified < moment - (SHORT_TICK if modified % COARSE else LONG_TICK)


def digest_of(data: Any) -> bytes:
    """Return the SHA-256 of plain data: of nested tuples, lists and dicts of texts and numbers."""
    return sha256(marshal.dumps(data, CANONICAL)).digest()


def sealed(data: Any, mark: bytes = b"") -> tuple[bytes, bytes]:
    """Return plain data as bytes that can be kept, and their seal before them.

    The same `mark` is needed to open it: the digest of what has made the data, as a rule.
    """
    dumped = marshal.dumps(data, CANONICAL)
    return sha256(mark + dumped).digest(), dumped


def unsealed(seal: bytes, dumped: bytes, mark: bytes = b"") -> Any:
    """Return what was sealed; ValueError, and nothing is unpacked, where it is not what it was."""
    if sha256(mark + dumped).digest() != seal:
        raise ValueError
    return marshal.loads(dumped)  # noqa: S302 - our own, checked by its seal


@contextmanager
def database_to_write(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a database of sealed data; what is written to it counts as a whole, or not at all.

    Nobody waits until it lies on the disk: what a loss of power damages, the seals tell.
    """
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("pragma synchronous = off")
        yield database


def database_to_read(file: Path) -> sqlite3.Connection:
    """Open a database as it is, in any thread; sqlite3.Error where there is none, and none is made.

    Who opens it closes it.
    """
    place = f"{database_address(file.absolute())}?mode=ro"
    return sqlite3.connect(place, uri=True, check_same_thread=False)


def database_address(file: PurePath) -> str:
    """Return the address by which SQLite finds a file whatever its folders are called.

    A share of Windows (`//server/share`) stands behind an empty host, since SQLite takes no other.
    """
    path = quote_from_bytes(os.fsencode(file.as_posix()), safe="/:")
    return f"file://{path if path.startswith('/') else f'/{path}'}"


@dataclass(frozen=True, slots=True)
class Keeper:
    """Keeps what was found out of something from one build to the next; losing it costs time alone.

    It lies in files of a `folder`, or nowhere. `mark` is the digest of the tools that find out.
    One that begins `afresh` uses nothing that was kept before.
    """

    folder: Path | None = None
    mark: bytes = b""
    afresh: bool = False

    def kept(self, name: str, digest: bytes, find: Callable[[], Any]) -> Any:
        """Return what was kept under a name for the same digest; else find it out, and keep it.

        It is plain data. Under each name there is one thing, the newest.
        """
        with suppress(LookupError):
            return self._read(name, digest)
        found = find()
        self._write(name, digest, found)
        return found

    def each(
        self,
        name: str,
        digests: Mapping[int, bytes],
        find: Callable[[Sequence[int]], Mapping[int, Any]],
    ) -> dict[int, Any]:
        """Return what was kept of many small things; find out only those that differ.

        They are known by their numbers, and each by its digest. All lie in one file, which is
        written whole.
        """
        last: Mapping[int, tuple[bytes, Any]] = {}
        with suppress(LookupError):
            last = self._read(name, b"")
        others = [one for one in digests if one not in last or last[one][0] != digests[one]]
        found = {number: (digests[number], one) for number, one in find(others).items()}
        now = {number: found[number] if number in found else last[number] for number in digests}
        if others or now.keys() != last.keys():
            self._write(name, b"", now)
        return {number: one for number, (_, one) in now.items()}

    def _read(self, name: str, digest: bytes) -> Any:
        """Return what is kept under a name for a digest; LookupError where nothing is."""
        if self.folder and not self.afresh:
            with suppress(OSError, ValueError, EOFError, TypeError):
                data = (self.folder / name).read_bytes()
                return unsealed(data[:SEAL], data[SEAL:], self.mark + digest)
        raise LookupError(name)

    def _write(self, name: str, digest: bytes, found: Any) -> None:
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            file = self.folder / name
            beside = file.with_name(f"{name}.new")  # whoever writes it too, the seal tells it
            beside.write_bytes(b"".join(sealed(found, self.mark + digest)))
            beside.replace(file)


def kept_name(*folders: Path) -> str:
    """Return the name under which what belongs to some folders is kept."""
    return sha256("\0".join(str(folder.resolve()) for folder in folders).encode()).hexdigest()[:16]
