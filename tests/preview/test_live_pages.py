"""What an editor sees in the browser while writing."""

from typing import TYPE_CHECKING

import pytest

from tests.preview.live_project import PATIENCE, Preview, Project, Start, item, until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LONG = "\n\n".join(f"第{number}段，一行一行往下写。" for number in range(1, 80))
STATUS = "preview-bar [role=status]"
SUMMARY = "preview-bar summary"
PROBLEMS = "preview-bar ol"


@pytest.fixture
def tabs(browser: "Browser") -> "Iterator[BrowserContext]":
    """Open a window of a browser; a page that never shows what it should ends the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE * 1000)
    yield context
    context.close()


@pytest.fixture
def preview(start: Start) -> Preview:
    """Start a preview."""
    return start()


def opened(tabs: "BrowserContext", address: str) -> "Page":
    """Open a page in a new tab."""
    page = tabs.new_page()
    page.goto(address)
    return page


def mark(page: "Page") -> None:
    """Leave a mark on a page that the next one does not bear."""
    page.evaluate("window.isTheSame = true")


def is_the_same(page: "Page") -> bool:
    """Tell whether a page has not been loaded again since it was marked."""
    return bool(page.evaluate("window.isTheSame === true"))


def broken(title: str) -> str:
    """Return the source of an item with a fault in its second line."""
    return item(title).replace("标题:", "标提:")


def test_a_saved_text_appears_where_one_was_reading(
    project: Project, preview: Preview, tabs: "BrowserContext"
) -> None:
    """The page comes back with the new words at the same place."""
    project.write("content/news/2022/a.md", item("甲", LONG))
    page = opened(tabs, f"{preview.ready()}news/2022/a/")
    page.get_by_text("第79段").wait_for()
    page.evaluate("scrollTo(0, 1200)")
    project.write("content/news/2022/a.md", item("甲", LONG.replace("第79段", "末段")))
    page.get_by_text("末段").wait_for()
    page.wait_for_function("scrollY === 1200")


def test_only_the_tab_that_shows_the_change_is_loaded_again(
    project: Project, preview: Preview, tabs: "BrowserContext"
) -> None:
    """Whoever reads another page is not disturbed, but sees that there was a build."""
    address = preview.ready()
    changed = opened(tabs, f"{address}news/2022/a/")
    other = opened(tabs, f"{address}news/2022/b/")
    mark(changed)
    mark(other)
    before = other.locator(STATUS).inner_text()
    project.write("content/news/2022/a.md", item("甲", "只有这里变了。"))
    changed.get_by_text("只有这里变了").wait_for()
    until(lambda: other.locator(STATUS).inner_text() != before)
    assert not is_the_same(changed)
    assert is_the_same(other)


def test_a_style_of_the_theme_is_seen_at_once(
    project: Project, preview: Preview, tabs: "BrowserContext"
) -> None:
    """Designers see what they do."""
    page = opened(tabs, preview.ready())
    with (project.root / "theme/styles/base.css").open("a") as styles:
        styles.write("\nmain { outline: 7px solid; }\n")
    page.wait_for_function(
        "getComputedStyle(document.querySelector('main')).outlineWidth === '7px'"
    )


def test_a_fault_shows_with_its_place_and_goes_when_it_is_mended(
    project: Project, preview: Preview, tabs: "BrowserContext"
) -> None:
    """The page stays as it was, and says so."""
    page = opened(tabs, f"{preview.ready()}news/2022/a/")
    mark(page)
    project.write("content/news/2022/a.md", broken("甲"))
    page.locator(SUMMARY).click()
    shown = page.locator(PROBLEMS).inner_text()
    assert "content/news/2022/a.md" in shown
    assert "第 2 行" in shown
    assert "是否为“标题”" in shown
    assert "改成“标题”" in shown
    assert "有错误，这里还是" in page.locator(STATUS).inner_text()
    assert page.locator("h1").inner_text() == "甲"
    project.write("content/news/2022/a.md", item("甲"))
    page.locator(SUMMARY).wait_for(state="hidden")
    assert is_the_same(page)
    assert "有错误" not in page.locator(STATUS).inner_text()


def test_the_problems_are_reached_and_left_by_keyboard(
    project: Project, preview: Preview, tabs: "BrowserContext"
) -> None:
    """The bar stands first in the page; Escape leads back to it."""
    preview.ready()
    project.write("content/news/2022/a.md", broken("甲"))
    until(lambda: "a.md:2" in preview.complained)
    page = opened(tabs, preview.address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(PROBLEMS).wait_for()
    page.keyboard.press("Tab")
    assert _focused(page) == "OL"
    page.keyboard.press("Escape")
    page.locator(PROBLEMS).wait_for(state="hidden")
    assert _focused(page) == "SUMMARY"


def _focused(page: "Page") -> str:
    """Name the element of the bar that has the focus."""
    return str(page.evaluate("document.activeElement.shadowRoot.activeElement.tagName"))


def test_a_fault_of_the_program_shows_in_the_page(
    project: Project, preview: Preview, tabs: "BrowserContext"
) -> None:
    """And goes when it is mended."""
    page = opened(tabs, preview.ready())
    plugin = project.root / "plugins/news/plugin.py"
    sound = plugin.read_text(encoding="utf-8")
    plugin.write_text(f"def (\n{sound}", encoding="utf-8")
    page.locator(SUMMARY).click()
    assert "plugins/news/plugin.py 第 1 行" in page.locator(PROBLEMS).inner_text()
    plugin.write_text(sound, encoding="utf-8")
    page.locator(SUMMARY).wait_for(state="hidden")


def test_the_first_site_is_waited_for(
    project: Project, preview: Preview, tabs: "BrowserContext"
) -> None:
    """The page is there at once and turns into the site by itself, also after a fault."""
    project.write("content/news/2022/a.md", broken("甲"))
    page = opened(tabs, preview.address)
    page.locator("h1", has_text="还没有生成成功").wait_for()
    assert "content/news/2022/a.md" in page.locator(PROBLEMS).inner_text()
    project.write("content/news/2022/a.md", item("甲"))
    page.get_by_role("link", name="甲", exact=True).wait_for()


def test_a_page_that_appears_or_goes_is_noticed(
    project: Project, preview: Preview, tabs: "BrowserContext"
) -> None:
    """An editor opens the address of an item before it is saved for the first time."""
    page = opened(tabs, f"{preview.ready()}news/2022/c/")
    source = project.write("content/news/2022/c.md", item("丙"))
    page.locator("h1", has_text="丙").wait_for()
    source.unlink()
    page.locator("h1", has_text="丙").wait_for(state="detached")


def test_a_page_finds_its_preview_again(
    project: Project, start: Start, tabs: "BrowserContext"
) -> None:
    """A preview that was ended and started again takes the open page up."""
    first = start()
    address = first.ready()
    page = opened(tabs, f"{address}news/2022/a/")
    first.stop()
    page.locator(STATUS, has_text="预览已断开").wait_for()
    project.write("content/news/2022/a.md", item("甲", "停着的时候写的。"))
    second = start(int(address.rstrip("/").rpartition(":")[2]))
    assert second.ready() == address
    page.get_by_text("停着的时候写的").wait_for()
    page.locator(STATUS, has_text="预览已断开").wait_for(state="hidden")


def test_a_page_out_of_sight_waits_until_it_is_looked_at(
    project: Project, preview: Preview, tabs: "BrowserContext"
) -> None:
    """A browser keeps six lines open to one address: the seventh tab must find one free."""
    address = preview.ready()
    page = opened(tabs, f"{address}news/2022/a/")
    mark(page)
    _set_in_sight(page, "hidden")
    for _ in range(6):
        _set_in_sight(opened(tabs, f"{address}news/2022/a/"), "hidden")
    seventh = opened(tabs, f"{address}news/2022/a/")
    project.write("content/news/2022/a.md", item("甲", "有人看才换。"))
    seventh.get_by_text("有人看才换").wait_for()
    assert is_the_same(page)
    _set_in_sight(page, "visible")
    page.get_by_text("有人看才换").wait_for()


def _set_in_sight(page: "Page", visibility: str) -> None:
    """Let a page believe that it is in sight or not, which a headless browser never tells it."""
    page.evaluate(
        """visibility => {
            Object.defineProperty(document, "visibilityState",
                                  { get: () => visibility, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        visibility,
    )


def test_without_a_script_the_bar_still_tells(
    project: Project, preview: Preview, browser: "Browser"
) -> None:
    """Loaded again by hand, the page says how things stand."""
    preview.ready()
    project.write("content/news/2022/a.md", broken("甲"))
    until(lambda: "a.md:2" in preview.complained)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{preview.address}news/2022/a/")
    page.locator(SUMMARY).click()
    assert "第 2 行" in page.locator(PROBLEMS).inner_text()
    assert page.locator("h1").inner_text() == "甲"
    context.close()


def test_the_theme_looks_as_without_the_bar(
    preview: Preview, tabs: "BrowserContext", project: Project
) -> None:
    """What stands on the page measures the same, beneath the bar."""
    page = opened(tabs, f"{preview.ready()}news/2022/a/")
    file = project.root / ".cache/preview/site/news/2022/a/index.html"
    plain = opened(tabs, file.as_uri())
    for one in (page, plain):
        one.wait_for_load_state("networkidle")
    measure = "element => [element.clientWidth, element.clientHeight]"
    here, there = (one.locator("main").evaluate(measure) for one in (page, plain))
    assert here == there
    asked = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    assert all(url.startswith(preview.address) for url in asked)
