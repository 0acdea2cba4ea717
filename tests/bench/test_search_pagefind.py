"""Pagefind beside our search, with the real one, over a site as it is built."""

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plugins.bench.builders import Workload
from plugins.bench.corpus import Sample
from plugins.bench.our_builder import our_builder
from plugins.bench.search_bench import TOOLS
from plugins.bench.search_browser import Reader, reader
from plugins.bench.search_host import hosted
from plugins.bench.search_measuring import Engine
from plugins.bench.search_pagefind import FOLDER, MARK, pagefind_below, pagefind_over
from plugins.bench.search_truth import truth_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
DONE = ("培训", "巡查", "修缮", "义诊", "辩论", "赛跑")
SAMPLES = tuple(
    Sample(
        name=f"item-{number}",
        title=f"社区组织{what}",
        date=f"2022-03-{number + 1:02}",
        column="要闻",
        topics=("学习",),
        byline="记者 某甲",
        text=f"居民今天参加了{what}活动。\n大家都说服务周到。",
    )
    for number, what in enumerate(DONE)
)
TRUTH = truth_of(SAMPLES)
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Build the site and let Pagefind index it; without a network there is no Pagefind."""
    python = pagefind_below(ROOT / TOOLS, sys.stderr.write)
    if python is None:
        pytest.skip("没有 Pagefind。")
    builder = our_builder(ROOT, Workload(SAMPLES), tmp_path_factory.mktemp("pagefind") / "site")
    builder.build()
    return pagefind_over(python, builder.output)[0]


@pytest.fixture
def asked(browser: "Browser", engine: Engine) -> Iterator[Reader]:
    """Open it as the bench does."""
    with hosted(engine.site) as origin, reader(browser, origin, engine.adapter) as one:
        one.open()
        yield one


def found(asked: Reader, query: str, engine: Engine) -> set[str]:
    """Return the addresses of everything that is found."""
    return {engine.addresses[name] for name in asked.ask(query, len(SAMPLES)).shown}


def test_pagefind_reads_titles_and_texts_and_nothing_else(engine: Engine) -> None:
    """Titles of related items beside a text would be found on pages that are not about them."""
    (page,) = engine.site.glob("news/2022/item-0/index.html")
    assert "相关稿件" in page.read_text(encoding="utf-8")
    wanted = {f"news/2022/{one.name}/": one.title + one.text for one in SAMPLES}
    read = {
        engine.addresses[file.stem]: text_read(file)
        for file in (engine.site / FOLDER / "fragment").iterdir()
    }
    assert read == {address: "".join(text.split()) for address, text in wanted.items()}


def text_read(fragment: Path) -> str:
    """Return what Pagefind has read of a page, without what it puts between words and lines."""
    packed = gzip.decompress(fragment.read_bytes())
    content: str = json.loads(packed.removeprefix(MARK))["content"]
    return "".join(content.replace("\N{ZERO WIDTH SPACE}", "").replace(".", "").split())


@pytest.mark.browser
@pytest.mark.parametrize("query", ["培训", "居民", "服务 义诊"])
def test_pagefind_finds_chinese_words(asked: Reader, engine: Engine, query: str) -> None:
    """Only the extended release looks into a run of Han."""
    assert found(asked, query, engine) == set(TRUTH.found(query))


@pytest.mark.browser
def test_pagefind_takes_a_query_apart(asked: Reader, engine: Engine) -> None:
    """It does so only on a page that says it is Chinese; a phrase in quotes shows it."""
    assert found(asked, '"居民今天参加"', engine) == set(TRUTH.found("居民今天参加"))


def test_pagefind_is_called_by_its_version(engine: Engine) -> None:
    """The next one may find more."""
    assert re.fullmatch(r"Pagefind \d+\.\d+\.\d+", engine.name)
