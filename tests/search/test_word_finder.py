"""Words found without a dictionary, in texts that are made of known ones."""

import random
from collections.abc import Iterable

import pytest

from plugins.search import word_finder
from plugins.search.text_parts import characters_of
from plugins.search.word_finder import dictionary_of, frequent

WORDS = ("机关", "党支部", "主题党日", "培训", "消防", "义诊", "果园", "网格员")


def words_in(texts: Iterable[str], dictionary: Iterable[str] = ()) -> dict[str, int]:
    """Return the words of some texts, each with how often it comes."""
    characters = characters_of(("", text) for text in texts)
    found = frequent([word_finder.words_in([characters], dictionary_of(dictionary))])
    listed, others = found.written()
    assert not listed.keys() & others.keys()
    return listed | others


def about(times: int) -> int:
    """Return a number by its two leading binary digits."""
    return int(bin(times)[:4].ljust(len(bin(times)), "0"), 2)


def texts_of(chance: random.Random, number: int) -> list[str]:
    """Return texts that are words in any order, with single characters between them."""
    between = [chr(code) for code in range(ord("一"), ord("一") + 4000)]
    return [
        "".join(chance.choice(WORDS) + "".join(chance.sample(between, 9)) for _ in range(12))
        for _ in range(number)
    ]


def test_the_words_of_texts_are_found_with_their_numbers() -> None:
    """Each about as often as it comes."""
    texts = texts_of(random.Random(1), 200)  # noqa: S311 - the same each time
    found = words_in(texts)
    assert set(WORDS) <= found.keys()
    for word in WORDS:
        assert found[word] == about(sum(text.count(word) for text in texts)) > 3


def test_one_more_text_seldom_changes_a_number() -> None:
    """What is made of the words need not be made again."""
    texts = texts_of(random.Random(1), 200)  # noqa: S311 - the same each time
    before, after = words_in(texts), words_in([*texts, "培训消防义诊"])
    assert [before[word] for word in WORDS] == [after[word] for word in WORDS]


def test_a_part_of_a_word_is_none() -> None:
    """One character stands beside it nearly everywhere."""
    found = words_in(texts_of(random.Random(2), 200))  # noqa: S311 - the same each time
    assert not found.keys() & {"党支", "支部", "主题党", "题党日", "网格", "格员"}


def test_characters_that_meet_by_chance_are_none() -> None:
    """Among so many that some meet more than once."""
    chance = random.Random(3)  # noqa: S311 - the same each time
    usual = [chr(code) for code in range(ord("一"), ord("一") + 60)]
    found = words_in("".join(chance.choices(usual, k=40)) for _ in range(300))
    assert not [word for word in found if len(word) == 2]


def test_many_texts_are_looked_at_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word counts as often as it comes in all parts together."""
    texts = texts_of(random.Random(4), 200)  # noqa: S311 - the same each time
    monkeypatch.setattr(word_finder, "CHARACTERS_A_PART", sum(map(len, texts)) // 3)
    found = words_in(texts)
    for word in WORDS:
        assert found[word] == about(sum(text.count(word) for text in texts))


def test_a_word_of_the_dictionary_need_not_stand_freely() -> None:
    """Nor hold together: only come often; in whichever form it is written."""
    texts = ["甲党课乙", "甲党课乙", "甲黨 课乙"]
    assert "党课" not in words_in(texts)
    assert words_in(texts, ["党课", "党员", "七〇"])["党课"] == len(texts) == 3


def test_nothing_is_found_in_nothing() -> None:
    """Nor across the end of a text, nor in what is no Han."""
    assert words_in([]) == {}
    assert words_in(["", "a1", "党"]) == {}
    assert words_in(["甲党", "支乙"] * 9) == {}
