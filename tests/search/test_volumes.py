"""An index volume by volume: what is known of one without making it, and what an edit changes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.domain.keeping import Keeper
from plugins.search import text_parts, volumes
from plugins.search.documents import Document, Text
from plugins.search.index import Shard
from plugins.search.segments import Segment
from plugins.search.volumes import Volumes

TEXTS = st.tuples(*[st.text("党建工作会议ab12，。 黨", max_size=12)] * 2)


def segment_of(texts: list[Text]) -> Segment:
    """Return a segment of some texts; its documents are told apart by their texts alone."""
    return Segment(
        "archive",
        tuple(
            Document(
                "items", f"news/{number}/", text[0], repr(text).encode(), lambda text=text: text
            )  # type: ignore[misc]
            for number, text in enumerate(texts)
        ),
    )


def made(of: Volumes) -> dict[int, list[Shard]]:
    """Return all shards of a segment by their volume."""
    return {volume: list(of.shards(volume)) for volume in of.digests}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut parts of two documents, and volumes of a few places."""
    monkeypatch.setattr(text_parts, "TEXTS_A_PART", 2)
    monkeypatch.setattr(volumes, "PLACES_A_VOLUME", 1)


@settings(max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=5), st.lists(TEXTS, min_size=1, max_size=5))
def test_of_the_same_digest_are_the_same_shards(texts: list[Text], others: list[Text]) -> None:
    """So a volume whose digest is that of the last build need not be made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_parts, "TEXTS_A_PART", 2)
        patch.setattr(volumes, "PLACES_A_VOLUME", 1)
        patch.setattr(Segment, "roster", b"abcd")
        one, other = (Volumes(segment_of(some), Keeper()) for some in (texts, others))
        for volume in one.digests.keys() & other.digests.keys():
            is_same = list(one.shards(volume)) == list(other.shards(volume))
            assert one.digests[volume] != other.digests[volume] or is_same


def test_an_edit_changes_the_volumes_of_its_characters_alone(tmp_path: Path) -> None:
    """And of no other is anything made, for the list of where shards begin neither."""
    texts = [("标题", f"党建工作{chr(0x7E00 + 64 * number)}会") for number in range(9)]
    keeper = Keeper(tmp_path)
    before = Volumes(segment_of(texts), keeper)
    before.keys()
    texts[4] = ("标题", texts[4][1] + "，马")
    after = Volumes(segment_of(texts), keeper)
    changed = {one for one, digest in after.digests.items() if before.digests.get(one) != digest}
    (volume,) = changed
    assert len(after.digests) > 5
    assert list(after.shards(volume)) != list(before.shards(volume))
    asked = []
    after.shards = asked.append  # type: ignore[assignment]
    assert after.keys() == Volumes(segment_of(texts), Keeper()).keys()
    assert asked == []


def test_where_shards_begin_is_known_however_it_came_about(tmp_path: Path) -> None:
    """Whether they were made just now, were kept, or neither."""
    segment = segment_of([("标题", f"党建工作{number}会议") for number in range(5)])
    first = Volumes(segment, Keeper(tmp_path))
    firsts = [shard.first for shards in made(first).values() for shard in shards]
    assert firsts == sorted(set(firsts))
    keys = first.keys()
    assert Volumes(segment, Keeper(tmp_path)).keys() == keys
    assert Volumes(segment, Keeper()).keys() == keys


def test_a_segment_that_holds_nothing_to_look_for_has_no_volumes() -> None:
    """But a list, which is empty."""
    nothing = Volumes(segment_of([("——", "。")]), Keeper())
    assert nothing.digests == {}
    assert nothing.keys()[4:] == b"\0"
