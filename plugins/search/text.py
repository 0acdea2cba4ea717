"""How texts and queries are read: the same rules here and in the engine (`engine.js`).

A text is compared in its normalised form: every character by itself in Unicode's compatibility
form, in lower case, simplified, without blanks and invisible characters. Letters, Han among them,
and digits are looked for; of what stands between them only the place counts.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from plugins.search.variants import simplified_table

BLANK = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
JOINT = "¶"
"""Stands between the fields of a text; it is so wide that nothing is found across it."""

WIDTH = 32
PARAGRAPHS = "\n"
"""Stands between paragraphs, and other blocks of a text: no words go on behind it."""

OTHER = "·"
"""Stands for every character that is neither letter nor digit."""

LONGEST = 500
"""Characters of a query that are looked at."""

RARE = ("\U00020000", "\U0003fffd")
"""Between these stand characters of Han alone, also those that this Python does not know yet."""

PIECE = re.compile('(-)?(?:(标题|单位|栏目|署名|年份)[:：])?(?:[“”"]([^“”"]*)[“”"]?|([^ “”"]+))')


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart: normalised phrases that must and must not be found, fields as typed.

    `barred` are the fields whose documents are left out.
    """

    parts: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    barred: tuple[tuple[str, str], ...] = ()


def normalised(text: str) -> str:
    """Return the form in which texts are compared."""
    return text.translate(_normal_forms())


def is_word(character: str) -> bool:
    """Tell whether a normalised character is looked for: a letter, Han among them, or a digit."""
    return unicodedata.category(character)[0] in "LN" or RARE[0] <= character <= RARE[1]


def parsed(query: str) -> Query:
    """Take a query apart; what holds nothing to look for is left out.

    Blanks separate phrases, quotation marks hold one together, `-` before a phrase or a field
    excludes it, and a field with a colon looks there alone.
    """
    parts: list[str] = []
    excluded: list[str] = []
    fields: list[tuple[str, str]] = []
    barred: list[tuple[str, str]] = []
    for minus, field, quoted, run in PIECE.findall("".join(_readable(query[:LONGEST]))):
        written = quoted or run
        phrase = normalised(written).strip(OTHER + JOINT)
        if not phrase:
            continue
        if field:
            (barred if minus else fields).append((field, written))
        else:
            (excluded if minus else parts).append(phrase)
    return Query(tuple(parts), tuple(excluded), tuple(fields), tuple(barred))


def _readable(query: str) -> Iterator[str]:
    """Yield a query with plain blanks, and without characters that cannot be seen."""
    for character in query:
        category = unicodedata.category(character)
        if category != "Cf":
            yield " " if category in BLANK else character


class _NormalForms(dict[int, str]):
    """The normalised form of every character, made when it is first met."""

    def __missing__(self, code_point: int) -> str:
        """Make the form of one character."""
        simplified = simplified_table()
        compatible = unicodedata.normalize("NFKC", chr(code_point)).lower()
        seen = (one for one in compatible if unicodedata.category(one) not in BLANK)
        alike = (chr(simplified.get(ord(one), ord(one))) for one in seen)
        form = "".join(one if is_word(one) else OTHER for one in alike)
        self[code_point] = form
        return form


@cache
def _normal_forms() -> _NormalForms:
    return _NormalForms({ord(JOINT): JOINT * WIDTH, ord(PARAGRAPHS): OTHER})
