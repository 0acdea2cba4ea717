"""The other builders, with the real tools."""

import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.bench.builders import Builder, Workload
from plugins.bench.comparison import builders_of
from plugins.bench.corpus import made_up_samples
from plugins.bench.results import Output
from plugins.bench.rounds import UnequalPagesError, check_pages
from plugins.bench.serving import serving
from plugins.bench.tools import Tools, ToolsMissingError, tools_below

ROOT = Path(__file__).parents[2]
ITEMS = 40
Sites = dict[str, Builder]


@pytest.fixture(scope="module")
def tools() -> Tools:
    """Return the tools that the bench itself uses; without a network there are none."""
    try:
        return tools_below(ROOT / ".cache" / "bench" / "tools", sys.stderr.write)
    except ToolsMissingError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="module", params=["", "bench.example"], ids=["plain", "domain"])
def sites(
    request: pytest.FixtureRequest, tools: Tools, tmp_path_factory: pytest.TempPathFactory
) -> Sites:
    """Build the same items with every builder."""
    folder = tmp_path_factory.mktemp("beside")
    workload = Workload(tuple(islice(made_up_samples(), ITEMS)), request.param)
    makers = builders_of(ROOT, workload, tools, folder)
    built = [make(folder / str(at)) for at, make in enumerate(makers)]
    for builder in built:
        builder.build()
        words = (folder / f"{builder.folder.name}.log").read_text(encoding="utf-8")
        assert "WARN" not in words
        assert "ERROR" not in words
    return {builder.name: builder for builder in built}


def item_of(builder: Builder) -> BeautifulSoup:
    """Return the page of the edited item."""
    (page,) = builder.output.glob(f"news/*/{builder.item.stem}/index.html")
    return BeautifulSoup(page.read_bytes(), "html.parser")


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    """Return the texts of some elements, without the spaces that only lay out the source."""
    return ["".join(found.get_text().split()) for found in page.select(selector)]


def same(values: Iterable[object]) -> bool:
    """Tell whether all values are equal."""
    first, *others = values
    return all(value == first for value in others)


@pytest.mark.slow
@pytest.mark.parametrize(
    "selector",
    [
        ".prose p",
        "h1",
        ".site-nav__link",
        ".footer",
        ".breadcrumbs__here",
        ".byline-line__name",
        ".margin-links__link",
        ".neighbours__title",
    ],
)
def test_item_pages_say_the_same(sites: Sites, selector: str) -> None:
    """A builder that leaves something out has less to do."""
    found = {name: texts(item_of(builder), selector) for name, builder in sites.items()}
    assert found["本项目"]
    assert same(found.values()), found


@pytest.mark.slow
def test_every_builder_shows_as_many_related_items(sites: Sites) -> None:
    """Which ones each finds in its own way."""
    counts = [len(item_of(one).select(".related-items .row-link")) for one in sites.values()]
    assert counts[0]
    assert same(counts)


@pytest.mark.slow
def test_every_builder_makes_the_same_kinds_of_pages(sites: Sites) -> None:
    """Lists of columns, topics and bylines in pages of 20, the archive, the home page."""
    samples = tuple(islice(made_up_samples(), ITEMS))
    expected = {
        "columns": len({sample.column for sample in samples}),
        "topics": len({topic for sample in samples for topic in sample.topics}),
        "bylines": len({sample.byline for sample in samples}),
    }
    for builder in sites.values():
        pages = {kind: len(list(builder.output.glob(f"{kind}/*/index.html"))) for kind in expected}
        assert pages == expected, builder.name
        assert len(list(builder.output.glob("news/*/*/index.html"))) == ITEMS
        assert (builder.output / "index.html").is_file()
        assert list(builder.output.glob("archive/20??/index.html"))


@pytest.mark.slow
def test_an_item_page_is_about_as_large_whoever_makes_it(
    sites: Sites, request: pytest.FixtureRequest
) -> None:
    """Writing half as much would take half as long; only ours draws a QR code with a domain."""
    if "domain" in request.node.callspec.id:
        pytest.skip("只有本项目画二维码")
    sizes = [len(str(item_of(builder))) for builder in sites.values()]
    assert max(sizes) < 1.05 * min(sizes)


@pytest.mark.slow
def test_feeds_and_sitemap_come_with_a_domain(sites: Sites, request: pytest.FixtureRequest) -> None:
    """As ours do."""
    there = "domain" in request.node.callspec.id
    for builder in sites.values():
        for name in ("feed.xml", "feed.json", "sitemap.xml", "columns/*/feed.xml"):
            assert bool(list(builder.output.glob(name))) == there, (builder.name, name)


@pytest.mark.slow
def test_hugos_preview_shows_a_saved_edit(tools: Tools, tmp_path: Path) -> None:
    """And is gone when it has been measured."""
    workload = Workload(tuple(islice(made_up_samples(), 12)))
    _, _, hugo, *_ = builders_of(ROOT, workload, tools, tmp_path)
    builder = hugo(tmp_path / "hugo")
    sample = workload.samples[0]
    assert builder.serve
    found = serving(builder, builder.serve, 12, f"/news/{sample.date[:4]}/{sample.name}/")
    assert found is not None
    assert len(found.saves) == 5


def test_a_builder_that_leaves_pages_out_is_not_compared() -> None:
    """Figures of unequal work would mislead."""
    check_pages(Output("本项目", items=10, pages=30, item_pages=10, item_bytes=900))
    with pytest.raises(UnequalPagesError, match="Hugo 却生成了 9 个稿件页"):
        check_pages(Output("Hugo", items=10, pages=30, item_pages=9, item_bytes=900))


@pytest.mark.slow
def test_tools_that_cannot_be_had_are_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Chinese, with the way out; a half-made environment does not count as there."""
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/")
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    monkeypatch.setenv("PIP_RETRIES", "0")
    told: list[str] = []
    for _ in range(2):
        with pytest.raises(ToolsMissingError, match="网络不通"):
            tools_below(tmp_path / "tools", told.append)
    assert len(told) == 2


def test_a_tool_that_does_not_run_is_told() -> None:
    """As after the Python that it was installed with is gone."""
    broken = Tools(python=Path(sys.executable), hugo=Path(sys.executable))
    with pytest.raises(ToolsMissingError, match="请删除"):
        broken.versions()
