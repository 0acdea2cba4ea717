"""The bar on top of every page in the preview, as HTML: how things stand, and every problem.

In: a State. Out: parts of HTML by name; the page's script exchanges those that have changed. The
bar stands in a shadow root, where the theme's styles do not reach it, nor its styles the theme.
"""

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from pathlib import Path

from plugins.preview.state import State
from plugins.problems import Level, Problem
from plugins.problems.report import LEVEL_NAMES

FILES = Path(__file__).with_name("browser")
SHOWN_AT_MOST = 200
HIDDEN = "/-/preview/"
SCRIPT = f"{HIDDEN}preview.js"
EVENTS = f"{HIDDEN}events"


def look(state: State) -> str:
    """Name how the bar looks: `bad` with errors, `good` after a build, `new` before the first."""
    if state.has_errors:
        return "bad"
    return "good" if state.built_at else "new"


def parts(state: State) -> dict[str, str]:
    """Return what can change while a page stays open."""
    return {
        "status": _status(state),
        "step": f"正在生成：{escape(state.step)}" if state.step else "",
        "summary": _counts(state),
        "problems": "".join(_problems(state)),
    }


def bar(state: State, fingerprint: str, *, waiting: bool = False) -> str:
    """Return the bar and its script, to stand first in the body of a page."""
    shown = parts(state)
    is_open = " open" if waiting and state.has_errors else ""
    hidden = "" if shown["problems"] else " hidden"
    return (
        f'<preview-bar data-look="{look(state)}" data-fingerprint="{fingerprint}"'
        f"{' data-waiting' if waiting else ''}>"
        '<template shadowrootmode="open">'
        f"<style>{_file('bar.css')}</style>"
        '<section class="bar" aria-label="预览">'
        f'<p class="status" role="status" data-part="status">{shown["status"]}</p>'
        f'<p class="step" data-part="step" aria-hidden="true">{shown["step"]}</p>'
        f'<details class="details"{is_open}{hidden}>'
        f'<summary class="summary" data-part="summary">{shown["summary"]}</summary>'
        '<ol class="problems" role="list" tabindex="0" aria-label="发现的问题"'
        f' data-part="problems">{shown["problems"]}</ol>'
        "</details></section></template></preview-bar>"
        f'<script src="{SCRIPT}" defer></script>'
    )


def waiting_page(state: State) -> str:
    """Return the page that is shown while there is no site yet."""
    title, when = ("正在生成……", "第一次要久一些，生成好了，")
    if state.has_errors:
        title, when = ("还没有生成成功", "改好上面列出的问题并保存，")
    return _file("waiting.html").replace("{{ title }}", title).replace("{{ when }}", when)


def _status(state: State) -> str:
    """Say how things stand in words that a screen reader reads out once they change."""
    note = '<b class="name">预览</b><span class="note">草稿可见</span>'
    if state.has_errors and state.built_at:
        return f'{note}<span class="how">有错误，这里还是 {state.built_at} 的网站</span>'
    if state.has_errors:
        return f'{note}<span class="how">有错误，没有生成新的网站</span>'
    if state.built_at:
        seconds = f'<span class="seconds">，用时 {state.seconds:.1f} 秒</span>'
        return f'{note}<span class="how">{state.built_at} 生成{seconds}</span>'
    return note


def _counts(state: State) -> str:
    counts = [
        f'<span class="count count--{level}">{LEVEL_NAMES[level]} {number}</span>'
        for level in Level
        if (number := state.count(level))
    ]
    return "".join(counts)


def _problems(state: State) -> Iterator[str]:
    ranks = list(Level)
    ordered = sorted(state.problems, key=lambda problem: ranks.index(problem.level))
    yield from map(_row, ordered[:SHOWN_AT_MOST])
    if len(ordered) > SHOWN_AT_MOST:
        rest = len(ordered) - SHOWN_AT_MOST
        yield f'<li class="rest">另有 {rest} 条，用 python tasks.py check 可看全部。</li>'


def _row(problem: Problem) -> str:
    line = f"第 {problem.place.line} 行" if problem.place.line else ""
    return (
        f'<li class="problem problem--{problem.level}">'
        f'<p class="place"><b class="level">{LEVEL_NAMES[problem.level]}</b>'
        f'<code class="file">{escape(problem.place.file)}</code> '
        f'<span class="line">{line}</span></p>'
        f'<p class="message">{escape(problem.message)}</p>'
        f'<p class="remedy">怎样改：{escape(problem.remedy)}</p></li>'
    )


@lru_cache
def _file(name: str) -> str:
    """Read a file beside this one; the script is served by its own address."""
    return (FILES / name).read_text(encoding="utf-8")
