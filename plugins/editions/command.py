"""`print`: one edition with the whole texts of its items, as a PDF for the printer."""

import argparse
import errno
import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.assets.pictures import picture_pages
from plugins.assets.settings import AssetSettings
from plugins.checking.command import sound_bulletin
from plugins.domain.attachment_views import size_text
from plugins.domain.bulletin import Bulletin
from plugins.domain.dates import read_date
from plugins.domain.editions import has_come_out, items_of, public_editions
from plugins.domain.navigation import site_view
from plugins.domain.page import Page
from plugins.domain.texts import Edition
from plugins.editions import messages
from plugins.editions.missing_glyphs import characters_missing, fonts_named, missing_glyphs
from plugins.editions.paper import PAPERS, Setting
from plugins.editions.printed import printed_edition, settings_for
from plugins.press.command import settings
from plugins.press.rendering import Renderer
from plugins.problems import Problem, nearest_of
from plugins.problems.telling import tell

if TYPE_CHECKING:  # WeasyPrint may not be installed
    from plugins.editions.printing import PrintedFile

TEMPLATE = "editions/print.html"
STYLES = ("styles/tokens.css", "templates/editions/print.css")
PROBLEM, NOT_READY = 1, 2
MEANT_AT_MOST = 3


class NotPrintedError(Exception):
    """Why there is no PDF: Problems, or a line to tell, and the exit code of it."""

    def __init__(self, told: Sequence[Problem] | str, code: int = PROBLEM) -> None:
        """Take what to tell."""
        super().__init__(told)
        self.told, self.code = told, code


def print_edition(arguments: argparse.Namespace) -> int:
    """Print `arguments.edition`; return 1 where a Problem prevents it, 2 for a wrong call.

    A computer without WeasyPrint or fonts is told what to install, and 2 is returned.
    """
    try:
        bulletin = _read(arguments)
        edition = _find(arguments.edition, bulletin)
        file = arguments.output or Path(f"edition-{edition.date.iso[:10]}.pdf")
        _check_writable(file)
        printed = _print(edition, bulletin, arguments.root)
        _write(file, printed.data)
    except NotPrintedError as refusal:
        if isinstance(refusal.told, str):
            sys.stderr.write(refusal.told + "\n")
        else:
            tell(refusal.told)
        return refusal.code
    size = size_text(len(printed.data))
    sys.stdout.write(messages.made(file, printed.setting.paper.name, printed.pages, size))
    return 0


def _read(arguments: argparse.Namespace) -> Bulletin:
    """Read the content as a build does; what stops a build stops the print."""
    bulletin, problems = sound_bulletin(arguments.content, arguments.today)
    if bulletin is None:
        raise NotPrintedError(problems)
    return bulletin


def _find(written: str | None, bulletin: Bulletin) -> Edition:
    """Return the edition of a date, in whatever form that was typed."""
    editions = {one.date.iso[:10]: one for one in public_editions(bulletin)}
    if not written:
        raise NotPrintedError(messages.edition_not_named(list(editions)), NOT_READY)
    date = read_date(written).date
    asked = date.iso[:10] if date else written
    if asked in editions:
        return editions[asked]
    for edition in bulletin.editions:
        if edition.date.iso[:10] == asked:
            has_come = has_come_out(edition, bulletin)
            waits = messages.edition_waits(asked, edition.date.first_day.isoformat())
            raise NotPrintedError(messages.edition_empty(asked) if has_come else waits)
    raise NotPrintedError(messages.edition_unknown(written, _meant(asked, editions), editions))


def _meant(asked: str, dates: Collection[str]) -> list[str]:
    """Return the editions of a month or a year, at most three; else the date that is most like."""
    within = [date for date in dates if date.startswith(f"{asked}-")]
    nearest = nearest_of(asked, dates)
    return within[-MEANT_AT_MOST:] or ([nearest] if nearest else [])


def _print(edition: Edition, bulletin: Bulletin, root: Path) -> "PrintedFile":
    """Set an edition and see that its fonts have all that is in it."""
    try:
        from plugins.editions.printing import printed_file  # noqa: PLC0415 - may not be installed
    except ImportError as fault:
        raise NotPrintedError(messages.without_weasyprint(sys.executable), NOT_READY) from fault
    except OSError as fault:
        raise NotPrintedError(messages.without_pango(fault), NOT_READY) from fault
    sys.stderr.write("正在排版，约需半分钟……\n")
    papers = [settings_for(edition, bulletin, paper) for paper in PAPERS]
    theme = root / "theme"
    style = "".join((theme / name).read_text(encoding="utf-8") for name in STYLES)
    renderer = Renderer(theme, site_view(bulletin, {}))
    document = partial(_document, edition, bulletin, renderer)
    assets = AssetSettings(**settings(root, bulletin.content, root / "output")["ASSETS"])
    pictures = _pictures(edition, bulletin, renderer, assets)
    try:
        printed = printed_file(papers, document, style, pictures)
    except OSError as fault:
        raise NotPrintedError([messages.picture_unusable(fault)]) from fault
    _check_fonts(printed, fonts_named(style), edition, bulletin)
    return printed


def _check_fonts(
    printed: "PrintedFile", fonts: Collection[str], edition: Edition, bulletin: Bulletin
) -> None:
    if printed.drawn.keys().isdisjoint(fonts):
        raise NotPrintedError(messages.without_font(), NOT_READY)
    missing = printed.missing | characters_missing(printed.drawn, fonts)
    if missing:
        sources = _sources(edition, bulletin)
        raise NotPrintedError(list(missing_glyphs(missing, sources, next(iter(sources)))))


def _document(edition: Edition, bulletin: Bulletin, renderer: Renderer, setting: Setting) -> str:
    """Return the document for a setting."""
    made = renderer.render(Page(TEMPLATE, TEMPLATE, printed_edition(edition, bulletin, setting)))
    if isinstance(made, Problem):
        raise NotPrintedError([made])
    return made.decode()


def _pictures(
    edition: Edition, bulletin: Bulletin, renderer: Renderer, assets: AssetSettings
) -> Callable[[str], bytes]:
    """Return what gives the files of pictures by their addresses, as the site would have them."""
    shown = replace(bulletin, items=items_of(edition, bulletin), text_pages=())
    pages = {page.path: page for page in picture_pages(shown, assets)}

    def read(path: str) -> bytes:
        if path not in pages:
            raise FileNotFoundError(None, "没有这张图片", path)
        made = renderer.render(pages[path])
        if isinstance(made, Problem):
            raise OSError(None, made.message, path)
        return made

    return read


def _sources(edition: Edition, bulletin: Bulletin) -> Mapping[str, list[str]]:
    """Return the lines of all that the words of an edition come from, its own file first."""
    paths = [edition.file, *(item.file for item in items_of(edition, bulletin))]
    folder = bulletin.content
    return {
        f"{folder.name}/{path}": (folder / path).read_text("utf-8", "replace").splitlines()
        for path in paths
    }


def _check_writable(file: Path) -> None:
    """See that the PDF can be put where it is to go, before half a minute is spent on it."""
    folder = file.parent
    fault = None
    if not folder.is_dir():
        fault = errno.ENOENT
    elif file.is_dir():
        fault = errno.EISDIR
    elif not os.access(folder, os.W_OK):
        fault = errno.EACCES
    if fault:
        raise NotPrintedError([messages.not_written(OSError(fault, os.strerror(fault)), file)])


def _write(file: Path, data: bytes) -> None:
    """Put the whole file there at once, or leave what was there."""
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise NotPrintedError([messages.not_written(fault, file)]) from fault
