"""The sites, built once a session, and one browser for all tests that look at them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.sample import write_sample
from tests.browser.sites import PREFIX, REAL, SAMPLED, BuiltSite, run_build, served
from tests.conftest import NODE_TOOLS, PHONE, missing

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESK = (1280, 900)

__all__ = ["DESK", "PHONE", "resize", "set_large"]


def resize(page: "Page", size: tuple[int, int]) -> None:
    """Take another screen."""
    page.set_viewport_size({"width": size[0], "height": size[1]})


def set_large(page: "Page", *, on: bool) -> None:
    """Exchange the sizes of all type, as the switch to 大字版 does."""
    page.evaluate("on => document.documentElement.classList.toggle('large-type', on)", on)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], BuiltSite]]:
    """Give the real site or the sample; it is built and served when first asked for."""
    sites: dict[str, BuiltSite] = {}
    with ExitStack() as hosts:

        def build(name: str) -> BuiltSite:
            if name not in sites:
                folder = tmp_path_factory.mktemp(name)
                written = tmp_path_factory.mktemp("written") / "content"
                content = REAL if name == "real" else write_sample(written)
                done = run_build(content, folder / PREFIX)
                assert done.returncode == 0, done.stderr
                url = hosts.enter_context(served(folder))
                sites[name] = BuiltSite(content, folder / PREFIX, url)
            return sites[name]

        yield build


@pytest.fixture(scope="session", params=["real", "sample"])
def site(request: pytest.FixtureRequest, built: Callable[[str], BuiltSite]) -> BuiltSite:
    """Return a built site, one after the other."""
    return built(request.param)


@pytest.fixture(scope="session")
def fullest(built: Callable[[str], BuiltSite]) -> Callable[[str], str]:
    """Give the URL of the fullest page of a kind: of the real site, else of the sample."""

    def find(kind: str) -> str:
        if kind in SAMPLED:
            return built("sample").url + SAMPLED[kind]
        real = built("real").of_kind(kind)
        site = built("real" if real else "sample")
        return site.url + (real or site.of_kind(kind))[0]

    return find


@pytest.fixture(scope="session")
def axe() -> Path:
    """Return the script of axe-core; it has no command of its own."""
    script = NODE_TOOLS.parent / "axe-core" / "axe.min.js"
    if not script.is_file():
        missing("没有找到 axe-core：在 .ci 里运行 npm ci。")
    return script
