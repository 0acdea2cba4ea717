"""A whole site as a reader's browser meets it: built by tasks.py, served under a sub-path.

The folder that a site is built into bears blanks and Chinese, and so does its address: links are
relative, so none of that may matter.
"""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from plugins.domain.record_kinds import RECORD_KINDS

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"
PREFIX = "某 刊"
REAL = ROOT / "content"

SLUG = r"[a-z0-9-]+"
RECORDS = "|".join(kind.table for kind in RECORD_KINDS)
KINDS = {
    "home": r"",
    "not found": r"404\.html",
    "item": rf"news/\d+/{SLUG}/",
    "columns": r"columns/",
    "column": rf"columns/{SLUG}/",
    "topics": r"topics/",
    "topic": rf"topics/{SLUG}/",
    "bylines": r"bylines/",
    "byline": rf"bylines/{SLUG}/",
    "archive": r"archive/",
    "archive year": r"archive/\d{4}/",
    "archive month": r"archive/\d{4}/\d\d/",
    "editions": r"editions/",
    "edition": rf"editions/{SLUG}/",
    "honours": r"honours/",
    "honour": rf"honours/{SLUG}/",
    "honour year": rf"honours/{SLUG}/\d{{4}}/",
    "branches": r"branches/",
    "branch": rf"branches/{SLUG}/",
    "organisations": r"organisations/",
    "organisation": rf"organisations/{SLUG}/",
    "figures": r"figures/",
    "figure": rf"figures/{SLUG}/",
    "mechanisms": r"mechanisms/",
    "mechanism": rf"mechanisms/{SLUG}/",
    "records": rf"(?:{RECORDS})/",
    "record": rf"(?:{RECORDS})/{SLUG}/",
    "corrections": r"corrections/",
    "data": r"data/",
    "search": r"search/",
    "text": rf"{SLUG}/",
    "numbered": r".+/page/\d+/",
}
"""Every kind of page by its address; the first that fits counts."""

SAMPLED = {
    "home with picture": "",
    "item with everything": "news/2026/everything/",
    "withdrawn": "news/2022/che-gao/",
}
"""Pages of the sample that differ from what the real content has of their kind."""

EVERY = [*KINDS, *SAMPLED]
FRAMED = [kind for kind in EVERY if kind != "not found"]
"""The kinds that stand in the frame of the site: 404 has its name and a search box alone."""


def kind_of(address: str) -> str:
    """Return the kind of the page at an address."""
    for kind, pattern in KINDS.items():
        if re.fullmatch(pattern, address):
            return kind
    raise LookupError(address)


@dataclass(frozen=True)
class BuiltSite:
    """What one build wrote, and where it is served."""

    content: Path
    folder: Path
    url: str = ""

    @cached_property
    def files(self) -> frozenset[str]:
        """All files, by path."""
        every = (file for file in self.folder.rglob("*") if file.is_file())
        return frozenset(file.relative_to(self.folder).as_posix() for file in every)

    @cached_property
    def pages(self) -> Mapping[str, BeautifulSoup]:
        """All HTML pages, by address."""
        paths = sorted(path for path in self.files if path.endswith(".html"))
        return {path.removesuffix("index.html"): self.parse(path) for path in paths}

    @cached_property
    def origin(self) -> str:
        """The site's own host, where 域名 is configured."""
        link = self.pages[""].select_one("link[rel=canonical]")
        return str(link["href"]).rstrip("/") if link else ""

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The addresses of items of which only a notice is left."""
        found = (at for at, page in self.pages.items() if page.select_one(".withdrawn-notice"))
        return frozenset(found)

    def parse(self, path: str) -> BeautifulSoup:
        """Read one HTML file."""
        return BeautifulSoup((self.folder / path).read_bytes(), "html.parser")

    def of_kind(self, kind: str) -> list[str]:
        """Return the addresses of a kind, the fullest page first."""
        found = [at for at in self.pages if at not in self.withdrawn and kind_of(at) == kind]
        return sorted(found, key=lambda at: (-len(str(self.pages[at])), at))


def target_of(page: str, reference: str) -> tuple[str, str] | None:
    """Return the file and the fragment a reference leads to, or None where it leaves the site."""
    if urlsplit(reference).scheme or reference.startswith("//"):
        return None
    whole = urlsplit(urljoin(f"https://site/{page}", reference))
    path = unquote(whole.path).removeprefix("/")
    file = f"{path}index.html" if path.endswith("/") or not path else path
    return file, unquote(whole.fragment)


def references(page: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """Yield every address a page names in an attribute that browsers follow or load."""
    for tag in page.select("*"):
        for name in ("href", "src", "action", "poster", "data"):
            if tag.has_attr(name):
                yield tag, str(tag[name])
        if tag.has_attr("srcset"):
            yield from ((tag, part.split()[0]) for part in str(tag["srcset"]).split(","))


def run_build(
    content: Path, output: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Build a site as an editor does, on a fixed day."""
    options = ["--content", str(content), "--output", str(output), "--today", TODAY]
    return subprocess.run(
        [sys.executable, str(ROOT / "tasks.py"), "build", *options],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


class QuietHandler(SimpleHTTPRequestHandler):
    """A plain static host that keeps no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing: a test speaks for itself."""


@contextmanager
def served(folder: Path, host: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve a folder on a free port of this machine while the block runs."""

    def handler(*arguments: object) -> QuietHandler:
        return host(*arguments, directory=str(folder))  # type: ignore[arg-type]

    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{quote(PREFIX)}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
