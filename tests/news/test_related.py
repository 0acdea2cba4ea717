"""Related items: what they share decides, then the newest; never the text, never itself."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.domain.bulletin import Bulletin
from plugins.news.related import RELATED_AT_MOST, RelatedItems
from tests.builders import body, branch, bulletin, item, organisation, topic

TOPICS = tuple(topic(f"标签{n}", f"t{n}") for n in range(4))
ORGANISATIONS = (organisation("某局", "o"),)
BRANCHES = (branch("某支部", "z"),)


def related(of: Bulletin, identity: str) -> list[str]:
    """Return the names of the items related to one."""
    found = RelatedItems(of).of(of.item_by_identity[identity])
    return [other.name for other in found]


def test_the_item_that_shares_more_stands_first() -> None:
    """Two shared topics weigh more than one, however old the item."""
    of = bulletin(
        item("2022/own", topic_slugs=("t0", "t1")),
        item("2016/both", "2016-01-01", topic_slugs=("t0", "t1")),
        item("2022/one", "2022-03-08", topic_slugs=("t1",)),
        item("2022/none", "2022-03-09", topic_slugs=("t2",)),
        topics=TOPICS,
    )
    assert related(of, "2022/own") == ["both", "one"]


def test_a_shared_branch_weighs_more_than_a_shared_organisation_or_topic() -> None:
    """Items about one branch belong together most."""
    of = bulletin(
        item("2022/own", topic_slugs=("t0",), organisation_slugs=("o",), branch_slugs=("z",)),
        item("2022/topic", "2022-03-09", topic_slugs=("t0",)),
        item("2022/unit", "2022-03-08", organisation_slugs=("o",)),
        item("2022/branch", "2022-03-01", branch_slugs=("z",)),
        topics=TOPICS,
        organisations=ORGANISATIONS,
        branches=BRANCHES,
    )
    assert related(of, "2022/own") == ["branch", "topic", "unit"]


def test_an_organisation_that_a_text_names_counts_like_one_that_is_listed() -> None:
    """Automatic links relate items; honours that both name do not."""
    of = bulletin(
        item("2022/own", organisation_slugs=("o",), body=body(mentions=("honours/h/",))),
        item("2022/names", body=body(mentions=("organisations/o/",))),
        item("2022/honour", body=body(mentions=("honours/h/",))),
        organisations=ORGANISATIONS,
    )
    assert related(of, "2022/own") == ["names"]


def test_of_equals_the_five_newest_are_shown() -> None:
    """A busy topic does not fill the page."""
    of = bulletin(
        item("2022/own", topic_slugs=("t0",)),
        *(item(f"2022/i{n}", f"2022-02-0{n}", topic_slugs=("t0",)) for n in range(1, 8)),
        topics=TOPICS,
    )
    assert related(of, "2022/own") == ["i7", "i6", "i5", "i4", "i3"]


def test_items_already_shown_are_left_out() -> None:
    """The rest of a series stands under its own heading."""
    of = bulletin(
        item("2022/own", topic_slugs=("t0",)), item("2022/part", topic_slugs=("t0",)), topics=TOPICS
    )
    own, part = of.item_by_identity["2022/own"], of.item_by_identity["2022/part"]
    assert RelatedItems(of).of(own, besides=(part,)) == ()


def test_an_edit_of_a_text_changes_no_related_items() -> None:
    """One edited text must not touch the pages of other items."""
    items = [item(f"2022/i{n}", topic_slugs=("t0",)) for n in range(3)]
    edited = [item("2022/i0", topic_slugs=("t0",), body=body("<p>改。</p>")), *items[1:]]
    before, after = (bulletin(*some, topics=TOPICS) for some in (items, edited))
    for one in items:
        assert related(before, one.identity) == related(after, one.identity)


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.integers(1, 28), st.sets(st.sampled_from(["t0", "t1", "t2"]))), max_size=12
    )
)
def test_related_items_are_others_that_share_something_and_best_first(
    drawn: list[tuple[int, set[str]]],
) -> None:
    """Whatever the items share, the order is by shared topics, then by date."""
    of = bulletin(
        *(
            item(f"2022/i{n}", f"2022-03-{when:02}", topic_slugs=tuple(sorted(slugs)))
            for n, (when, slugs) in enumerate(drawn)
        ),
        topics=TOPICS,
    )
    for own in of.items:
        shared = {
            other.name: len({*own.topic_slugs} & {*other.topic_slugs})
            for other in of.items
            if other is not own
        }
        expected = sorted((name for name in shared if shared[name]), key=lambda n: -shared[n])
        assert related(of, own.identity) == expected[:RELATED_AT_MOST]
