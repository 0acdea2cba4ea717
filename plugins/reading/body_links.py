"""Puts addresses in the place of a converted text's marks: links, names, pictures, attachments.

In: a converted text and all that can be linked to. Out: the final Body of the page, and problems.
"""

import html
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import PurePosixPath
from posixpath import normpath, relpath
from urllib.parse import unquote, urlsplit

from plugins.domain import addresses
from plugins.domain.attachments import PublishedAttachment
from plugins.domain.dates import BulletinDate
from plugins.domain.figures import Figure
from plugins.domain.news_item import Body
from plugins.domain.pictures import PublishedPicture, Variant
from plugins.problems import Place, Problem
from plugins.reading import messages
from plugins.reading.automatic_links import NameIndex, link_names
from plugins.reading.bodies.markdown_text import ConvertedText, WrittenLink
from plugins.reading.content_folder import ContentFolder, Stamp
from plugins.reading.figure_marks import FIGURE_LINK, find_figure, with_figures
from plugins.reading.guesses import guess_of
from plugins.reading.pictures import Measured, check_attachment, measure_picture
from plugins.reading.register import Named, Register
from plugins.reading.source_text import FORBIDDEN

OUTWARD_SCHEMES = {"http", "https", "mailto", "tel"}
MENTIONED_KINDS = {"单位", "党组织", "荣誉", "机制"}
LINK_MARK = re.compile(r'<a href="ref:(\d+)"(?P<title> title="[^"]*")?>')
PICTURE_MARK = re.compile(
    r'<p><img [^>]*?src="ref:(\d+)"[^>]*></p>|<img [^>]*?src="ref:(\d+)"[^>]*>'
)
CAPTION = re.compile(r"\s+([“”‘’「『].*)$")
SIZES = "(min-width: 40em) 36em, 100vw"


@dataclass(frozen=True, slots=True)
class Target:
    """A text that can be linked to: its address, whether it is public, its headings' ids.

    What `vouches` is public and not withdrawn: its figures are published.
    """

    address: str
    public: bool
    heading_ids: tuple[str, ...]
    vouches: bool = False


@dataclass
class Linkable:
    """All that a text can link to; keeps what was measured of pictures, each looked at once.

    `used` are the paths that were asked for: what a text comes to depends on them.
    """

    folder: ContentFolder
    register: Register
    index: NameIndex
    texts: Mapping[str, Target]
    measured: dict[str, Measured | Problem] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def stamp_of(self, path: str) -> bytes:
        """Return what tells one state of a text or file from another."""
        return self._digest_of(path, self.folder.stamps.get(path))

    def settled_stamp_of(self, path: str) -> bytes:
        """Return it as it can be kept: that of a file just written is equal to no other."""
        return self._digest_of(path, self.folder.settled_stamp(path))

    def _digest_of(self, path: str, stamp: Stamp | None) -> bytes:
        seen = self.texts.get(path) or stamp or path in self.folder.strange
        return sha256(repr(seen).encode()).digest()

    def has_item(self, identity: str) -> bool:
        """Tell whether somebody wrote the item of that identity (`2022/name`)."""
        path = f"news/{identity}.md"
        self.used.add(path)
        return self.folder.has(path)

    def identities(self) -> list[str]:
        """Return the identities of all items that somebody wrote."""
        return [identity_of(path) for path in self.folder.of_kind("news")]

    def text(self, path: str) -> Target | None:
        """Return a text by its path, None where it cannot be linked to."""
        self.used.add(path)
        return self.texts.get(path)

    def has_page(self, named: Named) -> bool:
        """Tell whether what bears a name has a page: some wait for the items they come from."""
        texts = [self.text(f"news/{identity}.md") for identity in named.sources]
        return not texts or any(text.vouches for text in texts if text)

    def picture(
        self, path: str, place: Place, alternative: str, caption: str = "", credit: str = ""
    ) -> PublishedPicture | Problem:
        """Return a picture of the images folder, or why it cannot be published."""
        self.used.add(path)
        if not self.folder.has(path) or not path.startswith("images/"):
            return self.missing_file(path, place, "images")
        if path not in self.measured:
            self.measured[path] = measure_picture(self.folder.read(path), path, place)
        measured = self.measured[path]
        if isinstance(measured, Problem):
            return replace(measured, place=place)
        return PublishedPicture(
            path, measured.digest, measured.width, measured.height, alternative, caption, credit
        )

    def attachment(self, path: str, place: Place, name: str) -> PublishedAttachment | Problem:
        """Return an attachment of the files folder, or why it cannot be published."""
        self.used.add(path)
        if not self.folder.has(path) or not path.startswith("files/"):
            return self.missing_file(path, place, "files")
        if (fault := check_attachment(path, self.folder.stamps[path][0], place)) is not None:
            return fault
        data = self.folder.read(path)
        return PublishedAttachment(path, path, name, len(data), sha256(data).hexdigest())

    def missing_file(self, path: str, place: Place, kind: str) -> Problem:
        """Tell a file that is not there, with the nearest that is, or one under a wrong name."""
        if path in self.folder.strange:
            return messages.file_to_rename(place, path)
        nearest = guess_of(path, self.folder.of_kind(kind))
        return messages.missing_file(place, path, nearest, kind)


