r"""A text as readers see it, piece by piece, each character with its place in the source.

In: the text of a source. Out: the lines of its head; of its body the blocks, the cells of tables
and the targets of links. Marks of Markdown are gone, entities decoded, lines of a block joined.
What is inside a web address is no text: it comes as a piece of its own.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from plugins.checking.private.innocent_numbers import heading_of_cell
from plugins.checking.private.number_search import JOINT
from plugins.checking.private.split_numbers import cells_of_digits, cells_of_groups
from plugins.checking.prose import head_of

HEADING_OR_LIST = re.compile(r"[ \t>]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}\.[ \t]|\[\^[^\]\n]+\]:)")
HEADING = re.compile(r"[ \t>]*#{1,6}[ \t]")
EMPTY = re.compile(r"[ \t>]*")
DELIMITERS = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
BETWEEN_CELLS = "| \t\u3000"
CELL_END = re.compile(r"(?<!\\)\|")
WEB = r"(?:(?i:https?|ftp)://|(?i:www)\.)"
IN_ADDRESS = r"(?:(?![,;(]1[3-9])[!-;=?-{}~])+"
"""What an address goes on with: no Han, nor a telephone number behind a comma."""

ADDRESS = re.compile(WEB + IN_ADDRESS)
TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});)"
    r"|\]\((?P<target>(?:[^()\n]|\([^()\n]*\))*)\)|\[\^[^\]\n]{1,60}\]:?"
    rf"|(?P<address>{WEB}{IN_ADDRESS})"
    r"|(?P<joint>[ \t]{0,4}\\?[ \t]{0,4}\n[ \t>]*)"
    r"|[\[\]`]+|(?<!\d)\*+|\*+(?!\d)|(?<![0-9A-Za-z])_+|_+(?![0-9A-Za-z])"
)
WEB_TARGET = re.compile(rf"\s*<?(?:{WEB}|//)")


@dataclass(frozen=True, slots=True)
class VisibleText:
    """A piece of text; `origins` are the indexes of its characters in the source.

    `heading` is that of the column of a cell.
    """

    text: str
    origins: tuple[int, ...] | range
    heading: str = ""
    is_address: bool = False


def visible_pieces(
    text: str, is_wanted: Callable[[str], bool] = lambda _: True
) -> Iterator[VisibleText]:
    """Yield the pieces of a whole text: the lines of its head, those blocks that are wanted."""
    head = len(head_of(text)) if text.startswith("---") else 0
    yield from pieces_of_lines(text[:head])
    for block in _blocks(text, head):
        if is_wanted(text[block[0][0] : block[-1][1]]):
            yield from _of_block(text, block)


def pieces_of_lines(text: str) -> Iterator[VisibleText]:
    """Yield plain lines, the web addresses in them apart."""
    for start, end in _line_bounds(text, 0):
        at = start
        for address in ADDRESS.finditer(text[start:end]):
            yield _plain(text, at, start + address.start())
            yield _plain(text, start + address.start(), start + address.end(), is_address=True)
            at = start + address.end()
        yield _plain(text, at, end)


def _blocks(text: str, head: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the blocks of the body as the bounds of their lines."""
    block: list[tuple[int, int]] = []
    for start, end in _line_bounds(text, head):
        line = text[start:end]
        if block and (HEADING_OR_LIST.match(line) or EMPTY.fullmatch(line)):
            yield block
            block = []
        block.append((start, end))
        if HEADING.match(line):
            yield block
            block = []
    if block:
        yield block


def _of_block(text: str, lines: list[tuple[int, int]]) -> Iterator[VisibleText]:
    """Yield a block: as one piece, or cell by cell where it is a table."""
    written = [text[start:end] for start, end in lines]
    marks = next(
        (at for at, one in enumerate(written) if at and "|" in one and DELIMITERS.fullmatch(one)), 0
    )
    if not marks:
        yield from _shown(text, lines[0][0], lines[-1][1])
        return
    if marks > 1:
        yield from _shown(text, lines[0][0], lines[marks - 2][1])
    yield from _of_table(text, lines[marks - 1], lines[marks + 1 :])


def _of_table(
    text: str, first: tuple[int, int], rows: list[tuple[int, int]]
) -> Iterator[VisibleText]:
    """Yield the cells of a table, whose `first` row holds the headings.

    A number may stand in a few cells, the first of which is named by its heading or by the cell
    left of it, or digit by digit.
    """
    headings: list[str] = []
    for line in (first, *rows):
        cells = _cells(text, *line)
        texts = [text[slice(*cell)] for cell in cells]
        over = headings[: len(cells)] + [""] * (len(cells) - len(headings))
        headings = headings or [one.strip() for one in texts]
        named = [heading_of_cell(one, left) for one, left in zip(over, ["", *texts], strict=False)]
        for (start, end), heading in zip(cells, named, strict=True):
            yield from _shown(text, start, end, heading)
        for one, other in cells_of_groups(texts, named):
            yield from _shown(text, cells[one][0], cells[other][1], named[one])
        yield from _digits_of_cells(text, cells, named)


def _digits_of_cells(
    text: str, cells: list[tuple[int, int]], headings: list[str]
) -> Iterator[VisibleText]:
    """Yield the numbers that stand in a row digit by digit."""
    for first, last in cells_of_digits([text[slice(*cell)] for cell in cells], headings):
        inside = range(cells[first][0], cells[last][1])
        origins = tuple(at for at in inside if text[at] not in BETWEEN_CELLS)
        yield VisibleText("".join(text[at] for at in origins), origins, headings[first])


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the cells of a row begin and end; the first may be what stands before `|`."""
    ends = [start + mark.start() for mark in CELL_END.finditer(text[start:end])]
    return [(left + 1, right) for left, right in pairwise([start - 1, *ends, end])]


def _shown(text: str, first: int, last: int, heading: str = "") -> Iterator[VisibleText]:
    """Yield what is seen of a part of a text, and what its links lead to."""
    shown: list[str] = []
    origins: list[int] = []
    at = first
    for token in TOKEN.finditer(text, first, last):
        shown += text[at : token.start()]
        origins += range(at, token.start())
        at = token.end()
        characters = _characters(token)
        shown += characters
        origins += [token.start()] * len(characters)
        for name in ("target", "address"):
            if token[name]:
                is_address = name == "address" or bool(WEB_TARGET.match(token[name]))
                yield _plain(text, *token.span(name), is_address=is_address)
    shown += text[at:last]
    origins += range(at, last)
    yield VisibleText("".join(shown), tuple(origins), heading)


def _characters(token: re.Match[str]) -> str:
    """Return what readers see of a token: nothing of most marks, a break of an address."""
    if token["joint"]:
        return JOINT
    if token["address"]:
        return "\n"
    if token["entity"]:
        return html.unescape(token["entity"])
    return token["escaped"] or ""


def _plain(text: str, start: int, end: int, *, is_address: bool = False) -> VisibleText:
    return VisibleText(text[start:end], range(start, end), is_address=is_address)


def _line_bounds(text: str, first: int) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends, from the one at an index on."""
    while first <= len(text):
        end = text.find("\n", first)
        end = len(text) if end < 0 else end
        yield first, end
        first = end + 1
