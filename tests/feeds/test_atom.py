"""Atom documents: valid by RFC 4287, whatever stands in an item."""

import re
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.domain.bulletin import Bulletin
from plugins.domain.bylines import Byline
from plugins.domain.navigation import site_view
from plugins.domain.news_item import Correction
from plugins.feeds.atom import atom_document
from plugins.feeds.pages import feed_pages
from plugins.feeds.views import FeedView
from tests.builders import DOMAIN, body, day, item, report, topic
from tests.builders import hosted_bulletin as bulletin

ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def documents(of: Bulletin) -> dict[str, str]:
    """Return the Atom documents of a bulletin by their paths."""
    site = site_view(of, {})
    return {
        page.path: atom_document(page.view, site)
        for page in feed_pages(of)
        if page.path.endswith(".xml") and isinstance(page.view, FeedView)
    }


def feed_of(of: Bulletin, path: str = "feed.xml") -> ET.Element:
    """Return one Atom document as a feed reader parses it."""
    return parsed(documents(of)[path])


def parsed(document: str) -> ET.Element:
    """Parse a document that this test has made itself."""
    return ET.fromstring(document.encode())  # noqa: S314 - our own output


def told(parent: ET.Element, name: str) -> list[str]:
    """Return the texts of the children of one name."""
    return [child.text or "" for child in parent.findall(f"{ATOM}{name}")]


def links(parent: ET.Element) -> dict[str, str]:
    """Return the links of a feed or an entry by their relation."""
    return {link.attrib["rel"]: link.attrib["href"] for link in parent.findall(f"{ATOM}link")}


def requirements_missed(parent: ET.Element) -> list[str]:
    """Name what RFC 4287 asks of a feed or an entry and is not there exactly once."""
    once = [name for name in ("id", "title", "updated") if len(told(parent, name)) != 1]
    instants = [*told(parent, "updated"), *told(parent, "published")]
    bad_instants = [text for text in instants if not INSTANT.fullmatch(text)]
    relative = [text for text in told(parent, "id") if not urlsplit(text).scheme]
    return [*once, *bad_instants, *relative]


def test_every_feed_has_what_the_standard_requires() -> None:
    """Feed and entries have one id that is an IRI, one title, one instant; the feed an author."""
    of = bulletin(item("2022/a"), report("2022/b", "2022", body=body("")))
    for path, document in documents(of).items():
        feed = parsed(document)
        assert feed.tag == f"{ATOM}feed", path
        assert [requirements_missed(one) for one in (feed, *feed.findall(f"{ATOM}entry"))] == [
            [], *([] for _ in feed.findall(f"{ATOM}entry")),
        ]  # fmt: skip
        assert told(feed.find(f"{ATOM}author"), "name") == ["市委直属机关工委"]
        assert all("alternate" in links(entry) for entry in feed.findall(f"{ATOM}entry"))


def test_an_entry_tells_its_item() -> None:
    """Title, summary, names and topics; who only edited is no author."""
    of = bulletin(
        item(
            title="插花 & <节日>",
            summary="摘要。",
            topic_slugs=("leifeng",),
            bylines=(Byline("通讯员", ("甲", "乙")), Byline("责编", ("丁",))),
        ),
        topics=(topic("学雷锋", "leifeng"),),
    )
    entry = feed_of(of).find(f"{ATOM}entry")
    assert entry is not None
    assert (told(entry, "title"), told(entry, "summary")) == (["插花 & <节日>"], ["摘要。"])
    assert [told(author, "name") for author in entry.findall(f"{ATOM}author")] == [["甲"], ["乙"]]
    terms = [category.attrib["term"] for category in entry.findall(f"{ATOM}category")]
    assert terms == ["党建动态", "学雷锋"]


def test_without_a_summary_none_is_cut_from_the_text() -> None:
    """The whole text stands in the content; the summary is the editor's or not there."""
    entry = feed_of(bulletin(item(body=body("<p>全文。</p>")))).find(f"{ATOM}entry")
    assert entry is not None
    assert (told(entry, "summary"), told(entry, "content")) == ([], ["<p>全文。</p>"])


