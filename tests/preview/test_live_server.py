"""The server of the preview: pages with a bar, and the line on which they hear of changes."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from plugins.preview.live_server import live_handler
from plugins.preview.server import listen
from plugins.preview.state import Board, State
from plugins.problems import Place, error

HOME = '<!doctype html><html><body class="x"><h1>首页</h1></body></html>'
MISTYPED = error(Place("content/news/2022/a.md", 2, 1), "unknown-key", "没有“标提”", "改成“标题”")

Get = Callable[..., http.client.HTTPResponse]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of a site that is not there yet."""
    return tmp_path / "site"


@pytest.fixture
def board() -> Board:
    """Return a board that knows nothing."""
    return Board()


@pytest.fixture
def get(site: Path, board: Board) -> Iterator[Get]:
    """Ask a running preview of the site for a path."""
    with ExitStack() as opened, listen(live_handler(site, board), [0]) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()

        def ask(path: str, **headers: str) -> http.client.HTTPResponse:
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
            opened.callback(connection.close)
            connection.request("GET", path, headers=headers)
            return connection.getresponse()

        yield ask
        server.shutdown()
        thread.join()


def write(site: Path, path: str, text: str) -> None:
    """Write a page."""
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, encoding="utf-8")


def told(events: http.client.HTTPResponse) -> dict[str, Any]:
    """Read the next event."""
    for line in events:
        if line.startswith(b"data: "):
            message: dict[str, Any] = json.loads(line[6:])
            return message
    pytest.fail("the line is closed")


def mark_of(page: str) -> str:
    """Return the fingerprint that a page was served with."""
    return page.partition('data-fingerprint="')[2].partition('"')[0]


def test_the_bar_stands_first_in_the_body(get: Get, site: Path) -> None:
    """And nothing else of the page is changed; the length that is told is the whole."""
    write(site, "index.html", HOME)
    response = get("/")
    page = response.read()
    assert int(response.headers["Content-Length"]) == len(page)
    before, _, rest = page.decode().partition("<preview-bar")
    assert before == '<!doctype html><html><body class="x">'
    assert rest.partition("defer></script>")[2] == "<h1>首页</h1></body></html>"


def test_a_page_without_a_body_gets_its_bar(get: Get, site: Path) -> None:
    """A browser makes one."""
    write(site, "index.html", HOME)
    write(site, "half.html", "正文")
    assert get("/half.html").read().decode().startswith("<preview-bar")


def test_what_is_missing_is_shown_with_the_bar(get: Get, site: Path) -> None:
    """As the host shows it, and it is heard of when the page comes."""
    write(site, "index.html", HOME)
    write(site, "404.html", "<body>没有这一页")
    response = get("/news/c/")
    page = response.read().decode()
    assert response.status == 404
    assert page.endswith("没有这一页")
    events = get("/-/preview/events?page=/news/c/")
    assert told(events)["fingerprint"] == mark_of(page)


def test_other_files_have_no_bar(get: Get, site: Path) -> None:
    """Neither feeds nor styles."""
    write(site, "feed.xml", "<feed/>")
    assert get("/feed.xml").read() == b"<feed/>"


def test_before_there_is_a_site_a_page_waits(get: Get, site: Path, board: Board) -> None:
    """At any address; with the first site it turns out to be another page."""
    response = get("/news/a/")
    page = response.read().decode()
    assert response.status == 503
    assert "正在生成" in page
    events = get("/-/preview/events?page=/news/a/")
    assert told(events)["fingerprint"] == mark_of(page)
    write(site, "index.html", HOME)
    write(site, "news/a/index.html", "<body>甲")
    board.publish(State(built_at="08:30:00"))
    assert told(events)["fingerprint"] == mark_of(get("/news/a/").read().decode()) != mark_of(page)


def test_every_change_of_state_is_told(get: Get, site: Path, board: Board) -> None:
    """To every page that listens, from the state at the time on."""
    write(site, "index.html", HOME)
    lines = [get("/-/preview/events?page=/") for _ in range(3)]
    assert {told(line)["look"] for line in lines} == {"new"}
    board.publish(State((MISTYPED,), built_at="08:30:00"))
    for line in lines:
        news = told(line)
        assert news["look"] == "bad"
        assert "content/news/2022/a.md" in news["parts"]["problems"]


def test_a_page_hears_only_of_itself(get: Get, site: Path, board: Board) -> None:
    """The fingerprint of another page stays when one changes."""
    write(site, "index.html", HOME)
    write(site, "a/index.html", "<body>甲")
    home, other = get("/-/preview/events?page=/"), get("/-/preview/events?page=/a/")
    before = [told(line)["fingerprint"] for line in (home, other)]
    write(site, "a/index.html", "<body>乙")
    board.publish(State(built_at="08:30:00"))
    after = [told(line)["fingerprint"] for line in (home, other)]
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)


@pytest.mark.parametrize("page", ["/../secret.html", "/%2e%2e/secret.html", "//etc", "x", ""])
def test_no_address_leads_out_of_the_site(get: Get, site: Path, page: str) -> None:
    """The fingerprint of a page outside would tell of it."""
    write(site, "index.html", HOME)
    write(site.parent, "secret.html", "1")
    before = told(get(f"/-/preview/events?page={page}"))["fingerprint"]
    write(site.parent, "secret.html", "2")
    assert told(get(f"/-/preview/events?page={page}"))["fingerprint"] == before


@pytest.mark.parametrize("path", ["/-/preview/events?page=/", "/-/preview/preview.js", "/"])
def test_another_host_name_is_refused(get: Get, site: Path, path: str) -> None:
    """Drafts are for this computer."""
    write(site, "index.html", HOME)
    assert get(path, Host="evil.example").status == 421


def test_the_script_is_served_beside_the_site(get: Get) -> None:
    """As a script, never kept."""
    response = get("/-/preview/preview.js")
    assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store"
    assert b"EventSource" in response.read()
