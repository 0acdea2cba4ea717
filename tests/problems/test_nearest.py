"""Finding what an editor probably meant to type."""

from plugins.problems import nearest_of


def test_two_character_keys_that_share_one_are_alike() -> None:
    """A typing slip in a short key is recognised."""
    assert nearest_of("标提", ["标题", "日期", "栏目"]) == "标题"


def test_a_word_like_nothing_has_no_nearest() -> None:
    """A proposal out of the blue would mislead."""
    assert nearest_of("甲乙", ["标题", "日期"]) is None


def test_nothing_is_near_where_nothing_is_known() -> None:
    """An empty table has no name to propose."""
    assert nearest_of("标题", []) is None


def test_an_empty_word_has_no_nearest() -> None:
    """Nothing was typed, so nothing was meant."""
    assert nearest_of("", ["标题"]) is None


def test_a_whole_paragraph_has_no_nearest() -> None:
    """A word of a thousand characters is not compared with anything."""
    assert nearest_of("标题" * 500, ["标题"]) is None


def test_case_does_not_matter() -> None:
    """A capital letter is the commonest slip in a file name."""
    assert nearest_of("2022/Zhibu", ["2022/zhibu", "2022/dangwei"]) == "2022/zhibu"


def test_the_right_one_of_very_many_is_found() -> None:
    """A slip among ten thousand names is found, though not all are compared closely."""
    known = [f"甲市第{number}党支部" for number in range(10_000)]
    assert nearest_of("甲市第4321支部", known) == "甲市第4321党支部"


def test_a_slip_in_a_number_is_found_among_numbers() -> None:
    """File names of imported items differ in nothing but their digits."""
    known = {f"2022/n{number:05}" for number in range(10_000)}
    assert nearest_of("2022/n00000x", known) == "2022/n00000"
