"""Related items: what they share decides, then the nearest; never the text, never itself."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.domain.bulletin import Bulletin
from plugins.domain.news_item import NewsItem
from plugins.news.related import RELATED_AT_MOST, related_items
from tests.builders import body, branch, bulletin, item, organisation, topic

TOPICS = tuple(topic(f"标签{n}", f"t{n}") for n in range(4))
ORGANISATIONS = (organisation("某局", "o"),)
BRANCHES = (branch("某支部", "z"),)


def related(of: Bulletin, identity: str) -> list[str]:
    """Return the names of the items related to one."""
    found = related_items(of, of.item_by_identity[identity])
    return [other.name for other in found]


def days_between(one: NewsItem, other: NewsItem) -> int:
    """Return how far apart the days of two items are."""
    return abs((one.date.first_day - other.date.first_day).days)


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
        item("2022/topic", "2022-03-08", topic_slugs=("t0",)),
        item("2022/unit", "2022-03-09", organisation_slugs=("o",)),
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


def test_of_equals_the_five_nearest_are_shown_the_newer_first() -> None:
    """A busy topic does not fill the page, and what happened about the same time goes before."""
    of = bulletin(
        item("2022/own", "2022-02-05", topic_slugs=("t0",)),
        *(item(f"2022/i{n}", f"2022-02-0{n}", topic_slugs=("t0",)) for n in (1, 2, 3, 4, 6, 7, 8)),
        topics=TOPICS,
    )
    assert related(of, "2022/own") == ["i6", "i4", "i7", "i3", "i8"]


def test_a_new_item_changes_nothing_for_those_far_from_it() -> None:
    """However many items share a topic, a new one goes with those about it alone."""
    old = [
        item(f"2022/i{n:02}", f"2022-0{1 + n // 20}-{1 + n % 20:02}", topic_slugs=("t0",))
        for n in range(90)
    ]
    new = item("2022/new", "2022-05-11", topic_slugs=("t0",))
    before, after = (bulletin(*some, topics=TOPICS) for some in (old, [*old, new]))
    identities = [one.identity for one in before.items]
    changed = [one for one in identities if related(before, one) != related(after, one)]
    assert changed == identities[: len(changed)]
    assert 0 < len(changed) < RELATED_AT_MOST


def test_items_already_shown_are_left_out() -> None:
    """The rest of a series stands under its own heading."""
    of = bulletin(
        item("2022/own", topic_slugs=("t0",)), item("2022/part", topic_slugs=("t0",)), topics=TOPICS
    )
    own, part = of.item_by_identity["2022/own"], of.item_by_identity["2022/part"]
    assert related_items(of, own, besides=(part,)) == ()


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
    """Whatever the items share, the order is by shared topics, then by nearness, newer first."""
    of = bulletin(
        *(
            item(f"2022/i{n}", f"2022-03-{when:02}", topic_slugs=tuple(sorted(slugs)))
            for n, (when, slugs) in enumerate(drawn)
        ),
        topics=TOPICS,
    )
    for place, own in enumerate(of.items):
        ranks = {
            other.name: (-shared, days_between(other, own), at > place, abs(at - place))
            for at, other in enumerate(of.items)
            if other is not own and (shared := len({*own.topic_slugs} & {*other.topic_slugs}))
        }
        assert related(of, own.identity) == sorted(ranks, key=ranks.__getitem__)[:RELATED_AT_MOST]
