"""数字报: the calendar of editions and the page of each."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import PageSet
from plugins.domain.texts import Edition, EditionEntry
from plugins.domain.views import Link
from plugins.editions.pages import edition_pages
from plugins.news.item_pages import item_pages
from tests.builders import body, bulletin, day, item, report, views_by_path

CALENDAR = "editions/index.html"


def edition(when: str, *identities: str, lead: str = "", **keys: str) -> Edition:
    """Return an edition of some items, the lead before the others."""
    entries = [EditionEntry(lead=lead)] if lead else []
    entries += [EditionEntry(item=identity) for identity in identities]
    return Edition(date=day(when), entries=tuple(entries), file=f"editions/{when}.md", **keys)


def sample() -> Bulletin:
    """Return a bulletin of three editions, one of them yet to come out."""
    items = [report("2022/tou-ti"), *(item(f"2022/{name}") for name in ("jia", "yi", "bing"))]
    return bulletin(
        *items,
        editions=(
            edition("2021-07", "2022/bing"),
            edition("2022-03-09", "2022/jia", "2022/yi", lead="2022/tou-ti", slogan="口号"),
            edition("2023-02", "2022/jia"),
        ),
    )


def page_of(of: Bulletin, address: str) -> Any:
    """Return the view of the page at an address."""
    return views_by_path(edition_pages(of))[f"{address}index.html"]


def titles(view: Any) -> list[str]:
    """Return the titles on a page, in the order in which they are read."""
    lead = [view.lead.title] if view.lead else []
    return lead + [block.story.title for band in view.bands for block in band]


def test_an_edition_shows_its_items_in_their_order() -> None:
    """The order of the page is its editor's."""
    view = page_of(sample(), "editions/2022-03-09/")
    assert view.lead.url == "news/2022/tou-ti/"
    assert titles(view) == ["标题tou-ti", "标题jia", "标题yi"]
    assert (view.number, view.slogan) == (3, "口号")


def test_a_date_is_shown_where_it_is_not_the_editions() -> None:
    """Ten times the same date says nothing."""
    of = sample()
    lead = page_of(of, "editions/2022-03-09/").lead
    assert lead.date.text == "2022年3月7日"
    of = replace(of, editions=(edition("2022-03-07", "2022/jia"),))
    assert page_of(of, "editions/2022-03-07/").bands[0][0].story.date is None


def test_what_is_not_public_leaves_no_hole() -> None:
    """Neither a title nor a place of it is on the page, and the count is of what is there."""
    of = sample()
    left = replace(of, items=tuple(one for one in of.items if "tou-ti" not in one.file))
    view = page_of(left, "editions/2022-03-09/")
    assert view.lead is None
    assert titles(view) == ["标题jia", "标题yi"]
    assert view.number == 2


def test_an_edition_without_a_public_item_has_no_page() -> None:
    """Its date alone would be news."""
    of = sample()
    left = replace(of, items=tuple(one for one in of.items if "bing" not in one.file))
    assert "editions/2021-07/index.html" not in views_by_path(edition_pages(left))


def test_an_edition_that_is_yet_to_come_out_is_nowhere() -> None:
    """What is dated ahead is not public, though its items may be."""
    made = views_by_path(edition_pages(sample()))
    assert "editions/2023-02/index.html" not in made
    assert [year.title for year in made[CALENDAR].years] == ["2022年", "2021年"]
    later = replace(sample(), today=date(2023, 2, 1))
    assert "editions/2023-02/index.html" in views_by_path(edition_pages(later))


def test_editions_lead_to_those_beside_them() -> None:
    """Who reads on from the oldest comes to the newest."""
    made = views_by_path(edition_pages(sample()))
    oldest, newest = (made[f"editions/{at}/index.html"] for at in ("2021-07", "2022-03-09"))
    assert (oldest.previous, oldest.next) == (None, Link("2022年3月9日", "editions/2022-03-09/"))
    assert (newest.previous, newest.next) == (Link("2021年7月", "editions/2021-07/"), None)


def test_the_calendar_has_every_month_and_names_the_lead() -> None:
    """A month without an edition is there too; an edition without a 头题 bears its first title."""
    newest, oldest = page_of(sample(), "editions/").years
    assert [month.month for month in newest.months if month.editions] == [3]
    assert len(newest.months) == len(oldest.months) == 12
    (entry,) = newest.months[2].editions
    assert (entry.link.title, entry.headline, entry.number) == ("3月9日", "标题tou-ti", 3)
    assert oldest.months[6].editions[0].headline == "标题bing"


def test_an_edition_that_bears_the_year_alone_is_in_the_calendar() -> None:
    """It stands under its year, in no month."""
    of = bulletin(item("2022/jia"), editions=(edition("2022", "2022/jia"),))
    (year,) = page_of(of, "editions/").years
    assert [entry.link.title for entry in year.undated] == ["2022年"]
    assert not any(month.editions for month in year.months)


def test_a_text_without_paragraphs_is_told_by_its_summary() -> None:
    """A picture story has words on the page, too."""
    picture = item("2022/jia", body=body("<figure><img></figure>"), summary="一句摘要。")
    view = page_of(
        bulletin(picture, editions=(edition("2022-03", "2022/jia"),)), "editions/2022-03/"
    )
    assert [paragraph.text for paragraph in view.bands[0][0].story.paragraphs] == ["一句摘要。"]


def inputs(of: Bulletin) -> dict[str, object]:
    """Return what the page of each edition says it depends on."""
    parts = [part for part in edition_pages(of) if isinstance(part, PageSet)]
    return {part.name: part.inputs for part in parts}


def test_an_edit_of_a_text_touches_its_edition_alone() -> None:
    """Other editions, and the calendar, are not even looked at."""
    before = sample()
    edited = item("2022/yi", body=body("<p>改过。</p>"))
    items = tuple(replace(edited, outline=one.outline) if one.file == edited.file else one
                  for one in before.items)  # fmt: skip
    old, new = inputs(before), inputs(replace(before, items=items))
    assert {name for name in old if old[name] != new[name]} == {"editions/2022-03-09/"}


@pytest.mark.parametrize(("when", "url"), [("2022-03-09", "editions/2022-03-09/"), ("2023-02", "")])
def test_an_item_leads_to_its_edition_once_that_has_come_out(when: str, url: str) -> None:
    """And the edition to the item: the two must agree on what is public."""
    of = bulletin(item("2022/jia"), editions=(edition(when, "2022/jia"),))
    view = views_by_path(item_pages(of))["news/2022/jia/index.html"]
    assert view.edition_url == url
    assert bool(url) == (f"editions/{when}/index.html" in views_by_path(edition_pages(of)))
