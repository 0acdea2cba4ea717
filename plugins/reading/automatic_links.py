"""The first mention of each branch and organisation in a text becomes a link.

Longest name first; short names only while in use; an ambiguous name not at all; nothing inside
headings, links, code or 《》. A text is scanned once, whatever the number of names.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from plugins.domain import addresses
from plugins.domain.dates import BulletinDate
from plugins.reading.register import LINKED_KINDS, Named, Register

PIECES = re.compile(r'(<[^>"]*(?:"[^"]*"[^>"]*)*>)')
CLOSED = re.compile(r"<(/?)(a|code|pre|h[1-6]|th)\b")
BLOCK_END = re.compile(r"</(?:p|li|td|th|h[1-6])>")
HEAD = 2


@dataclass(frozen=True)
class NameIndex:
    """The names that may be linked by their first two characters, the longest first.

    `stops` finds where a text must be looked at: where a name may begin, and the marks of titles.
    """

    by_head: dict[str, tuple[str, ...]]
    bearers: dict[str, tuple[Named, ...]]
    stops: re.Pattern[str]


def index_names(register: Register) -> NameIndex:
    """Index the names of organisations and branches; shorter than two characters is no name."""
    by_head: defaultdict[str, list[str]] = defaultdict(list)
    bearers = {}
    for name in register.names():
        named = tuple(one for one in register.find(name) if one.kind in LINKED_KINDS)
        if named and len(name) >= HEAD:
            by_head[name[:HEAD]].append(name)
            bearers[name] = named
    return NameIndex(
        {head: tuple(sorted(names, key=len, reverse=True)) for head, names in by_head.items()},
        bearers,
        re.compile("[《》" + re.escape("".join(sorted({head[0] for head in by_head}))) + "]"),
    )


def link_names(
    body_html: str, index: NameIndex, when: BulletinDate, page: str, linked: set[str]
) -> tuple[str, list[str]]:
    """Link first mentions in sanitised HTML that stands at the address `page`.

    `linked` holds the addresses already linked by hand. Returns the HTML and the addresses
    that were linked, in order.
    """
    if not index.by_head:
        return body_html, []
    linker = _Linker(index, when, page, set(linked))
    pieces = []
    for piece in PIECES.split(body_html):
        if piece.startswith("<"):
            linker.pass_tag(piece)
            pieces.append(piece)
        else:
            pieces.append(linker.link_text(piece))
    return "".join(pieces), linker.found


class _Linker:
    """Walks one text; the state is what is already linked and what the place is inside of."""

    def __init__(self, index: NameIndex, when: BulletinDate, page: str, linked: set[str]) -> None:
        self.found: list[str] = []
        self._index = index
        self._when = when
        self._page = page
        self._linked = linked
        self._closed = 0
        self._titles = 0

    def pass_tag(self, tag: str) -> None:
        """Note what a tag opens or closes."""
        match = CLOSED.match(tag)
        if match:
            self._closed += -1 if match[1] else 1
        if BLOCK_END.match(tag):
            self._titles = 0

    def link_text(self, text: str) -> str:
        """Return a run of text with its first mentions linked."""
        pieces = []
        start = passed = 0
        for stop in self._index.stops.finditer(text):
            position = stop.start()
            if position < passed:
                continue
            self._count_titles(stop[0])
            name = self._name_at(text, position)
            passed = position + len(name)
            if name and (link := self._link(name)):
                pieces += [text[start:position], link]
                start = passed
        return "".join([*pieces, text[start:]])

    def _count_titles(self, character: str) -> None:
        if character == "《":
            self._titles += 1
        elif character == "》":
            self._titles = max(0, self._titles - 1)

    def _name_at(self, text: str, position: int) -> str:
        names = self._index.by_head.get(text[position : position + HEAD], ())
        return next((name for name in names if text.startswith(name, position)), "")

    def _link(self, name: str) -> str:
        """Return the link for a mention, or nothing where the mention stays plain."""
        if self._closed or self._titles:
            return ""
        bearers = [named for named in self._index.bearers[name] if named.in_use(self._when)]
        if len({named.address for named in bearers}) != 1 or bearers[0].address in self._linked:
            return ""
        address = bearers[0].address
        self._linked.add(address)
        self.found.append(address)
        return f'<a class="entity-link" href="{addresses.relative(self._page, address)}">{name}</a>'
