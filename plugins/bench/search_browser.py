"""Chromium as a reader has it, and what comes to it over the wire.

A reader begins with an empty cache, on an empty page of the site's own origin in which nothing but
an engine runs. Bytes are those of the bodies as they came, and 250 for the headers of a response;
what the browser takes from its cache costs nothing, what it loads of the bench's own is left out.
"""

import importlib.util
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.bench.search_host import OWN

if TYPE_CHECKING:  # only who measures the search needs it
    from playwright.sync_api import Browser, CDPSession, Page

CHROMIUM = "/usr/bin/chromium"
HEADERS = 250
SLOW_4G = {
    "offline": False,
    "latency": 400,  # milliseconds
    "downloadThroughput": 50_000,  # bytes a second: 400 kbit
    "uploadThroughput": 50_000,
}
MOMENT = 2  # milliseconds
MOMENTS = 5000
"""So many are waited at most for what nobody tells the end of."""


class BrowserMissingError(Exception):
    """The search cannot be measured on this computer; the message says in Chinese why."""


class EngineFailedError(Exception):
    """An engine does not start; the message says which, and what it said."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine says: how many it found, the addresses it gave, how it repaired the query."""

    total: int
    shown: tuple[str, ...]
    how: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """What came over the wire for one query."""

    requests: int
    bytes: int


@dataclass
class Traffic:
    """The responses of a page, as the browser tells of them; numbers are its names of requests."""

    pending: set[str] = field(default_factory=set)
    headers: dict[str, float] = field(default_factory=dict)
    arrived: list[int] = field(default_factory=list)

    def listen(self, session: "CDPSession") -> None:
        """Take note of everything from now on."""
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.requestServedFromCache", self._forget)
        session.on("Network.responseReceived", self._received)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.loadingFailed", self._forget)
        session.send("Network.enable")

    def taken(self) -> Load:
        """Return what has come since this was asked last."""
        load = Load(len(self.arrived), sum(self.arrived) + HEADERS * len(self.arrived))
        self.arrived.clear()
        return load

    def _sent(self, event: Mapping[str, Any]) -> None:
        address = event["request"]["url"]
        if OWN not in address and address.startswith("http"):
            self.pending.add(event["requestId"])

    def _received(self, event: Mapping[str, Any]) -> None:
        response = event["response"]
        if response.get("fromDiskCache") or response.get("fromPrefetchCache"):
            self._forget(event)
        self.headers[event["requestId"]] = response["encodedDataLength"]

    def _finished(self, event: Mapping[str, Any]) -> None:
        number = event["requestId"]
        if number in self.pending:
            self.pending.discard(number)
            self.arrived.append(round(event["encodedDataLength"] - self.headers.get(number, 0)))

    def _forget(self, event: Mapping[str, Any]) -> None:
        self.pending.discard(event["requestId"])


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader on one page; `adapter` is the script that knows an engine."""

    page: "Page"
    traffic: Traffic
    adapter: str

    def open(self) -> None:
        """Load an engine; EngineFailedError where it does not start."""
        from playwright.sync_api import Error  # noqa: PLC0415 - optional

        try:
            self.page.evaluate(
                "async ([adapter, base]) => asking.open(adapter, base)",
                [OWN + self.adapter, self.page.url.removesuffix(OWN) + "/"],
            )
        except Error as fault:
            message = f"{self.adapter} 没有启动：{fault.message}"
            raise EngineFailedError(message) from fault

    def ask(self, query: str, most: int = 0) -> Answer:
        """Ask for the first ten, or for so many as there are up to `most`."""
        said = self.page.evaluate("([query, most]) => asking.ask(query, most)", [query, most])
        return Answer(said["total"], tuple(said["shown"]), said["how"], said.get("fault", ""))

    def milliseconds(self, query: str) -> float:
        """Ask once more, and let the browser take the time."""
        taken: float = self.page.evaluate("query => asking.milliseconds(query)", query)
        return taken

    def load(self) -> Load:
        """Return what has come since this was asked last, when all that was asked for is there."""
        for _ in range(MOMENTS):
            if not self.traffic.pending:
                break
            self.page.wait_for_timeout(MOMENT)
        return self.traffic.taken()


@contextmanager
def chromium() -> "Iterator[Browser]":
    """Start the Chromium of this computer; BrowserMissingError without it or Playwright."""
    if not importlib.util.find_spec("playwright"):
        message = (
            "测搜索要用 Playwright，请先安装：.venv/bin/python -m pip install --require-hashes "
            "--no-deps --requirement .ci/requirements.lock"
        )
        raise BrowserMissingError(message)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - optional

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program())
        try:
            yield started
        finally:
            started.close()


@contextmanager
def reader(
    browser: "Browser", origin: str, adapter: str, *, slow: bool = False
) -> Iterator[Reader]:
    """Give a reader with an empty cache, if asked for with the speed of a slow telephone."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(origin + OWN)
        page.evaluate(f"async () => {{ globalThis.asking = await import('{OWN}asking.js'); }}")
        session, traffic = context.new_cdp_session(page), Traffic()
        traffic.listen(session)
        if slow:
            session.send("Network.emulateNetworkConditions", SLOW_4G)
        yield Reader(page, traffic, adapter)
    finally:
        context.close()


def program() -> Path:
    """Return where Chromium is; BrowserMissingError where it is not."""
    named = os.environ.get("CHROMIUM", CHROMIUM)
    found = named if Path(named).is_file() else shutil.which("chromium")
    if found is None:
        message = "没有找到 chromium，请先安装它，或用环境变量 CHROMIUM 指明它在哪里。"
        raise BrowserMissingError(message)
    return Path(found)
