"""The sitemap and robots.txt: what is listed, what is not, and what needs a domain."""

from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.navigation import site_view
from plugins.domain.news_item import Correction
from plugins.domain.page import BULLETIN_PAGES, COLLECTED_PAGES, Page
from plugins.domain.views import Link, PageHead
from plugins.page_meta import plugin
from plugins.page_meta.robots import robots_page
from plugins.page_meta.sitemap import sitemap_pages
from tests.builders import DOMAIN, bulletin, day, item

ORIGIN = f"https://{DOMAIN}"


@dataclass(frozen=True)
class HtmlView:
    """The least that the view of an HTML page has."""

    head: PageHead


def html_page(address: str, *, indexed: bool = True) -> Page:
    """Return an HTML page whose view has a head, as every feature makes them."""
    head = PageHead(title="页", url=address, indexed=indexed)
    return Page(f"{address}index.html", "page.html", HtmlView(head))


def written(of: Bulletin, page: Page) -> str:
    """Return the text of a page that a function makes."""
    assert callable(page.make)
    text = page.make(page.view, site_view(of, {}))
    assert isinstance(text, str)
    return text


def test_the_sitemap_is_sorted_and_says_when_an_item_changed() -> None:
    """Only items know their dates; a correction is a change. The day of the build is none."""
    correction = Correction(date=day("2022-05-01"), original="甲", corrected="乙")
    of = bulletin(
        item("2022/b", "2022-03-07 08:30"),
        item("2022/a", "2022-03", published=day("2022-03-09"), corrections=(correction,)),
        item("2022/c", "2022-03"),
        domain=DOMAIN,
        today=date(2023, 1, 1),
    )
    (page,) = sitemap_pages(of, ["news/2022/b/", "", "news/2022/a/", "news/2022/c/"])
    assert page.path == "sitemap.xml"
    assert (
        written(of, page)
        == f"""\
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
 <url>
  <loc>{ORIGIN}/</loc>
 </url>
 <url>
  <loc>{ORIGIN}/news/2022/a/</loc>
  <lastmod>2022-05-01</lastmod>
 </url>
 <url>
  <loc>{ORIGIN}/news/2022/b/</loc>
  <lastmod>2022-03-07</lastmod>
 </url>
 <url>
  <loc>{ORIGIN}/news/2022/c/</loc>
  <lastmod>2022-03</lastmod>
 </url>
</urlset>
"""
    )


def test_only_pages_that_may_be_indexed_are_listed() -> None:
    """Neither withdrawn pages nor 404 nor files that are no pages."""
    not_found = PageHead(title="没有这个页面", url="404.html", indexed=False)
    pages = [
        html_page("about/"),
        html_page("news/2022/gone/", indexed=False),
        Page("404.html", "page.html", HtmlView(not_found)),
        Page("feed.xml", written, Link("订阅", "feed.xml")),
    ]
    assert [page.address for page in pages] == ["about/", None, None, None]


def test_there_is_no_sitemap_without_a_domain() -> None:
    """Its addresses must be whole."""
    assert list(sitemap_pages(bulletin(), [""])) == []


def test_a_long_sitemap_is_split_under_an_index() -> None:
    """No file lists more than the protocol allows."""
    of = bulletin(domain=DOMAIN)
    listed = [f"p{number}/" for number in range(5)]
    made = list(sitemap_pages(of, listed, addresses_a_file=2))
    assert [page.path for page in made] == [
        "sitemap.xml",
        "sitemap-1.xml",
        "sitemap-2.xml",
        "sitemap-3.xml",
    ]
    index = ET.fromstring(written(of, made[0]).encode())  # noqa: S314 - our own output
    assert [place.text for place in index.iter() if place.tag.endswith("}loc")] == [
        f"{ORIGIN}/sitemap-{number}.xml" for number in (1, 2, 3)
    ]
    assert [len(page.view.entries) for page in made[1:]] == [2, 2, 1]


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    """Withdrawn pages are not disallowed: a robot that may not come cannot see that they are."""
    plain, public = bulletin(item(status="撤稿")), bulletin(domain=DOMAIN)
    assert written(plain, robots_page(plain)) == "User-agent: *\nAllow: /\n"
    assert written(public, robots_page(public)) == (
        f"User-agent: *\nAllow: /\n\nSitemap: {ORIGIN}/sitemap.xml\n"
    )


def test_the_plugin_adds_the_sitemap_after_all_pages_are_known() -> None:
    """The second signal brings the addresses of all features."""
    plugin.register()
    of = bulletin(domain=DOMAIN)
    first = dict(blinker.signal(BULLETIN_PAGES).send(of))
    second = dict(blinker.signal(COLLECTED_PAGES).send(of, addresses=["about/"]))
    blinker.signal(BULLETIN_PAGES).disconnect(plugin.robots_of_bulletin)
    blinker.signal(COLLECTED_PAGES).disconnect(plugin.sitemap_of_pages)
    assert [page.path for page in first[plugin.robots_of_bulletin]] == ["robots.txt"]
    assert [page.path for page in second[plugin.sitemap_of_pages]] == ["sitemap.xml"]
