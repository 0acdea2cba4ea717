"""A body that is nothing but plain paragraphs, as most news is: what it comes to is known.

In: the body of a text. Out: its paragraphs, where no character and no beginning of a line can mean
anything to the converter, to the sanitiser, or to what is told of forms; `markdown_text.py` spares
such a body all three. Where there is a doubt the body is not plain: that costs time, nothing else.
"""

import re

from plugins.reading.source_text import FORBIDDEN_CHARACTERS

MARKS = r"`\\*_\[\]<>&\t\u00a0［］＊{"
"""What means something wherever it stands; the sanitiser writes a no-break blank as an entity."""

BLOCK_MARK = r"[-+#~＃＞｜－]|\d++\. "
FIELD_CODES = ("HYPERLINK", "MERGEFORMAT")
SINGLE = r"[【】](?![【 （(])|=(?!=)|~(?!~)"
"""A full-width bracket that is no part of a link written with full-width marks; = and ~ alone."""

WORDS = rf"[^\n【】=~{MARKS}{''.join(FORBIDDEN_CHARACTERS.values())}]*+"
LINE = rf"(?!\s|{BLOCK_MARK}){WORDS}(?:(?:{SINGLE}){WORDS})*"
PLAIN = re.compile(rf"\n*+(?:{LINE}(?:\n\n++|\n?\Z))*")


def plain_paragraphs(body: str) -> list[str] | None:
    """Return the paragraphs of a plain body, each of one line; None where it may not be plain."""
    if not PLAIN.fullmatch(body) or any(code in body for code in FIELD_CODES):
        return None
    return [line for line in body.split("\n") if line]
