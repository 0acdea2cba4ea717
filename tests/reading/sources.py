"""Sources as editors write them, for the tests of reading; what a test is about stands in it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plugins.problems import Problem
from plugins.reading import Reading, read_bulletin
from plugins.reading.bodies.markdown_text import ConvertedText, Converter
from plugins.reading.source_text import SourceText

TODAY = date(2022, 12, 31)
COLUMNS = "栏目名称,链接名\n要闻,yaowen\n"
KEYS = {
    "标题": "某某党支部换届",
    "日期": "2022-03-09",
    "栏目": "要闻",
    "署名": "未署名",
    "来源": "本刊",
}
BODY_LINE = 9
"""The first line of the body of `item` without extra lines."""


def item(body: str = "某某党支部开会。\n", *lines: str, **keys: str) -> str:
    """Return an item with these keys in place of plain ones, more lines in its head, a body."""
    head = [f"{key}: {value}" for key, value in {**KEYS, **keys}.items() if value]
    return "\n".join(["---", *head, *lines, "---", "", body])


def told(problems: Iterable[Problem]) -> list[tuple[str, int | None]]:
    """Return the code and line of each problem."""
    return [(problem.code, problem.place.line) for problem in problems]


def read(content: Path, today: date = TODAY) -> Reading:
    """Read a content folder."""
    return read_bulletin(content, today)


def convert(text: str) -> tuple[ConvertedText, list[Problem]]:
    """Convert a text that has no head."""
    return Converter().convert(SourceText("content/news/2022/a.md", text), 1)


def html_of(text: str) -> str:
    """Return the HTML of a text, without its outer line ends."""
    return convert(text)[0].html.strip()
