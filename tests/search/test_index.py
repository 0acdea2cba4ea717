"""The shards of an index, read back byte by byte."""

from collections import defaultdict
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search.documents import Text, joined
from plugins.search.index import FEW, IN_TITLE, SECOND, STEPS, shards_of
from plugins.search.text import is_word, normalised

ROSTER = b"abcd"
TEXTS = st.text("党建工作a1，。 黨", max_size=30)


def numbers(data: bytes) -> Iterator[int]:
    """Yield the numbers of a shard: seven bits a byte, the lowest first."""
    value = scale = 0
    for byte in data:
        value |= (byte & 127) << scale
        scale += 7
        if byte < 128:
            yield value
            value = scale = 0


def read(postings: bytes, offsets: bytes) -> Iterator[tuple[str, int, int, list[int]]]:
    """Yield pair, document, class and places of a shard; no places of a rare pair."""
    assert postings[: len(ROSTER)] == offsets[: len(ROSTER)] == ROSTER
    left, places = numbers(postings[len(ROSTER) :]), numbers(offsets[len(ROSTER) :])
    count = next(left)
    steps, seconds, holders = ([next(left) for _ in range(count)] for _ in range(3))
    first = 0
    for step, second, many in zip(steps, seconds, holders, strict=True):
        first += step
        pair, document = chr(first) + (chr(second) if second else ""), 0
        for _ in range(many):
            entry = next(left)
            document += entry >> 3
            yield pair, document, entry & 7, list(_stands(places)) if many > FEW else []
    assert not list(left)
    assert not list(places)


def _stands(places: Iterator[int]) -> Iterator[int]:
    place = 0
    while True:
        entry = next(places)
        place += entry >> 2
        yield place * 2 + (entry >> 1 & 1)
        if entry & 1:
            return


def expected(texts: list[Text]) -> dict[tuple[str, int], list[int]]:
    """Return the places of every pair in every document, twice each, plus one in a title."""
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        whole, title = normalised(joined(text)), len(normalised(text[0]))
        for place, one in enumerate(whole):
            if is_word(one):
                after = whole[place + 1 : place + 2]
                pair = one + (after if after and is_word(after) else "")
                found[pair, number].append(place * 2 + (place < title))
    return found


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=24))
def test_every_place_of_every_pair_is_in_the_index(texts: list[Text]) -> None:
    """And nothing else."""
    wanted = expected(texts)
    found = {}
    for shard in shards_of(texts, ROSTER):
        for pair, document, kind, places in read(shard.postings, shard.offsets):
            assert (pair, document) not in found
            found[pair, document] = (kind, places)
    assert found.keys() == wanted.keys()
    many = {pair: len([one for one in wanted if one[0] == pair]) for pair, _ in wanted}
    for key, stands in wanted.items():
        kind, places = found[key]
        times = len(stands)
        steps = STEPS[stands[0] & 1]
        assert kind == IN_TITLE * (stands[0] & 1) + sum(times >= step for step in steps)
        assert places == (stands if many[key[0]] > FEW else [])


def test_shards_are_cut_at_the_same_pairs_after_an_edit() -> None:
    """All but those that hold what is new are the same bytes."""
    texts = [
        ("标题", "".join(chr(0x4E00 + n * k % 3000) for k in range(1, 200))) for n in range(120)
    ]
    before = list(shards_of(texts, ROSTER))
    texts[5] = (texts[5][0], texts[5][1] + "新一")
    after = list(shards_of(texts, ROSTER))
    assert len(before) > 10
    assert len({one.postings for one in after} - {one.postings for one in before}) <= 4


def test_shards_follow_each_other_in_the_order_of_their_pairs() -> None:
    """So that a browser knows which to ask for."""
    texts = [
        ("标题", "".join(chr(0x4E00 + n * k % 3000) for k in range(1, 200))) for n in range(120)
    ]
    firsts = [shard.first for shard in shards_of(texts, ROSTER)]
    assert firsts == sorted(set(firsts))
    for shard, end in zip(shards_of(texts, ROSTER), [*firsts[1:], 1 << 62], strict=True):
        pairs = [pair for pair, *_ in read(shard.postings, shard.offsets)]
        codes = [(ord(pair[0]) << SECOND) + (ord(pair[1]) if pair[1:] else 0) for pair in pairs]
        assert shard.first == codes[0]
        assert max(codes) < end
