"""数字报: the calendar of editions, and the page of each, laid out like that of a newspaper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.editions import items_of, lead_of, public_editions
from plugins.domain.heads import page_head
from plugins.domain.news_item import NewsItem
from plugins.domain.page import Page, PageSet
from plugins.domain.sections import EDITIONS
from plugins.domain.texts import Edition
from plugins.domain.views import Link, date_view
from plugins.editions.calendar_view import calendar_of
from plugins.editions.makeup import Copy, Measure, made_up
from plugins.editions.openings import byline_text, opening_of
from plugins.editions.views import EditionsView, EditionView, Paragraph, StoryBlock, StoryView

SCREEN = Measure(columns=4, characters=15, title_sizes=(1.25, 1.6, 1.8))
LEAD_OPENING = 480
OPENING = 160
"""How many characters of a text are shown at most, but for a first paragraph that is longer."""

Beside = tuple[Link | None, Link | None]


def edition_pages(bulletin: Bulletin) -> Iterator[Page | PageSet]:
    """Yield the calendar, and the page of every public edition.

    The page of an edition shows how the texts of its items begin, and nothing of other items: an
    edit of one touches one edition.
    """
    editions = public_editions(bulletin)
    yield PageSet(addresses.EDITIONS, bulletin.outline, partial(_calendar, bulletin, editions))
    links = [link_to(edition) for edition in editions]
    for place, edition in enumerate(editions):
        beside = _beside(links, place)
        inputs = _inputs_of(edition, bulletin, beside)
        yield PageSet(edition.address, inputs, partial(_edition_page, edition, bulletin, beside))


def link_to(edition: Edition) -> Link:
    """Return the link to an edition, named by its date."""
    return Link(edition.date.text, edition.address)


def _inputs_of(edition: Edition, bulletin: Bulletin, beside: Beside) -> tuple[object, ...]:
    items = items_of(edition, bulletin)
    columns = (bulletin.column_by_slug[item.column_slug] for item in items)
    return (
        repr((edition, tuple(columns), bulletin.site)),
        tuple(item.digest for item in items),
        tuple(bulletin.row_of(item).mark for item in items),
        beside,
    )


def _calendar(bulletin: Bulletin, editions: Sequence[Edition]) -> Iterator[Page]:
    view = EditionsView(page_head(EDITIONS), calendar_of(editions, bulletin))
    yield Page(addresses.file_of(addresses.EDITIONS), "editions/editions.html", view)


def _edition_page(edition: Edition, bulletin: Bulletin, beside: Beside) -> Iterator[Page]:
    lead, items = lead_of(edition, bulletin), items_of(edition, bulletin)
    stories = [_story(item, edition, bulletin) for item in items if item is not lead]
    previous, following = beside
    view = EditionView(
        head=page_head(
            EDITIONS,
            link_to(edition),
            title=f"{EDITIONS.title} {edition.date.text}",  # months of the archive bear the date
            description=edition.title or edition.slogan,
        ),
        title=edition.title,
        slogan=edition.slogan,
        date=date_view(edition.date),
        number=len(items),
        lead=_lead(lead, edition, bulletin) if lead else None,
        bands=_bands(stories),
        previous=previous,
        next=following,
    )
    yield Page(addresses.file_of(edition.address), "editions/edition.html", view)


def _lead(item: NewsItem, edition: Edition, bulletin: Bulletin) -> StoryView:
    opening = opening_of(item.whole().body.html, LEAD_OPENING)
    return replace(_story(item, edition, bulletin), summary=item.summary, paragraphs=opening)


def _story(item: NewsItem, edition: Edition, bulletin: Bulletin) -> StoryView:
    row, whole = bulletin.row_of(item), item.whole()
    summary = (Paragraph(item.summary),) if item.summary else ()
    return StoryView(
        url=row.url,
        title=item.title,
        kicker=row.kicker,
        subtitle=whole.keys.subtitle,
        byline=byline_text(whole.keys.bylines),
        date=None if item.date == edition.date else row.date,
        column=row.column,
        paragraphs=opening_of(whole.body.html, OPENING) or summary,
        mark=row.mark,
    )


def _bands(stories: Sequence[StoryView]) -> tuple[tuple[StoryBlock, ...], ...]:
    copies = [
        Copy(len(story.title), tuple(len(paragraph.text) for paragraph in story.paragraphs))
        for story in stories
    ]
    waiting = iter(stories)
    return tuple(
        tuple(StoryBlock(next(waiting), span) for span in spans)
        for spans in made_up(copies, SCREEN).bands
    )


def _beside(oldest_first: Sequence[Link], place: int) -> Beside:
    older = oldest_first[place - 1] if place else None
    newer = oldest_first[place + 1] if place + 1 < len(oldest_first) else None
    return older, newer
