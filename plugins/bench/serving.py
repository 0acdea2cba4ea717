"""How long a preview takes from a saved edit until it serves the new bytes."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from plugins.bench.builders import Builder, Serve
from plugins.bench.scenarios import END_OF_PAGE, add_paragraph

ASK_EVERY = 0.01
START_SECONDS = 600
SAVE_SECONDS = 60
STOP_SECONDS = 20
SAVES = 5


@dataclass(frozen=True, slots=True)
class Serving:
    """A preview: seconds until it first answers, and for every save until the page is new."""

    items: int
    builder: str
    start: float
    saves: tuple[float, ...]

    @property
    def middle(self) -> float | None:
        """Return the median over the saves; None if the page never became new."""
        return median(self.saves) if self.saves else None


def serving(builder: Builder, serve: Serve, items: int, page: str) -> Serving | None:
    """Start a builder's preview, save the first item several times; None if it never answers.

    `items` is how many there are, `page` the address of the first, as `/news/2022/a/`.
    """
    port = _free_port()
    url = f"http://127.0.0.1:{port}{page}"
    with _running(builder, serve(port)):
        start = shown(url, END_OF_PAGE, START_SECONDS)
        if start is None:
            return None
        saves = [_save(builder, url, f"这是第 {number} 次保存。") for number in range(SAVES)]
        seen = tuple(taken for taken in saves if taken is not None)
        return Serving(items, builder.name, start, seen)


def shown(url: str, words: str, seconds: float) -> float | None:
    """Ask for a page until it says some words; return how long it took, None if it takes more.

    Other bytes of a page may change earlier: a preview can say in it that it is at work.
    """
    begun = time.perf_counter()
    while (taken := time.perf_counter() - begun) < seconds:
        if words in served(url):
            return taken
        time.sleep(ASK_EVERY)
    return None


def served(url: str) -> str:
    """Return a page as it is served now, an empty text where there is none."""
    try:
        with urllib.request.urlopen(url, timeout=SAVE_SECONDS) as answer:  # noqa: S310 - our own
            body: bytes = answer.read()
            return body.decode()
    except (urllib.error.URLError, http.client.HTTPException, OSError):
        return ""


def _save(builder: Builder, url: str, words: str) -> float | None:
    add_paragraph(builder, words)
    return shown(url, words, SAVE_SECONDS)


@contextlib.contextmanager
def _running(builder: Builder, command: tuple[str, ...]) -> Iterator[None]:
    """Keep a preview running; it is ended as by Ctrl+C, and then by force."""
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command,
        cwd=builder.folder,
        env={**os.environ, **builder.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        if sys.platform == "win32":
            process.terminate()
        else:
            process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
