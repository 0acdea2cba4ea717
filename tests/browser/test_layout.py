"""What is seen of every kind of page: on a narrow phone, without a script, in forced colours."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESK, PHONE, resize, set_large
from tests.browser.sites import EVERY, FRAMED

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NARROW = (360, 740)
TABLET = (768, 1024)
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((part) => part.getBoundingClientRect().right > width + 0.5)
    .map((part) => `${part.outerHTML.slice(0, 100)}: ${part.getBoundingClientRect().right}`);
}"""
# A phone leaves out counts of nought and months without anything and folds long rolls, and paper
# alone shows the colophon.
APART = (
    "[hidden], .print-colophon, svg, option, details, td[data-sort='000000'], [data-folded] tr, "
    ".year-calendar__month--empty, .edition-calendar__month:not(.edition-calendar__month--full)"
)
UNSEEN = """(kept) => {
  const plain = (text) => text.replace(/\\s/g, "");
  const seen = plain(document.body.innerText);
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const apart = text.parentElement.closest(kept);
    if (!apart && !seen.includes(plain(text.data))) found.push(text.data);
  }
  return found;
}"""
RULES = """() => {
  const [list] = document.getElementsByClassName("link-list");
  const ends = (boxes) => [
    Math.round(Math.min(...boxes.map((box) => box.left))),
    Math.round(Math.max(...boxes.map((box) => box.right))),
    Math.round(boxes.reduce((sum, box) => sum + box.width, 0)),
  ];
  const rows = new Map();
  for (const entry of list.children) {
    const box = entry.getBoundingClientRect();
    rows.set(box.bottom, [...(rows.get(box.bottom) ?? []), box]);
  }
  return [ends([list.getBoundingClientRect()]), [...rows.values()].map(ends)];
}"""
SIZE_OF_TEXT = "() => getComputedStyle(document.querySelector('main')).fontSize"
LOST_SHAPES = """() => {
  const paper = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll("svg path, svg rect, svg text")]
    .filter((shape) => shape.checkVisibility() && getComputedStyle(shape).fill === paper)
    .map((shape) => shape.outerHTML.slice(0, 100));
}"""


@pytest.mark.parametrize("kind", EVERY)
def test_page_is_never_wider_than_the_screen(
    kind: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """No one has to push a page sideways, not at 360 px and not in 大字版."""
    page = look(fullest(kind))
    found = {}
    for size in (NARROW, PHONE, TABLET, DESK):
        resize(page, size)
        for large in (False, True):
            set_large(page, on=large)
            found[(*size, large)] = page.evaluate(TOO_WIDE)
    assert {look: told for look, told in found.items() if told} == {}


@pytest.mark.parametrize("kind", ["home", "search", "mechanism"])
def test_rules_between_names_reach_across(
    kind: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """On a phone each rule of a list is as long as the next, however many names stand above it."""
    page = look(fullest(kind), java_script_enabled=False)
    ends, rules = page.evaluate(RULES)
    assert rules
    assert all(rule == ends for rule in rules)


@pytest.mark.parametrize("kind", FRAMED)
def test_page_is_complete_without_a_script(
    kind: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """Every word that is written is shown, and 大字版 enlarges the page it is chosen on."""
    page = look(fullest(kind), java_script_enabled=False)
    assert page.evaluate(UNSEEN, APART) == []
    resize(page, DESK)
    assert page.evaluate(UNSEEN, APART) == []
    before = page.evaluate(SIZE_OF_TEXT)
    page.click("text=大字版")
    assert float(page.evaluate(SIZE_OF_TEXT)[:-2]) > float(before[:-2])
    page.click("text=标准版")
    assert page.evaluate(SIZE_OF_TEXT) == before


@pytest.mark.parametrize("kind", FRAMED)
def test_page_survives_forced_colours(
    kind: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """A reader's own colours hide neither words nor drawings."""
    page = look(fullest(kind), forced_colors="active", color_scheme="dark")
    assert page.evaluate(UNSEEN, APART) == []
    assert page.evaluate(LOST_SHAPES) == []
