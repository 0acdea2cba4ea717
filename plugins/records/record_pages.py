"""Pages of records: the list of each kind, and the page of each record."""

from collections.abc import Iterator, Sequence

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.downloads import download_links
from plugins.domain.entity_links import item_link
from plugins.domain.heads import page_head
from plugins.domain.linked_records import links_to
from plugins.domain.page import Page
from plugins.domain.records import Openness, Record
from plugins.domain.sections import MECHANISMS
from plugins.domain.views import Fact, Link
from plugins.records.catalogue import Catalogue
from plugins.records.cells import fact_of
from plugins.records.glances import totals_of
from plugins.records.record_rolls import roll_of
from plugins.records.step_drawings import StepDiagram, step_diagram
from plugins.records.views import Paragraph, RecordsView, RecordView

TOTALS_ALONE = "逐条记录不公开，这里只公布合计。"


def record_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Yield the list and the records of every kind that readers may see."""
    for kind in catalogue.kinds:
        records = catalogue.records_of(kind)
        list_file = addresses.file_of(kind.folder())
        yield Page(list_file, "records/records.html", _list_view(catalogue, kind, records))
        if kind.openness is Openness.PUBLIC and records:
            yield from _pages_of(catalogue, kind, records)


def _list_view(catalogue: Catalogue, kind: type[Record], records: Sequence[Record]) -> RecordsView:
    is_public = kind.openness is Openness.PUBLIC
    mechanisms = catalogue.mechanisms_by_kind.get(kind.title, ())
    metrics = dict.fromkeys(metric for one in mechanisms for metric in one.metrics)
    is_shown = is_public and bool(records)
    return RecordsView(
        head=page_head(
            MECHANISMS,
            _kind_link(kind),
            title=f"{kind.title}一览",
            description=kind.introduction,
        ),
        title=kind.title,
        introduction=kind.introduction,
        mechanisms=links_to(mechanisms),
        roll=roll_of(catalogue.bulletin, kind, records) if is_shown else None,
        group=next((one.name for one in kind.own_keys() if one.english == kind.groups_by), ""),
        totals=totals_of(kind, records) if records and not is_public else (),
        empty="" if records else f"本刊尚未收录{kind.title}的记录。",
        note="" if is_public else TOTALS_ALONE,
        figures=catalogue.figures.newest_of(metrics),
        downloads=download_links(addresses.DATA, kind.table) if is_shown else (),
    )


def _pages_of(
    catalogue: Catalogue, kind: type[Record], records: Sequence[Record]
) -> Iterator[Page]:
    mechanisms = links_to(catalogue.mechanisms_by_kind.get(kind.title, ()))
    links = links_to(records)
    for place, record in enumerate(records):
        view = RecordView(
            head=page_head(
                *(MECHANISMS, _kind_link(kind), links[place]),
                title=f"{record.name}（{kind.title}）",
            ),
            title=record.name,
            kind=kind.title,
            facts=_facts(catalogue.bulletin, record),
            paragraphs=_paragraphs(record),
            steps=_steps(record),
            doubt=record.doubt,
            mechanisms=mechanisms,
            of_units=links_to(catalogue.records_beside(record)),
            previous=links[place - 1] if place else None,
            next=links[place + 1] if place + 1 < len(links) else None,
        )
        yield Page(addresses.file_of(record.address), "records/record.html", view)


def _facts(bulletin: Bulletin, record: Record) -> tuple[Fact, ...]:
    kind = type(record)
    told_elsewhere = {"name", *kind.paragraphs, kind.sequence}
    own = [one for one in kind.own_keys() if one.english not in told_elsewhere]
    facts = [fact_of(bulletin, record, declared) for declared in own]
    source = item_link(bulletin, record.source_item)
    facts += [Fact("来源", links=(source,))] if source else []
    return tuple(fact for fact in facts if fact)


def _paragraphs(record: Record) -> tuple[Paragraph, ...]:
    kind = type(record)
    written = (
        (one, one.english in kind.paragraphs and record.shows(one)) for one in kind.own_keys()
    )
    texts = ((one.name, getattr(record, one.english)) for one, is_read in written if is_read)
    return tuple(Paragraph(title, text) for title, text in texts if text)


def _steps(record: Record) -> StepDiagram | None:
    return step_diagram(record.name, record.steps_in_order)


def _kind_link(kind: type[Record]) -> Link:
    return Link(kind.title, kind.folder())
