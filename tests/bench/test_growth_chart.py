"""The chart of growth."""

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from plugins.bench.growth_chart import WIDTH, growth_chart
from plugins.bench.results import Middle
from plugins.bench.tables import figure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

SVG = "{http://www.w3.org/2000/svg}"
BUILDERS = ("本项目", "Hugo", "Hugo（相关从简）", "Pelican", "Pelican（缓存）")
SIZES = (1000, 3000, 10000, 100000)


def middle(items: int, builder: str, scenario: str, cpu: float | None) -> Middle:
    """Write down a median."""
    return Middle(items, builder, scenario, 1, cpu, None, None, None, 1)


FOUND = [
    middle(items, builder, scenario, items * (at + 1) / 1234 + (len(scenario) - 3))
    for scenario in ("从零生成", "没有改动", "改一篇正文")
    for at, builder in enumerate(BUILDERS)
    for items in SIZES
]


def texts(svg: str) -> list[str]:
    """Return what can be read in a chart."""
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def test_every_figure_can_be_read() -> None:
    """Lines that run together cannot be told apart by eye."""
    words = texts(growth_chart(FOUND))
    assert {figure(one.cpu) for one in FOUND} <= set(words)
    assert {str(size) for size in SIZES} <= set(words)
    assert {"从零生成", "没有改动", "改一篇正文"} <= set(words)


def test_the_chart_tells_what_it_is_to_who_cannot_see_it() -> None:
    """Title and description are named by the image, and hold every figure."""
    root = ET.fromstring(growth_chart(FOUND))  # noqa: S314 - our own
    described = {node.get("id"): node.text for node in root if node.get("id")}
    assert root.get("aria-labelledby", "").split() == ["title", "desc"]
    assert set(described) == {"title", "desc"}
    assert all(f"{figure(one.cpu)} 秒" in str(described["desc"]) for one in FOUND)


def test_one_size_and_one_builder_make_a_chart_too() -> None:
    """There is no scale between a value and itself."""
    found = [middle(1000, "本项目", "从零生成", 3.0)]
    assert "3.00" in texts(growth_chart(found))


def test_what_was_not_measured_is_left_out() -> None:
    """Windows tells no CPU seconds."""
    assert "从零生成" in texts(growth_chart([middle(1000, "本项目", "从零生成", None)]))


@pytest.mark.browser
def test_the_chart_fits_a_phone(look: "Callable[..., Page]", tmp_path: "Path") -> None:
    """No text leaves the picture or runs into its neighbour."""
    file = tmp_path / "chart.svg"
    file.write_text(growth_chart(FOUND), encoding="utf-8")
    page = look(file.as_uri())
    boxes = page.evaluate(
        "[...document.querySelectorAll('text')].map(text => {"
        " const box = text.getBBox();"
        " return [box.x, box.y, box.x + box.width, box.y + box.height, text.textContent] })"
    )
    labels = [box for box in boxes if box[4] not in "●■□▲△"]
    assert all(left >= 0 and right <= WIDTH for left, _, right, _, _ in labels)
    overlaps = [
        (one[4], other[4])
        for at, one in enumerate(labels)
        for other in labels[at + 1 :]
        if one[0] < other[2]
        and other[0] < one[2]
        and one[1] + 4 < other[3]
        and other[1] + 4 < one[3]
    ]
    assert overlaps == []
