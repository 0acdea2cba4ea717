"""Every kind of page against what a machine can judge of WCAG 2.2 AA, and our own rules of size."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESK, PHONE, resize, set_large
from tests.browser.sites import EVERY, FRAMED

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES_OF_LOOK = ["color-contrast", "target-size", "link-in-text-block"]
"""What a size or a colour can change; all other rules ask for what stands in the document."""

AXE = """async (only) => {
  const found = await axe.run(document, {runOnly: only, resultTypes: ["violations"]});
  return found.violations.flatMap(({id, nodes}) => nodes.map(
    (node) => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`));
}"""
SMALL_TARGETS = """(least) =>
  [...document.querySelectorAll("nav a, button, summary, select, input, .top-bar a")]
  .filter((target) => target.checkVisibility())
  .map((target) => [target.outerHTML.slice(0, 120), target.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < least - 0.01)
  .map(([html, box]) => `${html}: ${box.width} × ${box.height}`)"""
SMALL_TEXTS = """([least, lead]) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const {parentElement: parent} = text;
    if (!text.data.trim() || !parent.checkVisibility()) continue;
    if (parent.closest("svg title, desc")) continue;
    const {fontSize, lineHeight} = getComputedStyle(parent);
    const size = parseFloat(fontSize);
    const ratio = parent.closest("svg") ? lead : parseFloat(lineHeight) / size;
    if (size < least || ratio < lead - 0.01) found.add(`${text.data.trim()}: ${size}, ${ratio}`);
  }
  return [...found];
}"""
LARGE_TARGET = 60
TARGET = 44


@pytest.mark.node
@pytest.mark.parametrize("kind", EVERY)
def test_page_has_no_violation(
    kind: str,
    look: "Callable[..., Page]",
    fullest: Callable[[str], str],
    axe: Path,
) -> None:
    """By day, by night and in 大字版, on a phone and on a desk."""
    page = look(fullest(kind))
    page.add_script_tag(path=axe)
    found = page.evaluate(AXE, {"type": "tag", "values": TAGS})
    looks = [("light", False), ("light", True), ("dark", False)]
    if kind == "not found":  # axe takes an unstyled page for white, by night too
        looks.pop()
    for size in (PHONE, DESK):
        resize(page, size)
        for scheme, large in looks:
            page.emulate_media(color_scheme=scheme)
            set_large(page, on=large)
            told = page.evaluate(AXE, {"type": "rule", "values": RULES_OF_LOOK})
            found += [(size, scheme, large, one) for one in told]
    assert found == []


@pytest.mark.parametrize("kind", FRAMED)
def test_whatever_is_pressed_is_large_enough(
    kind: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """A thumb hits ways and buttons: 44 px, in 大字版 60."""
    page = look(fullest(kind))
    found = {}
    for size in (PHONE, DESK):
        resize(page, size)
        for large, least in ((False, TARGET), (True, LARGE_TARGET)):
            set_large(page, on=large)
            found[(*size, large)] = page.evaluate(SMALL_TARGETS, least)
    assert {look: told for look, told in found.items() if told} == {}


@pytest.mark.parametrize("kind", FRAMED)
def test_large_type_is_large_everywhere(
    kind: str, look: "Callable[..., Page]", fullest: Callable[[str], str]
) -> None:
    """In 大字版 no text is smaller than 18 px or set closer than 1.3; else none under 14 px."""
    page = look(fullest(kind))
    assert page.evaluate(SMALL_TEXTS, [14, 1]) == []
    set_large(page, on=True)
    for size in (PHONE, DESK):
        resize(page, size)
        assert page.evaluate(SMALL_TEXTS, [18, 1.3]) == []
