"""What the theme's `page_meta` prints in the head of a page, asked through BeautifulSoup."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.domain.feed_links import ATOM
from plugins.domain.navigation import site_view
from plugins.domain.views import ArticleLabel, ColumnLabel, FeedLink, Link, PageHead
from tests.builders import DOMAIN, bulletin

THEME = Path(__file__).parents[2] / "theme"
ORIGIN = f"https://{DOMAIN}"
COLUMN = ColumnLabel("党建动态", "各单位的工作消息。", "党建动态", "工作动态")
ARTICLE = ArticleLabel("插花", "2022-03-07 09:50", "机关党建专版", "甲、乙", "节日,群团", "丁")
HOME = PageHead(title="党建新闻", url="", description="口号")
ITEM = PageHead(
    title="插花",
    url="news/2022/chahua/",
    description="摘要。",
    breadcrumbs=(
        Link("首页", ""),
        Link("党建动态", "columns/dongtai/"),
        Link("插花", "news/2022/chahua/"),
    ),
    column=COLUMN,
    article=ARTICLE,
    image="images/2022/a-0123456789-960.jpg",
    feeds=(FeedLink("党建新闻 · 党建动态", "columns/dongtai/feed.xml", ATOM),),
)


def head_of(head: PageHead, domain: str = DOMAIN) -> BeautifulSoup:
    """Return what is printed for a page."""
    environment = Environment(
        loader=FileSystemLoader(THEME), autoescape=True, undefined=StrictUndefined
    )
    macro: Any = environment.get_template("components/page_meta/macro.html").module
    site = site_view(bulletin(domain=domain), {"share_image": "share.png"})
    return BeautifulSoup(macro.page_meta(head, site), "html.parser")


def labels(soup: BeautifulSoup, naming: str = "name") -> dict[str, str]:
    """Return the labels of a head; each may stand there once."""
    found = [(meta[naming], meta["content"]) for meta in soup.find_all("meta", {naming: True})]
    assert len({name.lower() for name, _ in found}) == len(found)
    return {str(name): str(content) for name, content in found}


def data(soup: BeautifulSoup) -> dict[str, dict[str, Any]]:
    """Return the JSON-LD of a head by its type."""
    scripts = soup.find_all("script", type="application/ld+json")
    assert len(scripts) == len(soup.find_all("script"))
    return {part["@type"]: part for part in (json.loads(script.text) for script in scripts)}


def test_an_item_bears_the_labels_of_site_column_and_article() -> None:
    """The names are those of the official annex, letter by letter."""
    assert labels(head_of(ITEM)) == {
        "Description": "摘要。",
        "SiteName": "党建新闻",
        "SiteDomain": DOMAIN,
        "ColumnName": "党建动态",
        "ColumnDescription": "各单位的工作消息。",
        "ColumnKeywords": "党建动态",
        "ColumnType": "工作动态",
        "ArticleTitle": "插花",
        "PubDate": "2022-03-07 09:50",
        "ContentSource": "机关党建专版",
        "Keywords": "节日,群团",
        "Author": "甲、乙",
        "Editor": "丁",
        "Image": f"{ORIGIN}/images/2022/a-0123456789-960.jpg",
        "Url": f"{ORIGIN}/news/2022/chahua/",
    }


def test_a_label_without_a_value_is_left_out() -> None:
    """No site code is invented, and no domain."""
    found = labels(head_of(HOME, domain=""))
    assert found == {"description": "口号", "SiteName": "党建新闻"}


def test_open_graph_has_whole_addresses_or_none() -> None:
    """A relative picture would be looked for on the host that shares the page."""
    shared, plain = (labels(head_of(ITEM, domain), "property") for domain in (DOMAIN, ""))
    assert (shared["og:type"], shared["og:title"]) == ("article", "插花")
    assert shared["og:url"] == f"{ORIGIN}/news/2022/chahua/"
    assert shared["og:image"] == f"{ORIGIN}/images/2022/a-0123456789-960.jpg"
    assert shared["article:published_time"] == "2022-03-07T09:50+08:00"
    assert shared.keys() - plain.keys() == {"og:url", "og:image"}


def test_a_page_without_a_picture_is_shared_with_the_sites() -> None:
    """The site's share image is no picture of the article."""
    found = labels(head_of(HOME), "property")
    assert (found["og:type"], found["og:image"]) == ("website", f"{ORIGIN}/share.png")
    plain = replace(ITEM, image="")
    assert "Image" not in labels(head_of(plain))
    assert "image" not in data(head_of(plain))["NewsArticle"]


