"""Figures as pages show them: rows of a small ledger, and what must be said of doubtful ones."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.domain.bulletin import Bulletin
from plugins.domain.entity_links import item_link, organisation_link
from plugins.domain.figure_contradictions import Contradiction
from plugins.domain.figures import Figure
from plugins.domain.views import Link


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of a ledger: what the number is of, the number, and what its further columns say.

    A link without an address is plain text. `mark` is 待核 where the number is in doubt.
    """

    label: Link
    words: str
    mark: str
    further: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """A small ledger: `headings` of all columns, its rows, and a note on each doubt among them."""

    headings: tuple[str, ...] = ()
    rows: tuple[FigureRow, ...] = ()
    notes: tuple[str, ...] = ()


NO_FIGURES = FigureSheet()


class FigureSheets:
    """Makes the sheets of one bulletin."""

    def __init__(self, bulletin: Bulletin) -> None:
        """Take the bulletin."""
        self._bulletin = bulletin

    def of_item(self, identity: str) -> FigureSheet:
        """Return the figures that an item is the source of."""
        return self._of_metrics(
            self._bulletin.figures_by_item.get(identity, ()), "范围", self._scope
        )

    def of_scope(self, name: str) -> FigureSheet:
        """Return the figures of an organisation."""
        return self._of_metrics(self._bulletin.figures_by_scope.get(name, ()), "来源", self.source)

    def newest_of(self, metrics: Iterable[str]) -> FigureSheet:
        """Return the newest figure of each of some metrics; one without a figure is left out."""
        known = (self._bulletin.figures_by_metric.get(metric) for metric in metrics)
        return self._of_metrics([newest_of(rows) for rows in known if rows], "范围", self._scope)

    def of_times(self, figures: Sequence[Figure], labels: Sequence[str]) -> FigureSheet:
        """Return the figures of one metric, each under its label, which tells its time."""
        rows = [
            _row(one, Link(label, ""), self._scope(one), self.source(one))
            for one, label in zip(figures, labels, strict=True)
        ]
        return self._sheet(("时间", "数值", "范围", "来源"), rows, figures)

    def source(self, figure: Figure) -> Link:
        """Return the link to the item that gives a figure."""
        return item_link(self._bulletin, figure.source_item) or Link(figure.source_item, "")

    def _of_metrics(
        self, figures: Sequence[Figure], last: str, last_of: Callable[[Figure], Link]
    ) -> FigureSheet:
        """Return figures each under its metric; the `last` column tells what they have apart."""
        if not figures:
            return NO_FIGURES
        rows = [_row(one, metric_link(one), Link(one.when, ""), last_of(one)) for one in figures]
        return self._sheet(("指标", "数值", "时间", last), rows, figures)

    def _scope(self, figure: Figure) -> Link:
        return organisation_link(self._bulletin, figure.scope)

    def _sheet(
        self, headings: tuple[str, ...], rows: Iterable[FigureRow], figures: Sequence[Figure]
    ) -> FigureSheet:
        return FigureSheet(headings, tuple(rows), tuple(dict.fromkeys(self._notes(figures))))

    def _notes(self, figures: Sequence[Figure]) -> Iterator[str]:
        for figure in figures:
            if figure.is_doubtful:
                own = [one for one in self._bulletin.contradictions if figure in one.figures]
                yield from map(self._contradiction_note, own)
                if not own:
                    yield f"{figure.metric}{figure.when}{figure.words}，{_ended(figure.doubt)}"

    def _contradiction_note(self, told: Contradiction) -> str:
        """Say what contradicts what, in which items each stands, and what is known of it."""
        sources = map(self._bulletin.item_by_identity.get, told.sources)
        named = "、".join(f"《{item.headline}》（{item.date.text}）" for item in sources if item)
        doubts = [one.doubt.rstrip("。") for one in told.figures]
        doubts += [one.doubt.rstrip("。") for one in told.recognitions]
        reasons = "；".join(dict.fromkeys(filter(None, doubts)))
        return f"{told.fault}。来源：{named}。{_ended(reasons)}"


def newest_of(figures: Iterable[Figure]) -> Figure:
    """Return the newest of the figures of a metric, the first of several."""
    return max(figures, key=lambda one: one.until.last_day)


def metric_link(figure: Figure) -> Link:
    """Return the link to the page of a figure's metric."""
    return Link(figure.metric, figure.address)


def _row(figure: Figure, label: Link, *further: Link) -> FigureRow:
    mark = figure.state.value if figure.is_doubtful else ""
    return FigureRow(label, figure.words, mark, further)


def _ended(sentence: str) -> str:
    return f"{sentence.rstrip('。')}。"
