"""Pagefind from PyPI over the same site, in an environment of its own below .cache/.

It gets the titles and texts of the items and nothing else, so that its answers can be held against
the same truth. Only the extended release takes Chinese apart; how well it does so goes with the
version, which is therefore told.
"""

import gzip
import json
from pathlib import Path

from plugins.bench.measuring import Usage, measure
from plugins.bench.search_measuring import Engine
from plugins.bench.tools import Tell, ToolsMissingError, installed

PACKAGES = ("pagefind[extended]>=1.5",)
FOLDER = "pagefind"
ROOT = ".reading__text"
"""The article of the page itself; rows of related items are articles too."""

NOT_OF_THE_TEXT = ".item-facts,.item-tools,.neighbours,.print-colophon"
MARK = b"pagefind_dcd"
"""Stands before the JSON in each of its files."""


def pagefind_below(folder: Path, tell: Tell) -> Path | None:
    """Return the Python that has Pagefind; None, which is told, where it cannot be had."""
    try:
        return installed(folder, PACKAGES, tell)
    except ToolsMissingError as fault:
        tell(f"不和 Pagefind 比较：{fault}")
        return None


def pagefind_over(python: Path, site: Path) -> tuple[Engine, Usage]:
    """Index the items of a built site; return the engine and what that took."""
    command = [
        *(str(python), "-m", "pagefind", "--site", str(site), "--silent"),
        *("--glob", "news/*/*/index.html", "--root-selector", ROOT),
        *("--exclude-selectors", NOT_OF_THE_TEXT),
    ]
    usage = measure(command, site, site.with_name("pagefind.log"), {})
    fragments = (site / FOLDER / "fragment").glob("*.pf_fragment")
    addresses = {file.stem: _address(file) for file in fragments}
    entry = json.loads((site / FOLDER / "pagefind-entry.json").read_bytes())
    return Engine(f"Pagefind {entry['version']}", "pagefind.js", site, addresses), usage


def _address(fragment: Path) -> str:
    text = gzip.decompress(fragment.read_bytes()).removeprefix(MARK)
    address: str = json.loads(text)["url"]
    return address.removeprefix("/")
