# ruff: noqa: INP001 - Pelican reads this file by its path; the folder is a site, not a package
"""Settings of the site as vanilla Pelican makes it: no plugin, the same kinds of pages as ours.

Feeds and a sitemap come with a domain, as they do in our site; it is told by `DOMAIN`.
"""

import json
import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
DOMAIN = os.environ.get("DOMAIN", "")

SITENAME = "党建新闻"
SITEURL = f"https://{DOMAIN}" if DOMAIN else ""
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-cn"
LOCALE = ["C"]
THEME = str(HERE)
THEME_STATIC_PATHS = ["static"]
THEME_STATIC_DIR = "."
PLUGINS: list[str] = []
CACHE_PATH = str(HERE / "cache")

# Two names that sound alike must not share a page, as they would when spelt in Latin letters.
SLUGIFY_USE_UNICODE = True
ARTICLE_PATHS = ["news"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
ARTICLE_URL = "news/{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
CATEGORY_URL = "columns/{slug}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
AUTHOR_URL = "bylines/{slug}/"
AUTHOR_SAVE_AS = AUTHOR_URL + "index.html"
YEAR_ARCHIVE_URL = "archive/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL + "index.html"
MONTH_ARCHIVE_URL = "archive/{date:%Y}/{date:%m}/"
MONTH_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_URL + "index.html"
DIRECT_TEMPLATES = ["index", "categories", "tags", "authors", "archives"]
CATEGORIES_SAVE_AS = "columns/index.html"
TAGS_SAVE_AS = "topics/index.html"
AUTHORS_SAVE_AS = "bylines/index.html"
ARCHIVES_SAVE_AS = "archive/index.html"
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"tag": None, "category": None, "author": None}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

FEED_MAX_ITEMS = 30
FEED_DOMAIN = SITEURL
FEED_ALL_ATOM = "feed.xml" if DOMAIN else None
CATEGORY_FEED_ATOM = "columns/{slug}/feed.xml" if DOMAIN else None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
if DOMAIN:
    DIRECT_TEMPLATES += ["sitemap", "feed"]
SITEMAP_SAVE_AS = "sitemap.xml"
FEED_SAVE_AS = "feed.json"

# FRAMES: what our pages have around their main part, by address; PLACES: the address of a column.
JINJA_GLOBALS = json.loads((HERE / "frames.json").read_text(encoding="utf-8"))
