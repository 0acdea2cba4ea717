"""What the templates of this feature are given.

Empty strings, empty tuples and None stand for what the ledger does not say.
"""

from dataclasses import dataclass

from plugins.domain.downloads import DownloadLink
from plugins.domain.figure_views import FigureSheet
from plugins.domain.rolls import Roll
from plugins.domain.views import Fact, Link, PageHead


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The page of all metrics, in groups by 类别."""

    head: PageHead
    title: str
    introduction: str
    roll: Roll
    downloads: tuple[DownloadLink, ...]


@dataclass(frozen=True, slots=True)
class LeadFigure:
    """The newest figure of a metric, set large: what stands before the number, it, its unit."""

    before: str
    number: str
    after: str
    mark: str
    when: str
    scope: Link
    source: Link


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: `share` is its length in percent, `mark` 待核 where it is in doubt."""

    label: str
    words: str
    share: float
    mark: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The figures of a metric as bars: `description` is the same in words.

    `note` warns of what cannot be compared.
    """

    title: str
    description: str
    note: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class MetricView:
    """One metric: its newest figure, what it counts, and where there are several, all of them.

    `mechanisms` are those that it belongs to, `others` the other
    metrics of its 类别.
    """

    head: PageHead
    title: str
    lead: LeadFigure
    facts: tuple[Fact, ...]
    chart: Chart | None
    sheet: FigureSheet
    category: str
    mechanisms: tuple[Link, ...]
    others: tuple[Link, ...]
