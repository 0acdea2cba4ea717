r"""Our manner of Markdown: no raw HTML, no indented code, `[[名称]]`, links and headings collected.

A `\` at the end of a line keeps the line, as two blanks do, which nobody sees; at the end of a
paragraph it is the one too many of a poem.

A figure's mark, `[[数据:指标@时点]]`, keeps its brackets as the text of its link.

An extension of Python-Markdown. Links and pictures leave as numbered marks (`href="ref:0"`).
"""

import html
import re
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, HRProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.reading.figure_marks import is_figure

ATTRIBUTE = (
    r"""(?:[ \t]++|(?<=["']))[a-zA-Z_:@][\w:.-]*+"""
    r"""(?:[ \t]*+=[ \t]*+(?:"[^"<>\n]*+"|'[^'<>\n]*+'|[^\s"'<>]++))?"""
)
RAW_HTML = (
    rf"(<(?:/?[a-zA-Z][a-zA-Z0-9:-]*+(?:{ATTRIBUTE})*[ \t]*+/?"
    r"|!--(?:(?!<!--|-->)[\s\S])*--|\?[^<>\n]*|![a-zA-Z][^<>\n]*)>)"
)
"""A tag has a name and attributes; the signs in `a<b，b>c` make none."""

KEPT_LINE_END = r"\\ *\n|(?<=[^\x00-\x7f])\\ *\Z"
NAME_LINK = r"(?<!\\)\[\[([^\[\]\n]+)\]\]"
STAR_IN_NUMBER = r"(?<=\d)(\*+)(?=\d)"
INLINE_MARK = re.compile(r"[`\\\[<&*_]|  \n")
"""One of these stands in whatever an inline pattern matches."""

ESCAPED_AMPERSAND = "\x02amp\x03"
BREAK = HRProcessor.SEARCH_RE
HASH_LINE = re.compile("^#.*$", re.MULTILINE)
PLAIN_HEADING = re.compile(r"#{1,6}[^#\\\n]*")
TABLE_HEAD = re.compile(r"\n.*\|.*\n[|:\- ]*\|[|:\- ]*$", re.MULTILINE)
"""Where a line ends: the first two lines of a table, or what looks like them, follow."""

BELOW_TABLES = 72
"""A table may hold such lines; after it headings are looked for, and breaks last."""

BEFORE_INLINE = 30
AFTER_UNESCAPING = -1
BEFORE_UNESCAPING = 5
HEADING = re.compile("h[1-6]")
LOOSE_STARS = re.compile(r"(?<![*\d])\*\*(?!\*)|(?<=\d)\*\*(?![*\d])")
BESIDE = 2
"""So many characters on each side tell some stars from others."""

MARKS_OF_TAGS = {"strong": "**", "em": "*"}
NEVER_FIRST = tuple("、，。；：！？）》”")
"""What nobody begins emphasis with: the stars around it stood for the characters of a name."""


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link as written: `kind` is `link`, `picture`, `name` or `figure`."""

    kind: str
    target: str
    text: str = ""
    title: str = ""
    holds_link: bool = False


@dataclass
class Found:
    """What the converter came across, in the order of the document."""

    links: list[FoundLink] = field(default_factory=list)
    raw_html: list[str] = field(default_factory=list)
    loose_stars: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


class Dialect(Extension):
    """Replaces what would pass HTML through; `found` is filled anew by each conversion."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        super().__init__()
        self.found = Found()

    def reset(self) -> None:
        """Forget the text before; Python-Markdown calls this for a registered extension."""
        self.found = Found()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Replace what would pass HTML through and register our own processors."""
        md.registerExtension(self)
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.deregister("code")
        md.parser.blockprocessors.deregister("setextheader")
        md.parser.blockprocessors.register(_Apart(md.parser), "apart", BELOW_TABLES)
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_NameLink(NAME_LINK, md), "name_link", 185)
        md.inlinePatterns.register(_RawHtml(RAW_HTML, md, self), "raw_html", 90)
        md.inlinePatterns.register(
            SubstituteTagInlineProcessor(KEPT_LINE_END, "br"), "kept_line", 105
        )
        md.inlinePatterns.register(_PlainStar(STAR_IN_NUMBER, md), "star_in_number", 65)
        md.treeprocessors.register(_PlainText(md), "plain_text", BEFORE_INLINE)
        md.treeprocessors.register(_LooseStars(md, self), "loose_stars", BEFORE_UNESCAPING)
        md.treeprocessors.register(_Collector(md, self), "collector", AFTER_UNESCAPING)


class _Apart(BlockProcessor):
    """Takes a block apart at all its headings, or at all its breaks, in one pass.

    Python-Markdown cuts off one after the other, and each time reads the rest of the block again.
    """

    _pieces: tuple[str, ...] = ()
    _refused = ""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        """Tell whether there is more than one piece; a loose list shifts what follows a heading."""
        is_plain = "\n" not in block or self.parser.state.isstate("looselist")
        if is_plain or self._refused.endswith(block):
            return False  # the rest of what was looked through in vain
        self._pieces = _pieces_of(block)
        self._refused = "" if self._pieces else block
        return len(self._pieces) > 1

    def run(self, parent: Element, blocks: list[str]) -> None:  # noqa: ARG002 - Python-Markdown's signature
        """Put the pieces in the place of the block."""
        blocks[:1] = self._pieces


class _NameLink(InlineProcessor):
    """`[[名称]]`: a link to whatever bears the name."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's signature
        """Return the link with its name for a target."""
        name = m[1].strip()
        link = Element("a", {"data-name": name})
        link.text = AtomicString(f"[[{name}]]") if is_figure(name) else name
        return link, m.start(0), m.end(0)


