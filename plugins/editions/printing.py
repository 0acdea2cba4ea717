"""From the HTML of an edition to a PDF: the type as large as the fewest sheets allow.

Here alone WeasyPrint is called. It fetches nothing: pictures come from the site's own files.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any
from urllib.parse import unquote

from weasyprint import CSS, HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

from plugins.editions.paper import Setting
from plugins.editions.typesetting import chinese_columns

SITE = "https://site.invalid/"
"""Where the document stands, so that addresses in it can be completed; nothing is asked there."""


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A PDF, its pages, and the characters that were drawn, by the family of their font.

    `missing` are characters that no font of this computer has.
    """

    data: bytes
    pages: int
    setting: Setting
    drawn: Mapping[str, frozenset[str]]
    missing: frozenset[str]


def printed_file(
    papers: Sequence[Sequence[Setting]],
    html: Callable[[Setting], str],
    style: str,
    read: Callable[[str], bytes],
) -> PrintedFile:
    """Set an edition and return its PDF. `html` makes the document for a setting.

    `papers` are the settings of each paper, from the roomiest to the closest. The first paper that
    holds all on one sheet is taken; of the last there are as many sheets as are needed. Raises the
    OSError of `read` where a file of the site is missing.
    """
    files = partial(_fetched, read)

    @cache
    def laid_out(setting: Setting) -> Any:
        sheets = [CSS(string=text, url_fetcher=files) for text in (style, setting.style)]
        document = HTML(string=html(setting), base_url=SITE, url_fetcher=files)
        return document.render(stylesheets=sheets, pdf_variant="pdf/ua-1")

    try:
        with chinese_columns():
            return _written(*_best(papers, laid_out))
    except FatalURLFetchingError as fault:
        raise fault.__cause__ or fault from None


def _fetched(read: Callable[[str], bytes], url: str) -> Any:
    """Give WeasyPrint a file of the site; a document that lacks one is not printed."""
    try:
        if not url.startswith(SITE):
            raise FileNotFoundError(None, "站外的文件", url)
        return URLFetcherResponse(url, read(unquote(url.removeprefix(SITE))))
    except OSError as fault:
        raise FatalURLFetchingError from fault


def _best(
    papers: Sequence[Sequence[Setting]], laid_out: Callable[[Setting], Any]
) -> tuple[Setting, Any]:
    """Return the roomiest setting that needs no more sheets than the closest one, and its pages."""
    sheets = [len(laid_out(settings[-1]).pages) for settings in papers]
    fewest = 1 if 1 in sheets else sheets[-1]
    settings = papers[sheets.index(1) if 1 in sheets else -1]
    found = bisect_left(settings, -fewest, key=lambda one: -len(laid_out(one).pages))
    setting = settings[min(found, len(settings) - 1)]
    return setting, laid_out(setting)


def _written(setting: Setting, document: Any) -> PrintedFile:
    data = document.write_pdf(pdf_variant="pdf/ua-1")
    drawn: dict[str, set[str]] = {}
    missing: set[str] = set()
    for font in document.fonts.values():
        drawn.setdefault(font.family, set()).update("".join(font.to_unicode.values()))
        missing.update(map(chr, font.missing))
    families = {family: frozenset(characters) for family, characters in drawn.items()}
    return PrintedFile(data, len(document.pages), setting, families, frozenset(missing))
