"""How builds grow, as one SVG: a panel for each situation, CPU seconds over items, log-log.

The figures stand below each panel, so that lines which run together can still be told apart.
A builder has the same mark and colour in all panels; a legend on top names them.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from plugins.bench.results import Middle
from plugins.bench.tables import figure

WIDTH = 390
MARGIN = 14
LEFT, RIGHT = 52, 376
PLOT_HEIGHT = 170
HEAD = 60
PANEL_HEAD = 44
AXIS_FOOT = 44
LINE = 20
TITLE = "生成网站的 CPU 秒随稿件篇数的增长"
SIGNS = (
    ("●", "#a3171a"),
    ("○", "#a3171a"),
    ("■", "#1f5f8b"),
    ("□", "#1f5f8b"),
    ("▲", "#3c7a3c"),
    ("△", "#3c7a3c"),
)
NAMES_A_LINE = 2
STYLE = (
    "text{font-family:'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;font-size:13px;"
    "fill:#1d1d1d}.title{font-size:16px;font-weight:700}.panel{font-size:15px;font-weight:700}"
    ".axis{stroke:#555;fill:none}.grid{stroke:#ddd}.end{text-anchor:end}.middle{text-anchor:middle}"
)


def growth_chart(found: Sequence[Middle]) -> str:
    """Draw medians of several sizes; those whose CPU seconds are unknown are left out."""
    known = sorted((one for one in found if one.cpu), key=lambda one: one.items)
    builders = list(dict.fromkeys(one.builder for one in found))
    parts = list(_legend(builders))
    top = HEAD + math.ceil(len(builders) / NAMES_A_LINE) * LINE
    for scenario in dict.fromkeys(one.scenario for one in found):
        members = [one for one in known if one.scenario == scenario]
        parts += _panel(scenario, members, builders, top)
        top += _panel_height(members)
    size = f'viewBox="0 0 {WIDTH} {top}" width="{WIDTH}" height="{top}"'
    names = 'role="img" aria-labelledby="title desc" lang="zh-Hans"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {names}>',
            f'<title id="title">{TITLE}</title>',
            f'<desc id="desc">{escape(_description(known))}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect width="{WIDTH}" height="{top}" fill="#fff"/>',
            _text(MARGIN, 26, TITLE, "title"),
            _text(MARGIN, 48, "两轴都是对数刻度，斜率为 1 表示与篇数成正比"),
            *parts,
            "</svg>\n",
        ]
    )


class _Scale:
    """Puts values of a range on a line of the chart, by their logarithms."""

    def __init__(self, values: Iterable[float], start: float, end: float) -> None:
        known = list(values)
        self.low, self.high = min(known), max(known)
        if self.low == self.high:
            self.low, self.high = self.low / 2, self.high * 2
        self.start, self.end = start, end

    def place(self, value: float) -> float:
        """Return where a value stands."""
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return self.start + share * (self.end - self.start)


def _legend(builders: Sequence[str]) -> Iterator[str]:
    step = (RIGHT - MARGIN) / NAMES_A_LINE
    for at, (name, (mark, colour)) in enumerate(zip(builders, SIGNS, strict=False)):
        line, place = divmod(at, NAMES_A_LINE)
        words = f"{mark} {name}"
        yield _text(MARGIN + place * step, HEAD + line * LINE + 10, words, colour=colour)


def _panel(
    scenario: str, members: Sequence[Middle], builders: Sequence[str], top: int
) -> Iterator[str]:
    yield _text(MARGIN, top + 22, scenario, "panel")
    if not members:
        return
    ceiling, bottom = top + PANEL_HEAD, top + PANEL_HEAD + PLOT_HEIGHT
    across = _Scale((one.items for one in members), LEFT + 18, RIGHT - 22)
    ticks = _ticks([one.cpu or 0 for one in members])
    upward = _Scale(ticks, bottom, ceiling)
    yield from _axes(ticks, upward, ceiling)
    for size in dict.fromkeys(one.items for one in members):
        yield _text(across.place(size), bottom + 18, str(size), "middle")
    yield _text(RIGHT, bottom + 36, "稿件篇数", "end")
    for name, sign in zip(builders, SIGNS, strict=False):
        yield from _line([one for one in members if one.builder == name], sign, across, upward)
    yield from _figures(members, builders, bottom + AXIS_FOOT)


def _axes(ticks: Sequence[float], upward: _Scale, ceiling: float) -> Iterator[str]:
    bottom = upward.place(ticks[0])
    for tick in ticks:
        level = upward.place(tick)
        yield f'<path class="grid" d="M{LEFT} {level:.1f}H{RIGHT}"/>'
        yield _text(LEFT - 6, level + 4, f"{tick:g}", "end")
    yield f'<path class="axis" d="M{LEFT} {ceiling:.1f}V{bottom:.1f}H{RIGHT}"/>'
    yield _text(RIGHT, ceiling - 12, "CPU 秒", "end")


def _line(
    members: Sequence[Middle], sign: tuple[str, str], across: _Scale, upward: _Scale
) -> Iterator[str]:
    mark, colour = sign
    points = [(across.place(one.items), upward.place(one.cpu or 0)) for one in members]
    if points:
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for x, y in points:
        yield _text(x, y + 4.5, mark, "middle", colour)


def _figures(members: Sequence[Middle], builders: Sequence[str], top: int) -> Iterator[str]:
    """Write the figures: a row for each size, a column for each builder under its mark."""
    sizes = sorted({one.items for one in members})
    seconds = {(one.builder, one.items): one.cpu for one in members}
    yield _text(MARGIN, top + LINE, "篇数")
    for row, size in enumerate(sizes, 2):
        yield _text(MARGIN, top + row * LINE, str(size))
    step = (RIGHT - LEFT) / len(builders)
    for at, (name, (mark, colour)) in enumerate(zip(builders, SIGNS, strict=False), 1):
        yield _text(LEFT + at * step, top + LINE, mark, "end", colour)
        for row, size in enumerate(sizes, 2):
            words = figure(seconds.get((name, size)))
            yield _text(LEFT + at * step, top + row * LINE, words, "end")


def _panel_height(members: Sequence[Middle]) -> int:
    rows = len({one.items for one in members}) + 1
    return PANEL_HEAD + PLOT_HEIGHT + AXIS_FOOT + rows * LINE + 24


def _ticks(values: Sequence[float]) -> list[float]:
    """Return 1, 2, 5 and their powers of ten that enclose the values."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    steps = [step * 10.0**power for power in range(low, high + 1) for step in (1, 2, 5)]
    below = max(step for step in steps if step <= min(values) * 1.0001)
    above = min(step for step in steps if step >= max(values) * 0.9999)
    return [step for step in steps if below <= step <= above]


def _description(members: Sequence[Middle]) -> str:
    return "；".join(
        f"{one.scenario}，{one.builder}，{one.items} 篇：{figure(one.cpu)} 秒" for one in members
    )


def _text(x: float, y: float, words: str, kind: str = "", colour: str = "") -> str:
    style = f' style="fill:{colour}"' if colour else ""
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{named}{style}>{escape(words)}</text>'
