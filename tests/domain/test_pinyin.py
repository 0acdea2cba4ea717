"""Sort keys: pinyin by syllable, with the readings that names want."""

import pytest

from plugins.domain.pinyin import pinyin_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("重庆", "chong qing"),
        ("长安", "chang an"),
        ("市重点办", "shi zhong dian ban"),
        ("市长途汽车站", "shi chang tu qi che zhan"),
        ("市长办公室", "shi zhang ban gong shi"),
        ("优秀“书记项目”", "you xiu shu ji xiang mu"),
        ("i延安 APP", "i yan an app"),
        ("", ""),
    ],
)
def test_a_name_is_read_as_people_read_it(name: str, key: str) -> None:
    """Readings depend on the word; punctuation does not sort."""
    assert pinyin_key(name) == key


def test_names_sort_by_syllable() -> None:
    """西安 before 西北, both before 县, as in a dictionary."""
    assert sorted(["县", "西北", "西安"], key=pinyin_key) == ["西安", "西北", "县"]
