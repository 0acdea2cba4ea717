"""A built site as a whole: links, requests, manifest, weight, and what must not be in it."""

import gzip
import hashlib
import json
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.browser.sites import TODAY, BuiltSite, kind_of, references, run_build, target_of

pytestmark = pytest.mark.slow

ATOM = "{http://www.w3.org/2005/Atom}"
BUDGET = 60 * 1024
FIRST_NEWEST = 5
WAYS = {"a", "form"}
LOADING = {"img", "source", "script", "iframe", "video", "audio", "embed", "object", "use"}
LOADING_LINKS = {"stylesheet", "icon", "apple-touch-icon", "preload", "manifest"}


# Links


def linked(site: BuiltSite, start: str, follow: Callable[[str], bool]) -> set[str]:
    """Return the pages that links and forms lead to, walking only through what is followed."""
    found, ahead = {start}, deque([start])
    while ahead:
        at = ahead.popleft()
        for tag, link in references(site.pages[at]):
            target = target_of(at, link)
            page = target[0].removesuffix("index.html") if target and tag.name in WAYS else None
            if page in site.pages and page not in found:
                found.add(page)
                if follow(page):
                    ahead.append(page)
    return found


def test_every_link_inside_leads_to_something(site: BuiltSite) -> None:
    """Pages, pictures, downloads and the places within a page exist."""
    faults = []
    for at, page in site.pages.items():
        for _, link in references(page):
            target = target_of(at, link)
            if target is None:
                continue
            file, fragment = target
            there = site.pages.get(file.removesuffix("index.html"))
            if file not in site.files or (
                fragment and there is not None and not there.find(id=fragment)
            ):
                faults.append((at, link))
    assert faults == []


def test_every_page_is_reached_from_home(site: BuiltSite) -> None:
    """Nothing is published that a reader could find only by its address."""
    reached = linked(site, "", lambda _: True)
    assert set(site.pages) - reached - site.withdrawn - {"404.html"} == set()


def test_every_item_is_reached_through_the_archive_alone(site: BuiltSite) -> None:
    """The archive is complete: home, archive, year, month, item."""
    reached = linked(site, "archive/", lambda at: at.startswith("archive/"))
    items = {at for at in site.pages if kind_of(at) == "item"}
    assert items - site.withdrawn - reached == set()


def test_addresses_are_relative(site: BuiltSite) -> None:
    """The site works under any prefix; only 404, served anywhere, must start at the root."""
    faults = [
        (at, link)
        for at, page in site.pages.items()
        for _, link in references(page)
        if link.startswith("/") and at != "404.html"
    ]
    assert faults == []


def test_addresses_are_plain(site: BuiltSite) -> None:
    """Files bear ASCII names in small letters, so that every host and every message keeps them."""
    plain = re.compile(r"[a-z0-9._/-]+")
    assert [file for file in site.files - {"SHA256SUMS"} if not plain.fullmatch(file)] == []


# Requests


def loaded(site: BuiltSite, at: str) -> Iterator[str]:
    """Yield the addresses that a browser loads by itself with a page."""
    for tag, link in references(site.pages[at]):
        rel = set(tag.get("rel") or ())
        if tag.name in LOADING or (tag.name == "link" and rel & LOADING_LINKS):
            yield link


def test_no_page_asks_another_host(site: BuiltSite) -> None:
    """No third party learns who reads what."""
    faults = [
        (at, link)
        for at in site.pages
        for link in loaded(site, at)
        if urlsplit(link).netloc and not (site.origin and link.startswith(site.origin + "/"))
    ]
    assert faults == []


def test_no_style_sheet_or_script_names_another_host(site: BuiltSite) -> None:
    """What css and js load lies beside them."""
    faults = []
    for file in site.files:
        if file.endswith((".css", ".js")):
            text = (site.folder / file).read_text(encoding="utf-8")
            faults += re.findall(r"(?:https?:)?//[\w.-]+\.\w+/?", text) + re.findall(
                "@import", text
            )
            for link in re.findall(r"url\([\"']?([^)\"']+)", text):
                target = target_of(file, link)
                if not link.startswith("data:") and (not target or target[0] not in site.files):
                    faults.append(link)
    assert faults == []