class _RawHtml(InlineProcessor):
    """HTML written by hand: kept as the text it is, and told."""

    def __init__(self, pattern: str, md: Markdown, dialect: Dialect) -> None:
        super().__init__(pattern, md)
        self._dialect = dialect

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's signature
        """Record the tag and leave it standing as text."""
        self._dialect.found.raw_html.append(m[1])
        span = Element("span")
        span.text = m[1]
        return span, m.start(0), m.end(0)


class _PlainStar(InlineProcessor):
    """A star between digits is a star (`2022*3*9`), never emphasis."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's signature
        """Return the stars as text that no later pattern sees."""
        return m[1], m.start(0), m.end(0)


class _PlainText(Treeprocessor):
    """Spares text without any mark the search for each inline pattern, which takes most time."""

    def run(self, root: Element) -> None:
        """Declare such text finished, in the way Python-Markdown knows."""
        for element in root.iter():
            if element.text and not INLINE_MARK.search(element.text):
                element.text = AtomicString(element.text)


class _LooseStars(Treeprocessor):
    """Finds stars that made no emphasis, while an escaped star still looks otherwise."""

    def __init__(self, md: Markdown, dialect: Dialect) -> None:
        super().__init__(md)
        self._dialect = dialect

    def run(self, root: Element) -> None:
        """Record each with the characters beside it, and emphasis that nobody means."""
        loose = self._dialect.found.loose_stars
        for element in root.iter():
            text, tail = element.text or "", element.tail or ""
            if element.tag in MARKS_OF_TAGS and text.startswith(NEVER_FIRST):
                loose.append(MARKS_OF_TAGS[element.tag] + text[:2])
            if element.tag == "em" and tail.startswith("*"):
                loose.append(text[-2:] + "**")
            if len(element) and element[0].tag == "em" and text.endswith("*"):
                loose.append("**" + (element[0].text or "")[:2])
            for run in (text if element.tag != "code" else "", tail):
                loose += [
                    run[max(0, stars.start() - BESIDE) : stars.end() + BESIDE]
                    for stars in LOOSE_STARS.finditer(run)
                ]


class _Collector(Treeprocessor):
    """Collects links, pictures and headings; puts marks in, and classes for inline styles."""

    def __init__(self, md: Markdown, dialect: Dialect) -> None:
        super().__init__(md)
        self._dialect = dialect

    def run(self, root: Element) -> None:
        """Walk the tree once, after the ids of headings are set and escapes are undone."""
        for element in root.iter():
            if element.tag == "img":
                self._mark(element, "src", "picture")
            elif element.tag == "a" and "footnote" not in element.get("class", ""):
                self._mark(element, "href", "link")
            elif element.tag in {"th", "td"}:
                _class_for_style(element)
            elif HEADING.fullmatch(element.tag):
                self._dialect.found.headings.append(int(element.tag[1]))
                self._dialect.found.ids.append(element.get("id", ""))

    def _mark(self, element: Element, attribute: str, kind: str) -> None:
        links = self._dialect.found.links
        name = element.attrib.pop("data-name", None)
        text = _unescaped(_readable(element))
        if name:
            kind = "figure" if is_figure(name) else "name"
        found = FoundLink(
            kind=kind,
            target=name or _unescaped(element.get(attribute, "")),
            text=text,
            title=_unescaped(element.get("title", "")),
            holds_link=kind == "link" and ("](" in text or sum(1 for _ in element.iter("a")) > 1),
        )
        element.set(attribute, f"ref:{len(links)}")
        links.append(found)


def _pieces_of(block: str) -> tuple[str, ...]:
    """Return the headings of a block and what lies between them; its breaks if it has no headings.

    What may be a table takes all the rest with it. Where a heading is no plain one, a block is left
    to those who know where it ends.
    """
    headings = HASH_LINE.findall(block)
    if not all(map(PLAIN_HEADING.fullmatch, headings)):
        return ()
    pieces, end = [], 0
    for line in (HASH_LINE if headings else BREAK).finditer(block):
        pieces += [block[end : line.start()].strip("\n"), line[0]]
        end = line.end()
        if TABLE_HEAD.match(block, end):
            break
    pieces.append(block[end:].strip("\n"))
    return tuple(filter(None, pieces))


def _readable(element: Element) -> str:
    """Return what a reader sees or hears of a link or picture."""
    pictures = (picture.get("alt", "") for picture in element.iter("img"))
    return "".join([*element.itertext(), *pictures])


def _unescaped(text: str) -> str:
    return html.unescape(text.replace(ESCAPED_AMPERSAND, "&"))


def _class_for_style(cell: Element) -> None:
    """Turn the style that the tables extension sets into a class, and scope column headings."""
    style = cell.attrib.pop("style", "")
    if style:
        cell.set("class", "align-" + style.removeprefix("text-align: ").rstrip(";"))
    if cell.tag == "th":
        cell.set("scope", "col")