def test_the_canonical_address_needs_a_domain() -> None:
    """Without one a page does not say where it stands."""
    (canonical,) = head_of(ITEM).find_all("link", rel="canonical")
    assert canonical["href"] == f"{ORIGIN}/news/2022/chahua/"
    assert head_of(ITEM, domain="").find_all("link", rel="canonical") == []


def test_feeds_are_announced_by_links_that_work_under_any_prefix() -> None:
    """The site's before the column's."""
    announced = head_of(ITEM, DOMAIN).find_all("link", rel="alternate")
    assert [(link["type"], link["href"]) for link in announced] == [
        ("application/atom+xml", "../../../feed.xml"),
        ("application/feed+json", "../../../feed.json"),
        ("application/atom+xml", "../../../columns/dongtai/feed.xml"),
    ]


def test_a_page_without_a_column_announces_the_feeds_of_the_site() -> None:
    """Pages of honours and branches too, not only those of news."""
    honour = PageHead(title="五星级党支部", url="honours/wuxing/")
    link, _ = head_of(honour, DOMAIN).find_all("link", rel="alternate")
    assert (link["href"], link["title"]) == ("../../feed.xml", "党建新闻")
    assert head_of(honour, domain="").find_all("link", rel="alternate") == []


def test_an_item_is_a_news_article_with_its_breadcrumbs() -> None:
    """What search engines read says no more than the page does."""
    found = data(head_of(ITEM))
    article = found["NewsArticle"]
    assert (article["headline"], article["datePublished"]) == ("插花", "2022-03-07T09:50+08:00")
    assert article["author"] == [
        {"@type": "Person", "name": "甲"},
        {"@type": "Person", "name": "乙"},
    ]
    assert article["publisher"] == {"@type": "Organization", "name": "市委直属机关工委"}
    steps = found["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["item"]) for step in steps] == [
        (1, f"{ORIGIN}/"),
        (2, f"{ORIGIN}/columns/dongtai/"),
        (3, f"{ORIGIN}/news/2022/chahua/"),
    ]


def test_without_a_domain_data_holds_no_address() -> None:
    """Breadcrumbs consist of addresses, so they are left out."""
    found = data(head_of(ITEM, domain=""))
    assert found.keys() == {"NewsArticle"}
    assert not {"url", "image", "mainEntityOfPage"} & found["NewsArticle"].keys()
    assert data(head_of(HOME, domain="")).keys() == {"WebSite"}


def test_a_correction_after_publication_is_the_date_of_change() -> None:
    """An item that was never corrected has none."""
    corrected = replace(ITEM, article=replace(ARTICLE, modified="2022-03-10"))
    assert data(head_of(corrected))["NewsArticle"]["dateModified"] == "2022-03-10"
    assert "dateModified" not in data(head_of(ITEM))["NewsArticle"]


def test_an_unsigned_item_has_no_author() -> None:
    """An empty name is nobody."""
    unsigned = PageHead(title="题", url="news/a/", article=ArticleLabel("题", "2022", "源", "", ""))
    article = data(head_of(unsigned))["NewsArticle"]
    assert "author" not in article
    assert article["datePublished"] == "2022"


@pytest.mark.parametrize(
    "text", ['</script><script>alert("x")</script>', "甲 & \"乙\" 'x'", "<!--"]
)
def test_no_title_ends_a_script_or_an_attribute_early(text: str) -> None:
    """Whatever an editor writes is data."""
    head = PageHead(
        title=text,
        url="news/a/",
        description=text,
        article=ArticleLabel(text, "2022", text, text, text),
    )
    soup = head_of(head)
    assert data(soup)["NewsArticle"]["headline"] == text
    assert labels(soup)["ArticleTitle"] == text


def test_a_page_that_is_not_indexed_says_so_and_names_the_site() -> None:
    """A withdrawn page has no address to share and no article to describe."""
    soup = head_of(PageHead(title="稿件已撤回", url="news/2022/a/", indexed=False))
    assert labels(soup) == {"robots": "noindex", "SiteName": "党建新闻", "SiteDomain": DOMAIN}
    assert labels(soup, "property") == {}
    assert soup.find_all(["link", "script"]) == []
