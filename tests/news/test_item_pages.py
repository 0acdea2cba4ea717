"""The page of an item, and what is left of a withdrawn one."""

from dataclasses import replace
from typing import Any

import pytest

from plugins.domain.bulletin import Bulletin
from plugins.domain.bylines import Byline
from plugins.domain.news_item import Correction, Doubt, Source
from plugins.domain.pictures import PublishedPicture
from plugins.domain.texts import Edition, EditionEntry
from plugins.news.item_pages import item_pages, withdrawn_pages
from plugins.news.page_views import ItemView
from tests.builders import (
    DOMAIN,
    body,
    branch,
    bulletin,
    day,
    hosted_bulletin,
    item,
    organisation,
    topic,
    views_by_path,
)

WITHDRAWN = "不应再见的标题"


def page_of(of: Bulletin, identity: str = "2022/chahua") -> ItemView:
    """Return the view of one item's page."""
    view: Any = views_by_path(item_pages(of))[f"news/{identity}/index.html"]
    return view


def test_an_edit_of_a_text_leaves_other_months_alone() -> None:
    """Whose pages nobody looks into then; in its own month only its own page has other inputs."""
    others = (
        item("2022/jia", "2022-03-02"),
        item("2022/yi", "2022-04-01"),
        item("2022/bing", "2022"),
    )
    before, after = (
        {month.name: month for month in item_pages(bulletin(item(body=body(text)), *others))}
        for text in ("<p>原来的字。</p>", "<p>改过的字。</p>")
    )
    changed = {name for name, month in after.items() if month.inputs != before[name].inputs}
    assert changed == {"items/2022/3"}
    pages = [
        {page.name: page.inputs for page in of["items/2022/3"].make()} for of in (before, after)
    ]
    assert {name for name in pages[0] if pages[0][name] != pages[1][name]} == {"news/2022/chahua/"}
    assert (len(after), after["items/2022/3"].pages) == (3, 2)


def test_the_page_tells_what_the_editor_wrote() -> None:
    """Titles, notes, dates and the source stand on the page as they were written."""
    view = page_of(
        bulletin(
            item(
                when="2022-03-09 08:30",
                title="主标题",
                kicker="引题",
                subtitle="副题",
                event_date=day("2022-03-07"),
                published=day("2022-03-10"),
                editors_note="编者按",
                contributed_by="某局",
                document_number="延直党发〔2022〕1号",
                source=Source(
                    name="某报", url="https://example.com/", reprinted=True, original_title="原题"
                ),
                doubts=(Doubt(subject="日期", reason="日期据版面推定"),),
            )
        )
    )
    assert (view.title, view.kicker, view.subtitle) == ("主标题", "引题", "副题")
    assert (view.date.text, view.date.time) == ("2022年3月9日", "08:30")
    assert view.event_date is not None
    assert view.published is not None
    assert (view.event_date.iso, view.published.iso) == ("2022-03-07", "2022-03-10")
    assert (view.source.name, view.source.original_title) == ("某报", "原题")
    assert view.source.reprinted
    assert (view.contributed_by, view.document_number) == ("某局", "延直党发〔2022〕1号")
    assert view.note == "日期据版面推定。以上待核实。"
    assert view.body_html == "<p>正文。</p>"


def test_what_an_item_does_not_have_is_empty() -> None:
    """The template asks for nothing that could be missing."""
    view = page_of(bulletin(item()))
    assert (view.event_date, view.published, view.edition, view.qr) == (None, None, None, None)
    assert (view.genre, view.series_name, view.summary) == ("", "", "")
    assert (view.pictures, view.attachments, view.corrections, view.related) == ((), (), (), ())


def test_organisations_and_branches_are_those_listed_and_those_named_each_once() -> None:
    """What the editor lists stands first; a text's own mentions follow without doubles."""
    of = bulletin(
        item(
            organisation_slugs=("b",),
            branch_slugs=("z",),
            body=body(
                mentions=("branches/z/", "organisations/a/", "organisations/b/", "honours/h/")
            ),
        ),
        organisations=(organisation("甲局", "a"), organisation("乙局", "b")),
        branches=(branch("某支部", "z"),),
    )
    view = page_of(of)
    assert [link.title for link in view.organisations] == ["乙局", "甲局"]
    assert [link.title for link in view.branches] == ["某支部"]


def test_the_address_is_whole_and_has_a_code_only_with_a_domain() -> None:
    """Paper without a domain shows none: it would lead nowhere."""
    plain = page_of(bulletin(item()))
    public = page_of(bulletin(item(), domain=DOMAIN))
    assert (plain.visible_url, plain.qr) == ("", None)
    assert public.visible_url == f"https://{DOMAIN}/news/2022/chahua/"
    assert public.qr is not None
    assert public.qr.text == public.visible_url


def test_the_edition_that_lists_an_item_gives_its_date() -> None:
    """刊于 is derived: editions list their items."""
    edition = Edition(
        date=day("2022-03"), entries=(EditionEntry(item="2022/chahua"),), file="editions/a.md"
    )
    view = page_of(bulletin(item(), editions=(edition,)))
    assert view.edition is not None
    assert view.edition.text == "2022年3月"


