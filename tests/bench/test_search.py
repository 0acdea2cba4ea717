"""The search as a reader's browser meets it: what comes over the wire, and `bench --search`."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tasks
from plugins.bench import search_browser
from plugins.bench.command import bench
from plugins.bench.corpus import Sample
from plugins.bench.our_builder import SearchMissingError, leave_search_out
from plugins.bench.search_browser import HEADERS, BrowserMissingError, Load, chromium, reader
from plugins.bench.search_figures import at_share
from plugins.bench.search_host import hosted
from plugins.bench.search_measuring import Engine, Questions, measured_engine
from plugins.bench.search_queries import Query
from plugins.bench.search_truth import truth_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]

# An engine of one file. It counts one too many for 数错, and forgets what it is asked twice for.
ENGINE = """\
let base, titles;
const asked = new Set();
export async function open(where) { base = where; }
export async function find(query, { page = 1 } = {}) {
  if (query === "出错") throw new Error("fault");
  if (!titles) {
    const answer = await fetch(`${base}search/titles.gz`);
    const stream = answer.body.pipeThrough(new DecompressionStream("gzip"));
    titles = JSON.parse(await new Response(stream).text());
  }
  const found = titles.filter(([, title]) => title.includes(query.trim()));
  if (query === "健忘" && found.length) titles = titles.filter((one) => !found.includes(one));
  const results = found.slice((page - 1) * 10, page * 10).map(([url]) => ({ url }));
  return { total: found.length + (query === "数错" ? 1 : 0), results, told: null };
}
"""
WORDS = ("甲镇", "乙社区", "数错", "健忘", "出错")


def sample(number: int) -> Sample:
    """Return one of sixty items, twelve for each word."""
    title = f"{WORDS[number % 5]}的第{number}篇"
    return Sample(f"item-{number}", title, "2022-03-09", "要闻", ("学习",), "记者 某甲", "正文。")


SAMPLES = tuple(sample(number) for number in range(60))
TITLES = [[f"news/2022/{one.name}/", one.title] for one in SAMPLES]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a site that is nothing but the engine and its one file."""
    folder = tmp_path / "site" / "search"
    folder.mkdir(parents=True)
    (folder / "engine.js").write_text(ENGINE, encoding="utf-8")
    (folder / "titles.gz").write_bytes(gzip.compress(json.dumps(TITLES).encode(), mtime=0))
    return folder.parent


@pytest.fixture
def origin(site: Path) -> Iterator[str]:
    """Serve it."""
    with hosted(site) as url:
        yield url


@pytest.mark.browser
def test_the_bytes_are_those_on_the_wire(browser: "Browser", site: Path, origin: str) -> None:
    """Scripts come compressed, files as they are; the bench's own scripts are not counted."""
    script = len(gzip.compress((site / "search/engine.js").read_bytes(), mtime=0))
    file = (site / "search/titles.gz").stat().st_size
    for _ in range(2):  # the second reader has nothing of the first
        with reader(browser, origin, "ours.js") as one:
            one.open()
            answer = one.ask("甲镇")
            assert (
                answer.shown == tuple(address for address, title in TITLES if "甲镇" in title)[:10]
            )
            assert one.load() == Load(2, script + file + 2 * HEADERS)
            one.ask("乙社区")
            assert one.load() == Load(0, 0)


@pytest.mark.browser
def test_a_slow_network_is_slow(browser: "Browser", origin: str) -> None:
    """Two files, one after the other, take two round trips."""
    with reader(browser, origin, "ours.js", slow=True) as one:
        taken = one.page.evaluate(
            "async () => { const begun = performance.now();"
            " await (await fetch('/search/titles.gz')).arrayBuffer();"
            " return performance.now() - begun; }"
        )
    assert taken >= 400


@pytest.mark.browser
def test_every_result_is_held_against_the_truth(browser: "Browser", site: Path) -> None:
    """A wrong count, an answer that changes and a fault are seen; the rest is right."""
    questions = Questions(tuple(Query("词", word) for word in WORDS), (), truth_of(SAMPLES))
    engine = Engine("试", "ours.js", site)
    asked = {
        one.query.text: one
        for one in measured_engine(engine, questions, browser, lambda _: None).ordinary
    }
    for word in ("甲镇", "乙社区"):
        assert asked[word].wanted == asked[word].answer.total == len(asked[word].answer.shown) == 12
        assert asked[word].quality
        assert asked[word].quality.is_exact
        assert asked[word].steady
    assert asked["数错"].quality
    assert not asked["数错"].quality.is_exact
    assert asked["数错"].quality.recall == 1
    assert len(asked["健忘"].missing) == 2
    assert "fault" in asked["出错"].answer.fault
    assert asked["出错"].quality
    assert asked["出错"].quality.recall == 0
    assert sum(one.is_first for one in asked.values()) == 2


@pytest.mark.browser
@pytest.mark.slow
def test_bench_search_measures_a_real_site(tmp_path: Path, browser: "Browser") -> None:
    """The real build, the real index, the real engine: every goal has its figure."""
    assert browser
    file = tmp_path / "raw.json"
    done = subprocess.run(
        [sys.executable, "-c", BENCH, "--search", "--items", "12", "--json", str(file)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for words in (
        "普通查询：召回率",
        "拼音首字母：召回率",
        "首次搜索，中位数",
        "索引，改最新一篇，CPU",
    ):
        assert words in done.stdout
    (found,) = json.loads(file.read_text(encoding="utf-8"))["search"]
    (ours,) = found["engines"]
    assert not [one["query"]["text"] for one in ours["ordinary"] if one["answer"]["fault"]]
    assert not [one["query"]["text"] for one in ours["ordinary"] if one["quality"]["recall"] < 1]
    assert all(one["load"]["bytes"] > 1000 for one in ours["ordinary"] if one["is_first"])
    assert found["files"]["bytes"] > 0
    scenarios = ["从零生成", "改最新一篇正文", "改最早一篇正文"]
    assert [cost["scenario"] for cost in found["costs"]] == scenarios


BENCH = """\
import sys, tasks
from plugins.bench.command import bench
sys.exit(bench(tasks.parse("bench", sys.argv[1:])))
"""


def test_a_computer_without_chromium_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to install, in Chinese."""
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nowhere"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BrowserMissingError, match="请先安装"):
        search_browser.program()


def test_a_python_without_playwright_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(BrowserMissingError, match=r"\.ci/requirements\.lock"), chromium():
        pass


def test_settings_without_the_search_are_told(tmp_path: Path) -> None:
    """There is nothing to measure."""
    settings = tmp_path / "pelicanconf.py"
    settings.write_text(
        'PLUGINS = [\n    "plugins.search.plugin",\n    "x",\n]\n', encoding="utf-8"
    )
    leave_search_out(settings)
    assert settings.read_text(encoding="utf-8") == 'PLUGINS = [\n    "x",\n]\n'
    with pytest.raises(SearchMissingError, match="没有搜索可测"):
        leave_search_out(settings)


@pytest.mark.parametrize(("share", "value"), [(0.5, 2), (0.95, 4), (0.75, 3), (0.01, 1)])
def test_a_share_of_values_lies_below(share: float, value: int) -> None:
    """The least value that so many do not exceed."""
    assert at_share([4, 1, 3, 2], share) == value


def test_a_search_is_measured_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """It is said at once, not after an hour."""
    assert bench(tasks.parse("bench", ["--search", "--serve"])) == 2
    assert "--search" in capsys.readouterr().err
    assert bench(tasks.parse("bench", ["--search", "--no-search"])) == 2
    assert "不能一起用" in capsys.readouterr().err
