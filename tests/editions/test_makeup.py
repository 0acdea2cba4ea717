"""How stories are put side by side."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.editions.makeup import Copy, Measure, made_up

FOUR = Measure(columns=4, characters=15, title_sizes=(1.25, 1.6, 1.8))
SHORT, LONG = Copy(8, (60, 60)), Copy(8, (120,) * 6)
STORIES = st.builds(Copy, st.integers(1, 40), st.lists(st.integers(1, 400), max_size=8).map(tuple))


@given(st.lists(STORIES, max_size=12), st.integers(1, 6))
def test_every_band_fills_the_sheet_and_no_story_is_lost(stories: list[Copy], columns: int) -> None:
    """Whatever the lengths are, no column is left over and every story has its place."""
    bands = made_up(stories, Measure(columns, 14, (1.4, 1.7))).bands
    assert all(sum(spans) == columns for spans in bands)
    assert sum(map(len, bands)) == len(stories)


def test_stories_of_one_length_stand_side_by_side() -> None:
    """Four alike in four columns leave no hole."""
    assert made_up([SHORT] * 4, FOUR).bands == ((1, 1, 1, 1),)


def test_a_long_story_takes_more_columns_than_its_neighbour() -> None:
    """The widths follow the lengths, so that the heights agree."""
    (spans,) = made_up([SHORT, LONG], FOUR).bands
    assert spans == (1, 3)


def test_a_story_taller_than_a_page_has_nobody_beside_it() -> None:
    """Only by itself can it run on to the next page."""
    assert made_up([LONG, LONG, LONG], FOUR, tallest=5).bands == ((4,), (4,), (4,))


def test_an_edition_that_is_only_its_lead_has_no_band() -> None:
    """Nothing is put side by side where there is nothing."""
    assert made_up([], FOUR).bands == ()