def test_corrections_keep_the_order_in_which_they_were_made() -> None:
    """On its own page an item's corrections need no link to it."""
    corrections = (
        Correction(date=day("2022-03-10"), original="甲", corrected="乙"),
        Correction(date=day("2022-03-12"), original="丙", corrected="丁", grounds="来函"),
    )
    shown = page_of(bulletin(item(corrections=corrections))).corrections
    assert [(one.original, one.corrected, one.grounds) for one in shown] == [
        ("甲", "乙", ""),
        ("丙", "丁", "来函"),
    ]
    assert {one.item for one in shown} == {None}


def test_the_head_says_what_inspections_ask_for() -> None:
    """Labels, breadcrumbs, feeds and the share picture come from the item, not from its text."""
    picture = PublishedPicture("images/2022/a.jpg", "0123456789abcdef", 400, 300, "会场")
    of = hosted_bulletin(
        item(
            title="主标题",
            summary="摘要。",
            published=day("2022-03-10 08:30"),
            topic_slugs=("a", "b"),
            bylines=(
                Byline("记者", ("甲", "乙")),
                Byline("通讯员", ("甲",)),
                Byline("摄影", ("丙",)),
                Byline("责编", ("丁",)),
            ),
            body=replace(body(), pictures=(picture,)),
        ),
        topics=(topic("乡村振兴", "a"), topic("学雷锋", "b")),
    )
    head = page_of(of).head
    article = head.article
    assert article is not None
    assert (article.title, article.published, article.source) == (
        "主标题", "2022-03-10 08:30", "机关党建专版",
    )  # fmt: skip
    assert (article.author, article.editor, article.keywords) == ("甲、乙", "丁", "乡村振兴,学雷锋")
    assert (head.title, head.description, head.indexed) == ("主标题", "摘要。", True)
    assert [link.title for link in head.breadcrumbs] == ["首页", "党建动态", "主标题"]
    assert [link.url for link in head.feeds] == ["columns/dongtai/feed.xml"]
    assert head.image == "images/2022/a-0123456789-400.jpg"


@pytest.mark.parametrize(
    ("corrected", "modified"), [("2022-03-12", "2022-03-12"), ("2022-03-10", "")]
)
def test_a_correction_after_publication_is_labelled(corrected: str, modified: str) -> None:
    """One of the day of publication changes nothing that a machine could tell."""
    correction = Correction(date=day(corrected), original="一", corrected="二")
    of = bulletin(item(published=day("2022-03-10"), corrections=(correction,)))
    article = page_of(of).head.article
    assert article is not None
    assert (article.published, article.modified) == ("2022-03-10", modified)


def test_a_date_known_to_the_month_is_labelled_to_the_month() -> None:
    """`PubDate` says no more than the source does."""
    head = page_of(bulletin(item(when="2022-03"))).head
    assert head.article is not None
    assert head.article.published == "2022-03"
    assert head.description == ""


def test_neighbours_are_the_next_older_and_newer_of_the_column() -> None:
    """Items of other columns do not come between."""
    of = bulletin(
        item("2022/a", "2022-03-01"),
        item("2022/b", "2022-03-02", short_title="短标题"),
        item("2022/c", "2022-03-03"),
        item("2022/x", "2022-03-02", column="综合报道", column_slug="zonghe"),
    )
    middle, newest = page_of(of, "2022/b"), page_of(of, "2022/c")
    assert middle.previous is not None
    assert middle.next is not None
    assert (middle.previous.url, middle.next.url) == ("news/2022/a/", "news/2022/c/")
    assert newest.previous is not None
    assert (newest.previous.title, newest.next) == ("短标题", None)


def test_a_series_lists_the_other_parts_in_their_order() -> None:
    """A reader of one part finds the others, the first part first."""
    of = bulletin(*(item(f"2022/p{n}", f"2022-03-0{n}", series="两化建设") for n in range(1, 5)))
    view = page_of(of, "2022/p2")
    assert view.series_name == "两化建设"
    assert [row.url for row in view.series] == ["news/2022/p1/", "news/2022/p3/", "news/2022/p4/"]


def test_a_long_series_shows_the_ten_parts_around_the_item() -> None:
    """A series of years does not fill the page of each of its parts."""
    of = bulletin(*(item(f"2022/p{n:02}", f"2022-03-{n:02}", series="连载") for n in range(1, 21)))
    shown = {
        number: [row.url[-3:-1] for row in page_of(of, f"2022/p{number:02}").series]
        for number in (1, 10, 20)
    }
    assert shown[1] == [f"{n:02}" for n in range(2, 12)]
    assert shown[10] == [f"{n:02}" for n in range(5, 16) if n != 10]
    assert shown[20] == [f"{n:02}" for n in range(10, 20)]


def test_a_series_of_one_is_no_series_yet() -> None:
    """A name without other parts is not shown."""
    assert page_of(bulletin(item(series="两化建设"))).series_name == ""


def test_nothing_of_a_withdrawn_item_is_left_but_its_address() -> None:
    """Neither title nor text nor names of a withdrawn item are in the view of its page."""
    of = bulletin(
        item(
            status="撤稿",
            title=WITHDRAWN,
            summary=WITHDRAWN,
            bylines=(Byline("通讯员", (WITHDRAWN,)),),
        )
    )
    (page,) = withdrawn_pages(of)
    view: Any = page.view
    assert (page.path, page.make) == ("news/2022/chahua/index.html", "news/withdrawn.html")
    assert (view.head.title, view.head.indexed) == ("稿件已撤回", False)
    assert WITHDRAWN not in repr(page)
    assert list(item_pages(of)) == []
