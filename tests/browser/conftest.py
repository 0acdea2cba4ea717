"""The sites, built once a session, and one browser for all tests that look at them."""

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.browser.sites import CONTENTS, PREFIX, ROOT, BuiltSite, run_build, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

NODE_MODULES = ROOT / ".ci" / "node_modules"
PHONE = (390, 844)
DESK = (1280, 900)
CONTENTS_THERE = [name for name, folder in CONTENTS.items() if folder.is_dir()]


def resize(page: "Page", size: tuple[int, int]) -> None:
    """Take another screen."""
    page.set_viewport_size({"width": size[0], "height": size[1]})


def set_large(page: "Page", *, on: bool) -> None:
    """Exchange the sizes of all type, as the switch to 大字版 does."""
    page.evaluate("on => document.documentElement.classList.toggle('large-type', on)", on)


def leave_out(reason: str) -> NoReturn:
    """Skip what cannot be tested here; where CI says that all is there, fail."""
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], BuiltSite]]:
    """Give a site by its name; it is built and served when first asked for."""
    sites: dict[str, BuiltSite] = {}
    with ExitStack() as hosts:

        def build(name: str) -> BuiltSite:
            if name not in sites:
                folder = tmp_path_factory.mktemp(name)
                done = run_build(CONTENTS[name], folder / PREFIX)
                assert done.returncode == 0, done.stderr
                url = hosts.enter_context(served(folder))
                sites[name] = BuiltSite(CONTENTS[name], folder / PREFIX, url)
            return sites[name]

        yield build


@pytest.fixture(scope="session", params=CONTENTS_THERE)
def site(request: pytest.FixtureRequest, built: Callable[[str], BuiltSite]) -> BuiltSite:
    """Return a built site, one after the other."""
    return built(request.param)


@pytest.fixture(scope="session")
def fullest(built: Callable[[str], BuiltSite]) -> Callable[[str], str]:
    """Give the URL of the fullest page of a kind, of whichever site has one."""

    def find(kind: str) -> str:
        for name in CONTENTS_THERE:
            found = built(name).of_kind(kind)
            if found:
                return built(name).url + found[0]
        leave_out(f"no page is of this kind: {kind}")

    return find


@pytest.fixture(scope="session")
def node_tool() -> Callable[[str], Path]:
    """Give the path of something installed for Node."""

    def find(name: str) -> Path:
        if not shutil.which("node") or not (NODE_MODULES / name).exists():
            leave_out(f"not installed in .ci: {name}")
        return NODE_MODULES / name

    return find


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Start the system's Chromium, once."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program or not importlib.util.find_spec("playwright"):
        leave_out("Chromium or Playwright is missing")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only CI has it

    with sync_playwright() as playwright:
        # Root, as in CI's container, cannot have the sandbox.
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def look(browser: "Browser") -> "Iterator[Callable[..., Page]]":
    """Open a URL on a screen of a given size; a message of error or a failed request fails."""
    faults: list[str] = []

    def on_message(message: "ConsoleMessage") -> None:
        # A browser asks every host for a favicon.ico where a page names no icon, as 404 does.
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            faults.append(f"{message.location['url']}: {message.text}")

    with ExitStack() as opened:

        def open_page(url: str, size: tuple[int, int] = PHONE, **options: object) -> "Page":
            screen = {"width": size[0], "height": size[1]}
            context = browser.new_context(viewport=screen, **options)  # type: ignore[arg-type]
            opened.callback(context.close)
            page = context.new_page()
            page.on("console", on_message)
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("requestfailed", lambda request: faults.append(request.url))
            page.goto(url)
            return page

        yield open_page
    assert faults == []
