"""A content folder of any size to measure with: from a file of texts, or made up.

A corpus file is gzipped JSON lines: id, title, date, column, topics, byline, text. Made-up items
are shuffled from a few sentences by number, so that the same number gives the same site.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

UNREADABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff"
    "\ufffd<>`*_|\\[\\]{}]"
)
BLOCK_MARK = re.compile(r"^[#>\-+\s\d.]+")
TITLE_LENGTH = 60
COLUMNS = 6
TOPICS = 100
BYLINES = 40
FIRST_DAY = date(2016, 1, 1)
DAYS = 3000
WORDS = (
    *("甲镇", "乙社区", "丙局", "丁单位", "戊站", "己中心", "组织", "开展", "学习", "培训"),
    *("走访", "服务", "检查", "演练", "座谈", "推进", "完成", "落实", "安排", "总结"),
    *("安全生产", "志愿服务", "组织生活", "述职评议", "果园管理", "消防知识", "便民措施"),
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One item of a corpus; `text` has a paragraph a line."""

    name: str
    title: str
    date: str
    column: str
    topics: tuple[str, ...]
    byline: str
    text: str


def samples_from(file: Path) -> Iterator[Sample]:
    """Read a corpus file."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            yield _sample(number, json.loads(line))


def made_up_samples() -> Iterator[Sample]:
    """Make samples without end: some 500 characters each, in six columns under 100 topics."""
    number = 0
    while True:
        chance = Random(number)  # noqa: S311 - the same number must give the same text
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        yield Sample(
            name=f"item-{number}",
            title=f"{_clause(chance, 4)}（{number}）",
            date=day.isoformat(),
            column=f"栏目{chance.randrange(COLUMNS)}",
            topics=tuple(f"标签{topic}" for topic in sorted(chance.sample(range(TOPICS), 3))),
            byline=f"通讯员 某甲{chance.randrange(BYLINES)}",
            text="\n".join(_paragraph(chance) for _ in range(4)),
        )
        number += 1


def write_content(folder: Path, samples: Iterable[Sample], count: int) -> int:
    """Write `count` items and their tables below a folder; return how many there were."""
    columns: dict[str, str] = {}
    topics: dict[str, str] = {}
    written = 0
    for sample in islice(samples, count):
        columns.setdefault(sample.column, f"column-{len(columns)}")
        for topic in sample.topics:
            topics.setdefault(topic, f"topic-{len(topics)}")
        file = folder / item_path(sample)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(item_text(sample), encoding="utf-8")
        written += 1
    _write_table(folder / "tables" / "columns.csv", "栏目名称", columns)
    _write_table(folder / "tables" / "topics.csv", "标签名称", topics)
    return written


def item_path(sample: Sample) -> str:
    """Return where the item of a sample stands inside content/."""
    return f"news/{sample.date[:4]}/{sample.name}.md"


def item_text(sample: Sample) -> str:
    """Write a sample as an editor would."""
    paragraphs = "\n\n".join(sample.text.split("\n"))
    return (
        f"---\n标题: {sample.title}\n日期: {sample.date}\n栏目: {sample.column}\n"
        f"标签: {'、'.join(sample.topics)}\n署名: {sample.byline}\n来源: 测量用\n---\n\n"
        f"{paragraphs}\n"
    )


def _sample(number: int, row: Mapping[str, str]) -> Sample:
    paragraphs = (BLOCK_MARK.sub("", _clean(line)) for line in row["text"].split("\n"))
    return Sample(
        name=f"item-{number}",
        title=_clean(row["title"])[:TITLE_LENGTH].strip() or "无题",
        date=row["date"],
        column=row["column"],
        topics=tuple(dict.fromkeys(row["topics"])),
        byline=row["byline"] if " " in row["byline"] else f"记者 {row['byline'] or '某甲'}",
        text="\n".join(line for line in paragraphs if line),
    )


def _clean(text: str) -> str:
    return " ".join(UNREADABLE.sub("", text).split())


def _paragraph(chance: Random) -> str:
    return "".join(f"{_clause(chance, 6)}，{_clause(chance, 5)}。" for _ in range(6))


def _clause(chance: Random, words: int) -> str:
    return "".join(chance.choices(WORDS, k=words))


def _write_table(file: Path, heading: str, slugs: Mapping[str, str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"{name},{slug}\n" for name, slug in slugs.items())
    file.write_text(f"{heading},链接名\n{rows}", encoding="utf-8")
