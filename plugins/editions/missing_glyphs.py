"""Characters that the fonts of a print do not have, told where they stand.

In: what was drawn with which font, as the setter of the PDF found it; the fonts that the theme
names; the lines of the sources. Out: a Problem for each character and source.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from plugins.editions import messages
from plugins.problems import Place, Problem

FONTS = re.compile(r"--(?:song|sans):([^;]*);")
GENERIC = {"serif", "sans-serif"}


def fonts_named(tokens: str) -> frozenset[str]:
    """Return the families that the theme's tokens name for text."""
    listed = ",".join(FONTS.findall(tokens)).split(",")
    return frozenset(name.strip().strip('"') for name in listed) - GENERIC


def characters_missing(
    drawn: Mapping[str, Collection[str]], fonts: Collection[str]
) -> frozenset[str]:
    """Return what was drawn with other fonts: the computer's choice where ours lack a character."""
    others = (characters for family, characters in drawn.items() if family not in fonts)
    return frozenset(one for characters in others for one in characters if not one.isspace())


def missing_glyphs(
    characters: Collection[str], sources: Mapping[str, Sequence[str]], otherwise: str
) -> Iterator[Problem]:
    """Yield every character with the first place of each source that has it, from 1.

    What stands in no source as it is printed (an escape) is told for the source `otherwise`.
    """
    for character in sorted(characters):
        places = [
            Place(file, number, line.index(character) + 1)
            for file, lines in sources.items()
            for number, line in _first_with(character, lines)
        ]
        for place in places or [Place(otherwise)]:
            yield messages.glyph_missing(place, character)


def _first_with(character: str, lines: Sequence[str]) -> list[tuple[int, str]]:
    found = (pair for pair in enumerate(lines, start=1) if character in pair[1])
    return list(found)[:1]
