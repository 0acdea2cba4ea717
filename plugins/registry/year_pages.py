"""One year's roll of an honour: every recognition of that year, with its doubt if there is one."""

from collections.abc import Iterator, Sequence

from plugins.domain import addresses
from plugins.domain.attachment_views import attachment_view
from plugins.domain.bulletin import Bulletin
from plugins.domain.downloads import download_links, download_pages
from plugins.domain.entity_links import item_link, organisation_link
from plugins.domain.heads import page_head
from plugins.domain.honour_words import batch_label, measure_of
from plugins.domain.page import Page
from plugins.domain.sections import HONOURS
from plugins.domain.views import Fact, Link
from plugins.registry.award_downloads import awards_download
from plugins.registry.awards import Batch
from plugins.registry.ledger import Ledger
from plugins.registry.page_views import HonourYearView
from plugins.registry.rolls import roll_of_batch
from plugins.registry.views import BatchView
from plugins.registry.wording import coverage_of, doubt_note, unnamed_note


def year_pages(ledger: Ledger) -> Iterator[Page]:
    """Yield a page and its downloads for each honour and year that has a recognition."""
    for batches in ledger.by_honour.values():
        years = sorted({batch.recognition.year for batch in batches})
        for place, year in enumerate(years):
            around = (years[place - 1] if place else None, *years[place + 1 : place + 2], None)
            yield from _pages_of(ledger, batches, year, around[:2])


def _pages_of(
    ledger: Ledger, batches: Sequence[Batch], year: int, around: Sequence[int | None]
) -> Iterator[Page]:
    honour = batches[0].honour
    of_year = [batch for batch in batches if batch.recognition.year == year]
    folder = addresses.of_honour_year(honour.slug, year)
    name = f"{honour.slug}-{year}"
    view = _year_view(ledger, of_year, around)
    yield Page(addresses.file_of(folder), "registry/honour_year.html", view)
    download = awards_download(f"{honour.name}（{year}年）", of_year, tells_doubts=True)
    yield from download_pages(folder, name, download)


def _year_view(
    ledger: Ledger, batches: Sequence[Batch], around: Sequence[int | None]
) -> HonourYearView:
    honour, year = batches[0].honour, batches[0].recognition.year
    parent = Link(honour.name, honour.address)
    here = Link(f"{year}年", addresses.of_honour_year(honour.slug, year))
    title = f"{year}年 {honour.name}"
    previous, following = (_year_link(batches[0], other) for other in around)
    return HonourYearView(
        head=page_head(HONOURS, parent, here, title=title, description=coverage_of(batches)),
        title=title,
        honour=parent,
        batches=tuple(
            _batch_view(ledger.bulletin, batch, number) for number, batch in enumerate(batches, 1)
        ),
        downloads=download_links(here.url, f"{honour.slug}-{year}"),
        others=_others(ledger, batches[0]),
        previous=previous,
        next=following,
    )


def _batch_view(bulletin: Bulletin, batch: Batch, number: int) -> BatchView:
    recognition = batch.recognition
    file = recognition.published_attachment
    title = batch_label(recognition)
    caption = f"{title}的{batch.honour.name}"
    identity = f"batch-{number}"
    return BatchView(
        title=title,
        id=identity,
        facts=_facts(bulletin, batch),
        roll=roll_of_batch(bulletin, batch, caption, f"{identity}-roll") if batch.named else None,
        unnamed=unnamed_note([batch], measure_of(batch.honour)),
        doubt=doubt_note(recognition),
        attachments=(attachment_view(file),) if file else (),
    )


def _facts(bulletin: Bulletin, batch: Batch) -> tuple[Fact, ...]:
    recognition = batch.recognition
    source = item_link(bulletin, recognition.source_item)
    told = (
        Fact("数量", coverage_of([batch])),
        Fact(
            "授予机关",
            links=tuple(organisation_link(bulletin, name) for name in recognition.awarded_by),
        ),
        Fact("授予日期", recognition.awarded_on.text if recognition.awarded_on else "未载明"),
        Fact("文号", recognition.document_number),
        Fact("有效期至", recognition.valid_until.text if recognition.valid_until else ""),
        Fact("来源", links=(source,) if source else ()),
    )
    return tuple(fact for fact in told if fact.text or fact.links)


def _others(ledger: Ledger, batch: Batch) -> tuple[Link, ...]:
    """Link to the rolls of the other honours of the year, in the order of the honours table."""
    year = batch.recognition.year
    given = {other.honour.name for other in ledger.by_year[year]} - {batch.honour.name}
    return tuple(
        Link(honour.name, addresses.of_honour_year(honour.slug, year))
        for honour in ledger.bulletin.honours
        if honour.name in given
    )


def _year_link(batch: Batch, year: int | None) -> Link | None:
    if year is None:
        return None
    return Link(f"{year}年", addresses.of_honour_year(batch.honour.slug, year))
