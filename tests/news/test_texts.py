"""Texts about the bulletin, its corrections, and the page of an address that leads nowhere."""

from plugins.domain.news_item import Correction
from plugins.domain.texts import TextPage
from plugins.news.corrections import corrections_page
from plugins.news.texts import text_pages
from tests.builders import body, bulletin, day, item, views_by_path


def correction(when: str, original: str) -> Correction:
    """Return a correction made on a day."""
    return Correction(date=day(when), original=original, corrected="改后")


def test_a_text_stands_at_its_slug() -> None:
    """关于本刊 is /about/."""
    text = TextPage(
        title="关于本刊", slug="about", summary="谁办的。", file="pages/about.md", body=body()
    )
    view = views_by_path(text_pages(bulletin(text_pages=(text,))))["about/index.html"]
    assert (view.title, view.body_html, view.head.description) == (
        "关于本刊", "<p>正文。</p>", "谁办的。",
    )  # fmt: skip
    assert [link.title for link in view.head.breadcrumbs] == ["首页", "关于本刊"]


def test_corrections_of_all_items_stand_newest_first_with_their_items() -> None:
    """The later of two on one day was written later."""
    of = bulletin(
        item(
            "2022/a", corrections=(correction("2022-03-10", "一"), correction("2022-05-01", "二"))
        ),
        item(
            "2022/b",
            short_title="短标题",
            corrections=(correction("2022-04-01", "三"), correction("2022-04-01", "四")),
        ),
    )
    view = views_by_path([corrections_page(of)])["corrections/index.html"]
    assert [one.original for one in view.corrections] == ["二", "四", "三", "一"]
    assert (view.corrections[1].item.title, view.corrections[1].item.url) == (
        "短标题", "news/2022/b/",
    )  # fmt: skip


def test_a_withdrawn_items_corrections_are_withdrawn_with_it() -> None:
    """A correction would quote what was withdrawn."""
    of = bulletin(item(status="撤稿", corrections=(correction("2022-03-10", "一"),)))
    view = views_by_path([corrections_page(of)])["corrections/index.html"]
    assert view.corrections == ()
