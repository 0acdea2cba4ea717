"""How texts are read: the engine (`engine.js`) reads them, and queries, by the same rules.

A text is compared in its normalised form: every character by itself in Unicode's compatibility
form, in lower case, simplified, without blanks and invisible characters. Letters, Han among them,
and digits are looked for; of what stands between them only the place counts.
"""

import unicodedata
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

RARE = ("\U00020000", "\U0003fffd")
"""Between these stand characters of Han alone, also those that this Python does not know yet."""


def normalised(text: str) -> str:
    """Return the form in which texts are compared."""
    return text.translate(_normal_forms())


def is_word(character: str) -> bool:
    """Tell whether a normalised character is looked for: a letter, Han among them, or a digit."""
    return unicodedata.category(character)[0] in "LN" or RARE[0] <= character <= RARE[1]


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
