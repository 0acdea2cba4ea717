"""The server of the preview: the site's pages with a bar on top, which tells when they change.

The files on disk stay as they are. Under /-/preview/, where the site can have no page, lie the
script of the bar and the events that it listens to (Server-Sent Events).
"""

import json
import re
from functools import partial
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qs, urlsplit

from plugins.preview import bar
from plugins.preview.fingerprints import fingerprint
from plugins.preview.server import SiteHandler
from plugins.preview.state import Board, State

BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
HOME_FILE = "index.html"
SECONDS_BETWEEN_SIGNS = 15.0
"""A closed page is noticed with the next sign of life."""


class LiveHandler(SiteHandler):
    """Serves the site with the bar, what the bar needs, and a page to wait on for it."""

    def __init__(self, *arguments: Any, board: Board, **options: Any) -> None:
        """Take what every handler takes, and the board."""
        self._board = board
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:  # noqa: N802 - the name is given
        """Keep the line of events open; answer everything else at once."""
        if urlsplit(self.path).path == bar.EVENTS and self.is_own_name():
            self._send_events()
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer for the script beside the site."""
        if self.path == bar.SCRIPT and self.is_own_name():
            script = (bar.FILES / "preview.js").read_bytes()
            return self.send_text(HTTPStatus.OK, ".js", script)
        return super().send_head()

    def page(self, text: bytes) -> bytes:
        """Put the bar on top of a page."""
        return self._dressed(text, self._board.state)

    def not_found(self) -> BytesIO:
        """Let a site that is not there yet be waited for."""
        if self._has_site():
            return super().not_found()
        state = self._board.state
        page = self._dressed(bar.waiting_page(state).encode(), state)
        return self.send_text(HTTPStatus.SERVICE_UNAVAILABLE, ".html", page)

    def _dressed(self, text: bytes, state: State) -> bytes:
        mark = self._fingerprint(text)
        top = bar.bar(state, mark, waiting=not self._has_site()).encode()
        body = BODY.search(text)
        at = body.end() if body else 0
        return text[:at] + top + text[at:]

    def _has_site(self) -> bool:
        return Path(self.directory, HOME_FILE).is_file()

    def _fingerprint(self, text: bytes) -> str:
        return fingerprint(text, urlsplit(self.path).path, Path(self.directory))

    def _send_events(self) -> None:
        """Tell how things stand now, and again whenever that changes, until the page is closed."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"retry: 1000\n\n")
        self.path = parse_qs(urlsplit(self.path).query).get("page", ["/"])[0]
        told = -1
        while True:
            number, state = self._board.after(told, SECONDS_BETWEEN_SIGNS)
            event = b": \n\n" if number == told else self._event(state)
            self.wfile.write(event)
            told = number

    def _event(self, state: State) -> bytes:
        mark = self._fingerprint(self._shown(state))
        told = {"fingerprint": mark, "look": bar.look(state), "parts": bar.parts(state)}
        return f"data: {json.dumps(told, ensure_ascii=False)}\n\n".encode()

    def _shown(self, state: State) -> bytes:
        """Return the page as it is now, without the bar."""
        if not self._has_site():
            return bar.waiting_page(state).encode()
        text = self.text_of_page()
        return self.text_of_missing() if text is None else text


def live_handler(folder: Path, board: Board) -> partial[LiveHandler]:
    """Return what makes a handler of a site and its board for every request."""
    return partial(LiveHandler, directory=str(folder), board=board)
