"""What a page looks like, in one word: it changes when the page or a file that it shows changes."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urljoin

REFERENCE = re.compile(rb'\s(?:src|srcset|href)="([^"]+)"')
SHOWN = (".css", ".js", ".webp", ".png", ".jpg", ".jpeg", ".svg", ".ico")


def fingerprint(page: bytes, address: str, folder: Path) -> str:
    """Return the fingerprint of a page at an address (`/news/2022/a/`) of the site in a folder."""
    digest = hashlib.sha256(page)
    for path in sorted(set(_shown_files(page, address))):
        digest.update(f"{path} {_stamp(folder / path)}\n".encode())
    return digest.hexdigest()[:32]


def _shown_files(page: bytes, address: str) -> Iterator[str]:
    for found in REFERENCE.findall(page):
        for candidate in found.decode(errors="replace").split(","):  # as in srcset
            url = next(iter(candidate.split()), "")
            if url.lower().endswith(SHOWN) and ":" not in url:
                with suppress(ValueError):  # nor is it an address to a browser
                    yield unquote(urljoin(address, url)).lstrip("/")


def _stamp(file: Path) -> str:
    try:
        seen = file.stat()
    except (OSError, ValueError):  # also a name that the system does not take
        return "absent"
    return f"{seen.st_size} {seen.st_mtime_ns}"
