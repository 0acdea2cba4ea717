"""What all tests share: content written where the test shows it, and tools that may be missing."""

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

PHONE = (390, 844)
ROOT = Path(__file__).resolve().parent.parent
NODE_TOOLS = ROOT / ".ci" / "node_modules" / ".bin"

settings.register_profile("default", max_examples=60, deadline=None)
settings.register_profile("ci", max_examples=120, deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

WriteContent = Callable[[Mapping[str, str | bytes]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare what may be given to pytest beyond its own options."""
    parser.addoption(
        "--long-builds",
        type=int,
        default=1,
        metavar="N",
        help="let the tests of whole builds go through N times as many histories",
    )


@pytest.fixture
def long_builds(pytestconfig: pytest.Config) -> int:
    """Return how many times as many histories of whole builds to go through, usually 1."""
    times: int = pytestconfig.getoption("--long-builds")
    return times


@pytest.fixture
def write_content(tmp_path: Path) -> WriteContent:
    """Write a content folder of these files, by their path in it, and return the folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "content"
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode() if isinstance(text, str) else text)
        return folder

    return write


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Return the system's Chromium, which Playwright is to drive."""
    named = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    found = named if Path(named).is_file() else shutil.which("chromium")
    if found is None:
        missing("没有找到 chromium：安装它，或用环境变量 CHROMIUM 指明。")
    return Path(found)


@pytest.fixture(scope="session")
def node_tool() -> Callable[[str], Path]:
    """Find a tool that `npm ci` puts into .ci, by its name."""

    def find(name: str) -> Path:
        tool = NODE_TOOLS / name
        if shutil.which("node") is None or not tool.exists():
            missing(f"没有找到 {name}：在 .ci 里运行 npm ci。")
        return tool

    return find


@pytest.fixture(scope="session")
def browser(chromium: Path) -> "Iterator[Browser]":
    """Start the system's Chromium, once."""
    if not importlib.util.find_spec("playwright"):
        missing("没有找到 playwright：安装 .ci/requirements.lock。")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only CI has it

    with sync_playwright() as playwright:
        # Root, as in CI's container, cannot have the sandbox.
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def look(browser: "Browser") -> "Iterator[Callable[..., Page]]":
    """Open a URL on a screen of a given size; an error in the console, also of loading, fails."""
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
            page.goto(url)
            return page

        yield open_page
    assert faults == []


def missing(reason: str) -> NoReturn:
    """Skip a test whose tool is missing; fail it where CI says that all tools are there."""
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
