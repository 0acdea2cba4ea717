"""Every kind of page against the rules of WCAG 2.2 AA that a machine can judge."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.sites import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.node, pytest.mark.slow]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
  return found.violations.flatMap(({id, nodes}) => nodes.map(
    (node) => `${id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`));
}"""


def set_large(page: "Page", *, on: bool) -> None:
    """Exchange the sizes as the switch does."""
    page.evaluate("on => document.documentElement.classList.toggle('large-type', on)", on)


@pytest.mark.parametrize("kind", KINDS)
def test_page_has_no_violation(
    kind: str,
    look: "Callable[..., Page]",
    fullest: Callable[[str], str],
    node_tool: Callable[[str], Path],
) -> None:
    """By day, by night and in 大字版, on a phone and on a desk."""
    page = look(fullest(kind))
    page.add_script_tag(path=node_tool("axe-core/axe.min.js"))
    found = []
    import time
    for width, height in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": height})
        for scheme, large in (("light", False), ("dark", False), ("light", True)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            set_large(page, on=large)
            t=time.time()
            found += [(width, scheme, large, told) for told in page.evaluate(RUN, TAGS)]
            print(kind, width, scheme, large, round(time.time()-t,2))
    assert found == []
