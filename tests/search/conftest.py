"""A search in a real browser over the index of any bulletin; its files are answered from memory."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from plugins.assets.script import module
from plugins.domain.bulletin import Bulletin
from plugins.domain.page import expanded
from plugins.search.pages import search_set

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

BASE = "http://search.test/"
MODULES = Path(__file__).parents[2] / "theme" / "components" / "search_box"
OPEN = """async (base) => {
    globalThis.engine = await import(`${base}search/engine.js`);
    await engine.open(base);
}"""
ALL = """async ([query, options]) => {
    const found = await engine.find(query, options), urls = [];
    for (let page = 1; urls.length < (options.kind ? Infinity : found.total); page++) {
        const { results } = await engine.find(query, { ...options, page });
        if (!results.length) break;
        urls.push(...results.map((one) => one.url));
    }
    return { ...found, urls };
}"""


class Engine:
    """The engine in a page of its own; `files` are what its host has, by path."""

    def __init__(self, page: "Page") -> None:
        """Take a page that has nothing loaded yet."""
        self.page = page
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []
        page.route(f"{BASE}**", self._answer)

    def host(self, bulletin: Bulletin, cost: str = "2000") -> None:
        """Publish the index of a bulletin; a browser that is there keeps what it has loaded.

        The engine is to believe that it costs so many bytes to look into a text.
        """
        self.files = {"": b"<!doctype html><title>search</title>"}
        for file in MODULES.glob("*.js"):
            assert file.stem != "engine" or "const TEXT = 2000" in file.read_text("utf-8")
            script = module(file.read_text("utf-8")).replace(
                "const TEXT = 2000", f"const TEXT = {cost}"
            )
            self.files[f"search/{file.name}"] = script.encode()
        for page in expanded([search_set(bulletin)]):
            made = page.make(page.view, None)  # type: ignore[operator]
            self.files[page.path] = made

    def open(self, bulletin: Bulletin, cost: str = "2000") -> "Engine":
        """Publish a bulletin and open its index in a fresh page."""
        self.host(bulletin, cost)
        self.page.goto(BASE)
        self.page.evaluate(OPEN, BASE)
        return self

    def find(self, query: str, **options: object) -> Any:
        """Return what a query finds, with the addresses on all pages as `urls`."""
        return self.page.evaluate(ALL, [query, options])

    def call(self, function: str, *arguments: object) -> Any:
        """Call any function of the engine."""
        return self.page.evaluate(
            "([name, some]) => engine[name](...some)", [function, [*arguments]]
        )

    def _answer(self, route: "Route") -> None:
        path = urlsplit(route.request.url).path.removeprefix("/")
        self.asked.append(path)
        if path in self.files:
            kind = "text/javascript" if path.endswith(".js") else "text/html"
            route.fulfill(body=self.files[path], content_type=kind if "." in path else "text/html")
        else:
            route.fulfill(status=404)


@pytest.fixture
def engine(browser: "Browser") -> Iterator[Engine]:
    """Give an engine that has nothing to search yet."""
    page = browser.new_page()
    yield Engine(page)
    page.close()
