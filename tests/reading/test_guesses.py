"""Guesses at a name that nothing bears."""

import pytest

from plugins.reading.guesses import guess_of, homophones


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("要文", ["要点", "文件", "要闻"], "要闻"),
        ("党制部", ["党总支", "党支部"], "党支部"),
        ("甲局极关党委", ["甲局机关党委", "乙局机关党委"], "甲局机关党委"),
        ("甲局资料市", ["甲局资料室"], "甲局资料室"),
        ("甲局支部", ["甲局党支部", "甲局党总支"], "甲局党支部"),
        ("市甲局党支部", ["甲局党支部", "乙局党支部"], "甲局党支部"),
        ("引领党建", ["党建引领"], "党建引领"),
        ("甲　局", ["甲局"], "甲局"),
    ],
)
def test_a_slip_sounds_like_what_is_meant_or_lacks_a_character(
    word: str, known: list[str], meant: str
) -> None:
    """Chinese is typed by its sound; a word left out or turned round is the other slip."""
    assert guess_of(word, known) == meant


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("财政局党支部", ["民政局党支部"]),
        ("第一党支部", ["第二党支部"]),
        ("五星级党支部", ["四星级党支部"]),
        ("第一党支部", ["党支部"]),
        ("没有的", ["有的事"]),
        ("甲局", ["甲局机关离退休干部党支部"]),
        ("某市甲局", []),
        ("", ["甲局"]),
        ("机" * 500, ["机"]),
    ],
)
def test_a_stranger_is_not_proposed(word: str, known: list[str]) -> None:
    """Another bureau of almost the same name would send an editor the wrong way."""
    assert guess_of(word, known) is None


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("2022/Zhibu", ["2022/zhibu"], "2022/zhibu"),
        ("2022/zhibu-huanje", ["2022/zhibu-huanjie"], "2022/zhibu-huanjie"),
        ("2021/zhibu", ["2022/zhibu"], "2022/zhibu"),
        ("images/2022/a.jpg", ["images/2021/a.jpg", "images/2022/b.jpg"], "images/2021/a.jpg"),
        ("images/2022/tu.jpg", ["images/2022/tu.png"], "images/2022/tu.png"),
        ("branch", ["branches"], "branches"),
    ],
)
def test_a_file_is_known_by_its_own_name(word: str, known: list[str], meant: str) -> None:
    """A wrong year or folder, a capital letter, another ending."""
    assert guess_of(word, known) == meant


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("2022/n00001", ["2022/n00002"]),
        ("2022/a", ["2022/b"]),
        ("2022/zhibu", ["2022/dangwei"]),
        ("images/2022/a.jpg", ["images/2022/b.jpg"]),
    ],
)
def test_a_file_next_to_it_is_another(word: str, known: list[str]) -> None:
    """Numbered files differ in nothing but their numbers."""
    assert guess_of(word, known) is None


def test_names_that_only_look_different_are_found() -> None:
    """One character of the same sound: the slip of an input method."""
    names = ["市园林处党支部", "市园林处党总支", "市园林处党支步", "市园林处党支部"]
    assert homophones(names) == {"市园林处党支步": "市园林处党支部"}


@pytest.mark.parametrize(
    "names",
    [
        ["市水务局", "市税务局"],
        ["第一党支部", "第二党支部", "第七党支部"],
        ["市园林处党支部", "市园林党支步"],
        ["2021-a", "2022-a"],
        ["西", "夕"],
        ["甲局", "甲局"],
        [],
    ],
)
def test_names_that_sound_otherwise_are_strangers(names: list[str]) -> None:
    """A tone tells two bureaus from each other; one character alone is no slip of another."""
    assert homophones(names) == {}
