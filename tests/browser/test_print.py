"""What comes out of the printer: the text with its title and address, and no navigation."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.browser.conftest import DESK, resize, set_large
from tests.browser.sites import BuiltSite

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PRINTED = [
    *("home", "item", "item with everything", "edition"),
    *("honour", "honour year", "organisations", "figures"),
]
ON_SCREEN_ONLY = (
    "nav, button:not(thead *), input, select, .top-bar, .footer, .skip-link, .section-heading__more"
)
"""What is for pressing; in the head of a roll a button is its heading's text."""

TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
PAPER = (673, 1000)
"""The sheet of an A4 page between its margins, in CSS pixels."""


@pytest.mark.parametrize("kind", PRINTED)
def test_paper_shows_title_and_no_navigation(
    kind: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """On paper nothing can be pressed, so nothing is offered."""
    page = look(fullest(kind), PAPER)
    for large in (False, True):
        set_large(page, on=large)
        page.emulate_media(media="print")
        assert page.locator("h1").is_visible()
        assert page.locator(ON_SCREEN_ONLY).locator("visible=true").all_inner_texts() == []
        for size in (PAPER, PAPER[::-1]):
            resize(page, size)
            assert not page.evaluate(TOO_WIDE)


def test_wide_paper_leaves_room_for_what_a_table_is(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """What is for pressing stood beside it on the screen; on paper its room is free."""
    page = look(fullest("data"), PAPER[::-1])
    page.emulate_media(media="print")
    box = page.locator(".data-catalogue__text").first.bounding_box()
    assert box is not None
    assert box["width"] > PAPER[1] / 2


@pytest.mark.parametrize("kind", ["item", "honour"])
def test_paper_bears_its_address_where_the_domain_is_known(
    kind: str, look: "Callable[..., Page]", built: Callable[[str], BuiltSite]
) -> None:
    """Whoever holds the sheet can find the page; on the screen the line is not there."""
    sample = built("sample")
    path = sample.of_kind(kind)[0]
    page = look(sample.url + path, DESK)
    assert not page.locator(".print-colophon").is_visible()
    page.emulate_media(media="print")
    told = page.locator(".print-colophon").inner_text()
    assert "https://" in told
    assert told.endswith(f"/{path}")


@pytest.mark.parametrize("kind", ["item", "honour"])
def test_paper_bears_no_address_that_leads_nowhere(
    kind: str, look: "Callable[..., Page]", built: Callable[[str], BuiltSite]
) -> None:
    """The real site has no domain yet."""
    real = built("real")
    page = look(real.url + real.of_kind(kind)[0], DESK)
    assert page.locator(".print-colophon").count() == 0


def test_paper_says_what_was_searched(
    look: "Callable[..., Page]", built: Callable[[str], BuiltSite]
) -> None:
    """A list of results means nothing without its words and its range; links are for screens."""
    page = look(f"{built('sample').url}search/?q={quote('学习 -通知')}&year=2026", DESK)
    page.wait_for_selector("#search-list article")
    assert not page.is_visible("#search-asked")
    page.emulate_media(media="print")
    assert page.inner_text("#search-asked") == "查找：学习 -通知"
    assert page.inner_text("#search-scope").strip() == "范围：年份“2026年”"
    assert page.inner_text("#search-count").startswith("找到")


def test_large_type_prints_like_standard(
    look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """Paper has one size: 大字版 is for screens."""
    page = look(fullest("item"), PAPER)
    page.emulate_media(media="print")
    standard = page.evaluate("() => document.body.scrollHeight")
    set_large(page, on=True)
    assert page.evaluate("() => document.body.scrollHeight") == standard


@pytest.mark.parametrize("kind", ["item", "honour"])
def test_page_becomes_a_pdf(
    kind: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """The printer's file is made, by night too."""
    page = look(fullest(kind), DESK, color_scheme="dark")
    made = page.pdf(prefer_css_page_size=True)
    assert made.startswith(b"%PDF-")
    assert b"/MediaBox" in made
