"""The page of every metric: its newest figure, what it counts, its chart, table and sources."""

from collections.abc import Iterator, Sequence

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.entity_links import organisation_link
from plugins.domain.figure_formulas import Relation, formula_of
from plugins.domain.figure_views import FigureSheets, metric_link, newest_of
from plugins.domain.figures import Figure, FigureKind
from plugins.domain.grouping import around, grouped
from plugins.domain.heads import page_head
from plugins.domain.page import Page
from plugins.domain.sections import FIGURES
from plugins.domain.views import Fact, Link
from plugins.figures.chart import chart_of
from plugins.figures.views import LeadFigure, MetricView

KINDS = {
    FigureKind.INCREMENT: "增量，一段时间里新增的",
    FigureKind.CUMULATIVE: "累计，从头算起的",
    FigureKind.STOCK: "存量，当时共有的",
}
RELATIONS = {Relation.SUM: "合计自", Relation.PART: "属于", Relation.TOTAL: "累计自"}
OTHERS_AT_MOST = 24


def metric_pages(bulletin: Bulletin) -> Iterator[Page]:
    """Yield the page of every metric."""
    beside = _Beside(bulletin)
    for figures in bulletin.figures_by_metric.values():
        view = _metric_view(beside, in_time(figures))
        yield Page(addresses.file_of(figures[0].address), "figures/metric.html", view)


def in_time(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures of a metric, oldest first, those of one time as their rows stand."""
    return tuple(sorted(figures, key=lambda one: one.until.last_day))


class _Beside:
    """What the pages of metrics show beside their own figures, looked up once for all of them."""

    def __init__(self, bulletin: Bulletin) -> None:
        self.bulletin = bulletin
        self.sheets = FigureSheets(bulletin)
        self.mechanisms = grouped(
            (metric, Link(one.name, one.address))
            for one in bulletin.mechanisms
            for metric in one.metrics
        )
        first = [figures[0] for figures in bulletin.figures_by_metric.values()]
        self._alike = grouped((one.category, metric_link(one)) for one in first)
        self._places = {
            link: place for alike in self._alike.values() for place, link in enumerate(alike)
        }

    def others(self, figure: Figure) -> tuple[Link, ...]:
        """Return the metrics of the same 类别 that stand around one."""
        here = metric_link(figure)
        near = around(self._alike[figure.category], self._places[here], OTHERS_AT_MOST)
        return tuple(link for link in near if link != here)


def _metric_view(beside: _Beside, figures: Sequence[Figure]) -> MetricView:
    first, lead = figures[0], newest_of(figures)
    labels = _labels(figures)
    return MetricView(
        head=page_head(FIGURES, metric_link(first), description=f"{first.metric}：{lead.told}。"),
        title=first.metric,
        lead=_lead(beside, lead),
        facts=tuple(_facts(beside.bulletin, figures)),
        chart=chart_of(figures, labels),
        sheet=beside.sheets.of_times(figures, labels),
        category=first.category,
        mechanisms=beside.mechanisms.get(first.metric, ()),
        others=beside.others(first),
    )


def _labels(figures: Sequence[Figure]) -> list[str]:
    """Return the time of each figure, with what tells it from others of the metric."""
    kinds, scopes = {one.kind for one in figures}, {one.scope for one in figures}
    return [
        one.when
        + (f"（{one.kind}）" if len(kinds) > 1 else "")
        + (f"，{one.scope}" if len(scopes) > 1 else "")
        for one in figures
    ]


def _lead(beside: _Beside, figure: Figure) -> LeadFigure:
    before, number, after = figure.parts
    return LeadFigure(
        before=before,
        number=number,
        after=after,
        mark=figure.state.value if figure.is_doubtful else "",
        when=figure.when,
        scope=organisation_link(beside.bulletin, figure.scope),
        source=beside.sheets.source(figure),
    )


def _facts(bulletin: Bulletin, figures: Sequence[Figure]) -> Iterator[Fact]:
    kinds = dict.fromkeys(one.kind for one in figures)
    scopes = dict.fromkeys(one.scope for one in figures)
    if figures[0].category:
        yield Fact("类别", figures[0].category)
    yield Fact("口径", "；".join(KINDS[kind] for kind in kinds))
    yield Fact("范围", links=tuple(organisation_link(bulletin, scope) for scope in scopes))
    yield from _relations(bulletin, newest_of(figures))


def _relations(bulletin: Bulletin, figure: Figure) -> Iterator[Fact]:
    """Yield what the 算式 of a figure names, with the numbers that it is made of."""
    formula = formula_of(figure.formula)
    if formula is None:
        return
    if formula.relation is Relation.ANNOUNCED:
        honour = bulletin.honour_by_name.get(formula.names[0])
        yield Fact("荣誉", links=(Link(formula.names[0], honour.address if honour else ""),))
        return
    links = tuple(_link_beside(bulletin, figure, name) for name in formula.names)
    if formula.relation is Relation.SHARE:
        yield Fact("分子", links=links[:1])
        yield Fact("分母", links=links[1:])
    else:
        yield Fact(RELATIONS[formula.relation], links=links)


def _link_beside(bulletin: Bulletin, figure: Figure, metric: str) -> Link:
    """Return the link to a metric that a figure depends on, and its number for the same time.

    A metric all of whose sources wait has no page.
    """
    figures = bulletin.figures_by_metric.get(metric, ())
    if not figures:
        return Link(metric, "")
    same = [one for one in figures if (one.scope, one.period) == (figure.scope, figure.period)]
    return Link(f"{metric} {same[0].told}" if same else metric, figures[0].address)
