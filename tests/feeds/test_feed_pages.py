"""Which feeds there are, and what they share."""

import json

import blinker

from plugins.domain.navigation import site_view
from plugins.domain.page import BULLETIN_PAGES, expanded
from plugins.domain.pictures import PublishedPicture
from plugins.feeds import plugin
from plugins.feeds.absolute_links import with_absolute_links
from plugins.feeds.identities import identity_of
from plugins.feeds.json_feed import json_document
from plugins.feeds.pages import feed_pages
from tests.builders import DOMAIN, body, item, report, views_by_path
from tests.builders import bulletin as bulletin_without_domain
from tests.builders import hosted_bulletin as bulletin

BASE = "https://dangjian.example.cn/news/2022/a/"


def test_site_and_columns_have_feeds_once_there_is_a_domain() -> None:
    """A feed is read away from the site, where relative links lead nowhere."""
    atom = {"feed.xml", "columns/zonghe/feed.xml", "columns/dongtai/feed.xml"}
    assert views_by_path(feed_pages(bulletin())).keys() == {*atom, "feed.json"}
    assert list(feed_pages(bulletin_without_domain())) == []


def test_a_feed_holds_the_thirty_newest_of_its_items() -> None:
    """The site's feed mixes columns; a column's has its own alone."""
    views = views_by_path(
        feed_pages(
            bulletin(
                *(item(f"2022/i{n:02}", f"2022-01-{n:02}") for n in range(1, 32)),
                report("2022/report", "2022-02-01"),
            )
        )
    )
    of_site, of_column = views["feed.xml"], views["columns/dongtai/feed.xml"]
    assert [entry.address for entry in of_site.entries[:2]] == [
        "news/2022/report/",
        "news/2022/i31/",
    ]
    assert (len(of_site.entries), len(of_column.entries)) == (30, 30)
    assert of_column.entries[0] is of_site.entries[1]


def test_a_withdrawn_item_leaves_the_feeds() -> None:
    """Neither its title nor its text is in any of them."""
    of = bulletin(item(status="撤稿", title="撤回的"), item("2022/b"))
    assert "撤回的" not in repr(list(feed_pages(of)))


def test_an_identity_survives_a_domain_and_differs_between_bulletins() -> None:
    """A feed reader would show everything anew if identities changed."""
    without, having = bulletin_without_domain().site, bulletin().site
    other = having.model_copy(update={"organiser": "另一个工委"})
    assert identity_of(without, "news/2022/a/") == identity_of(having, "news/2022/a/")
    assert identity_of(other, "news/2022/a/") != identity_of(having, "news/2022/a/")
    assert identity_of(without, "news/2022/a/") != identity_of(without, "news/2022/b/")
    assert identity_of(without, "news/2022/a/").startswith("urn:uuid:")


def test_an_identity_never_changes() -> None:
    """This value is published: a change of the code must not change it."""
    assert identity_of(bulletin().site, "feed.xml") == (
        "urn:uuid:acb3ab71-6b7b-52be-bd60-6dc8f6f439b7"
    )


def test_links_and_picture_files_become_absolute_and_text_stays() -> None:
    """Only tags are changed, although a text may speak of `href`; outward links stay."""
    html = (
        '<p>写 href="x" 不是链接 <a title="a > b" href="../b/#c">乙</a>'
        '<a href="https://example.com/">外</a><a href="mailto:a@example.com">信</a>'
        '<img src="../../../images/a.jpg"'
        ' srcset="../../../images/a.jpg 480w, ../../../images/b.jpg 960w"></p>'
    )
    host = "https://dangjian.example.cn"
    assert with_absolute_links(html, BASE) == (
        f'<p>写 href="x" 不是链接 <a title="a > b" href="{host}/news/2022/b/#c">乙</a>'
        '<a href="https://example.com/">外</a><a href="mailto:a@example.com">信</a>'
        f'<img src="{host}/images/a.jpg"'
        f' srcset="{host}/images/a.jpg 480w, {host}/images/b.jpg 960w"></p>'
    )


def test_json_feed_says_what_version_1_1_requires() -> None:
    """Version, title and items; of each item its id and its text; empty members are left out."""
    picture = PublishedPicture("images/2022/a.jpg", "0123456789abcdef", 400, 300, "会场")
    of = bulletin(
        item("2022/a", "2022-03-08", body=body(""), published_pictures=(picture,)),
        item("2022/b", "2022-03-07", summary="摘要。", body=body('<a href="../a/">甲</a>')),
    )
    view = views_by_path(feed_pages(of))["feed.json"]
    feed = json.loads(json_document(view, site_view(of, {})))
    assert (feed["version"], feed["title"]) == ("https://jsonfeed.org/version/1.1", "党建新闻")
    assert feed["feed_url"] == f"https://{DOMAIN}/feed.json"
    pictured, told = feed["items"]
    assert (pictured["content_html"], "summary" in pictured) == ("", False)
    assert pictured["image"] == f"https://{DOMAIN}/images/2022/a-0123456789-400.jpg"
    assert told["url"] == f"https://{DOMAIN}/news/2022/b/"
    assert told["content_html"] == f'<a href="https://{DOMAIN}/news/2022/a/">甲</a>'
    assert (told["summary"], told["date_published"]) == ("摘要。", "2022-03-07T00:00:00+08:00")
    assert all(entry["id"].startswith("urn:uuid:") for entry in feed["items"])


def test_an_empty_json_feed_still_lists_its_items() -> None:
    """`items` is required even where there are none."""
    of = bulletin()
    view = views_by_path(feed_pages(of))["feed.json"]
    assert json.loads(json_document(view, site_view(of, {})))["items"] == []


def test_the_plugin_gives_the_feeds_when_the_signal_asks() -> None:
    """Connecting is all that `register` does."""
    plugin.register()
    answers = dict(blinker.signal(BULLETIN_PAGES).send(bulletin()))
    blinker.signal(BULLETIN_PAGES).disconnect(plugin.feeds_of_bulletin)
    assert len(list(expanded(answers[plugin.feeds_of_bulletin]))) == 4
