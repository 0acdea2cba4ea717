"""Settings of the site for Pelican: a table of contents, no logic.

In the repository's root: `pelican content -s pelicanconf.py`, or `python tasks.py build`.
"""

PLUGIN_PATHS = ["."]
PLUGINS = [  # in flow order: pages, then pages about pages, then the press
    "plugins.assets.plugin",  # css, js and images of the theme; pictures and attachments
    "plugins.news.plugin",  # home, items, columns, topics, bylines, organisations, archive
    "plugins.registry.plugin",  # honours, recognitions, branches
    "plugins.figures.plugin",  # the ledger of figures: every metric with its chart and sources
    "plugins.records.plugin",  # mechanisms, and the tables of records that are kept of them
    "plugins.editions.plugin",  # the pages of editions and their calendar
    "plugins.search.plugin",  # the search page and its index
    "plugins.open_data.plugin",  # every published table to take away, and their catalogue
    "plugins.feeds.plugin",  # Atom and JSON Feed
    "plugins.page_meta.plugin",  # sitemap, robots.txt
    "plugins.press.plugin",  # reads, gates, renders, writes
]

ASSETS = {"webp_quality": 80, "jpeg_quality": 82}
PRESS = {"plugins": PLUGINS}

SITENAME = "党建新闻"
PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = ".cache"
THEME = "theme"
TIMEZONE = "Asia/Shanghai"  # as in plugins/domain/dates.py, which decides what day it is
DEFAULT_LANG = "zh-hans"
LOCALE = ["C"]

# Pelican's own articles, pages, static files and feeds are off: the press makes every file.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
TEMPLATE_PAGES: dict[str, str] = {}
READERS = {"rst": None, "html": None}
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
OUTPUT_SOURCES = False
DELETE_OUTPUT_DIRECTORY = False
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
