"""All pages of news together: each once, and no link between them astray."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import blinker

from plugins.domain.bulletin import Bulletin
from plugins.domain.bylines import Byline
from plugins.domain.news_item import Correction
from plugins.domain.page import BULLETIN_PAGES, expanded
from plugins.domain.texts import TextPage
from plugins.domain.views import Link, NewsRow, PageHead
from plugins.news import plugin
from plugins.news.pages import news_pages
from plugins.news.views import MonthLink
from tests.builders import body, bulletin, day, item, report, topic, views_by_path

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
LINKED = (Link, NewsRow, MonthLink, PageHead)


def full_bulletin() -> Bulletin:
    """Return a bulletin that has a little of everything that this feature shows."""
    correction = Correction(date=day("2022-03-10"), original="甲", corrected="乙")
    about = TextPage(title="关于本刊", slug="about", file="pages/about.md", body=body())
    return bulletin(
        *(item(f"2022/i{n}", f"2022-03-{n:02}", topic_slugs=("leifeng",)) for n in range(1, 24)),
        report("2021/report", "2021", series="纪实", bylines=(Byline("", ("未署名",)),)),
        report("2022/second", "2022-03", series="纪实", corrections=(correction,)),
        item("2020/gone", "2020-01-01", status="撤稿"),
        topics=(topic("学雷锋", "leifeng"),),
        text_pages=(about,),
    )


def addresses_in(value: object) -> Iterator[str]:
    """Yield the addresses of all pages that a view links to, itself included."""
    if isinstance(value, tuple):
        for element in value:
            yield from addresses_in(element)
    elif is_dataclass(value):
        yield from [value.url] if isinstance(value, LINKED) else []
        for field in fields(value):
            yield from addresses_in(getattr(value, field.name))


def test_every_link_of_a_view_leads_to_a_page() -> None:
    """Feeds are another feature's; everything else is made here. 未署名 links to nothing."""
    views = views_by_path(news_pages(full_bulletin()))
    linked = {address for view in views.values() for address in addresses_in(view)}
    pages = {address for address in linked if not address.endswith("feed.xml")}
    assert {f"{address}index.html" for address in pages} <= views.keys()


def test_every_address_ends_in_a_slash_and_is_the_pages_own() -> None:
    """A head knows the address of its page."""
    views = views_by_path(news_pages(full_bulletin()))
    assert {view.head.url for view in views.values()} == {
        path.removesuffix("index.html") for path in views
    }


def test_every_page_names_a_template_of_the_theme() -> None:
    """A template that is not there would only be missed in a build."""
    named = {page.make for page in expanded(news_pages(full_bulletin()))}
    assert {name for name in named if not (TEMPLATES / str(name)).exists()} == set()


def test_a_withdrawn_item_is_on_no_page_but_its_own() -> None:
    """It leaves every list."""
    pages = list(expanded(news_pages(full_bulletin())))
    assert [page.path for page in pages if "2020/gone" in repr(page)] == [
        "news/2020/gone/index.html"
    ]
    assert "archive/2020/index.html" not in {page.path for page in pages}


def test_the_same_bulletin_makes_the_same_pages() -> None:
    """Nothing depends on a clock, on chance or on the order of a set."""
    first, second = (list(expanded(news_pages(full_bulletin()))) for _ in range(2))
    assert first == second


def test_the_plugin_gives_the_pages_when_the_signal_asks() -> None:
    """Connecting is all that `register` does."""
    plugin.register()
    of = full_bulletin()
    answers = dict(blinker.signal(BULLETIN_PAGES).send(of))
    assert len(answers[plugin.pages_of_news]) == len(list(news_pages(of)))
    blinker.signal(BULLETIN_PAGES).disconnect(plugin.pages_of_news)
