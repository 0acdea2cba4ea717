"""Every HTML page of a built site as a document, read without a browser."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from tests.browser.sites import BuiltSite, references, target_of

pytestmark = pytest.mark.slow

FRAMELESS = {"404.html"}
"""Served at any address, so it can name no file of the site."""

Told = list[tuple[str, object]]


def framed(site: BuiltSite) -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield the pages that stand in the frame of the site."""
    yield from ((at, page) for at, page in site.pages.items() if at not in FRAMELESS)


def test_every_page_is_named_in_chinese(site: BuiltSite) -> None:
    """A reader with a screen reader hears the right voice, and each tab has a name of its own."""
    faults = [
        at
        for at, page in site.pages.items()
        if not page.html
        or page.html.get("lang") != "zh-Hans"
        or not page.title
        or not page.title.get_text(strip=True)
    ]
    assert faults == []


def test_every_page_has_one_first_heading(site: BuiltSite) -> None:
    """One h1 says what the page is."""
    assert [at for at, page in site.pages.items() if len(page.select("h1")) != 1] == []


def test_headings_skip_no_level(site: BuiltSite) -> None:
    """Whoever walks from heading to heading falls into no gap."""
    faults: Told = []
    for at, page in site.pages.items():
        levels = [int(heading.name[1]) for heading in page.find_all(re.compile(r"^h[1-6]$"))]
        faults += [(at, pair) for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    assert faults == []


def test_every_page_has_its_landmarks(site: BuiltSite) -> None:
    """Head, columns, text and imprint can be jumped to."""
    faults = [
        (at, name)
        for at, page in framed(site)
        for name in ("header", "main", "footer", "nav")
        if not page.select(name)
    ]
    assert faults == []
    assert all(len(page.select("main")) == 1 for page in site.pages.values())


def test_every_page_but_home_says_where_it_stands(site: BuiltSite) -> None:
    """当前位置 begins at 首页 and ends with the page itself."""
    faults = []
    for at, page in framed(site):
        trail = page.select_one("nav[aria-label=当前位置]")
        steps = [step.get_text(strip=True) for step in trail.select("li")] if trail else []
        here = bool(trail and trail.select_one("li:last-child [aria-current=page]"))
        if at and not (len(steps) > 1 and steps[0] == "首页" and here):
            faults.append((at, steps))
    assert faults == []
    assert not site.pages[""].select("nav[aria-label=当前位置]")


def test_identities_are_unique(site: BuiltSite) -> None:
    """A fragment and a label lead to one place."""
    faults: Told = []
    for at, page in site.pages.items():
        names = [str(tag["id"]) for tag in page.select("[id]")]
        faults += [(at, name) for name in set(names) if names.count(name) > 1 or not name]
    assert faults == []


def test_names_given_by_reference_exist(site: BuiltSite) -> None:
    """What `for` and the aria attributes point at is on the page."""
    faults: Told = []
    for at, page in site.pages.items():
        names = {tag["id"] for tag in page.select("[id]")}
        for key in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            for tag in page.select(f"[{key}]"):
                # The parser splits `for` of an output, not of a label.
                value = tag[key]
                wanted = value.split() if isinstance(value, str) else value
                faults += [(at, name) for name in wanted if name not in names]
    assert faults == []


def test_nothing_is_styled_or_run_inline(site: BuiltSite) -> None:
    """A strict content security policy would break nothing; data in JSON-LD is never run.

    404 alone bears its styles, and reads without them as well.
    """
    faults: Told = []
    for at, page in site.pages.items():
        inline = "[style]" if at in FRAMELESS else "style, [style]"
        faults += [(at, "style") for _ in page.select(inline)]
        for tag in page.select("*"):
            faults += [(at, name) for name in tag.attrs if name.startswith("on")]
        for script in page.select("script:not([src])"):
            if script.get("type") != "application/ld+json":
                faults.append((at, "script"))
        faults += [(at, link) for _, link in references(page) if link.startswith("javascript:")]
    assert faults == []


def test_pictures_are_described_and_hold_their_place(site: BuiltSite) -> None:
    """Every picture has its words and its size, so that nothing jumps while it loads."""
    faults = [
        (at, str(picture))
        for at, page in site.pages.items()
        for picture in page.select("img")
        if not (picture.has_attr("alt") and picture.get("width") and picture.get("height"))
    ]
    assert faults == []


def test_titles_tell_pages_apart(site: BuiltSite) -> None:
    """No two pages bear one title, so that tabs, bookmarks and search results differ."""
    titles: dict[str, list[str]] = {}
    for at, page in site.pages.items():
        if page.title and at not in site.withdrawn:
            titles.setdefault(page.title.get_text(), []).append(at)
    assert {title: found for title, found in titles.items() if len(found) > 1} == {}


def test_links_have_words(site: BuiltSite) -> None:
    """A link or button without a name is nothing to a screen reader."""
    faults = [
        (at, str(link)[:120])
        for at, page in site.pages.items()
        for link in page.select("a, button")
        if not (link.get_text(strip=True) or link.get("aria-label") or link.select("img[alt]"))
    ]
    assert faults == []


def test_links_stay_inside_or_say_that_they_leave(site: BuiltSite) -> None:
    """An external address opens over https and tells the other host nothing."""
    faults: Told = []
    for at, page in site.pages.items():
        for tag, link in references(page):
            outside = tag.name == "a" and target_of(at, link) is None
            if outside and not link.startswith(("https://", "mailto:", "tel:")):
                faults.append((at, link))
    assert faults == []
