"""All pages of the ledger, from the Bulletin alone."""

from collections.abc import Iterator, Sequence
from functools import partial

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.downloads import download_links
from plugins.domain.figure_views import newest_of
from plugins.domain.figures import LARGE_UNITS, Figure
from plugins.domain.grouping import grouped
from plugins.domain.heads import page_head
from plugins.domain.page import Page, PageSet
from plugins.domain.pinyin import pinyin_key
from plugins.domain.rolls import Cell, Heading, Roll, RollGroup, text_cell
from plugins.domain.sections import FIGURES
from plugins.figures.metric_pages import metric_pages
from plugins.figures.views import FiguresView

TITLE = "数据台账"
INTRODUCTION = "本刊稿件中的数字，每个都注明时间、范围和来源。"
NO_CATEGORY = "其他"
HEADINGS = (
    Heading("指标", "name"),
    Heading("类别", "group"),
    Heading("最新数值", "number"),
    Heading("时间", "detail"),
    Heading("范围", "detail"),
)
ABOVE_ALL = 10**18
"""Added to what is sorted as text, so that a number below zero stands before zero."""


def figures_set(bulletin: Bulletin) -> PageSet:
    """Return the pages of the ledger: they show tables, and the titles of the items cited."""
    items = bulletin.item_by_identity
    cited = [items[one] for one in bulletin.figures_by_item if one in items]
    outlines = b"".join(item.outline for item in cited)
    inputs = bulletin.outline_of_tables + bulletin.outline_of_contradicted + outlines
    return PageSet("figures", inputs, partial(figure_pages, bulletin))


def figure_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield the page of all metrics and the page of each; none where there is no figure."""
    if bulletin.figures:
        view = _figures_view(bulletin)
        yield Page(addresses.file_of(addresses.FIGURES), "figures/figures.html", view)
        yield from metric_pages(bulletin)


def _figures_view(bulletin: Bulletin) -> FiguresView:
    metrics = bulletin.figures_by_metric.values()
    groups = grouped((figures[0].category or NO_CATEGORY, figures) for figures in metrics)
    roll = Roll(
        id="figures",
        caption="全部指标和最新的数字",
        measure="项",
        headings=HEADINGS,
        groups=tuple(
            RollGroup(
                f"figures-{place}", title, tuple(_row(title, place, figures) for figures in members)
            )
            for place, (title, members) in enumerate(groups.items(), 1)
        ),
    )
    return FiguresView(
        head=page_head(FIGURES, title=TITLE, description=INTRODUCTION),
        title=TITLE,
        introduction=INTRODUCTION,
        roll=roll,
        downloads=download_links(addresses.DATA, "figures"),
    )


def _row(category: str, place: int, figures: Sequence[Figure]) -> tuple[Cell, ...]:
    newest = newest_of(figures)
    scopes = len({figure.scope for figure in figures})
    return (
        text_cell(newest.metric, newest.address),
        Cell(category, f"{place:06}"),
        Cell(
            text=newest.words,
            sort=_sort_key(newest),
            note=newest.state.value if newest.is_doubtful else "",
        ),
        Cell(newest.when, newest.until.iso),
        text_cell(newest.scope if scopes == 1 else f"{newest.scope}等{scopes}个"),
    )


def _sort_key(figure: Figure) -> str:
    """Return what a number is sorted by: its unit without 万 and 亿, then how much of it there is.

    Nobody can tell whether 8次 are more than 5元, and whoever sorts by numbers compares what is
    alike: so the numbers of one unit stand together, in the order of what they amount to.
    """
    unit, value = figure.unit, figure.value
    while unit[:1] in LARGE_UNITS:
        value *= LARGE_UNITS[unit[0]]
        unit = unit[1:]
    return f"{pinyin_key(unit)} {unit} {value + ABOVE_ALL:026.6f}"
