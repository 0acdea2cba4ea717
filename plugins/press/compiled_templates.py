"""Compiled templates: in memory for the environments of one build, in a folder for the next build.

A file counts only while all of its bytes, the template's source, Jinja, Python and the way of
compiling are those it was written with. A folder that is gone, damaged or not writable costs time
and nothing else.
"""

import marshal
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from plugins.press import page_environment

DIGEST_SIZE = sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """What Jinja asks before it compiles a template, and gives what it has compiled."""

    def __init__(self, folder: Path | None = None) -> None:
        """Begin with none, or with those in a folder."""
        self._folder = folder
        self._compiled: dict[tuple[str, str], CodeType] = {}
        self._compiler = _compiler() if folder else b""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that another depth or an earlier build has compiled."""
        known = (bucket.key, bucket.checksum)
        if known not in self._compiled and (code := self._read(bucket)):
            self._compiled[known] = code
        bucket.code = self._compiled.get(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled just now."""
        if bucket.code:
            self._compiled[bucket.key, bucket.checksum] = bucket.code
            self._write(bucket, bucket.code)

    def _read(self, bucket: Bucket) -> CodeType | None:
        if self._folder is None:
            return None
        try:
            data = (self._folder / bucket.key).read_bytes()
        except OSError:
            return None
        digest, compiled = data[:DIGEST_SIZE], data[DIGEST_SIZE:]
        if digest != self._digest(bucket, compiled):
            return None
        code: CodeType = marshal.loads(compiled)  # noqa: S302 - as this program has written it
        return code

    def _write(self, bucket: Bucket, code: CodeType) -> None:
        """Write a template; two processes that do so at once are found out by the digest."""
        if self._folder is None:
            return
        compiled = marshal.dumps(code)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._folder / bucket.key
            file.write_bytes(self._digest(bucket, compiled) + compiled)

    def _digest(self, bucket: Bucket, compiled: bytes) -> bytes:
        return sha256(self._compiler + bucket.checksum.encode() + b"\0" + compiled).digest()


def _compiler() -> bytes:
    """Return the digest of what turns a source into code."""
    ours = Path(page_environment.__file__).read_bytes()
    return sha256(b"\0".join((version("jinja2").encode(), MAGIC_NUMBER, ours))).digest()
