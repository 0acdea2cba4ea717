"""The shards of an index, read back byte by byte."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search import text_parts
from plugins.search.documents import Text
from plugins.search.index import (
    BLOCK,
    FEW,
    FILED,
    IN_TITLE,
    LATIN,
    SECOND,
    STEPS,
    TWO_LATIN,
    VOLUME,
    Shard,
    book_of,
    digests_of,
    keys_of,
    least_shard,
    shards_of,
)
from plugins.search.text import JOINT, is_word, normalised
from plugins.search.text_parts import characters_of

ROSTER = b"abcd"
TEXTS = st.text("党建工作ab12，。 黨", max_size=30)


def numbers(data: bytes) -> Iterator[int]:
    """Yield the numbers of a shard: seven bits a byte, the lowest first."""
    value = scale = 0
    for byte in data:
        value |= (byte & 127) << scale
        scale += 7
        if byte < 128:
            yield value
            value = scale = 0


def read(shard: Shard) -> Iterator[tuple[str, int, int, list[int]]]:
    """Yield pair, document, class and places of a shard; no places of a rare pair."""
    assert all(data[: len(ROSTER)] == ROSTER for data in (shard.postings, *shard.offsets.values()))
    files = {part: numbers(data[len(ROSTER) :]) for part, data in shard.offsets.items()}
    left = numbers(shard.postings[len(ROSTER) :])
    count = next(left)
    steps, seconds, holders = ([next(left) for _ in range(count)] for _ in range(3))
    first = before = 0
    for step, second, many in zip(steps, seconds, holders, strict=True):
        first += step
        pair, document = written(first) + (chr(second) if second else ""), 0
        is_placed = many > FEW or first >= TWO_LATIN
        places = files[before // FILED] if is_placed else iter(())
        before += many * is_placed
        for _ in range(many):
            entry = next(left)
            document += entry >> 3
            yield pair, document, entry & 7, list(_stands(places)) if is_placed else []
    assert not list(left)
    assert not any(list(places) for places in files.values())


def written(first: int) -> str:
    """Return what a pair begins with: one character, or two Latin ones."""
    one, other = divmod(first - TWO_LATIN, LATIN)
    return chr(first) if first < TWO_LATIN else chr(one) + chr(other)


def _stands(places: Iterator[int]) -> Iterator[int]:
    place = 0
    while True:
        entry = next(places)
        place += entry >> 2
        yield place * 2 + (entry >> 1 & 1)
        if entry & 1:
            return


def is_latin(two: str) -> bool:
    """Tell whether these are two Latin letters or digits."""
    return len(two) == 2 and two.isascii() and two.isalnum()


def expected(texts: list[Text]) -> dict[tuple[str, int], list[int]]:
    """Return the places of every pair in every document, twice each, plus one in a title."""
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        whole, title = normalised(JOINT.join(text)) + "·", len(normalised(text[0]))
        for place, one in enumerate(whole):
            if is_word(one):
                size = 3 if is_latin(whole[place : place + 2]) else 2
                *before, after = whole[place : place + size]
                pair = "".join(before) + (after if is_word(after) else "")
                found[pair, number].append(place * 2 + (place < title))
    return found


def shards_over(*parts: list[Text]) -> list[Shard]:
    """Return the shards of some texts, given in parts."""
    book = book_of(map(characters_of, parts))
    least = least_shard(book.ranks.size)
    volumes = [range(volume << VOLUME, volume + 1 << VOLUME) for volume in digests_of(book)]
    return [shard for codes in volumes for shard in shards_of(book, codes, ROSTER, least)]


@settings(max_examples=40)
@given(
    st.lists(st.tuples(TEXTS, TEXTS), max_size=24), st.integers(0, 24), st.sampled_from((1, 200))
)
def test_every_place_of_every_pair_is_in_the_index(
    texts: list[Text], cut: int, at_a_time: int
) -> None:
    """And nothing else, wherever parts are cut, however many texts are read at a time."""
    wanted = expected(texts)
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_parts, "TEXTS_A_TIME", at_a_time)
        shards = shards_over(texts[:cut], texts[cut:])
    for shard in shards:
        for pair, document, kind, places in read(shard):
            assert (pair, document) not in found
            found[pair, document] = (kind, places)
    assert found.keys() == wanted.keys()
    many = {pair: len([one for one in wanted if one[0] == pair]) for pair, _ in wanted}
    for key, stands in wanted.items():
        kind, places = found[key]
        times = len(stands)
        steps = STEPS[stands[0] & 1]
        assert kind == IN_TITLE * (stands[0] & 1) + sum(times >= step for step in steps)
        is_placed = many[key[0]] > FEW or is_latin(key[0][:2])
        assert places == (stands if is_placed else [])


def test_shards_are_cut_at_the_same_pairs_after_an_edit() -> None:
    """All but those that hold what is new are the same bytes."""
    texts = [
        ("标题", "".join(chr(0x4E00 + n * k % 3000) for k in range(1, 200))) for n in range(120)
    ]
    before = shards_over(texts)
    texts[5] = (texts[5][0], texts[5][1] + "新一")
    after = shards_over(texts)
    assert len(before) > 10
    assert len({one.postings for one in after} - {one.postings for one in before}) <= 4


def test_shards_follow_each_other_in_the_order_of_their_pairs() -> None:
    """So that a browser knows which to ask for."""
    texts = [
        ("标题", "".join(chr(0x4E00 + n * k % 3000) for k in range(1, 200))) for n in range(120)
    ]
    firsts = [shard.first for shard in shards_over(texts)]
    assert firsts == sorted(set(firsts))
    for shard, end in zip(shards_over(texts), [*firsts[1:], 1 << 62], strict=True):
        pairs = [pair for pair, *_ in read(shard)]
        codes = [(ord(pair[0]) << SECOND) + (ord(pair[1]) if pair[1:] else 0) for pair in pairs]
        assert shard.first == codes[0] >> BLOCK
        assert max(codes) >> BLOCK < end


def test_places_of_many_documents_go_on_in_another_file() -> None:
    """A browser loads no more of them than it needs."""
    texts = [("党建", f"党建工作，党建{number}，工作工作") for number in range(FILED + 1)]
    parts = [len(shard.offsets) for shard in shards_over(texts)]
    assert max(parts) > 1
    for shard in shards_over(texts):
        assert list(read(shard))


def test_what_holds_nothing_to_look_for_has_no_shards() -> None:
    """The list of their first pairs is empty then."""
    assert shards_over([("——", "。")]) == []
    assert list(numbers(keys_of([], SECOND))) == [0]
