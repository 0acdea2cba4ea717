"""robots.txt: everything may be read. A withdrawn page is kept out by its own noindex label.

A page that robots may not fetch cannot tell them that it was withdrawn; so nothing is disallowed.
"""

from plugins.domain.bulletin import Bulletin
from plugins.domain.page import Page
from plugins.domain.views import SiteView
from plugins.page_meta.sitemap import SITEMAP
from plugins.page_meta.views import RobotsView

ROBOTS = "robots.txt"


def robots_page(bulletin: Bulletin) -> Page:
    """Return robots.txt, which names the sitemap where there is one."""
    return Page(ROBOTS, robots_text, RobotsView(SITEMAP if bulletin.site.domain else ""))


def robots_text(view: RobotsView, site: SiteView) -> str:
    """Write robots.txt."""
    lines = ["User-agent: *", "Allow: /"]
    if view.sitemap:
        lines += ["", f"Sitemap: {site.origin}/{view.sitemap}"]
    return "\n".join(lines) + "\n"
