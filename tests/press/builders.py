"""Texts of tiny projects, and small helpers to write them."""

from datetime import date
from pathlib import Path

from plugins.domain.page import Page

TODAY = date(2022, 3, 10)
ROOT = Path(__file__).parents[2]
COLUMNS = "栏目名称,链接名\n党建动态,dynamics\n"
ITEM = """\
---
标题: 甲
日期: 2022-03-09
栏目: 党建动态
署名: 通讯员 张三
来源: 某报
---

正文。
"""
TINY_FEATURE = """\
import blinker
from plugins.domain import addresses
from plugins.domain.page import BULLETIN_PAGES, Page


def pages(bulletin):
    yield Page("index.html", "home.html", tuple(item.title for item in bulletin.items))
    for item in (*bulletin.items, *bulletin.withdrawn):
        yield Page(addresses.file_of(item.address), "item.html", item.title)


def register():
    blinker.signal(BULLETIN_PAGES).connect(pages)
"""
SETTINGS = """\
PLUGIN_PATHS = [{root!r}, "."]
PLUGINS = ["plugins.press.plugin", "tiny_feature"]
PRESS = {{"plugins": PLUGINS}}
PATH = "content"
CACHE_PATH = ".cache"
OUTPUT_PATH = "output"
THEME = "theme"
TIMEZONE = "Asia/Shanghai"
ARTICLE_PATHS = PAGE_PATHS = STATIC_PATHS = THEME_STATIC_PATHS = DIRECT_TEMPLATES = []
READERS = {{"rst": None, "html": None}}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
"""


def write_files(folder: Path, files: dict[str, str]) -> None:
    """Write texts by their path below a folder."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def text_page(path: str, text: str) -> Page:
    """Return a page that is just this text."""
    return Page(path, lambda view, _: view, text)
