"""Content to measure with."""

import gzip
import json
from datetime import date
from itertools import islice
from pathlib import Path

from plugins.bench.corpus import item_path, made_up_samples, samples_from, write_content
from plugins.bench.scenarios import NEW_ITEMS, scenarios
from plugins.reading import read_bulletin

TODAY = date(2030, 1, 1)


def test_made_up_items_are_always_the_same() -> None:
    """Two measurements are of the same site."""
    assert list(islice(made_up_samples(), 5)) == list(islice(made_up_samples(), 5))


def test_made_up_content_has_no_fault(tmp_path: Path) -> None:
    """What is measured is a build, not a refusal."""
    assert write_content(tmp_path / "content", made_up_samples(), 30) == 30
    reading = read_bulletin(tmp_path / "content", TODAY)
    assert reading.problems == ()
    assert reading.bulletin is not None
    assert len(reading.bulletin.items) == 30


def test_a_corpus_file_is_cleaned_of_what_would_be_a_fault(tmp_path: Path) -> None:
    """Real texts hold marks, brackets and invisible characters."""
    row = {
        "title": "标题\u200b[甲]",
        "date": "2022-03-09",
        "column": "要闻",
        "topics": ["乙", "丙", "乙"],
        "byline": "记者 某甲",
        "text": "# 一\n<b>二</b>\n\n- 三\x07",
    }
    file = tmp_path / "corpus.jsonl.gz"
    file.write_bytes(gzip.compress(json.dumps(row).encode()))
    write_content(tmp_path / "content", samples_from(file), 10)
    reading = read_bulletin(tmp_path / "content", TODAY)
    assert reading.problems == ()
    assert reading.bulletin is not None
    item = reading.bulletin.items[0]
    assert (item.title, item.body.text) == ("标题甲", "一\nb二/b\n三")


def test_every_situation_leaves_content_without_fault(tmp_path: Path) -> None:
    """Each changes what its name says, and the folder still reads."""
    content = tmp_path / "content"
    first = next(made_up_samples())
    write_content(content, made_up_samples(), 10)
    before = (content / item_path(first)).read_text(encoding="utf-8")
    for scenario in scenarios(first):
        scenario.change(content)
    reading = read_bulletin(content, TODAY)
    assert reading.problems == ()
    assert reading.bulletin is not None
    assert len(reading.bulletin.items) == 10 + NEW_ITEMS
    after = (content / item_path(first)).read_text(encoding="utf-8")
    assert after == before.replace("标题: ", "标题: 新", 1).replace("。\n", "。又一句。\n", 1)
