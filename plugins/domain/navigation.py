"""The site view: the frame of every page, from the site table and the kinds of pages there are."""

from collections.abc import Mapping

from plugins.domain import addresses, sections
from plugins.domain.bulletin import Bulletin
from plugins.domain.feed_links import site_feeds
from plugins.domain.views import Assets, Link, SiteView


def site_view(bulletin: Bulletin, asset_paths: Mapping[str, str]) -> SiteView:
    """Return the frame that all pages share; `asset_paths` gives the paths of assets by role."""
    site = bulletin.site
    return SiteView(
        name=site.name,
        slogan=site.slogan,
        organiser=site.organiser,
        contractor=site.contractor,
        origin=site.origin,
        domain=site.domain,
        icp_record=site.icp_record,
        police_record=site.police_record,
        site_code=site.site_code,
        phone=site.phone,
        email=site.email,
        navigation=_navigation(bulletin),
        footer_links=_footer_links(bulletin),
        feeds=site_feeds(site),
        assets=Assets(**asset_paths),
    )


def _navigation(bulletin: Bulletin) -> tuple[Link, ...]:
    entries = [sections.HOME]
    entries += [Link(column.name, column.address) for column in bulletin.columns]
    entries += [sections.HONOURS] if bulletin.honours else []
    entries += [sections.FIGURES] if bulletin.figures else []
    entries += [sections.MECHANISMS] if bulletin.mechanisms else []
    entries += [sections.ORGANISATIONS] if bulletin.organisations else []
    entries += [sections.TOPICS] if bulletin.topics else []
    entries += [sections.EDITIONS] if bulletin.editions else []
    return (*entries, sections.ARCHIVE)


def _footer_links(bulletin: Bulletin) -> tuple[Link, ...]:
    return (
        *(Link(page.title, page.address) for page in bulletin.text_pages),
        sections.CORRECTIONS,
        sections.DATA,
        *([Link("订阅", addresses.FEED)] if bulletin.site.domain else []),
    )
