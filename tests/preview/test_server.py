"""A web server for one folder."""

import http.client
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from plugins.preview.server import NoFreePortError, SiteHandler, listen

Get = Callable[..., http.client.HTTPResponse]


def site_handler(folder: Path) -> partial[SiteHandler]:
    """Return what makes a handler of a folder, without anything live, for every request."""
    return partial(SiteHandler, directory=str(folder))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a small site, and a file beside it."""
    files = {
        "site/index.html": "首页",
        "site/404.html": "没有这一页",
        "site/news/a/index.html": "甲",
        "site/assets/site.css": "b { }",
        "site/assets/site.js": "",
        "site/feed.xml": "<feed/>",
        "site/search/1.json": "{}",
        "site/assets/name.svg": "<svg/>",
        "site/SHA256SUMS": "",
        "site/.gitignore": "*",
        "site/.staging/new/0": "half",
        "site/empty/.keep": "",
        "secret.txt": "mine",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "site/linked.txt").symlink_to(tmp_path / "secret.txt")
    return tmp_path / "site"


@pytest.fixture
def get(site: Path) -> Iterator[Get]:
    """Ask a running server of the site for a path."""
    with listen(site_handler(site), [0]) as server, ExitStack() as connections:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()

        def ask(path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
            connections.callback(connection.close)
            connection.request(method, path, headers=headers)
            return connection.getresponse()

        yield ask
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/news/a/", "text/html; charset=utf-8"),
        ("/assets/site.css?x", "text/css; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/feed.xml", "application/xml; charset=utf-8"),
        ("/search/1.json", "application/json; charset=utf-8"),
        ("/assets/name.svg", "image/svg+xml"),
        ("/SHA256SUMS", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_comes_with_its_type_and_is_not_kept(get: Get, path: str, kind: str) -> None:
    """Chinese is legible, and a reload shows the last build."""
    response = get(path)
    assert response.status == 200
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "no-store"


def test_the_page_is_the_one_in_the_folder(get: Get) -> None:
    """Byte by byte."""
    assert get("/news/a/").read().decode() == "甲"


def test_an_address_without_its_slash_leads_on(get: Get) -> None:
    """As static hosting does it."""
    response = get("/news/a")
    assert (response.status, response.headers["Location"]) == (301, "/news/a/")


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/",
        "/empty/",
        "/.gitignore",
        "/.staging/new/0",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%5csecret.txt",
        "/linked.txt",
        "/%00",
        "/" + "x" * 5000,
    ],
)
def test_what_is_not_published_gets_the_sites_own_404(get: Get, path: str) -> None:
    """Unknown, hidden, outside, through a link, or a folder without a page."""
    response = get(path)
    assert response.status == 404
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.read().decode() == "没有这一页"


def test_without_a_404_page_there_is_a_line(get: Get, site: Path) -> None:
    """A half-made theme is no reason for English."""
    (site / "404.html").unlink()
    assert get("/nothing/").read().decode() == "没有这一页。\n"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example"])
def test_another_host_name_is_refused(get: Get, host: str) -> None:
    """A page of another site that has its name point here reads nothing."""
    assert get("/", Host=host).status == 421


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1"])
def test_our_own_names_are_answered(get: Get, host: str) -> None:
    """With a port and without."""
    assert get("/", Host=host).status == 200


def test_head_tells_the_length_and_sends_nothing(get: Get) -> None:
    """For link checkers."""
    response = get("/news/a/", "HEAD")
    assert (response.headers["Content-Length"], response.read()) == ("3", b"")


def test_the_next_free_port_is_taken(site: Path) -> None:
    """A preview that is still open does not stop another one."""
    with listen(site_handler(site), [0]) as first:
        taken = first.server_port
        with listen(site_handler(site), [taken, 0]) as second:
            assert second.server_port != taken
        with pytest.raises(NoFreePortError):
            listen(site_handler(site), [taken])


def test_only_this_computer_is_served(site: Path) -> None:
    """Drafts of an office are not for its whole network."""
    with listen(site_handler(site), [0]) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_a_browser_that_hangs_up_leaves_no_stack_trace(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A closed tab is no fault; the next reader is served."""
    with listen(site_handler(site), [0]) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        with socket.create_connection(server.server_address[:2]) as hasty:
            hasty.sendall(b"GET / HT")
            linger = struct.pack("ii", 1, 0)  # closing then resets the connection
            hasty.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        connection = http.client.HTTPConnection(*server.server_address[:2], timeout=5)
        connection.request("GET", "/")
        assert connection.getresponse().status == http.client.OK
        connection.close()
        server.shutdown()
        thread.join()
    assert capsys.readouterr().err == ""
