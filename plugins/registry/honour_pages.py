"""Pages of honours: the index, and each honour through the years."""

from collections.abc import Iterator, Sequence

from plugins.domain import addresses
from plugins.domain.downloads import download_links, download_pages
from plugins.domain.heads import page_head
from plugins.domain.honour_glances import honour_glances
from plugins.domain.honour_words import measure_of
from plugins.domain.page import Page
from plugins.domain.sections import HONOURS
from plugins.domain.tables import Holding, Honour, RecipientKind
from plugins.domain.views import Fact, Link
from plugins.registry.award_downloads import awards_download
from plugins.registry.awards import Batch
from plugins.registry.chart import chart_of
from plugins.registry.entity_timelines import entity_timelines, further_pages
from plugins.registry.entries import held_entry
from plugins.registry.ledger import Ledger
from plugins.registry.page_views import HonoursView, HonourView
from plugins.registry.rolls import roll_of_years
from plugins.registry.since import since_answers
from plugins.registry.views import EntityTimeline, HonoursOfYear, YearEntry
from plugins.registry.wording import coverage_of, unnamed_note

INTRODUCTION = "历年授予的荣誉称号。数量为授予机关所公布，名单依公开报道收录，未必完整。"


def honour_pages(ledger: Ledger) -> Iterator[Page]:
    """Yield the index of honours, the page of each, and their downloads."""
    if not ledger.bulletin.honours:
        return
    yield Page(addresses.file_of(addresses.HONOURS), "registry/honours.html", _index(ledger))
    download = awards_download("荣誉榜", ledger.batches)
    yield from download_pages(addresses.HONOURS, "honours", download)
    for honour in ledger.bulletin.honours:
        yield from _pages_of(ledger, honour)


def _pages_of(ledger: Ledger, honour: Honour) -> Iterator[Page]:
    here = Link(honour.name, honour.address)
    timelines = entity_timelines(ledger.bulletin, here)
    batches = ledger.by_honour.get(honour.name, ())
    view = _honour_view(ledger, honour, batches, timelines[0])
    yield Page(addresses.file_of(here.url), "registry/honour.html", view)
    yield from further_pages(HONOURS, here, timelines)
    download = awards_download(honour.name, batches, tells_doubts=True)
    yield from download_pages(here.url, honour.slug, download)


def _honour_view(
    ledger: Ledger, honour: Honour, batches: Sequence[Batch], timeline: EntityTimeline
) -> HonourView:
    bulletin = ledger.bulletin
    answers = since_answers(honour, batches, bulletin.today.year)
    description = answers[0].sentence if answers else honour.description
    held = [holding for holding in bulletin.holdings if _is_shown(honour, holding)]
    named = any(batch.named for batch in batches)
    return HonourView(
        head=page_head(HONOURS, Link(honour.name, honour.address), description=description),
        title=honour.name,
        description=honour.description,
        facts=_facts(honour, batches),
        measure=measure_of(honour),
        answers=answers,
        chart=chart_of(honour, batches),
        roll=roll_of_years(bulletin, batches, f"历年{honour.name}名单") if named else None,
        unnamed=unnamed_note(batches, measure_of(honour)),
        holdings=tuple(held_entry(bulletin, holding, tells_recipient=True) for holding in held),
        downloads=download_links(honour.address, honour.slug),
        timeline=timeline,
    )


def _is_shown(honour: Honour, holding: Holding) -> bool:
    """Tell whether a holding stands on the honour's page; persons are not named there."""
    return holding.honour == honour.name and honour.awarded_to is not RecipientKind.PERSON


def _facts(honour: Honour, batches: Sequence[Batch]) -> tuple[Fact, ...]:
    certain = [batch.recognition for batch in batches if not batch.recognition.doubt]
    given_by = dict.fromkeys(body for recognition in certain for body in recognition.awarded_by)
    told = (
        Fact("授予对象", honour.awarded_to),
        Fact("等级", honour.level),
        Fact("授予机关", "、".join(given_by)),
        Fact("数量", coverage_of(batches) if batches else ""),
    )
    return tuple(fact for fact in told if fact.text)


def _index(ledger: Ledger) -> HonoursView:
    years = sorted(ledger.by_year, reverse=True)
    return HonoursView(
        head=page_head(HONOURS, description=INTRODUCTION),
        title=HONOURS.title,
        introduction=INTRODUCTION,
        honours=honour_glances(ledger.bulletin),
        years=tuple(_year(ledger, year) for year in years),
        downloads=download_links(addresses.HONOURS, "honours"),
    )


def _year(ledger: Ledger, year: int) -> HonoursOfYear:
    order = [honour.name for honour in ledger.bulletin.honours]
    of_year = ledger.by_year[year]
    given = sorted({batch.honour.name for batch in of_year}, key=order.index)
    entries = (
        _year_entry([batch for batch in of_year if batch.honour.name == name], year)
        for name in given
    )
    return HonoursOfYear(f"{year}年", tuple(entries))


def _year_entry(batches: Sequence[Batch], year: int) -> YearEntry:
    honour = batches[0].honour
    link = Link(honour.name, addresses.of_honour_year(honour.slug, year))
    return YearEntry(link, coverage_of(batches))
