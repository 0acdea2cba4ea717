"""The words of a bulletin: which there are, how much each weighs, how it sounds."""

from collections.abc import Mapping

import pytest

from plugins.domain.keeping import Keeper
from plugins.search.readings import readings
from plugins.search.text_parts import characters_of
from plugins.search.word_finder import frequent, words_in
from plugins.search.words import FEW_TITLES, names_of, word_weights
from tests.builders import branch, bulletin, honour, item, organisation, topic

NO_WORDS = frequent([])


def titles(*written: str) -> list[object]:
    """Return items of these titles."""
    return [item(f"2022/a{number}", title=title) for number, title in enumerate(written)]


def weights_of(*written: str) -> Mapping[str, int]:
    """Return the words of items of these titles."""
    return word_weights(bulletin(*titles(*written)), NO_WORDS)


def test_what_stands_by_itself_weighs_more_than_its_part() -> None:
    """党支 comes in no title but as a part of 党支部."""
    weights = weights_of("党支部换届", "召开党支部会", "某党支部")
    assert weights["党支部"] > weights["党支"] == 1


def test_a_word_of_the_dictionary_weighs_more() -> None:
    """Of two that come alike often, readers type the one that is a word."""
    weights = weights_of("换届了", "换届吗", "届会了", "届会吗")
    assert weights["换届"] > weights["届会"]


def test_a_word_has_two_to_four_characters_of_one_run() -> None:
    """Punctuation parts words, blanks do not: the search takes them out as well."""
    weights = weights_of("甲乙，丙 丁戊己庚2022年").keys()
    assert {"甲乙", "丙丁", "丙丁戊己"} <= weights
    assert not weights & {"乙丙", "丙丁戊己庚", "年"}


def test_a_word_is_simplified() -> None:
    """Files name words as the index does."""
    assert "党课" in weights_of("黨課")


def test_of_many_items_the_texts_tell_what_a_word_is() -> None:
    """What comes once among thousands is mostly two ends that happened to meet."""
    many = [f"第{number}期" for number in range(FEW_TITLES)]
    made = bulletin(*titles(*many, "主题党日", "偶然相逢"))
    others = "".join(chr(code) for code in range(ord("一"), ord("一") + 2000))
    texts = [("主题党日", "参加主题党日活动"), ("偶然相逢", "关于主题党日的通知"), ("", others)]
    found = frequent([words_in([characters_of(texts)], {})])
    weights = word_weights(made, found)
    assert "主题党日" in weights
    assert "偶然相逢" not in weights


def test_names_are_words_however_long() -> None:
    """Of all that has a name, also the short names; each once."""
    made = bulletin(
        *titles("通知"),
        organisations=(organisation("市某某局", "ju", aliases=("某某局",)),),
        branches=(branch("市某某局机关第一党支部", "zhibu", aliases=("机关一支部",)),),
        honours=(honour("五星级党支部", "wuxing"),),
        topics=(topic("“四级四岗”", "siji"), topic("通知", "tongzhi")),
    )
    names = ["市某某局", "某某局", "市某某局机关第一党支部", "机关一支部", "五星级党支部"]
    assert list(names_of(made)) == [*names, "“四级四岗”", "通知", "综合报道", "党建动态"]
    weights = word_weights(made, NO_WORDS)
    assert {*names, "四级四岗"} <= weights.keys()
    assert weights["通知"] > weights["市某某局"] > 1


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("党支部", "dang zhi bu"),
        ("重庆", "chong qing"),
        ("银行", "yin hang"),
        ("律师", "lv shi"),
        ("驻重庆办事处", "zhu chong qing ban shi chu"),
    ],
)
def test_a_word_sounds_as_it_is_read(word: str, sound: str) -> None:
    """Without tones, as readers type; the reading depends on the word."""
    assert readings(Keeper()).of_word(word) == tuple(sound.split())


def test_a_character_may_sound_differently() -> None:
    """The usual reading comes first."""
    known = readings(Keeper())
    assert known.of_character("长")[:2] == ("zhang", "chang")
    assert known.of_character("党") == ("dang",)


def test_what_nobody_can_read_has_no_sound() -> None:
    """In a word it stands for one syllable, so that the others keep their places."""
    known = readings(Keeper())
    assert known.of_character("。") == ()
    assert known.of_word("党。支部") == ("dang", "", "zhi", "bu")
