"""Links of a text made absolute, for readers who see it away from its page."""

import re
from urllib.parse import urljoin

TAG = re.compile(r'<[a-zA-Z][^>"]*(?:"[^"]*"[^>"]*)*>')
LINK = re.compile(r'(?<=\s)(href|src)="([^"]*)"')
SOURCE_SET = re.compile(r'(?<=\s)srcset="([^"]*)"')


def with_absolute_links(html: str, base: str) -> str:
    """Return sanitised HTML whose links, relative to the page at `base`, are absolute.

    Only what stands inside tags is changed: a text may itself speak of `href="…"`.
    """
    return TAG.sub(lambda tag: _absolute_tag(tag[0], base), html)


def _absolute_tag(tag: str, base: str) -> str:
    linked = LINK.sub(lambda link: f'{link[1]}="{urljoin(base, link[2])}"', tag)
    return SOURCE_SET.sub(lambda files: f'srcset="{_absolute_files(files[1], base)}"', linked)


def _absolute_files(files: str, base: str) -> str:
    """Return a `srcset`: addresses, each with the width of its file, separated by commas."""
    return ", ".join(urljoin(base, file.strip()) for file in files.split(","))
