"""The situations that are measured: each changes the content, then the site is built."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from plugins.bench.corpus import Sample, item_path, item_text, made_up_samples

Change = Callable[[Path], None]
NEW_ITEMS = 100


@dataclass(frozen=True, slots=True)
class Scenario:
    """A situation by its Chinese name; `change` is done to the content folder before the build."""

    name: str
    change: Change


def scenarios(first: Sample) -> tuple[Scenario, ...]:
    """Return the situations in the order in which they are measured, the first from nothing."""
    item = item_path(first)
    return (
        Scenario("从零生成", _nothing),
        Scenario("没有改动", _nothing),
        Scenario("改一篇正文", lambda content: _replace(content / item, "。\n", "。又一句。\n")),
        Scenario("改一个标题", lambda content: _replace(content / item, "标题: ", "标题: 新")),
        Scenario("改一行表格", lambda content: _append_topic(content / "tables" / "topics.csv")),
        Scenario(f"新增 {NEW_ITEMS} 篇", _add_items),
    )


def _nothing(content: Path) -> None:
    del content


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _append_topic(file: Path) -> None:
    with file.open("a", encoding="utf-8") as table:
        table.write("测量用标签,topic-for-measuring\n")


def _add_items(content: Path) -> None:
    """Add items of the columns and topics that are there."""
    columns = _names(content / "tables" / "columns.csv")
    topics = _names(content / "tables" / "topics.csv")
    for number, sample in enumerate(islice(made_up_samples(), NEW_ITEMS)):
        file = content / f"news/{sample.date[:4]}/new-{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        column, topic = columns[number % len(columns)], topics[number % len(topics)]
        text = item_text(replace(sample, column=column, topics=(topic,)))
        file.write_text(text, encoding="utf-8")


def _names(table: Path) -> list[str]:
    rows = table.read_text(encoding="utf-8").splitlines()[1:]
    return [row.split(",")[0] for row in rows]