def test_all_links_are_absolute() -> None:
    """Readers see a text away from its page."""
    html = '<p><a href="../../../branches/z/">支部</a><a href="#fn:1">1</a></p>'
    of = bulletin(item(body=body(html)))
    feed = feed_of(of, "columns/dongtai/feed.xml")
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    origin = f"https://{DOMAIN}"
    assert links(feed) == {
        "self": f"{origin}/columns/dongtai/feed.xml",
        "alternate": f"{origin}/columns/dongtai/",
    }
    assert links(entry) == {"alternate": f"{origin}/news/2022/chahua/"}
    branch, note = f"{origin}/branches/z/", f"{origin}/news/2022/chahua/#fn:1"
    absolute = f'<p><a href="{branch}">支部</a><a href="{note}">1</a></p>'
    assert told(entry, "content") == [absolute]


def test_updated_is_the_latest_correction_and_never_the_day_of_the_build() -> None:
    """An item changes when it is corrected; a feed when one of its items does."""
    correction = Correction(date=day("2022-05-01"), original="甲", corrected="乙")
    of = bulletin(
        item("2022/a", "2022-03-07 08:30", corrections=(correction,)), item("2022/b", "2022-04-01")
    )
    feed = feed_of(of)
    entries = feed.findall(f"{ATOM}entry")
    assert told(feed, "updated") == ["2022-05-01T00:00:00+08:00"]
    assert [told(entry, "published") for entry in entries] == [
        ["2022-04-01T00:00:00+08:00"],
        ["2022-03-07T08:30:00+08:00"],
    ]
    assert told(entries[0], "updated") == ["2022-04-01T00:00:00+08:00"]


def test_the_time_of_publication_goes_before_the_date_an_item_bears() -> None:
    """发布时间 says when it went online here."""
    feed = feed_of(bulletin(item(when="2022-03-07", published=day("2022-03-10 08:30"))))
    assert told(feed, "updated") == ["2022-03-10T08:30:00+08:00"]


def test_a_feed_without_items_is_valid_and_always_the_same() -> None:
    """Readers may subscribe to a column before its first item."""
    feed = feed_of(bulletin(), "columns/dongtai/feed.xml")
    assert requirements_missed(feed) == []
    assert told(feed, "updated") == ["1970-01-01T00:00:00Z"]
    assert datetime.fromisoformat(told(feed, "updated")[0])


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_no_character_of_an_item_breaks_a_feed(text: str) -> None:
    """One control character would make the whole feed unreadable."""
    of = bulletin(
        item(title=text, summary=text, body=body(text), bylines=(Byline("通讯员", (text,)),))
    )
    entry = feed_of(of).find(f"{ATOM}entry")
    assert entry is not None
    assert requirements_missed(entry) == []


def test_the_document_is_written_like_this() -> None:
    """The whole of a small feed."""
    site_feed = documents(bulletin(item(title="插花", summary="摘要。")))["feed.xml"]
    assert (
        site_feed
        == f"""\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
 <id>urn:uuid:{identity(site_feed, 0)}</id>
 <title>党建新闻</title>
 <subtitle>口号</subtitle>
 <updated>2022-03-07T00:00:00+08:00</updated>
 <author>
  <name>市委直属机关工委</name>
 </author>
 <link rel="self" type="application/atom+xml" href="https://dangjian.example.cn/feed.xml" />
 <link rel="alternate" type="text/html" href="https://dangjian.example.cn/" />
 <entry>
  <id>urn:uuid:{identity(site_feed, 1)}</id>
  <title>插花</title>
  <link rel="alternate" type="text/html" href="https://dangjian.example.cn/news/2022/chahua/" />
  <published>2022-03-07T00:00:00+08:00</published>
  <updated>2022-03-07T00:00:00+08:00</updated>
  <author>
   <name>甲</name>
  </author>
  <category term="党建动态" />
  <summary>摘要。</summary>
  <content type="html" xml:base="https://dangjian.example.cn/news/2022/chahua/">\
&lt;p&gt;正文。&lt;/p&gt;</content>
 </entry>
</feed>
"""
    )


def identity(document: str, number: int) -> str:
    """Return the n-th UUID of a document."""
    return re.findall(r"urn:uuid:([0-9a-f-]{36})", document)[number]
