"""The slips of the key in a text that have one sure right form, written right.

In: a text. Out: the text as the rules of the same names want it, or the very same text. What may
be quoted word for word is told by the rules and left as it is.
"""

from collections.abc import Iterator

from plugins.checking.prose import ProseLine, Slip, prose_of
from plugins.checking.rules.document_numbers import slips_of_document_numbers
from plugins.checking.rules.half_width_marks import slips_of_half_width_marks
from plugins.checking.rules.subtitle_dashes import slips_of_subtitle_dashes
from plugins.checking.rules.title_stops import slips_of_title_stops


def mended_words(text: str) -> str:
    """Return a text with its sure slips mended, each line by itself, until none is left."""
    lines = text.split("\n")
    mended = "\n".join(
        _mended(line, list(_slips_of(prose)))
        for line, prose in zip(lines, prose_of(lines), strict=True)
    )
    return text if mended == text else mended_words(mended)


def _slips_of(line: ProseLine) -> Iterator[Slip]:
    if line.is_word_for_word:
        return
    yield from slips_of_title_stops(line)
    yield from slips_of_subtitle_dashes(line)
    yield from slips_of_document_numbers(line)
    yield from slips_of_half_width_marks(line)


def _mended(line: str, slips: list[Slip]) -> str:
    """Write the right forms, from the end of a line so that the places before it stay."""
    for slip in sorted(slips, key=lambda slip: slip.start, reverse=True):
        line = f"{line[: slip.start]}{slip.right}{line[slip.end :]}"
    return line
