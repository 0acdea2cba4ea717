"""Timelines of branches and organisations: items, awards and changes in one."""

from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import Change, Holding, Recipient
from plugins.domain.timeline import TimelineEntry
from plugins.registry.pages import registry_pages
from tests.builders import (
    body,
    branch,
    bulletin,
    day,
    honour,
    item,
    organisation,
    recognition,
    views_by_path,
)

STAR = honour("五星级党支部", "wuxing")
PERSON = honour("党员示范岗", "shifan", "个人")
UNIT = organisation("某局", "ju")
OLD, NEW = branch("旧支部", "jiu"), branch("新支部", "xin", organisations=("某局",))
RENAMED = Change(
    date=day("2022-06-14"),
    kind="更名",
    before=("旧支部",),
    after=("新支部",),
    source_item="2022/huanjie",
)
TOLD = bulletin(
    item("2022/huanjie", "2022-07", body=body(mentions=[NEW.address, UNIT.address])),
    organisations=(UNIT,),
    branches=(OLD, NEW),
    changes=(RENAMED,),
    honours=(STAR, PERSON),
    recognitions=(
        recognition("a", STAR.name, 2021),
        recognition("b", STAR.name, 2022, awarded_on=day("2022-06")),
        recognition("p", PERSON.name, 2022),
    ),
    recipients=(
        Recipient(recognition="a", name="旧支部"),
        Recipient(recognition="b", name="新支部", name_then="旧支部", state="复核"),
        Recipient(recognition="p", name="某人", organisation="某局", public_grounds="公开"),
    ),
    holdings=(
        Holding(name="新支部", honour=STAR.name, as_of=day("2020-10"), source_item="2022/a"),
    ),
)


def entries(of: Bulletin, path: str) -> list[TimelineEntry]:
    """Return the entries of the timeline on a page."""
    years = views_by_path(registry_pages(of))[path].timeline.years
    return [one for year in years for month in year.months for one in month.entries]


def test_a_branch_shows_items_awards_and_changes_in_time() -> None:
    """Each with what it is; a title whose batch is unknown has no day and is no event."""
    told = entries(TOLD, "branches/xin/index.html")
    assert [(one.iso, one.link.title, one.label) for one in told] == [
        ("2022-07", "标题huanjie", "党建动态"),
        ("2022-06-14", "旧支部更名为新支部", "沿革"),
        ("2022-06", "获评五星级党支部", "荣誉"),
        ("2021", "获评五星级党支部", "荣誉"),
    ]


def test_an_event_leads_to_its_roll_or_its_source() -> None:
    """What is told of it can be followed."""
    urls = {one.label: one.link.url for one in entries(TOLD, "branches/xin/index.html")}
    assert urls["沿革"] == "news/2022/huanjie/"
    assert urls["荣誉"] == "honours/wuxing/2021/"


def test_an_award_says_from_whom_it_came_down_and_how_it_stands() -> None:
    """Only what is not plainly valid is noted."""
    notes = [one.note for one in entries(TOLD, "branches/xin/index.html") if one.label == "荣誉"]
    assert notes == [
        "承继自旧支部（更名，2022年6月14日），现为“复核”",
        "承继自旧支部（更名，2022年6月14日）",
    ]


def test_a_unit_shows_the_awards_and_changes_of_its_branches_with_their_names() -> None:
    """Under the name borne then; what a person was given is not there."""
    told = entries(TOLD, "organisations/ju/index.html")
    assert [one.link.title for one in told] == [
        "标题huanjie",
        "旧支部更名为新支部",
        "旧支部获评五星级党支部",
    ]


def test_events_and_items_share_the_pages_of_twenty() -> None:
    """The oldest event stands on the last page."""
    items = [
        item(f"2023/i{number}", "2023-01-01", body=body(mentions=[NEW.address]))
        for number in range(20)
    ]
    of = bulletin(*items, branches=(OLD, NEW), changes=(RENAMED,))
    assert len(entries(of, "branches/xin/index.html")) == 20
    (last,) = entries(of, "branches/xin/page/2/index.html")
    assert (last.label, last.link.url) == ("沿革", "")