def test_every_asset_is_used(site: BuiltSite) -> None:
    """Nothing lies in assets/ that no page names; the picture for sharing needs a 域名."""
    text = "".join(
        (site.folder / file).read_text(encoding="utf-8")
        for file in site.files
        if file.endswith((".html", ".css", ".js"))
    )
    assets = {file for file in site.files if file.startswith("assets/")}
    unused = {file for file in assets if Path(file).name not in text}
    needless = {file for file in unused if file.startswith("assets/masthead.")}
    if not site.origin:
        needless |= {file for file in unused if file.startswith("assets/share_image.")}
    assert unused == needless
    assert all(re.fullmatch(r"assets/\w+\.[0-9a-f]{8,}\.\w+", file) for file in assets)


def test_first_visit_is_light(site: BuiltSite) -> None:
    """Home and the longest item, with css and js, weigh at most 60 KB on the way to a phone."""
    heavy = {}
    for at in ("", site.of_kind("item")[0]):
        names = {f"{at}index.html"}
        for link in loaded(site, at):
            target = target_of(at, link)
            if target and target[0].endswith((".css", ".js")):
                names.add(target[0])
        weight = sum(len(gzip.compress((site.folder / name).read_bytes())) for name in names)
        heavy[at] = weight
    assert {at: weight for at, weight in heavy.items() if weight > BUDGET} == {}


# What is in it, and what must not be


@dataclass(frozen=True)
class Written:
    """What the head of an item says, read as plainly as an editor would."""

    address: str
    title: str
    date: str
    status: str


def written_items(site: BuiltSite) -> list[Written]:
    """Return all items of the content folder, drafts and future ones too."""
    found = []
    for file in sorted((site.content / "news").rglob("*.md")):
        text = file.read_bytes()
        try:
            head = text.decode("utf-8-sig")
        except UnicodeDecodeError:
            head = text.decode("gb18030")
        head = head.split("\n---", 1)[0]
        keys = dict(re.findall(r"^(\S+?)\s*[:：]\s*(.+?)\s*$", head, re.MULTILINE))
        title = keys.get("标题") or keys["title"]
        date = keys.get("日期") or keys["date"]
        status = keys.get("状态") or keys.get("status") or "发布"
        found.append(Written(f"news/{file.parent.name}/{file.stem}/", title, date, status))
    return found


def is_future(item: Written) -> bool:
    """Tell whether an item is dated after the year of the build."""
    return item.date[:4] > TODAY[:4]


def test_every_public_item_has_its_page(site: BuiltSite) -> None:
    """Nothing that is written and due is left out."""
    due = {item.address for item in written_items(site) if item.status != "草稿"}
    late = {item.address for item in written_items(site) if is_future(item)}
    assert due - late == {at for at in site.pages if kind_of(at) == "item"}


def test_drafts_and_future_items_are_nowhere(site: BuiltSite) -> None:
    """Neither their pages nor their titles are in any file."""
    hidden = [item for item in written_items(site) if item.status == "草稿" or is_future(item)]
    words = [item.title for item in hidden] + [item.address for item in hidden]
    faults = [
        (file, word)
        for file in site.files
        for word in words
        if word.encode() in (site.folder / file).read_bytes()
    ]
    assert faults == []


def test_withdrawn_items_are_in_no_list(site: BuiltSite) -> None:
    """Their addresses say that they were withdrawn, to readers and to search engines."""
    withdrawn = [item for item in written_items(site) if item.status == "撤稿"]
    assert {item.address for item in withdrawn} == site.withdrawn
    for item in withdrawn:
        page = site.pages[item.address]
        assert page.select_one("meta[name=robots][content=noindex]")
        others = site.files - {f"{item.address}index.html", "SHA256SUMS"}
        for word in (item.address, item.title):
            hits = [file for file in others if word.encode() in (site.folder / file).read_bytes()]
            assert hits == []
        assert item.title not in page.get_text()


