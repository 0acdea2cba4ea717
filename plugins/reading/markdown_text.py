"""Markdown as editors write it -> sanitised HTML, plain text and the links still to be resolved.

Depends on nothing but the text itself, so its result can be kept by the digest of the source.
Links and pictures leave as numbered marks (`href="ref:0"`); `body_links.py` puts addresses in.
"""

import html
import re
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from plugins.problems import Problem
from plugins.reading import messages
from plugins.reading.source_text import SourceText

HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’—…·"
INLINE_TAGS = r"(?:</?(?:strong|em|a|code|sup)\b[^>]*>)*"
HAN_LINE_END = re.compile(rf"(?<=[{HAN}])({INLINE_TAGS})\n({INLINE_TAGS})(?=[{HAN}])")
TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>"]*(?:"[^"]*"[^>"]*)*>')
RAW_HTML = r"(<(?:/?[a-zA-Z][^<>\n]*|!--[\s\S]*?--|\?[^<>\n]*|![a-zA-Z][^<>\n]*)>)"
NAME_LINK = r"\[\[([^\[\]\n]+)\]\]"
BLOCK_END = re.compile(r"</(?:p|li|h[2-6]|td|th|blockquote|pre|figcaption|dd|dt)>|<br>")
CODE = re.compile(
    r"(?P<fence>^```.*?^```\s*$)|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
FIRST_HEADING = 2
LAST_HEADING = 6
TAGS = {
    *("p", "br", "hr", "strong", "em", "a", "img", "ul", "ol", "li", "blockquote", "code", "pre"),
    *("sup", "div", "table", "thead", "tbody", "tr", "th", "td", "h2", "h3", "h4", "h5", "h6"),
}
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "th": {"scope"},
    "li": {"id"},
    "sup": {"id"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(FIRST_HEADING, LAST_HEADING + 1)},
}
CELL_CLASSES = {"align-left", "align-center", "align-right"}
CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote"},
    "th": CELL_CLASSES,
    "td": CELL_CLASSES,
}
SANITISER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes={"ref"},
    link_rel=None,
    strip_comments=True,
)


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link, picture or name as written: `kind` is `link`, `picture` or `name`."""

    kind: str
    target: str
    line: int
    column: int
    text: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ConvertedText:
    """A text converted: HTML with marks for its links, plain text, the ids of its headings."""

    html: str
    text: str
    links: tuple[WrittenLink, ...]
    heading_ids: frozenset[str]


def convert(source: SourceText, first_line: int) -> tuple[ConvertedText, list[Problem]]:
    """Convert the lines of a source from `first_line` on."""
    body = "\n".join(source.lines[first_line - 1 :])
    found = _Found()
    markdown = Markdown(extensions=_extensions(found), output_format="html")
    raw = HAN_LINE_END.sub(r"\1\2", markdown.convert(body))
    clean = SANITISER.clean(raw)
    problems = _Places(source, first_line).problems(found, raw, clean)
    links = _Places(source, first_line).links(found)
    return ConvertedText(clean, plain_text(clean), tuple(links), frozenset(found.ids)), problems


def plain_text(body_html: str) -> str:
    """Return the text of a body, one paragraph, heading or cell a line."""
    text = TAG.sub("", BLOCK_END.sub("\n", body_html))
    lines = (" ".join(line.split()) for line in html.unescape(text).split("\n"))
    return "\n".join(line for line in lines if line)


def slug_of_heading(text: str, _separator: str = "-") -> str:
    """Return the id of a heading: its own characters, blanks as `-`."""
    return re.sub(r"[^\w\-]+", "", re.sub(r"\s+", "-", html.unescape(text).strip().lower()))


class _Found:
    """What the converter came across, in the order of the document."""

    def __init__(self) -> None:
        self.links: list[WrittenLink] = []
        self.raw_html: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []


class _Bulletin(Extension):
    """Our manner of Markdown: no raw HTML, no indented code, `[[名称]]`, collected links."""

    def __init__(self, found: _Found) -> None:
        super().__init__()
        self._found = found

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Replace what would pass HTML through and register our own processors."""
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.deregister("code")
        md.parser.blockprocessors.deregister("setextheader")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_NameLink(NAME_LINK, md), "name_link", 185)
        md.inlinePatterns.register(_RawHtml(RAW_HTML, md, self._found), "raw_html", 90)
        md.inlinePatterns.register(_PlainStar(r"(?<=\d)(\*+)(?=\d)", md), "star_in_number", 65)
        md.treeprocessors.register(_Collector(md, self._found), "collector", 3)


class _NameLink(InlineProcessor):
    """`[[名称]]`: a link to whatever bears the name."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's signature
        """Return the link with its name for a target."""
        link = Element("a", {"href": f"name:{m[1].strip()}"})
        link.text = m[1].strip()
        return link, m.start(0), m.end(0)


class _RawHtml(InlineProcessor):
    """HTML written by hand: kept as the text it is, and told."""

    def __init__(self, pattern: str, md: Markdown, found: _Found) -> None:
        super().__init__(pattern, md)
        self._found = found

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's signature
        """Record the tag and leave it standing as text."""
        self._found.raw_html.append(m[1])
        span = Element("span")
        span.text = m[1]
        return span, m.start(0), m.end(0)


class _PlainStar(InlineProcessor):
    """A star between digits is a star (`2022*3*9`), never emphasis."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's signature
        """Return the stars as text that no later pattern sees."""
        return m[1], m.start(0), m.end(0)


