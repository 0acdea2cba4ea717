"""A web server for one folder, for this computer alone.

It answers as the hosting does (404.html, MIME types) and never lets a browser keep anything.
"""

import errno
import os
import socketserver
import sys
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

ADDRESS = "127.0.0.1"
OWN_NAMES = {"127.0.0.1", "localhost"}
NOT_FOUND_PAGE = "404.html"
INDEX = "index.html"
PAGE = ".html"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    "": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
}


class NoFreePortError(Exception):
    """Every port that was tried is taken."""


class PreviewServer(ThreadingHTTPServer):
    """Listens on this computer only."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers share one port

    def server_bind(self) -> None:
        """Bind without asking a name server who we are, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def handle_error(self, request: object, client_address: object) -> None:
        """Take a browser that has hung up for what it is: no fault, and no stack trace."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves the files of one folder; nothing hidden, no listings, nothing outside."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer only to our own name, so that no other site reads this one by DNS rebinding."""
        if not self.is_own_name():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        if not self._is_public():
            return self.not_found()
        text = self.text_of_page()
        if text is not None:
            return self.send_text(HTTPStatus.OK, PAGE, self.page(text))
        return super().send_head()

    def list_directory(self, path: str | os.PathLike[str]) -> BytesIO | None:  # noqa: ARG002
        """Show no listing: a host shows none either."""
        return self.not_found()

    def end_headers(self) -> None:
        """Forbid keeping, so that a reload always shows the last build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is given
        """Say nothing: the terminal belongs to the build."""

    def is_own_name(self) -> bool:
        """Tell whether the browser asked for this computer by one of its own names."""
        return self.headers.get("Host", "").partition(":")[0] in OWN_NAMES

    def text_of_page(self) -> bytes | None:
        """Return the page that is asked for as it is on disk; None where it is no page."""
        file = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            file /= INDEX
        if file.suffix != PAGE or not self._is_public():
            return None
        try:
            return file.read_bytes()
        except OSError:  # a build may just have taken it away
            return None

    def page(self, text: bytes) -> bytes:
        """Return what is sent for a page."""
        return text

    def not_found(self) -> BytesIO:
        """Send what the host sends for an address without a page."""
        text = self.text_of_missing()
        if text:
            return self.send_text(HTTPStatus.NOT_FOUND, PAGE, self.page(text))
        return self.send_text(HTTPStatus.NOT_FOUND, ".txt", "没有这一页。\n".encode())

    def text_of_missing(self) -> bytes:
        """Return the site's own page for what is not there; empty where it has none."""
        page = Path(self.directory, NOT_FOUND_PAGE)
        return page.read_bytes() if page.is_file() else b""

    def send_text(self, status: HTTPStatus, kind: str, text: bytes) -> BytesIO:
        """Send the head of an answer of a kind (`.html`), and return its body."""
        self.send_response(status)
        self.send_header("Content-Type", TYPES[kind])
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        return BytesIO(text)

    def _is_public(self) -> bool:
        folder = Path(self.directory).resolve()
        try:
            file = Path(self.translate_path(self.path)).resolve()
            if not file.is_relative_to(folder) or not file.exists():
                return False
        except (OSError, ValueError):  # a name that the system does not take
            return False
        return not any(part.startswith(".") for part in file.relative_to(folder).parts)


def listen(handler: Callable[..., SiteHandler], ports: Iterable[int]) -> PreviewServer:
    """Return a server on the first port that is free; port 0 is any."""
    for port in ports:
        try:
            return PreviewServer((ADDRESS, port), handler)
        except OSError as fault:
            if fault.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise NoFreePortError
