"""Files that are published byte by byte: attachments, and the theme's static files."""

import errno
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page
from plugins.domain.views import SiteView

CHANGED = "文件在生成过程中被改动，请再生成一次"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read: its path inside `folder`, and the SHA-256 of its bytes.

    The folder is where this machine has it; it does not show, so views are equal without it.
    """

    source: str
    digest: str
    folder: Path = field(compare=False)

    def read(self) -> bytes:
        """Read the bytes; OSError where they cannot be read or are no longer those announced."""
        file = self.folder / self.source
        data = file.read_bytes()
        if sha256(data).hexdigest() != self.digest:
            raise OSError(errno.EIO, CHANGED, str(file))
        return data


def copied(view: SourceFile, _site: SiteView) -> bytes:
    """Make the copy."""
    return view.read()


def attachment_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield every attachment once, however many items, pages and recognitions offer it."""
    for attachment in bulletin.attachments:
        source = SourceFile(attachment.source, attachment.digest, bulletin.content)
        yield Page(attachment.path, copied, source, reads_files=True)
