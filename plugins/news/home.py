"""The home page: the lead, the columns, honours at a glance, and what there is to browse.

Nothing on it counts items or tells the day, so that it changes only with what it shows; of the
day of the build only the month matters.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from plugins.domain import addresses, sections
from plugins.domain.bulletin import Bulletin
from plugins.domain.honour_glances import honour_glances
from plugins.domain.news_item import NewsItem
from plugins.domain.page import Page
from plugins.domain.tables import Column, Site
from plugins.domain.views import ColumnLabel, HonourGlance, Link, NewsRow, PageHead
from plugins.news.archive import year_link, years_with_items
from plugins.news.browse import busiest_organisations, busiest_topics
from plugins.news.bylines import byline_links, byline_views
from plugins.news.page_views import HomeView
from plugins.news.pictures import first_picture, picture_view
from plugins.news.same_month import same_month
from plugins.news.views import ColumnSection, LeadView

FEATURES_BESIDE = 6
FEATURES_ACROSS = 4
"""Beside a lead with a picture there is room for more than under one without."""

ROWS_A_SECTION = 8
HONOURS_AT_MOST = 4
COLUMN_NAME = "首页"


def home_page(bulletin: Bulletin) -> Page:
    """Return the home page."""
    lead = lead_item(bulletin)
    features = _features(lead, bulletin) if lead else None
    columns = _sections(lead, bulletin)
    shown = {row.url for section in (features, *columns) if section for row in section.rows}
    above = shown | {lead.address} if lead else shown
    view = HomeView(
        head=_head(bulletin.site),
        lead=_lead_view(lead, bulletin) if lead else None,
        features=features,
        sections=columns,
        honours=_honours(bulletin),
        honours_link=sections.HONOURS if bulletin.honours else None,
        years=tuple(year_link(year) for year in years_with_items(bulletin)),
        topics=busiest_topics(bulletin),
        organisations=busiest_organisations(bulletin),
        organisations_link=sections.ORGANISATIONS if bulletin.organisations else None,
        same_month=same_month(bulletin, bulletin.today.year, bulletin.today.month, above),
    )
    return Page(addresses.file_of(addresses.HOME), "news/home.html", view)


def lead_item(bulletin: Bulletin) -> NewsItem | None:
    """Return the 头题: the newest pinned item, else the first column's newest, else the newest."""
    pinned = (item for item in bulletin.items if _is_pinned(item, bulletin.today))
    first_columns = (bulletin.items_by_column.get(column.slug, ()) for column in bulletin.columns)
    return next(iter((*pinned, *next(first_columns, ()), *bulletin.items)), None)


def _is_pinned(item: NewsItem, today: date) -> bool:
    """Tell whether an item is pinned on a day; the last day named counts."""
    return item.pinned_until is not None and item.pinned_until.last_day >= today


def _head(site: Site) -> PageHead:
    return PageHead(
        title=site.name,
        url=addresses.HOME,
        description=site.slogan,
        column=ColumnLabel(COLUMN_NAME, site.slogan or site.name, site.name, COLUMN_NAME),
    )


def _lead_view(lead: NewsItem, bulletin: Bulletin) -> LeadView:
    picture, keys = first_picture(lead), lead.whole().keys
    return LeadView(
        row=replace(bulletin.row_of(lead), title=lead.title),
        subtitle=keys.subtitle,
        bylines=byline_views(keys.bylines, byline_links(bulletin)),
        picture=picture_view(picture) if picture else None,
    )


def _features(lead: NewsItem, bulletin: Bulletin) -> ColumnSection:
    """Return the lead's column without the lead."""
    column = bulletin.column_by_slug[lead.column_slug]
    others = [item for item in bulletin.items_by_column[column.slug] if item is not lead]
    room = FEATURES_BESIDE if first_picture(lead) else FEATURES_ACROSS
    shown = _pinned_first(others, bulletin.today)[:room]
    return _section(column, bulletin.rows_of(shown))


def _sections(lead: NewsItem | None, bulletin: Bulletin) -> tuple[ColumnSection, ...]:
    """Return the columns but the lead's, in the order of their table, the empty ones too."""
    sections = []
    for column in bulletin.columns:
        if lead is None or column.slug != lead.column_slug:
            items = bulletin.items_by_column.get(column.slug, ())
            shown = _pinned_first(items, bulletin.today)[:ROWS_A_SECTION]
            sections.append(_section(column, bulletin.rows_of(shown)))
    return tuple(sections)


def _honours(bulletin: Bulletin) -> tuple[HonourGlance, ...]:
    """Return the first honours of the table that have a number to show."""
    return tuple(glance for glance in honour_glances(bulletin) if glance.number)[:HONOURS_AT_MOST]


def _section(column: Column, rows: tuple[NewsRow, ...]) -> ColumnSection:
    return ColumnSection(Link(column.name, column.address), column.description, rows)


def _pinned_first(newest_first: Iterable[NewsItem], today: date) -> list[NewsItem]:
    """Put pinned items before the others: where several are pinned, only one is the lead."""
    return sorted(newest_first, key=lambda item: not _is_pinned(item, today))
