"""Traditional characters and variants are read as the simplified ones they stand for."""

import unicodedata

import pytest

from plugins.search.variants import (
    all_variants,
    pairs_to_learn,
    simplified_characters,
    simplified_table,
)


def gb2312() -> str:
    """Return every character of Han that the standard of simplified texts has."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return b"".join(rows).decode("gb2312", errors="ignore")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("黨支部換屆選舉", "党支部换届选举"),
        ("臺灣、衞生、粧飾、麪食", "台湾、卫生、妆饰、面食"),
        ("禕", "祎"),
        ("瞭望、乾坤、著名、於", "瞭望、乾坤、著名、於"),
        ("党支部ABC，", "党支部ABC，"),
    ],
)
def test_a_traditional_text_is_read_as_a_simplified_one(written: str, read: str) -> None:
    """What is also a word of simplified texts is left as it is."""
    assert written.translate(simplified_table()) == read


def test_a_character_of_simplified_texts_stands_for_itself() -> None:
    """All of them, so that no simplified text is ever read as another."""
    characters = gb2312()
    assert len(characters) == 6763
    assert characters.translate(simplified_table()) == characters


@pytest.mark.parametrize(
    ("written", "meant"),
    [("瞭解", "了解"), ("看著", "看着"), ("乾部", "干部"), ("之後", "之后"), ("關於", "关于")],
)
def test_a_repair_also_takes_what_may_be_a_variant(written: str, meant: str) -> None:
    """著 is a word of its own in 著作, a variant in 看著: it is both where nothing is found."""
    assert written.translate(all_variants()) == meant


@pytest.mark.parametrize("table", [simplified_table(), all_variants()], ids=["always", "repair"])
def test_a_table_maps_one_character_to_one_and_once(table: dict[int, int]) -> None:
    """Places in a text stay where they are, also where a browser counts them; twice is as once."""
    assert len(table) > 2500
    assert max(*table, *table.values()) <= 0xFFFF
    assert not table.keys() & set(table.values())


def test_what_is_read_so_is_repaired_so() -> None:
    """A repair takes back nothing of what reading does."""
    assert simplified_table().items() <= all_variants().items()


def test_a_browser_learns_what_stands_behind_every_character() -> None:
    """A compatible form is read as a traditional character, and that as a simplified one."""
    simplified, pairs = simplified_characters(), pairs_to_learn()
    for one in map(chr, range(0x110000)):
        behind = [each for each in unicodedata.normalize("NFKC", one) if each in simplified]
        assert pairs.get(one, "")[:1] == (behind[-1] if behind else ""), hex(ord(one))
        assert len(set(behind)) < 2
