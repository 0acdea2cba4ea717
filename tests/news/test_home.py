"""The home page: what leads, what follows, and what there is to browse."""

from dataclasses import fields
from datetime import date
from typing import Any

from plugins.domain.bulletin import Bulletin
from plugins.domain.pictures import PublishedPicture
from plugins.news.home import home_page, lead_item
from plugins.news.page_views import HomeView
from tests.builders import (
    DYNAMICS,
    REPORTS,
    bulletin,
    day,
    honour,
    item,
    organisation,
    report,
    topic,
)


def home(of: Bulletin) -> HomeView:
    """Return the view of a bulletin's home page."""
    view: Any = home_page(of).view
    return view


def lead_of(of: Bulletin) -> str:
    """Return the identity of the lead."""
    lead = lead_item(of)
    return lead.identity if lead else ""


def test_the_newest_report_leads_although_an_item_of_another_column_is_newer() -> None:
    """综合报道 is the first column of the table; its newest item is the lead."""
    of = bulletin(
        report("2022/old", "2022-03-01"), report("2022/new", "2022-03-02"), item(when="2022-03-09")
    )
    assert lead_of(of) == "2022/new"


def test_the_first_column_of_the_table_leads_whatever_its_name() -> None:
    """The order of the columns table decides, not a name in the code."""
    of = bulletin(report("2022/a"), item("2022/b"), columns=(DYNAMICS, REPORTS))
    assert lead_of(of) == "2022/b"


def test_a_pinned_item_leads_through_its_last_day() -> None:
    """置顶至 names the last day on which an item leads."""
    pinned = item("2022/pinned", "2022-01-01", pinned_until=day("2022-03-10"))
    items = (pinned, report("2022/newer", "2022-03-02"))
    assert lead_of(bulletin(*items, today=date(2022, 3, 10))) == "2022/pinned"
    assert lead_of(bulletin(*items, today=date(2022, 3, 11))) == "2022/newer"


def test_of_two_pinned_items_the_newer_leads_and_the_other_heads_its_column() -> None:
    """Whoever pins two items finds both above the rest."""
    until = day("2022-12-31")
    of = bulletin(
        report("2022/first", "2022-03-05", pinned_until=until),
        report("2022/second", "2022-03-01", pinned_until=until),
        report("2022/plain", "2022-03-09"),
    )
    view = home(of)
    assert lead_of(of) == "2022/first"
    assert view.features is not None
    assert [row.url for row in view.features.rows] == ["news/2022/second/", "news/2022/plain/"]


def test_without_a_report_the_newest_item_leads() -> None:
    """An empty first column leaves the lead to the newest item of all."""
    of = bulletin(item("2022/a", "2022-03-01"), item("2022/b", "2022-03-02"))
    assert lead_of(of) == "2022/b"


def test_without_items_nothing_leads_and_every_column_is_an_empty_section() -> None:
    """A new bulletin has a home page."""
    view = home(bulletin())
    assert view.lead is None
    assert view.features is None
    assert [(section.column.title, section.rows) for section in view.sections] == [
        ("综合报道", ()),
        ("党建动态", ()),
    ]


def test_the_lead_bears_its_full_title_and_lists_the_short_one() -> None:
    """短标题 is for lists; the lead has room for the title."""
    of = bulletin(
        report("2022/a", title="责任扛起来 担子挑起来", short_title="压实责任", subtitle="纪实"),
        report("2021/b", "2021-01-01", title="很长的标题", short_title="短标题"),
    )
    view = home(of)
    assert view.lead is not None
    assert view.features is not None
    assert (view.lead.row.title, view.lead.subtitle) == ("责任扛起来 担子挑起来", "纪实")
    assert [row.title for row in view.features.rows] == ["短标题"]


def test_the_lead_shows_its_first_picture() -> None:
    """A lead with a picture shows its fallback file."""
    picture = PublishedPicture("images/2022/a.jpg", "0123456789abcdef", 1200, 800, "会场")
    view = home(bulletin(report("2022/a", published_pictures=(picture,))))
    assert view.lead is not None
    assert view.lead.picture is not None
    assert view.lead.picture.url == "images/2022/a-0123456789-960.jpg"


def test_a_full_column_does_not_fill_the_page() -> None:
    """The lead does not stand twice; beside its picture there is room for more of its column."""
    picture = PublishedPicture("images/2022/a.jpg", "0123456789abcdef", 1200, 800, "会场")
    reports = [report(f"2022/r{n}", f"2022-01-{n:02}") for n in range(1, 10)]
    plain = home(bulletin(*reports, report("2022/r10", "2022-01-10")))
    of = bulletin(
        *reports,
        report("2022/r10", "2022-01-10", published_pictures=(picture,)),
        *(item(f"2022/i{n}", f"2022-01-{n:02}") for n in range(1, 11)),
    )
    view = home(of)
    assert view.features is not None
    assert plain.features is not None
    beside = [f"news/2022/r{n}/" for n in range(9, 3, -1)]
    assert [row.url for row in view.features.rows] == beside
    assert [row.url for row in plain.features.rows] == beside[:4]
    assert [section.column.title for section in view.sections] == ["党建动态"]
    assert [row.url for row in view.sections[0].rows] == [
        f"news/2022/i{n}/" for n in range(10, 2, -1)
    ]


def test_topics_and_organisations_stand_by_their_number_of_items() -> None:
    """Only what has items is offered; equal ones keep the order of their table."""
    of = bulletin(
        item("2022/a", topic_slugs=("b", "c"), organisation_slugs=("o",)),
        item("2022/b", topic_slugs=("c",)),
        topics=(topic("空", "a"), topic("乙", "b"), topic("丙", "c")),
        organisations=(organisation("某局", "o"), organisation("无稿单位", "p")),
    )
    view = home(of)
    assert [link.title for link in view.topics] == ["丙", "乙"]
    assert [link.url for link in view.organisations] == ["organisations/o/"]


def test_links_to_indexes_are_there_where_the_indexes_are() -> None:
    """A bulletin without honours or organisations does not link to them."""
    without = home(bulletin())
    having = home(
        bulletin(
            honours=(honour("五星级党支部", "wuxing"),), organisations=(organisation("某局", "o"),)
        )
    )
    assert (without.honours_link, without.organisations_link) == (None, None)
    assert having.honours_link is not None
    assert having.organisations_link is not None
    assert having.honours_link.url == "honours/"
    assert having.organisations_link.url == "organisations/"


def test_years_stand_newest_first() -> None:
    """Every year that has items leads into the archive."""
    view = home(bulletin(item("2016/a", "2016-12-16"), item("2022/b"), item("2022/c")))
    assert [(link.title, link.url) for link in view.years] == [
        ("2022年", "archive/2022/"),
        ("2016年", "archive/2016/"),
    ]


def test_the_day_of_the_build_does_not_change_the_page() -> None:
    """The same bulletin built on another day has the same home page."""
    items = (report("2022/a"), item("2022/b"))
    early, late = (bulletin(*items, today=date(year, 1, 1)) for year in (2023, 2024))
    assert home(early) == home(late)
    assert "today" not in {field.name for field in fields(HomeView)}


def test_the_head_bears_the_labels_of_the_home_column() -> None:
    """The official labels name the home page a column of the type 首页."""
    head = home(bulletin()).head
    assert head.column is not None
    assert (head.title, head.url, head.breadcrumbs, head.column.type) == (
        "党建新闻",
        "",
        (),
        "首页",
    )
