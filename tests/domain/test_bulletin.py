"""The bulletin's own indexes."""

from plugins.domain.bylines import Byline
from plugins.domain.news_item import Status
from tests.builders import body, branch, bulletin, day, item, organisation


def test_items_are_found_by_what_they_name() -> None:
    """An item is about what it lists and what its text links to, each once."""
    about = item(
        organisation_slugs=("jia",),
        body=body(mentions=("organisations/jia/", "branches/mou/")),
    )
    whole = bulletin(
        about,
        organisations=(organisation("甲局", "jia"),),
        branches=(branch("某某党支部", "mou"),),
    )
    assert whole.items_about == {"organisations/jia/": (about,), "branches/mou/": (about,)}


def test_a_date_of_the_year_alone_is_in_no_month() -> None:
    """The archive has such items under the year."""
    assert list(bulletin(item(when="2022")).items_by_month) == [(2022, 0)]


def test_a_name_in_two_bylines_lists_the_item_once() -> None:
    """Who wrote and photographed made one item."""
    both = item(bylines=(Byline("通讯员", ("甲",)), Byline("摄影", ("甲",))))
    assert bulletin(both).items_by_byline["甲"] == (both,)


def test_ties_of_date_are_broken_by_path() -> None:
    """Two items of one day keep their order from build to build."""
    first, second = item("2022/b"), item("2022/a")
    assert bulletin(second, first).items == (first, second)


def test_a_withdrawn_item_is_in_no_index() -> None:
    """Only the fact of its withdrawal is public."""
    whole = bulletin(item(status=Status.WITHDRAWN, date=day("2022-03-07")))
    assert whole.items == ()
    assert whole.item_by_identity == {}
    assert len(whole.withdrawn) == 1