class _Collector(Treeprocessor):
    """Collects links, pictures and headings; puts marks in, and classes for inline styles."""

    def __init__(self, md: Markdown, found: _Found) -> None:
        super().__init__(md)
        self._found = found

    def run(self, root: Element) -> None:
        """Walk the tree once, after the ids of headings are set."""
        for element in root.iter():
            if element.tag == "a" and "footnote" not in element.get("class", ""):
                self._mark(element, "href", "".join(element.itertext()))
            elif element.tag == "img":
                self._mark(element, "src", element.get("alt", ""))
            elif element.tag in {"th", "td"}:
                _class_for_style(element)
            elif re.fullmatch("h[1-6]", element.tag):
                self._found.headings.append(int(element.tag[1]))
                self._found.ids.append(element.get("id", ""))

    def _mark(self, element: Element, attribute: str, text: str) -> None:
        target = html.unescape(element.get(attribute, "").replace("\x02amp\x03", "&"))
        kind = "picture" if element.tag == "img" else "link"
        if target.startswith("name:"):
            kind, target = "name", target.removeprefix("name:")
        title = element.get("title", "")
        element.set(attribute, f"ref:{len(self._found.links)}")
        self._found.links.append(WrittenLink(kind, target, 0, 0, text, title))


class _Places:
    """Finds in the source what the converter, which knows no places, came across."""

    def __init__(self, source: SourceText, first_line: int) -> None:
        self._source = source
        self._lines = [""] * (first_line - 1) + source.lines[first_line - 1 :]
        self._text = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), "\n".join(self._lines))
        self._first_line = first_line
        self._seen: dict[str, int] = {}

    def links(self, found: _Found) -> list[WrittenLink]:
        """Return the links with line and column."""
        placed = []
        for link in found.links:
            target = re.escape(link.target)
            pattern = (
                rf"\[\[\s*{target}\s*\]\]"
                if link.kind == "name"
                else rf"(?<=\]\()\s*<?{target}|<(?:mailto:)?{target}>|(?<=\]:)\s*<?{target}"
            )
            line, column = self._find(pattern)
            placed.append(WrittenLink(link.kind, link.target, line, column, link.text, link.title))
        return placed

    def problems(self, found: _Found, raw: str, clean: str) -> list[Problem]:
        """Tell raw HTML, headings out of order, tabs as indent and what the sanitiser removed."""
        problems = [
            messages.raw_html(self._source.place(*self._find(re.escape(tag))), tag)
            for tag in found.raw_html
        ]
        problems += self._heading_problems(found.headings)
        problems += [
            messages.indented_by_other_than_blanks(self._source.place(number, 1))
            for number, line in enumerate(self._lines, start=1)
            if line.startswith("\t") or re.match(r" +\t", line)
        ]
        if not found.raw_html and _openings(raw) != _openings(clean):
            problems.append(messages.removed_by_sanitiser(self._source.place(self._first_line)))
        return problems

    def _heading_problems(self, levels: list[int]) -> list[Problem]:
        problems = []
        above = FIRST_HEADING - 1
        for level in levels:
            line, column = self._find(rf"(?m)^ {{0,3}}#{{{level}}}(?!#)")
            if level < FIRST_HEADING:
                problems.append(messages.heading_of_first_level(self._source.place(line, column)))
                continue
            if level > above + 1:
                place = self._source.place(line, column)
                problems.append(messages.skipped_heading_level(place, above, level))
            above = level
        return problems

    def _find(self, pattern: str) -> tuple[int, int]:
        """Return line and column of the next place of a pattern not yet given out."""
        starts = [
            match.end() - len(match[0].lstrip()) for match in re.finditer(pattern, self._text)
        ]
        index = self._seen.get(pattern, 0)
        self._seen[pattern] = index + 1
        if not starts:
            return self._first_line, 1
        start = starts[min(index, len(starts) - 1)]
        before = self._text[:start]
        return before.count("\n") + 1, start - before.rfind("\n")


def _extensions(found: _Found) -> list[Extension]:
    return [
        TableExtension(),
        FootnoteExtension(BACKLINK_TITLE="回到正文第 {} 处注释"),
        TocExtension(slugify=slug_of_heading, marker=""),
        _Bulletin(found),
    ]


def _class_for_style(cell: Element) -> None:
    """Turn the style that the tables extension sets into a class, and scope column headings."""
    style = cell.attrib.pop("style", "")
    if style:
        cell.set("class", "align-" + style.removeprefix("text-align: ").rstrip(";"))
    if cell.tag == "th":
        cell.set("scope", "col")


def _openings(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for match in TAG.finditer(text):
        if not match[1]:
            counts[match[2]] = counts.get(match[2], 0) + 1
    return counts
