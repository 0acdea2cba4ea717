"""A content folder of any size to measure with: from a file of texts, or made up.

A corpus file is gzipped JSON lines: id, title, date, column, topics, byline, text. Made-up items
are shuffled from a few sentences by number, so that the same number gives the same site. A corpus
that is too small grows: its items come again with other names, dates and orders of sentences.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random

UNREADABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff"
    "\ufffd<>`*_|\\[\\]{}]"
)
BLOCK_MARK = re.compile(r"^[#>\-+\s\d.]+")
SENTENCE = re.compile("[^。！？]*[。！？]?")
TITLE_LENGTH = 60
SOURCE = "测量用"
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


def grown(samples: Sequence[Sample]) -> Iterator[Sample]:
    """Yield some samples, then variants of them without end; no name comes twice."""
    yield from samples
    for turn in count(2):
        for sample in samples:
            yield _variant(sample, turn)


def slugs_of_columns(samples: Iterable[Sample]) -> dict[str, str]:
    """Return the 链接名 of every column, in the order in which the columns appear."""
    names = dict.fromkeys(sample.column for sample in samples)
    return {name: f"column-{number}" for number, name in enumerate(names)}


def write_content(folder: Path, samples: Iterable[Sample], most: int, domain: str = "") -> int:
    """Write at most so many items and their tables below a folder; return how many there were.

    A site with a domain has feeds, a sitemap and QR codes.
    """
    written = tuple(islice(samples, most))
    for sample in written:
        write_text(folder / item_path(sample), item_text(sample))
    topics = dict.fromkeys(topic for sample in written for topic in sample.topics)
    slugs = {name: f"topic-{number}" for number, name in enumerate(topics)}
    _write_table(folder / "tables" / "columns.csv", "栏目名称,链接名", slugs_of_columns(written))
    _write_table(folder / "tables" / "topics.csv", "标签名称,链接名", slugs)
    if domain:
        _write_table(folder / "tables" / "site.csv", "项目,内容", {"域名": domain})
    return len(written)


def write_text(file: Path, text: str) -> None:
    """Write a file and make the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def item_path(sample: Sample) -> str:
    """Return where the item of a sample stands inside content/."""
    return f"news/{sample.date[:4]}/{sample.name}.md"


def item_text(sample: Sample) -> str:
    """Write a sample as an editor would."""
    return (
        f"---\n标题: {sample.title}\n日期: {sample.date}\n栏目: {sample.column}\n"
        f"标签: {'、'.join(sample.topics)}\n署名: {sample.byline}\n来源: {SOURCE}\n---\n\n"
        f"{body_of(sample)}"
    )


def body_of(sample: Sample) -> str:
    """Return the Markdown of a sample, the same for every builder."""
    return "\n\n".join(sample.text.split("\n")) + "\n"


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


def _variant(sample: Sample, turn: int) -> Sample:
    """Make another item of one: the same length, column and topics, other words in other order."""
    chance = Random(f"{sample.name} {turn}")  # noqa: S311 - the same item must come out each time
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    return replace(
        sample,
        name=f"{sample.name}-{turn}",
        title=f"{sample.title}（之{turn}）",
        date=day.isoformat(),
        text="\n".join(_shuffled(line, chance) for line in sample.text.split("\n")),
    )


def _shuffled(line: str, chance: Random) -> str:
    sentences = [sentence for sentence in SENTENCE.findall(line) if sentence]
    chance.shuffle(sentences)
    return BLOCK_MARK.sub("", "".join(sentences))


def _write_table(file: Path, headings: str, rows: Mapping[str, str]) -> None:
    write_text(file, "\n".join([headings, *(f"{name},{cell}" for name, cell in rows.items()), ""]))
