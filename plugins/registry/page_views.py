"""What the templates of this feature are given: one frozen class a kind of page.

Empty strings, empty tuples and None stand for what the tables do not say.
"""

from dataclasses import dataclass

from plugins.domain.downloads import DownloadLink
from plugins.domain.figure_views import FigureSheet
from plugins.domain.linked_records import LinkGroup
from plugins.domain.rolls import Roll
from plugins.domain.views import Fact, HonourGlance, Link, PageHead
from plugins.registry.views import (
    AwardEntry,
    BatchView,
    ChangeView,
    Chart,
    EntityTimeline,
    HonoursOfYear,
    SinceAnswer,
)


@dataclass(frozen=True, slots=True)
class HonoursView:
    """The index of honours: each at a glance, then year by year."""

    head: PageHead
    title: str
    introduction: str
    honours: tuple[HonourGlance, ...]
    years: tuple[HonoursOfYear, ...]
    downloads: tuple[DownloadLink, ...]


@dataclass(frozen=True, slots=True)
class HonourView:
    """One honour through the years; `chart` and `roll` are None where there is nothing to show.

    `unnamed` says how many persons are counted and not named.
    """

    head: PageHead
    title: str
    description: str
    facts: tuple[Fact, ...]
    measure: str
    answers: tuple[SinceAnswer, ...]
    chart: Chart | None
    roll: Roll | None
    unnamed: str
    holdings: tuple[AwardEntry, ...]
    downloads: tuple[DownloadLink, ...]
    timeline: EntityTimeline


@dataclass(frozen=True, slots=True)
class HonourYearView:
    """One year's roll of one honour; `others` are the rolls of other honours of the year."""

    head: PageHead
    title: str
    honour: Link
    batches: tuple[BatchView, ...]
    downloads: tuple[DownloadLink, ...]
    others: tuple[Link, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class RegisterView:
    """The index of branches or of organisations: one table, in groups that `jump_label` names.

    `other_register` leads from one of the two to the other.
    """

    head: PageHead
    title: str
    introduction: str
    other_register: Link | None
    roll: Roll
    jump_label: str
    downloads: tuple[DownloadLink, ...]


@dataclass(frozen=True, slots=True)
class BranchView:
    """A branch: what it is, its honours, its changes, what is under it, all of it in time."""

    head: PageHead
    title: str
    facts: tuple[Fact, ...]
    awards: tuple[AwardEntry, ...]
    changes: tuple[ChangeView, ...]
    subordinates: tuple[Link, ...]
    timeline: EntityTimeline


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """An organisation: what it is, its branches, its honours and theirs, all of it in time.

    `figures` are those of its own scope, `mechanisms` those that it practises, `records` those that
    refer to it.
    """

    head: PageHead
    title: str
    facts: tuple[Fact, ...]
    branches: tuple[Link, ...]
    awards: tuple[AwardEntry, ...]
    subordinates: tuple[Link, ...]
    figures: FigureSheet
    mechanisms: tuple[Link, ...]
    records: tuple[LinkGroup, ...]
    timeline: EntityTimeline


@dataclass(frozen=True, slots=True)
class EntityTimelineView:
    """A further page of an entity's timeline."""

    head: PageHead
    title: str
    entity: Link
    timeline: EntityTimeline
