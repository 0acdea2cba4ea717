"""Bulletins built by hand: whatever a test does not name has a plain, made-up value."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from plugins.domain import addresses
from plugins.domain.bulletin import Bulletin
from plugins.domain.bylines import IN_PLACE_OF_A_NAME, Byline
from plugins.domain.dates import BulletinDate, read_date
from plugins.domain.news_item import (
    Body,
    NewsItem,
    NewsItemKeys,
    References,
    Source,
    Status,
    WholeItem,
    newest_first,
    news_item,
)
from plugins.domain.page import Page, PageSet, expanded
from plugins.domain.tables import Branch, Column, Honour, Organisation, Recognition, Site, Topic

TODAY = date(2022, 12, 31)
DOMAIN = "dangjian.example.cn"
REPORTS = Column(name="综合报道", slug="zonghe", description="市直机关的综述和通讯。")
DYNAMICS = Column(name="党建动态", slug="dongtai", type="工作动态")
COLUMNS = (REPORTS, DYNAMICS)


def day(text: str) -> BulletinDate:
    """Return the date that a text tells."""
    told = read_date(text).date
    assert told is not None, text
    return told


def body(html: str = "<p>正文。</p>", mentions: Iterable[str] = ()) -> Body:
    """Return a text; `mentions` are addresses it links to."""
    digest = sha256(html.encode()).hexdigest()
    return Body(html=html, text="正文。", digest=digest, mentions=tuple(mentions))


def item(identity: str = "2022/chahua", when: str = "2022-03-07", **keys: object) -> NewsItem:
    """Return an item of 党建动态 signed by 通讯员 甲; `when` is its date as written."""
    plain: dict[str, Any] = {
        "title": f"标题{identity.partition('/')[2]}",
        "date": day(when),
        "column": DYNAMICS.name,
        "bylines": (Byline("通讯员", ("甲",)),),
        "source": Source(name="机关党建专版"),
    }
    plain |= {name: keys.pop(name) for name in NewsItemKeys.model_fields if name in keys}
    given: dict[str, Any] = {"column_slug": DYNAMICS.slug, **keys}
    text, pictures = given.pop("body", body()), given.pop("published_pictures", ())
    whole = WholeItem(NewsItemKeys(**plain), text, pictures)
    given["attachments"] = given.pop("published_attachments", ())
    references = References(**given)
    digest = sha256(repr((whole, references)).encode()).digest()
    made = news_item(f"news/{identity}.md", digest, whole, references)
    return replace(made, outline=sha256(repr(replace(made, digest=b"")).encode()).digest())


def report(identity: str, when: str = "2022-03-07", **keys: object) -> NewsItem:
    """Return an item of 综合报道, the first column."""
    return item(identity, when, column=REPORTS.name, column_slug=REPORTS.slug, **keys)


def topic(name: str, slug: str) -> Topic:
    """Return a topic."""
    return Topic(name=name, slug=slug)


def organisation(name: str, slug: str, **cells: object) -> Organisation:
    """Return an organisation."""
    return Organisation(name=name, slug=slug, **cells)


def branch(name: str, slug: str, **cells: object) -> Branch:
    """Return a branch."""
    return Branch(name=name, slug=slug, **cells)


def honour(name: str, slug: str, awarded_to: str = "党组织", **cells: object) -> Honour:
    """Return an honour."""
    return Honour(name=name, slug=slug, awarded_to=awarded_to, **cells)


def recognition(number: str, honour: str, year: int = 2022, **cells: object) -> Recognition:
    """Return a recognition awarded by 市委直属机关工委."""
    return Recognition(
        number=number, honour=honour, year=year, awarded_by=("市委直属机关工委",), **cells
    )


def bulletin(*items: NewsItem, domain: str = "", **tables: object) -> Bulletin:
    """Return a bulletin of some items, in any order; withdrawn ones are put apart."""
    ordered = sorted(items, key=newest_first, reverse=True)
    plain: dict[str, object] = {
        "content": Path("content"),
        "today": TODAY,
        "site": Site(name="党建新闻", slogan="口号", organiser="市委直属机关工委", domain=domain),
        "columns": COLUMNS,
        "address_by_name": {
            name: addresses.of_byline(name)
            for one in items
            for name in one.bylines
            if name not in IN_PLACE_OF_A_NAME
        },
    }
    return Bulletin(
        items=tuple(one for one in ordered if one.status is Status.PUBLISHED),
        withdrawn=tuple(one for one in ordered if one.status is Status.WITHDRAWN),
        **{**plain, **tables},
    )


def views_by_path(parts: Iterable[Page | PageSet]) -> dict[str, Any]:
    """Return the views of some pages by their paths; no two pages may have one path."""
    made = list(expanded(parts))
    views = {page.path: page.view for page in made}
    assert len(views) == len(made)
    return views


def hosted_bulletin(*items: NewsItem, **tables: object) -> Bulletin:
    """Return a bulletin whose domain is known."""
    return bulletin(*items, domain=DOMAIN, **tables)