def finish_body(
    converted: ConvertedText,
    page: str,
    when: BulletinDate | None,
    file: str,
    linkable: Linkable,
) -> tuple[Body, tuple[PublishedAttachment, ...], list[Problem]]:
    """Resolve a text that stands at the address `page`, written in `file` (inside content/).

    Names are linked by themselves only where `when`, the text's date, is given.
    """
    finisher = _Finisher(converted, page, when, file, linkable)
    body_html = FIGURE_LINK.sub(finisher.figure, converted.html)
    body_html = LINK_MARK.sub(finisher.link, body_html)
    body_html = PICTURE_MARK.sub(finisher.picture, body_html)
    mentions = finisher.mentions
    if when is not None:
        body_html, found = link_names(body_html, linkable.index, when, page, set(mentions))
        mentions += found
    digest = sha256(body_html.encode()).hexdigest()
    text = with_figures(converted.text, finisher.figures)
    body = Body(body_html, text, digest, tuple(mentions), tuple(finisher.pictures))
    return body, tuple(finisher.attachments.values()), finisher.problems


class _Finisher:
    """Resolves the marks of one text in order; collects what they lead to."""

    def __init__(
        self,
        converted: ConvertedText,
        page: str,
        when: BulletinDate | None,
        file: str,
        linkable: Linkable,
    ) -> None:
        self.problems: list[Problem] = []
        self.mentions: list[str] = []
        self.pictures: list[PublishedPicture] = []
        self.attachments: dict[str, PublishedAttachment] = {}
        self.figures: dict[str, str] = {}
        self._converted = converted
        self._page = page
        self._when = when
        self._file = file
        self._linkable = linkable

    def figure(self, mark: re.Match[str]) -> str:
        """Return a number of the ledger, linked to its metric; a faulty mark stays as it is."""
        written = self._converted.links[int(mark[1])]
        if written.kind != "figure":
            return mark[0]
        figure = find_figure(written.target, written.place, self._linkable.register)
        if isinstance(figure, Problem):
            self.problems.append(figure)
        if not isinstance(figure, Figure):
            return f"[[{html.escape(written.target)}]]"
        number = self.figures[written.target] = figure.told
        source = self._linkable.text(f"news/{figure.source_item}.md")
        if source is None or not source.vouches:
            if not self._is_from_here([figure.source_item]):
                self.problems.append(messages.figure_waits(written.place, written.target))
            return html.escape(number)
        address = addresses.relative(self._page, figure.address)
        return f'<a class="figure-link" href="{address}">{html.escape(number)}</a>'

    def link(self, mark: re.Match[str]) -> str:
        """Return the opening tag of a link; a faulty one is told and points nowhere."""
        written = self._converted.links[int(mark[1])]
        title = mark["title"] or ""
        if written.kind == "name":
            address = self._name(written)
            return f'<a class="entity-link" href="{address}"{title}>' if address else "<a>"
        place = written.place
        if not written.target.strip("# "):
            self.problems.append(messages.link_without_address(place))
            return "<a>"
        if not written.text.strip():
            self.problems.append(messages.link_without_text(place, written.target))
        scheme = scheme_of(written.target)
        if scheme in OUTWARD_SCHEMES:
            return self._outward(written, scheme, title)
        if scheme:
            self.problems.append(messages.link_scheme(place, written.target))
            return "<a>"
        address = self._inward(written)
        return f'<a href="{html.escape(address)}"{title}>' if address else "<a>"

    def picture(self, mark: re.Match[str]) -> str:
        """Return a picture with its files; one alone in its paragraph becomes a figure."""
        written = self._converted.links[int(mark[1] or mark[2])]
        place = written.place
        if not written.target.strip():
            self.problems.append(messages.link_without_address(place))
            return ""
        if not written.text.strip():
            self.problems.append(messages.picture_without_alternative(place, written.target))
        if scheme_of(written.target) and "\\" not in written.target:
            self.problems.append(messages.picture_from_elsewhere(place, written.target))
            return ""
        path = self._path(written)
        if path is None:
            return ""
        picture = self._linkable.picture(path, place, written.text, written.title)
        if isinstance(picture, Problem):
            self.problems.append(picture)
            return ""
        self.pictures.append(picture)
        return picture_html(picture, self._page, figure=bool(mark[1]))

    def _outward(self, written: WrittenLink, scheme: str, title: str) -> str:
        if scheme.startswith("http") and not _host(written.target):
            self.problems.append(messages.link_scheme(written.place, written.target))
        elif scheme == "http":
            self.problems.append(messages.link_without_https(written.place, written.target))
        address = html.escape(written.target)
        rel = ' rel="external noopener"' if scheme.startswith("http") else ""
        return f'<a href="{address}"{title}{rel}>'

    def _name(self, written: WrittenLink) -> str:
        found = self._linkable.register.find(written.target, when=self._when)
        place = written.place
        if len({named.address for named in found}) == 1:
            if self._linkable.has_page(found[0]):
                return self._mentioned(found[0])
            if not self._is_from_here(found[0].sources):
                self.problems.append(messages.name_waits(place, written.target))
        elif found:
            self.problems.append(messages.ambiguous_name(place, written.target, _told(found)))
        elif not self._linkable.register.incomplete:
            nearest = guess_of(written.target, self._linkable.register.names())
            self.problems.append(messages.unknown_name(place, written.target, nearest))
        return ""

    def _is_from_here(self, sources: Iterable[str]) -> bool:
        """Tell whether this text is a source itself: then nobody reads it before it is public."""
        return any(f"news/{identity}.md" == self._file for identity in sources)

    def _mentioned(self, named: Named) -> str:
        if named.kind in MENTIONED_KINDS and named.address not in self.mentions:
            self.mentions.append(named.address)
        return addresses.relative(self._page, named.address)

    def _inward(self, written: WrittenLink) -> str:
        """Return the address of a link into the content folder; empty where it leads nowhere."""
        target, _, fragment = written.target.partition("#")
        fragment = unquote(fragment)
        if not target:
            return self._with_fragment("", fragment, self._converted.heading_ids, written)
        path = self._path(written)
        if path is None:
            return ""
        if path.startswith("files/"):
            return self._attachment(path, written)
        return self._text(path, fragment, written)

    def _text(self, path: str, fragment: str, written: WrittenLink) -> str:
        """Return the address of a text; one that could not be read has been told elsewhere."""
        text = self._linkable.text(path)
        if text is None and path in self._linkable.folder.strange:
            self.problems.append(messages.file_to_rename(written.place, path))
            return ""
        if text is None:
            if not (path.endswith(".md") and self._linkable.folder.has(path)):
                nearest = guess_of(path, self._linkable.texts)
                self.problems.append(messages.link_target(written.place, path, nearest))
            return ""
        if not text.public:
            self.problems.append(messages.link_to_unpublished(written.place, path))
            return ""
        address = addresses.relative(self._page, text.address)
        return self._with_fragment(address, fragment, text.heading_ids, written)

    def _attachment(self, path: str, written: WrittenLink) -> str:
        attachment = self._linkable.attachment(path, written.place, written.text)
        if isinstance(attachment, Problem):
            self.problems.append(attachment)
            return ""
        self.attachments.setdefault(path, attachment)
        return addresses.relative(self._page, attachment.path)

    def _with_fragment(
        self, address: str, fragment: str, ids: Collection[str], written: WrittenLink
    ) -> str:
        if not fragment:
            return address
        if fragment not in ids:
            nearest = guess_of(fragment, ids)
            self.problems.append(messages.unknown_fragment(written.place, fragment, nearest))
        return f"{address}#{fragment}"

    def _path(self, written: WrittenLink) -> str | None:
        """Return the path inside content/ that a relative target means; None if it leaves it."""
        target = unquote(written.target.partition("#")[0])
        folder = PurePosixPath(self._file).parent
        path = normpath(str(folder / target))
        if "\\" in target:
            return None  # told where it is written: what has come of it can be found nowhere
        if caption := CAPTION.search(target):
            self.problems.append(messages.quotes_of_caption(written.place, caption[1]))
            return None
        if not self._linkable.folder.has(path) and (meant := self._meant(target)):
            right = relpath(meant, folder)
            self.problems.append(messages.path_from_root(written.place, target, right))
            return None
        is_lost = FORBIDDEN.search(target) or "\n" in target
        if is_lost or target.startswith("/") or path.startswith(".."):
            self.problems.append(messages.outside_content(written.place, written.target))
            return None
        return path

    def _meant(self, target: str) -> str:
        """Return the picture or attachment that a path means which begins in another folder."""
        meant = normpath(target.lstrip("/")).removeprefix("../").removeprefix("../")
        is_file = meant.startswith(("images/", "files/")) and self._linkable.folder.has(meant)
        return meant if is_file else ""


