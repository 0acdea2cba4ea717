"""Many texts at once are read as each of them is."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.search.code_points import normal_code_points
from plugins.search.text import JOINT, normalised

TEXTS = st.lists(st.text(max_size=20) | st.text(f"党黨 ㎡…ﷺＡ{JOINT}\0", max_size=20), max_size=8)


@given(TEXTS)
def test_they_are_normalised_one_after_the_other(texts: list[str]) -> None:
    """Also where a character becomes several, or none."""
    found, ends = normal_code_points(texts)
    starts = [0, *ends.tolist()][: len(texts)]
    whole = found.astype("<u4").tobytes().decode("utf-32-le")
    parts = [whole[start:end] for start, end in zip(starts, ends.tolist(), strict=True)]
    assert parts == [normalised(text) for text in texts]
    assert "".join(parts) == whole