def newest_in_archive(site: BuiltSite) -> list[str]:
    """Return the addresses of the newest items, as the pages of years list them."""
    years = sorted((at for at in site.pages if kind_of(at) == "archive year"), reverse=True)
    found = []
    for at in years:
        for link in site.pages[at].select("main article a[href]"):
            target = target_of(at, str(link["href"]))
            if target and kind_of(target[0].removesuffix("index.html")) == "item":
                found.append(target[0].removesuffix("index.html"))
    return found[:FIRST_NEWEST]


def test_a_site_without_a_domain_has_no_feed(built: Callable[[str], BuiltSite]) -> None:
    """Nobody could open what it links to."""
    assert [file for file in built("real").files if "feed." in file] == []


def test_feeds_can_be_read(built: Callable[[str], BuiltSite]) -> None:
    """Every feed is sound XML with what Atom requires, entries unique and newest first."""
    site = built("sample")
    feeds = [file for file in site.files if file.endswith("feed.xml")]
    assert "feed.xml" in feeds
    for file in feeds:
        root = ET.parse(site.folder / file).getroot()  # noqa: S314 - our own file
        entries = root.findall(f"{ATOM}entry")
        identities = [entry.findtext(f"{ATOM}id") for entry in entries]
        published = [entry.findtext(f"{ATOM}published") or "" for entry in entries]
        assert root.findtext(f"{ATOM}title")
        assert root.findtext(f"{ATOM}id")
        assert root.findtext(f"{ATOM}updated")
        assert all(identities)
        assert len(set(identities)) == len(identities)
        assert published == sorted(published, reverse=True)


def test_feed_begins_with_the_newest_items(built: Callable[[str], BuiltSite]) -> None:
    """Whoever subscribes gets what the archive lists first."""
    site = built("sample")
    root = ET.parse(site.folder / "feed.xml").getroot()  # noqa: S314 - our own file
    links = [entry.find(f"{ATOM}link") for entry in root.findall(f"{ATOM}entry")]
    heads = [link.get("href", "") for link in links if link is not None]
    assert [head.removeprefix(f"{site.origin}/") for head in heads][
        :FIRST_NEWEST
    ] == newest_in_archive(site)


def test_data_files_can_be_read(site: BuiltSite) -> None:
    """Every JSON file is JSON, and every CSV opens in a spreadsheet with its Chinese intact."""
    for file in site.files:
        if file.endswith(".json"):
            json.loads((site.folder / file).read_text(encoding="utf-8"))
        if file.endswith(".csv"):
            assert (site.folder / file).read_bytes().startswith(b"\xef\xbb\xbf"), file


# The manifest, and the same bytes again


def test_manifest_lists_exactly_the_files(site: BuiltSite) -> None:
    """Whoever gets the site can prove that it is whole."""
    lines = (site.folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = {path: digest for digest, path in (line.split("  ", 1) for line in lines)}
    files = site.files - {"SHA256SUMS", ".gitignore"}
    sums = {file: hashlib.sha256((site.folder / file).read_bytes()).hexdigest() for file in files}
    assert listed == sums
    assert list(listed) == sorted(listed)


def test_same_content_gives_the_same_bytes(site: BuiltSite, tmp_path: Path) -> None:
    """Another order of hashes, zone and language change not one byte."""
    manifests = []
    for seed, zone, language in (("1", "UTC", "C"), ("2", "America/New_York", "zh_CN.UTF-8")):
        others = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language}
        assert run_build(site.content, tmp_path / seed, others).returncode == 0
        manifests.append((tmp_path / seed / "SHA256SUMS").read_bytes())
    assert manifests[0] == manifests[1]
