"""Which character stands for which: traditional ones and variants, from the tables of OpenCC.

In: the tables that come with its package. Out: tables for `str.translate`, one character of the
basic plane to one, so that places in a text stay what they are, in Python and in browsers alike.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import distribution
from itertools import chain
from pathlib import Path

PACKAGE = "opencc-python-reimplemented"
REGIONAL = ("HKVariantsRev", "TWVariantsRev")
# It takes phrases to tell 著作 from 看著.
NOT_IN_OPENCC = {"著": "着"}
LAST_OF_THE_BASIC_PLANE = "\uffff"
COMPATIBLE = (
    *(range(0x2F00, 0x2FE0), range(0x3200, 0x3400), range(0xF900, 0xFB00)),
    *(range(0x1F200, 0x1F300), range(0x2F800, 0x2FA20)),
)
"""Radicals, enclosed and compatible characters, as texts copied from a PDF have them."""


@cache
def simplified_table() -> Mapping[int, int]:
    """Return what every text is read with: a character of GB2312 stands for itself."""
    everything = _simplified()
    return _by_code_point({one: everything[one] for one in everything.keys() - _gb2312(everything)})


@cache
def simplified_characters() -> Mapping[str, str]:
    """Return the same as characters."""
    return {chr(one): chr(other) for one, other in simplified_table().items()}


@cache
def pairs_to_learn() -> Mapping[str, str]:
    """Return what a browser must know to read a character: a traditional one, and its simple form.

    Behind ⾧ of a PDF, which every browser takes for 長, stands the same pair as behind 長.
    """
    simplified = simplified_characters()
    pairs = {one: one + other for one, other in simplified.items()}
    for one in map(chr, chain.from_iterable(COMPATIBLE)):
        for each in unicodedata.normalize("NFKC", one):
            if each in simplified:
                pairs[one] = pairs[each]
    return pairs


@cache
def all_variants() -> Mapping[int, int]:
    """Return also what is a word of its own in some texts, a variant in others: 乾 of 干, 瞭 of 了.

    For a search that found nothing otherwise.
    """
    further = {one: forms[-1] for one, forms in _rows("TSCharacters") if forms[0] == one}
    return _by_code_point(further | NOT_IN_OPENCC | _simplified())


def _simplified() -> dict[str, str]:
    """Return the last simplified form of every character that has another one."""
    table = {one: forms[0] for one, forms in _rows("TSCharacters")}
    regional = {one: forms[0] for name in REGIONAL for one, forms in _rows(name)}
    for one in regional.keys() - _gb2312(regional) - table.keys():
        table[one] = table.get(regional[one], regional[one])
    return {one: table.get(other, other) for one, other in table.items() if one != other}


def _rows(table: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the rows of one of OpenCC's tables: a character, and its forms, the usual one first."""
    # Reading the file alone: the package would load every table and compile them.
    path = Path(str(distribution(PACKAGE).locate_file(f"opencc/dictionary/{table}.txt")))
    for row in path.read_text(encoding="utf-8").splitlines():
        one, _, forms = row.partition("\t")
        if forms:
            yield one, forms.split(" ")


def _gb2312(characters: Mapping[str, str]) -> set[str]:
    """Return those of the characters that the standard of simplified texts has."""
    return set("".join(characters).encode("gb2312", errors="ignore").decode("gb2312"))


def _by_code_point(table: Mapping[str, str]) -> Mapping[int, int]:
    return {
        ord(one): ord(other)
        for one, other in sorted(table.items())
        if one != other and max(one, other) <= LAST_OF_THE_BASIC_PLANE
    }
