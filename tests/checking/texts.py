"""Texts as editors write them, and what one rule over their words tells of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

from plugins.checking.sources import Source
from plugins.problems import Level, Problem

Rule = Callable[[Source], Iterator[Problem]]
HEAD = "---\n标题: 甲\n日期: 2022-03-09\n栏目: 要闻\n署名: 未署名\n来源: 某报\n---\n\n"


def places(folder: Path, rule: Rule, body: str, head: str = HEAD) -> list[tuple[int, int]]:
    """Return line, counted from the first of the body, and column of what a rule warns of."""
    first = head.count("\n")
    return [
        ((problem.place.line or 0) - first, problem.place.column or 0)
        for problem in warnings(folder, rule, head + body)
    ]


def warnings(folder: Path, rule: Rule, text: str) -> list[Problem]:
    """Return what a rule tells of a whole text."""
    content = folder / "content"
    content.mkdir(exist_ok=True)
    (content / "a.md").write_text(text, encoding="utf-8")
    problems = list(rule(Source(content, "a.md")))
    assert {problem.level for problem in problems} <= {Level.WARNING}
    return problems
