"""An edition in print: the whole texts of its items, made up for a sheet."""

from collections.abc import Sequence

from plugins.domain.bulletin import Bulletin
from plugins.domain.doubt_notes import note_on
from plugins.domain.editions import items_of, lead_of
from plugins.domain.news_item import NewsItem, Source
from plugins.domain.pictures import PublishedPicture
from plugins.domain.texts import Edition
from plugins.domain.views import date_view
from plugins.editions.makeup import Copy, Measure, made_up
from plugins.editions.openings import byline_text
from plugins.editions.paper import Paper, Setting, settings_of
from plugins.editions.print_text import printed_html
from plugins.editions.print_views import PrintedBlock, PrintedPicture, PrintedStory, PrintView

LINES_OF_A_PICTURE = 12
"""About how many lines of a column a picture takes with its caption."""

SIZE_OF_A_NOTE = 0.6
"""What a character of a note takes of the room that one of the text does."""

TIGHT = 1.2
"""The size of a smaller headline, as print.css has it."""


def printed_edition(edition: Edition, bulletin: Bulletin, setting: Setting) -> PrintView:
    """Return all that the print of an edition shows, its stories put side by side."""
    lead, others = lead_of(edition, bulletin), _others(edition, bulletin)
    site = bulletin.site
    return PrintView(
        name=site.name,
        title=edition.title,
        slogan=edition.slogan,
        date=date_view(edition.date),
        number=len(others) + bool(lead),
        organiser=site.organiser,
        url=f"{site.origin}/{edition.address}" if site.origin else "",
        lead=_story(lead, summary=lead.summary) if lead else None,
        bands=_bands(others, setting),
    )


def settings_for(edition: Edition, bulletin: Bulletin, paper: Paper) -> list[Setting]:
    """Return the settings of a paper in as many columns as leave the fewest holes."""
    others = _others(edition, bulletin)

    def area(settings: list[Setting]) -> float:
        measure = settings[len(settings) // 2].measure
        copies = [_copy(item, measure) for item in others]
        return made_up(copies, measure).height * measure.width

    return min(settings_of(paper), key=area)


def _others(edition: Edition, bulletin: Bulletin) -> list[NewsItem]:
    lead = lead_of(edition, bulletin)
    return [item for item in items_of(edition, bulletin) if item is not lead]


def _bands(items: Sequence[NewsItem], setting: Setting) -> tuple[tuple[PrintedBlock, ...], ...]:
    copies = [_copy(item, setting.measure) for item in items]
    waiting = iter(items)
    return tuple(
        tuple(_block(next(waiting), span, setting.measure) for span in spans)
        for spans in made_up(copies, setting.measure, setting.tallest).bands
    )


def _block(item: NewsItem, span: int, measure: Measure) -> PrintedBlock:
    longest = max(map(len, item.title.split()))
    usual = measure.characters / measure.title_sizes[0]
    is_tight = span == 1 and usual < longest <= measure.characters / TIGHT
    return PrintedBlock(_story(item), span, is_tight)


def _story(item: NewsItem, summary: str = "") -> PrintedStory:
    whole = item.whole()
    keys = whole.keys
    return PrintedStory(
        title=item.title,
        kicker=item.kicker,
        subtitle=keys.subtitle,
        byline=byline_text(keys.bylines),
        source=_source(keys.source),
        summary=summary,
        editors_note=keys.editors_note,
        pictures=tuple(map(_picture, whole.pictures)),
        body_html=printed_html(whole.body.html, item.address),
        note=note_on(keys.doubts),
    )


def _copy(item: NewsItem, measure: Measure) -> Copy:
    whole = item.whole()
    paragraphs = [len(text) for text in whole.body.text.splitlines()]
    notes = (whole.keys.editors_note, note_on(whole.keys.doubts))
    small = [int(SIZE_OF_A_NOTE * len(note)) for note in notes if note]
    pictures = [LINES_OF_A_PICTURE * measure.characters for _ in item.pictures]
    return Copy(len(item.title), (*paragraphs, *small, *pictures))


def _picture(picture: PublishedPicture) -> PrintedPicture:
    caption = "\u3000".join(filter(None, (picture.caption, picture.credit)))
    return PrintedPicture(picture.fallback().path, picture.alternative, caption)


def _source(source: Source) -> str:
    """Name where a reprint comes from, and under which title it stood there."""
    if not source.reprinted:
        return ""
    title = f"，原题《{source.original_title}》" if source.original_title else ""
    return f"{source.name}（转载）{title}"
