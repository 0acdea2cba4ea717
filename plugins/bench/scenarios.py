"""The situations that are measured: each changes the sources, then the site is built."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from plugins.bench.builders import Builder
from plugins.bench.corpus import item_path, item_text, made_up_samples, write_text

NEW_ITEMS = 100
FROM_NOTHING = "从零生成"
END_OF_PAGE = "</body>"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A situation by its Chinese name; `change` is done to a builder's sources before the build."""

    name: str
    change: Callable[[Builder], None]


def shared_scenarios() -> tuple[Scenario, ...]:
    """Return the situations of every builder, in order, the first from nothing."""
    return (
        Scenario(FROM_NOTHING, Builder.forget),
        Scenario("没有改动", _nothing),
        Scenario("改一篇正文", lambda builder: add_paragraph(builder, "又写了一句。")),
    )


def our_scenarios() -> tuple[Scenario, ...]:
    """Return the situations that come after those, in our own build only."""
    return (
        Scenario("改一个标题", _edit_title),
        Scenario("改一行表格", _add_topic),
        Scenario("改一个模板", _edit_template),
        Scenario(f"新增 {NEW_ITEMS} 篇", _add_items),
    )


def add_paragraph(builder: Builder, words: str) -> None:
    """Add a paragraph to the first item."""
    with builder.item.open("a", encoding="utf-8", newline="\n") as text:
        text.write(f"\n{words}\n")


def _nothing(builder: Builder) -> None:
    del builder


def _edit_title(builder: Builder) -> None:
    _replace(builder.item, "标题: ", "标题: 新")


def _add_topic(builder: Builder) -> None:
    table = builder.folder / "content" / "tables" / "topics.csv"
    with table.open("a", encoding="utf-8", newline="\n") as rows:
        rows.write("测量用标签,topic-for-measuring\n")


def _edit_template(builder: Builder) -> None:
    """Change what every page is made of."""
    base = builder.folder / "theme" / "templates" / "base.html"
    _replace(base, END_OF_PAGE, f"<!-- 测量用 -->\n{END_OF_PAGE}")


def _add_items(builder: Builder) -> None:
    """Add items of the columns and topics that are there."""
    content = builder.folder / "content"
    columns = _names(content / "tables" / "columns.csv")
    topics = _names(content / "tables" / "topics.csv")
    for number, sample in enumerate(islice(made_up_samples(), NEW_ITEMS)):
        column, topic = columns[number % len(columns)], topics[number % len(topics)]
        new = replace(sample, name=f"new-{number}", column=column, topics=(topic,))
        write_text(content / item_path(new), item_text(new))


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    write_text(file, text.replace(old, new, 1))


def _names(table: Path) -> list[str]:
    rows = table.read_text(encoding="utf-8").splitlines()[1:]
    return [row.split(",")[0] for row in rows]
