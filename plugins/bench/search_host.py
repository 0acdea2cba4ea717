"""A plain static host for one built site, as hosts on the net are.

Files may be kept for ten minutes, as GitHub Pages has it; scripts and other texts go compressed to
browsers that take it so. Below `/measuring/` lie an empty page and the scripts of the bench.
"""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

OWN = "/measuring/"
SCRIPTS = Path(__file__).parent / "beside" / "search"
KEPT_SECONDS = 600
COMPRESSED = {".js", ".json", ".css", ".html", ".svg", ".txt", ".xml"}
EMPTY_PAGE = (
    "<!doctype html><html lang=zh-Hans>"
    "<meta charset=utf-8><link rel=icon href=data:,><title>–</title>"
)
"""In the language of the site, by which Pagefind takes queries apart."""


class HostHandler(SimpleHTTPRequestHandler):
    """Serves one folder, and what the bench itself needs."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """Find the scripts of the bench where they lie."""
        if path.startswith(OWN):
            return str(SCRIPTS / Path(path).name)
        return super().translate_path(path)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the empty page, a text compressed, or any other file as it is."""
        if self.path == OWN:
            return self._send(EMPTY_PAGE.encode(), "text/html", {})
        file = Path(self.translate_path(self.path))
        asked = self.headers.get("Accept-Encoding", "")
        if file.suffix in COMPRESSED and file.is_file() and "gzip" in asked:
            kind = self.guess_type(str(file))
            return self._send(_compressed(file), kind, {"Content-Encoding": "gzip"})
        return super().send_head()

    def end_headers(self) -> None:
        """Allow browsers to keep what they have."""
        self.send_header("Cache-Control", f"max-age={KEPT_SECONDS}")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is given
        """Say nothing: the terminal belongs to the figures."""

    def _send(self, body: bytes, kind: str, more: dict[str, str]) -> BytesIO:
        self.send_response(HTTPStatus.OK)
        for name, value in {**more, "Content-Type": kind, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(body)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a folder on this computer while the block runs; gives its origin, without a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(HostHandler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)
