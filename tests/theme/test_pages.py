"""Every kind of page, full and bare, is a sound document that works without a script."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment

from plugins.assets.not_found import NotFoundView
from plugins.domain.page import Page
from plugins.domain.timeline import entry_of_row, timeline
from plugins.domain.views import (
    Assets,
    AttachmentView,
    DateView,
    Fact,
    HonourGlance,
    Link,
    NewsRow,
    PageHead,
    Pagination,
    SiteView,
)
from plugins.news.page_views import (
    ArchiveMonthView,
    ArchiveView,
    ArchiveYearView,
    CorrectionsView,
    HomeView,
    IndexView,
    ItemView,
    ListView,
    TextPageView,
    TopicsView,
    TopicView,
    WithdrawnView,
)
from plugins.news.views import (
    BylineView,
    ColumnSection,
    CorrectionView,
    IndexEntry,
    LeadView,
    MonthLink,
    PictureView,
    QrView,
    SameMonth,
    SourceSet,
    SourceView,
    TopicEntry,
    YearCalendar,
    YearRows,
)
from plugins.press.rendering import Renderer

ROOT = "../../../"
DAY = DateView("2022-03-09", "2022年3月9日")
COLUMN = Link("党建动态", "columns/dongtai/")
ROW = NewsRow("news/2022/a/", "技能比武强本领", DAY, COLUMN, "引题", "一句摘要。")
LONG_ROW = replace(ROW, title="责任扛起来 担子挑起来 干出样子来" * 4, kicker="", summary="")
BYLINE = BylineView("通讯员", (Link("甲某", "bylines/jia-0a1b/"),), "某单位")
UNSIGNED = BylineView("", (Link("未署名", ""),), "")
PICTURE = PictureView(
    "images/2022/a-960.jpg",
    960,
    640,
    "会场",
    "会议现场。",
    "摄影 甲某",
    (SourceSet("image/webp", (("images/2022/a-480.webp", 480), ("images/2022/a-960.webp", 960))),),
)
CORRECTION = CorrectionView(DAY, "第2次", "第3次", "更正函")
SAME_MONTH = SameMonth("往年3月", (YearRows("2022年", (ROW, LONG_ROW)),))
LAST_PAGE = Pagination(1, 1, (Link("1", COLUMN.url),), None, None)
SITE = SiteView(
    name="党建新闻",
    slogan="口号",
    organiser="主办单位",
    contractor="",
    origin="",
    domain="",
    icp_record="",
    police_record="",
    site_code="",
    phone="",
    email="",
    navigation=(Link("首页", ""), COLUMN, Link("历年", "archive/")),
    footer_links=(Link("关于本刊", "about/"),),
    feeds=(),
    assets=Assets(css="assets/site.css", early="assets/early.js", js="assets/site.js"),
)


def head(title: str, url: str = "news/2022/a/") -> PageHead:
    """Return the head of a page that stands two steps from the home page."""
    trail = (Link("首页", ""), COLUMN, Link(title, url))
    return PageHead(title=title, url=url, breadcrumbs=trail)


def calendar(count: int) -> YearCalendar:
    """Return a year whose third month alone has items."""
    months = tuple(
        MonthLink(month, f"2022年{month}月", "archive/2022/03/" if month == 3 else "", count)
        for month in range(1, 13)
    )
    return YearCalendar(Link("2022年", "archive/2022/"), months, count)


FULL_ITEM = ItemView(
    head=head("技能比武强本领"),
    title="技能比武强本领",
    kicker="引题",
    subtitle="副题",
    date=DAY,
    event_date=DAY,
    published=replace(DAY, time="08:30"),
    column=COLUMN,
    genre="通讯",
    bylines=(BYLINE, BylineView("集体", (), "")),
    source=SourceView("某报", "https://example.org/", "原题", DAY, reprinted=True),
    summary="摘要。",
    editors_note="编者按。",
    contributed_by="某单位",
    document_number="市直工委发〔2022〕1号",
    body_html="<p>一段。</p><h2>小标题</h2><p>又一段。</p>",
    pictures=(PICTURE, PICTURE),
    attachments=(AttachmentView("files/2022/a.pdf", "名单", "PDF", "1.2 MB"),),
    corrections=(CORRECTION,),
    note="日期据版面推定。以上待核实。",
    topics=(Link("学雷锋", "topics/leifeng/"),),
    organisations=(Link("某局", "organisations/ju/"),),
    branches=(Link("某支部", "branches/zhibu/"),),
    series=(ROW,),
    series_name="纪实",
    related=(ROW, LONG_ROW),
    previous=Link("旧", "news/2022/o/"),
    next=Link("新", "news/2022/n/"),
    edition=DAY,
    visible_url="https://dangjian.example.cn/news/2022/a/",
    qr=QrView("https://a.cn/"),
)
BARE_ITEM = replace(
    FULL_ITEM,
    kicker="",
    subtitle="",
    event_date=None,
    published=None,
    genre="",
    bylines=(UNSIGNED,),
    source=SourceView("本刊", "", "", None, reprinted=False),
    summary="",
    editors_note="",
    contributed_by="",
    document_number="",
    pictures=(),
    attachments=(),
    corrections=(),
    note="",
    topics=(),
    organisations=(),
    branches=(),
    series=(),
    series_name="",
    related=(),
    previous=None,
    next=None,
    edition=None,
    visible_url="news/2022/a/",
    qr=None,
)
FULL_HOME = HomeView(
    head=PageHead("党建新闻", ""),
    lead=LeadView(LONG_ROW, "副题", (BYLINE,), PICTURE),
    features=ColumnSection(COLUMN, "", (ROW, LONG_ROW)),
    sections=(ColumnSection(COLUMN, "", (ROW, ROW)), ColumnSection(COLUMN, "", ())),
    honours=(HonourGlance(Link("先锋号", "honours/x/"), 18, "2022年6月授予", "公布18个"),),
    honours_link=Link("荣誉榜", "honours/"),
    years=(Link("2022年", "archive/2022/"),),
    topics=(Link("学雷锋", "topics/leifeng/"),),
    organisations=(Link("某局", "organisations/ju/"),),
    organisations_link=Link("单位", "organisations/"),
    same_month=SAME_MONTH,
)
BARE_HOME = HomeView(PageHead("党建新闻", ""), None, None, (), (), None, (), (), (), None)
LIST = ListView(head("党建动态"), "党建动态", "工作消息。", (ROW, LONG_ROW), LAST_PAGE)
EMPTY_LIST = replace(LIST, introduction="", rows=())
INDEX = IndexView(head("栏目"), "栏目", "", (IndexEntry(COLUMN, "3篇稿件"), IndexEntry(COLUMN, "")))
TOPIC = TopicView(
    head("学雷锋"),
    "学雷锋",
    "一段导语。",
    (Fact("状态", "进行中"),),
    timeline([entry_of_row(ROW), entry_of_row(LONG_ROW)]),
    LAST_PAGE,
)
TOPIC_ENTRY = TopicEntry(Link("学雷锋", "topics/leifeng/"), "一句话。", "2篇", "2022年")
NO_ENTRY = replace(TOPIC_ENTRY, description="", count="", years="")
TOPICS = TopicsView(head("专题"), "专题", (TOPIC_ENTRY, NO_ENTRY), (TOPIC_ENTRY,))
MONTH = ArchiveMonthView(head("2022年3月"), "2022年3月", (ROW,), LAST_PAGE, None, None)
YEAR = ArchiveYearView(head("2022年"), calendar(1), (ROW,), LAST_PAGE, None, None)
PAGES = {
    "home": ("home", FULL_HOME),
    "home without an item": ("home", BARE_HOME),
    "home without a picture": (
        "home",
        replace(FULL_HOME, lead=LeadView(ROW, "", (), None), features=None),
    ),
    "item": ("item", FULL_ITEM),
    "bare item": ("item", BARE_ITEM),
    "withdrawn item": ("withdrawn", WithdrawnView(replace(head("稿件已撤回"), indexed=False))),
    "column": ("column", LIST),
    "empty column": ("column", EMPTY_LIST),
    "topic": ("topic", TOPIC),
    "empty topic": ("topic", replace(TOPIC, introduction="", facts=(), timeline=())),
    "byline": ("byline", LIST),
    "columns": ("columns", INDEX),
    "topics": ("topics", TOPICS),
    "running topics": ("topics", replace(TOPICS, archived=())),
    "no topic": ("topics", replace(TOPICS, running=(), archived=())),
    "bylines": ("bylines", INDEX),
    "empty index": ("bylines", replace(INDEX, entries=())),
    "archive": ("archive", ArchiveView(head("历年"), (calendar(2), calendar(1)))),
    "empty archive": ("archive", ArchiveView(head("历年"), ())),
    "year": ("archive_year", YEAR),
    "year between years": ("archive_year", replace(YEAR, previous=COLUMN, next=COLUMN)),
    "month": ("archive_month", MONTH),
    "month of former years": ("archive_month", replace(MONTH, same_month=SAME_MONTH)),
    "text": ("text_page", TextPageView(head("关于本刊"), "关于本刊", "<p>一段。</p>")),
    "corrections": ("corrections", CorrectionsView(head("更正"), (CORRECTION,))),
    "no correction": ("corrections", CorrectionsView(head("更正"), ())),
}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


def rendered(environment: Environment, template: str, view: object, site: SiteView = SITE) -> str:
    """Return the HTML of a page, as the press makes it."""
    name = template if "/" in template else f"news/{template}"
    page = environment.get_template(f"{name}.html")
    return page.render(view=view, site=site, root=ROOT)


@pytest.fixture(scope="module", params=PAGES, ids=str)
def html(request: pytest.FixtureRequest, environment: Environment) -> str:
    """Return the HTML of each kind of page in turn."""
    return rendered(environment, *PAGES[request.param])


@pytest.fixture(scope="module")
def page(html: str) -> BeautifulSoup:
    """Return the page as a browser parses it."""
    return BeautifulSoup(html, "html.parser")


class OpenElements(HTMLParser):
    """Counts what is opened and not closed in its place."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        super().__init__()
        self.open: list[str] = []
        self.misplaced: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's signature
        """Open an element, unless it holds nothing."""
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave an element of SVG that closes itself."""

    def handle_endtag(self, tag: str) -> None:
        """Close the element opened last."""
        if not self.open or self.open.pop() != tag:
            self.misplaced.append(tag)


def test_every_element_is_closed_in_its_place(html: str) -> None:
    """A browser has nothing to repair."""
    parser = OpenElements()
    parser.feed(html)
    assert (parser.open, parser.misplaced) == ([], [])


def test_a_page_has_one_title_of_its_own(page: BeautifulSoup) -> None:
    """One h1, and no level of headings is skipped."""
    levels = [int(heading.name[1]) for heading in page.find_all(re.compile("^h[1-6]$"))]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_page_has_its_landmarks(page: BeautifulSoup) -> None:
    """Readers who listen find masthead, columns, text and colophon; several navs have names."""
    assert page.html["lang"] == "zh-Hans"
    assert [len(page.find_all(name)) for name in ("header", "main", "footer")] == [1, 1, 1]
    assert all(nav.get("aria-label") for nav in page.find_all("nav"))


def test_the_first_link_leads_past_the_masthead(page: BeautifulSoup) -> None:
    """A keyboard reaches the text with one press."""
    target = page.find("a")["href"].removeprefix("#")
    assert page.find(id=target).name == "main"


def test_large_type_works_without_a_script(page: BeautifulSoup) -> None:
    """The switch is a link to an element that stands before the page, whose sizes it exchanges."""
    assert page.find("a", href="#large").get_text() == "大字版"
    assert page.find(id="large").find_next_sibling(class_="page") is not None
    assert page.find("a", href="#top").get_text() == "标准版"


def test_what_needs_a_script_is_hidden_without_it(page: BeautifulSoup) -> None:
    """No button stands there that would do nothing; the one of a form sends it."""
    buttons = page.find_all("button", type=lambda kind: kind != "submit")
    assert all(button.find_parent(hidden=True) for button in buttons)
    assert all(button.find_parent("form")["action"] for button in page.select("[type=submit]"))


def test_nothing_on_a_page_is_inline(page: BeautifulSoup) -> None:
    """A strict content security policy has nothing to forbid.

    One script alone is waited for: what it sets must be known before the page is drawn.
    """
    attributes = {name for element in page.find_all() for name in element.attrs}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}
    assert page.find("style") is None
    scripts = [
        script for script in page.find_all("script") if script.get("type") != "application/ld+json"
    ]
    assert [(script["src"], script.has_attr("defer")) for script in scripts] == [
        (f"{ROOT}assets/early.js", False),
        (f"{ROOT}assets/site.js", True),
    ]


def test_ids_are_unique(page: BeautifulSoup) -> None:
    """A fragment and a label mean one element."""
    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(set(ids)) == len(ids)


def test_every_address_is_relative_to_the_page(page: BeautifulSoup) -> None:
    """The site works under any path; only what editors wrote leads outside."""
    addresses = [link["href"] for link in page.find_all(href=True)]
    addresses += [source["src"] for source in page.find_all(src=True)]
    assert all(address.startswith((ROOT, "#", "https://example.org/")) for address in addresses)


def test_a_date_is_told_to_machines_and_to_people(page: BeautifulSoup) -> None:
    """A date reads aloud as Chinese and is known to machines."""
    for date in page.find_all("time"):
        assert date["datetime"].startswith("2022-03")
        assert "2022年3月" in date.get_text()


def test_the_current_column_is_marked(environment: Environment) -> None:
    """On the page of an item its column is where the reader is; 首页 is not."""
    soup = BeautifulSoup(rendered(environment, "item", FULL_ITEM), "html.parser")
    marked = soup.find("nav", {"aria-label": "栏目导航"}).find_all("a", {"aria-current": True})
    assert [link.get_text() for link in marked] == ["党建动态"]


def test_the_front_page_marks_itself(environment: Environment) -> None:
    """On the front page 首页 is the current entry."""
    soup = BeautifulSoup(rendered(environment, "home", FULL_HOME), "html.parser")
    marked = soup.find("nav", {"aria-label": "栏目导航"}).find_all("a", {"aria-current": True})
    assert [link.get_text() for link in marked] == ["首页"]


def test_a_doubt_is_a_neutral_note(environment: Environment) -> None:
    """Readers are told what is in doubt, as a note of the editors."""
    soup = BeautifulSoup(rendered(environment, "item", FULL_ITEM), "html.parser")
    note = soup.find("aside", {"aria-label": "编者注"})
    assert note.get_text(strip=True) == "编者注日期据版面推定。以上待核实。"


def test_what_is_not_configured_is_not_shown(environment: Environment) -> None:
    """No label without a value: empty fields of the site leave no trace."""
    footer = BeautifulSoup(rendered(environment, "item", BARE_ITEM), "html.parser").footer
    assert "电话" not in footer.get_text()
    assert "标识码" not in footer.get_text()


def test_a_text_of_an_editor_is_escaped(environment: Environment) -> None:
    """A title with signs of HTML shows them."""
    view = replace(BARE_ITEM, title="<b>甲</b> & 乙", head=head("<b>甲</b> & 乙"))
    soup = BeautifulSoup(rendered(environment, "item", view), "html.parser")
    assert soup.h1.get_text() == "<b>甲</b> & 乙"


@pytest.mark.parametrize(("count", "told"), [(1, 1), (6, 6), (7, 12)])
def test_a_year_with_few_months_names_no_others(
    environment: Environment, count: int, told: int
) -> None:
    """A list of months without anything leads nowhere."""
    months = (
        MonthLink(month, f"2022年{month}月", f"archive/2022/{month:02}/" * (month <= count), 1)
        for month in range(1, 13)
    )
    calendar = YearCalendar(Link("2022年", "archive/2022/"), tuple(months), count)
    view = ArchiveView(head("历年"), (calendar,))
    soup = BeautifulSoup(rendered(environment, "archive", view), "html.parser")
    assert len(soup.select(".year-calendar__month")) == told


@pytest.mark.parametrize("origin", ["", "https://dangjian.example.cn"])
def test_a_missing_page_depends_on_no_place(environment: Environment, origin: str) -> None:
    """The 404 page is served anywhere: it loads nothing, and its links begin with `/`."""
    styles = '@charset "utf-8";\n.list > li { color: red }\n'
    view = NotFoundView(PageHead("没有这个页面", "404.html", indexed=False), styles)
    text = rendered(environment, "assets/not_found", view, replace(SITE, origin=origin))
    soup = BeautifulSoup(text, "html.parser")
    assert {link["href"] for link in soup.find_all("a")} == {"/"}
    assert [form["action"] for form in soup.find_all("form")] == ["/search/"]
    assert [style.get_text().strip() for style in soup.find_all("style")] == [styles.strip()]
    assert soup.find(["script", "img", "link"]) is None


def test_a_missing_page_bears_the_name_of_the_bulletin(environment: Environment) -> None:
    """Whoever followed a dead link sees whose site it was, and can search it."""
    view = NotFoundView(PageHead("没有这个页面", "404.html", indexed=False), "")
    soup = BeautifulSoup(rendered(environment, "assets/not_found", view), "html.parser")
    assert soup.select_one(".masthead__name[href='/']") is not None
    assert soup.select_one("main .search-box--wide") is not None


def test_a_page_is_the_same_whatever_was_made_before_it(theme: Path, tmp_path: Path) -> None:
    """What is remembered of one page never shows on another: not its title, not its rows."""
    pages = [
        Page(f"{folder}index.html", f"news/{template}.html", view)
        for folder in ("", "about/", "news/2022/a/")
        for template, view in PAGES.values()
    ]
    alone = [Renderer(theme, SITE, tmp_path).render(page) for page in pages]
    together = Renderer(theme, SITE, tmp_path)
    for order in range(3):
        for place in Random(order).sample(range(len(pages)), len(pages)):  # noqa: S311 - an order
            assert together.render(pages[place]) == alone[place]
