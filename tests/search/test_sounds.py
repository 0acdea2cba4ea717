"""How words sound, and in which file each stands, however that was found out."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.domain.keeping import Keeper
from plugins.search import sounds
from plugins.search.sounds import WordsBySound, characters_by_sound, words_by_sound

WORDS = ("党支部", "党员", "换届", "换届选举", "重庆", "银行", "行走", "某部", "支部书记")


def by_sound(words: Iterable[str], keeper: Keeper) -> WordsBySound:
    """Sort words by their sounds."""
    return words_by_sound(sorted(words), keeper)


def test_a_word_stands_under_its_sound_and_other_orders_of_its_initials() -> None:
    """Those are for readers who have one character wrong: each begins with two others."""
    ((_, found),) = by_sound(["党支部", "换届选举", "重庆"], Keeper()).shards
    assert dict(found) == {
        "B D Z": ("党支部",),
        "B Z D": ("党支部",),
        "chong qing": ("重庆",),
        "dang zhi bu": ("党支部",),
        "huan jie xuan ju": ("换届选举",),
        "J X J H": ("换届选举",),
    }


def test_without_words_there_is_one_empty_file() -> None:
    """A browser asks for the first one whatever a reader types."""
    found = by_sound([], Keeper())
    assert [some for _, some in found.shards] == [()]
    assert found.firsts() == [""]


def test_what_is_heard_of_all_characters_is_told() -> None:
    """Those of daily use and those of the words, under two readings at most."""
    found = characters_by_sound(["犇羴"], Keeper())
    assert "犇" in found["ben"]
    assert "长" in found["zhang"]
    assert "长" in found["chang"]
    assert "" not in found


@settings(max_examples=30)
@given(st.lists(st.sets(st.sampled_from(WORDS)), min_size=2, max_size=4))
def test_what_was_kept_of_other_words_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[set[str]]
) -> None:
    """However words came and went, they stand where a first build puts them."""
    keeper = Keeper(tmp_path_factory.mktemp("kept"))
    for words in rounds:
        again, anew = by_sound(words, keeper), by_sound(words, Keeper())
        assert again == anew


def test_files_are_cut_between_initials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser looks for initials in one file, which it finds by those that files begin with."""
    monkeypatch.setattr(sounds, "SHARD_SIZE", 20)
    found = by_sound(WORDS, Keeper(tmp_path))
    initials = [
        "".join(one[0] for one in sound.split()) for _, some in found.shards for sound, _ in some
    ]
    assert initials == sorted(initials)
    assert len(found.shards) > 3
    firsts = found.firsts()
    assert len(set(firsts)) == len(firsts)
    words = chain.from_iterable(words for _, some in found.shards for _, words in some)
    assert set(words) == set(WORDS)
