"""Content to measure with."""

import gzip
import json
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from plugins.bench.corpus import grown, made_up_samples, samples_from, write_content
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
    assert reading.bulletin.items[0].title == "标题甲"
    text = (tmp_path / "content/news/2022/item-0.md").read_text(encoding="utf-8")
    assert text.endswith("---\n\n一\n\nb二/b\n\n三\n")


def test_a_small_corpus_grows_without_a_name_twice(tmp_path: Path) -> None:
    """Items of the same name would overwrite each other, and the site would not grow."""
    few = tuple(islice(made_up_samples(), 4))
    many = tuple(islice(grown(few), 19))
    assert many[:4] == few
    assert len({sample.name for sample in many}) == 19
    assert len({sample.text for sample in many}) == 19
    assert many == tuple(islice(grown(few), 19))
    write_content(tmp_path / "content", many, 19)
    assert read_bulletin(tmp_path / "content", TODAY).problems == ()


def test_a_variant_has_the_words_of_its_item_in_another_order() -> None:
    """So it costs as much to read, to render and to write."""
    first, variant = islice(grown([next(made_up_samples())]), 2)
    assert variant.text != first.text
    assert sorted(variant.text) == sorted(first.text)
    assert (variant.column, variant.topics) == (first.column, first.topics)


def test_a_sentence_moved_to_the_front_makes_no_list() -> None:
    """A line that begins with a number and a full stop would be one."""
    first = replace(next(made_up_samples()), text="甲先说。12. 乙后说。")
    texts = [sample.text for sample in islice(grown([first]), 1, 20)]
    assert "乙后说。甲先说。" in {text.replace("12. ", "") for text in texts}
    assert not any(text[0].isdigit() for text in texts)


def test_a_domain_brings_the_site_table(tmp_path: Path) -> None:
    """With it come feeds and the sitemap."""
    write_content(tmp_path / "content", made_up_samples(), 3, domain="bench.example")
    bulletin = read_bulletin(tmp_path / "content", TODAY).bulletin
    assert bulletin is not None
    assert bulletin.site.domain == "bench.example"
