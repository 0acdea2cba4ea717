"""Radicals that look like characters: told once a source, and mended."""

import unicodedata
from pathlib import Path

import pytest

from plugins.checking.fixing import mended_csv, mended_text
from plugins.checking.rules.radicals import CHARACTERS, radicals
from tests.checking.texts import places, warnings


def test_the_first_radical_is_told_with_the_character_that_is_meant(tmp_path: Path) -> None:
    """And how many there are: a whole text comes from one PDF."""
    (told,) = warnings(tmp_path, radicals, "某某党⽀部。\n\n⼯作成⻓，⾧进。")
    assert (told.place.line, told.place.column) == (1, 4)
    assert "不是“支”字，这里共有 4 处" in told.message


@pytest.mark.parametrize("text", ["某某党支部工作成长", "偏旁⺮和⻌", "﨑㈱①"])
def test_other_characters_are_innocent(tmp_path: Path, text: str) -> None:
    """Usual ones, parts that are no character, other compatible ones."""
    assert places(tmp_path, radicals, text) == []


def test_radicals_are_mended_in_texts_and_tables() -> None:
    """Wherever they stand: nobody means them."""
    assert mended_text("---\n栏⽬: 要闻\n---\n\n> ⽀部".encode()).decode().endswith("> 支部")
    assert (
        mended_csv("党组织名称,链接名\n某⽀部,mou\n".encode()).decode().splitlines()[1]
        == "某支部,mou"
    )


def test_each_radical_has_one_usual_character() -> None:
    """None is a radical itself, or a traditional form by mistake."""
    assert all(len(one) == len(other) == 1 for one, other in CHARACTERS.items())
    assert not set(CHARACTERS) & set(CHARACTERS.values())
    assert all(unicodedata.name(other).startswith("CJK UNIFIED") for other in CHARACTERS.values())
    assert not set("見貝車長門頁風飛馬魚鳥龍龜") & set(CHARACTERS.values())
