"""Markdown as editors write it -> sanitised HTML, plain text and the links still to be resolved.

Depends on nothing but the text itself, so its result can be kept by the digest of the source.
Links and pictures leave as numbered marks (`href="ref:0"`); `body_links.py` puts addresses in.
"""

import html
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import nh3
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

from plugins.problems import Place, Problem
from plugins.reading import messages
from plugins.reading.bodies.body_forms import form_problems, nesting_problems
from plugins.reading.bodies.indents import without_indents
from plugins.reading.bodies.markdown_dialect import Dialect, Found
from plugins.reading.bodies.page_numbers import PAGE_NUMBER, page_numbers
from plugins.reading.bodies.plain_paragraphs import plain_paragraphs
from plugins.reading.bodies.source_places import SourcePlaces
from plugins.reading.source_text import FORBIDDEN, SourceText

HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’—…·"
INLINE_TAGS = r"(?:</?(?:strong|em|a|code|sup)\b[^>]*>)*"
HAN_LINE_END = re.compile(rf"(?<=[{HAN}])({INLINE_TAGS}) *\n *({INLINE_TAGS})(?=[{HAN}])")
TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>"]*(?:"[^"]*"[^>"]*)*>')
OPENING = re.compile(r"<([a-z][a-z0-9]*)")
ENTITY = re.compile(r"&#?[A-Za-z0-9]+;")
BLOCK_END = re.compile(
    r"</(?:p|li|h[2-6]|td|th|blockquote|pre|figcaption|dd|dt)>|<br>|<[uo]l\b[^>]*>"
)
NOTE_MARK = re.compile(
    r'<sup id="fnref[^>]*><a [^>]*>\d+</a></sup>'
    r'|(?:&nbsp;)?<a class="footnote-backref"[^>]*>[^<]*</a>'
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
    """A link as written: `kind` is `link`, `picture`, `name` or `figure`."""

    kind: str
    target: str
    place: Place
    text: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ConvertedText:
    """A text converted: HTML with marks for its links, plain text, the ids of its headings."""

    html: str
    text: str
    links: tuple[WrittenLink, ...] = ()
    heading_ids: frozenset[str] = frozenset()


class Converter:
    """Converts one text after another; what it keeps between them is only the machinery."""

    def __init__(self) -> None:
        """Begin without the machinery, which plain texts do not need."""
        self._dialect = Dialect()

    @cached_property
    def _markdown(self) -> Markdown:
        return Markdown(
            extensions=[
                TableExtension(),
                SaneListExtension(),
                FootnoteExtension(BACKLINK_TITLE="回到正文第 {} 处注释"),
                TocExtension(slugify=slug_of_heading, marker=""),
                self._dialect,
            ],
            output_format="html",
        )

    def convert(self, source: SourceText, first_line: int) -> tuple[ConvertedText, list[Problem]]:
        """Convert the lines of a source from `first_line` on."""
        lines = source.lines[first_line - 1 :]
        paragraphs = plain_paragraphs("\n".join(lines))
        if paragraphs is None:
            paragraphs = plain_paragraphs("\n".join(without_indents(lines)))
        if paragraphs is None or any(map(PAGE_NUMBER.fullmatch, paragraphs)):
            return self.convert_markdown(source, first_line)
        written = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        return ConvertedText(written, "\n".join(map(_with_single_blanks, paragraphs))), []

    def convert_markdown(
        self, source: SourceText, first_line: int
    ) -> tuple[ConvertedText, list[Problem]]:
        """Convert them by Markdown, which makes the same of plain paragraphs, only slowly."""
        places = SourcePlaces(source, first_line)
        body = "\n".join(without_indents(source.lines[first_line - 1 :]))
        if problems := nesting_problems(places):
            return ConvertedText("", body), problems
        raw = HAN_LINE_END.sub(r"\1\2", self._markdown.reset().convert(body))
        clean = SANITISER.clean(raw)
        found = self._dialect.found
        problems = form_problems(places) + _problems(found, places, raw, clean)
        if self._markdown.references:
            problems += [messages.reference_definition(place) for place in places.definitions()]
        links = tuple(
            WrittenLink(link.kind, link.target, places.of_link(link), link.text, link.title)
            for link in found.links
        )
        problems += [
            messages.link_in_link(written.place, written.target)
            for written, link in zip(links, found.links, strict=True)
            if link.holds_link
        ]
        return ConvertedText(clean, plain_text(clean), links, frozenset(found.ids)), problems


def plain_text(body_html: str) -> str:
    """Return the text of a body without the marks of its notes, a paragraph or cell a line."""
    in_one_line = NOTE_MARK.sub("", body_html).replace("\n", " ")
    text = TAG.sub("", BLOCK_END.sub("\n", in_one_line))
    lines = map(_with_single_blanks, html.unescape(text).split("\n"))
    return "\n".join(line for line in lines if line)


def slug_of_heading(text: str, _separator: str = "-") -> str:
    """Return the id of a heading: its own characters, blanks as `-`."""
    return re.sub(r"[^\w\-]+", "", re.sub(r"\s+", "-", html.unescape(text).strip().lower()))


def _with_single_blanks(line: str) -> str:
    return " ".join(line.split())


def _problems(found: Found, places: SourcePlaces, raw: str, clean: str) -> list[Problem]:
    """Tell raw HTML, headings out of order and what the sanitiser removed."""
    problems = [messages.raw_html(places.of_text(tag), tag) for tag in _tags_to_tell(found)]
    problems += [
        messages.page_number(places.of_line(number), places.lines[number - 1])
        for number in page_numbers(places.lines)
    ]
    problems += [messages.loose_stars(places.of_text(stars)) for stars in found.loose_stars]
    if "#" in "".join(places.lines):
        problems += _heading_problems(found.headings, places)
    if not found.raw_html and _openings(raw) != _openings(clean):
        problems.append(messages.removed_by_sanitiser(places.at(-1)))
    if match := FORBIDDEN.search(clean):
        problems.append(
            messages.forbidden_character(
                _place_of_entity(match[0], places), match.lastgroup or "", match[0]
            )
        )
    return problems


def _tags_to_tell(found: Found) -> list[str]:
    """Leave out the closing tags, which go with the opening ones, unless there is nothing else."""
    opening = [tag for tag in found.raw_html if not tag.startswith("</")]
    return opening or found.raw_html


def _heading_problems(levels: list[int], places: SourcePlaces) -> list[Problem]:
    problems = []
    above = FIRST_HEADING - 1
    written = iter(places.headings())
    for level in levels:
        place = next((place for hashes, place in written if hashes == level), places.at(-1))
        if level < FIRST_HEADING:
            problems.append(messages.heading_of_first_level(place))
            continue
        if level > above + 1:
            problems.append(messages.skipped_heading_level(place, above, level))
        above = level
    return problems


def _place_of_entity(character: str, places: SourcePlaces) -> Place:
    """Return the place of the entity (`&#8203;`) by which a character came in."""
    return places.of_match(ENTITY, lambda entity: _meaning(entity) == character)


def _meaning(entity: str) -> str:
    """Return the character of an entity as a browser reads it, the forbidden ones too."""
    number = entity[2:-1].lower()
    try:
        return chr(int(number[1:], 16) if number.startswith("x") else int(number))
    except (ValueError, OverflowError):
        return html.unescape(entity)


def _openings(text: str) -> Counter[str]:
    """Count the tags of a text, but for first-level headings, which are told by themselves."""
    counts = Counter(OPENING.findall(text))
    del counts["h1"]
    return counts
