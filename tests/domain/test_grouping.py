"""Groups: who stands around a row, and digests that tell when any of them has changed."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from plugins.domain.grouping import NEAR, around, digests_around, grouped

NAMES = st.lists(st.integers(0, 300), unique=True, max_size=150)


def digest(name: int) -> bytes:
    """Return what a row is known by."""
    return sha256(str(name).encode()).digest()


def seen_from(names: list[int], others: int) -> dict[int, tuple[bytes, list[int]]]:
    """Return of every row the digest of those around it, and who they are."""
    digests = digests_around([digest(name) for name in names])
    assert len(digests) == len(names)
    return {
        name: (digests[index], list(around(names, index, others)))
        for index, name in enumerate(names)
    }


def test_rows_keep_their_order_in_groups() -> None:
    """And groups come in the order of their first rows."""
    assert grouped([("b", 1), ("a", 2), ("b", 3)]) == {"b": (1, 3), "a": (2,)}


def test_those_around_a_row_are_as_many_at_the_ends() -> None:
    """What is missing before the first stands behind it."""
    assert list(around(range(9), 0, 4)) == [0, 1, 2, 3, 4]
    assert list(around(range(9), 4, 4)) == [2, 3, 4, 5, 6]
    assert list(around(range(9), 8, 4)) == [4, 5, 6, 7, 8]
    assert list(around(range(3), 1, 4)) == [0, 1, 2]


@given(NAMES, NAMES, st.integers(0, NEAR))
def test_a_digest_that_stays_vouches_for_all_around(
    before: list[int], after: list[int], others: int
) -> None:
    """However many rows come, go, or change places."""
    old, new = seen_from(before, others), seen_from(after, others)
    for name in old.keys() & new.keys():
        assert old[name][0] != new[name][0] or old[name][1] == new[name][1]


@given(st.integers(0, 200), st.integers(1, 400), st.data())
def test_one_edit_among_many(first: int, count: int, data: st.DataObject) -> None:
    """The same with long lists that differ in one place: a row is new, gone or another one."""
    before = list(range(first, first + count))
    place = data.draw(st.integers(0, count - 1))
    instead = data.draw(st.sampled_from([[], [9_999], [9_999, before[place]]]))
    after = before[:place] + instead + before[place + 1 :]
    old, new = seen_from(before, NEAR), seen_from(after, NEAR)
    for name in old.keys() & new.keys():
        assert old[name][0] != new[name][0] or old[name][1] == new[name][1]


def test_an_edit_leaves_those_far_off_alone() -> None:
    """And a new first row nearly all of them."""
    names = list(range(1000))
    old = seen_from(names, NEAR)
    edited, longer = (
        seen_from([*names[:500], -1, *names[501:]], NEAR),
        seen_from([-1, *names], NEAR),
    )
    assert sum(old[name][0] != edited[name][0] for name in edited if name in old) < 3 * NEAR
    assert sum(old[name][0] != longer[name][0] for name in names) <= 2 * NEAR