def identity_of(path: str) -> str:
    """Return the identity (`2022/name`) of the item at a path inside content/."""
    return path.removeprefix("news/").removesuffix(".md")


def picture_html(picture: PublishedPicture, page: str, *, figure: bool) -> str:
    """Write a picture of a body: all its files, its size, loaded when it comes into sight."""
    fallback = picture.fallback()
    sources = "".join(
        f'<source type="image/{kind}" sizes="{SIZES}" srcset="{_srcset(picture, page, ending)}">'
        for ending, kind in (("webp", "webp"), ("jpg", "jpeg"))
    )
    image = (
        f'<img src="{addresses.relative(page, fallback.path)}" width="{fallback.width}" '
        f'height="{fallback.height}" alt="{html.escape(picture.alternative)}" loading="lazy" '
        f'decoding="async">'
    )
    whole = f"<picture>{sources}{image}</picture>"
    if not figure:
        return whole
    caption = f"<figcaption>{html.escape(picture.caption)}</figcaption>" if picture.caption else ""
    return f'<figure class="body-figure">{whole}{caption}</figure>'


def _srcset(picture: PublishedPicture, page: str, ending: str) -> str:
    files: list[Variant] = [one for one in picture.variants() if one.format == ending]
    return ", ".join(f"{addresses.relative(page, one.path)} {one.width}w" for one in files)


def scheme_of(target: str) -> str:
    """Return the scheme of a written target, `?` where it is no address at all."""
    try:
        return urlsplit(target.strip()).scheme.lower()
    except ValueError:
        return "?"


def _host(target: str) -> str:
    try:
        return urlsplit(target.strip()).netloc
    except ValueError:
        return ""


def _told(found: list[Named]) -> list[str]:
    return [f"{named.kind}“{named.name}”" for named in found]
