"""Waiting for a page to become new, with a real server."""

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.bench.serving import shown


class Handler(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing on the terminal."""

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Serve the temporary folder."""
    handler = functools.partial(Handler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_a_page_is_waited_for_until_it_says_the_words(address: str, tmp_path: Path) -> None:
    """Other bytes, as of a preview that says it is at work, are not the new page."""
    page = tmp_path / "a.html"
    page.write_text("正在更新", encoding="utf-8")
    assert shown(address + "a.html", "新的一句", 0.2) is None
    threading.Timer(0.1, page.write_text, ["新的一句"], {"encoding": "utf-8"}).start()
    assert shown(address + "a.html", "新的一句", 60) is not None


def test_a_server_that_is_not_there_is_given_up(address: str) -> None:
    """The bench ends whatever a preview does."""
    assert shown(address + "missing.html", "新", 0.2) is None
