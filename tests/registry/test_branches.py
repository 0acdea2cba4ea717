"""Branch pages: own and inherited honours, holdings, changes, what is under them."""

import pytest

from plugins.domain.tables import Change, Holding, Recipient
from plugins.domain.views import Link
from plugins.registry.page_views import BranchView
from plugins.registry.pages import registry_pages
from plugins.registry.views import AwardEntry
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
OLD, NEW = branch("旧支部", "jiu"), branch("新支部", "xin")
RENAMED = Change(date=day("2022-06-14"), kind="更名", before=("旧支部",), after=("新支部",))


def page(slug: str, **tables: object) -> BranchView:
    """Return the view of a branch's page; the honour is 五星级党支部."""
    told = bulletin(**{"honours": (STAR,), **tables})
    view: BranchView = views_by_path(registry_pages(told))[f"branches/{slug}/index.html"]
    return view


def awards(slug: str, *recipients: Recipient, **tables: object) -> tuple[AwardEntry, ...]:
    """Return the honours of a branch from recognitions a (2021) and b (2023)."""
    recognitions = (recognition("a", STAR.name, 2021), recognition("b", STAR.name, 2023))
    plain = {"branches": (OLD, NEW), "recognitions": recognitions, "recipients": recipients}
    return page(slug, **{**plain, **tables}).awards


def test_honours_stand_newest_first_with_state_and_roll() -> None:
    """Each leads to its roll."""
    told = awards(
        "xin",
        Recipient(recognition="a", name="新支部", state="复核", state_since=day("2022-05")),
        Recipient(recognition="b", name="新支部"),
    )
    assert [(one.period, one.state, one.state_since) for one in told] == [
        ("2023年", "有效", ""),
        ("2021年", "复核", "2022年5月"),
    ]
    assert told[0].roll == Link("2023年名单", "honours/wuxing/2023/")


def test_an_honour_of_a_predecessor_is_shown_as_inherited() -> None:
    """The branch did not earn it under this name, and the page says so."""
    (told,) = awards("xin", Recipient(recognition="a", name="旧支部"), changes=(RENAMED,))
    assert told.inherited == "承继自旧支部（更名，2022年6月14日）"


def test_an_honour_entered_under_todays_name_tells_its_descent_too() -> None:
    """The row has both names, the changes table the renaming."""
    row = Recipient(recognition="a", name="新支部", name_then="旧支部")
    (told,) = awards("xin", row, changes=(RENAMED,))
    assert (told.inherited, told.name_then) == ("承继自旧支部（更名，2022年6月14日）", "")


def test_a_name_then_without_a_change_is_told_as_it_is() -> None:
    """No descent is made up."""
    (told,) = awards("xin", Recipient(recognition="a", name="新支部", name_then="原支部"))
    assert (told.inherited, told.name_then) == ("", "原支部")


def test_an_honour_given_after_a_split_does_not_come_down() -> None:
    """新支部 left 旧支部 in 2022; what 旧支部 was given in 2023 is its own."""
    split = Change(date=day("2022"), kind="拆分", before=("旧支部",), after=("旧支部", "新支部"))
    rows = (Recipient(recognition="a", name="旧支部"), Recipient(recognition="b", name="旧支部"))
    assert [one.period for one in awards("xin", *rows, changes=(split,))] == ["2021年"]
    assert [one.period for one in awards("jiu", *rows, changes=(split,))] == ["2023年", "2021年"]


def test_a_title_whose_batch_is_unknown_comes_last_as_such() -> None:
    """It has neither a year nor a state."""
    held = Holding(name="新支部", honour=STAR.name, as_of=day("2021-10"), source_item="2022/a")
    told = awards("xin", Recipient(recognition="a", name="新支部"), holdings=(held,))
    assert (told[1].period, told[1].batch, told[1].state, told[1].roll) == (
        "截至2021年10月",
        "已有此荣誉，授予批次不详",
        "",
        None,
    )


def test_honours_of_persons_are_no_honours_of_a_branch() -> None:
    """A person's name that happens to be a branch's shows nothing there."""
    told = awards(
        "xin",
        Recipient(recognition="p", name="新支部"),
        honours=(PERSON,),
        recognitions=(recognition("p", PERSON.name),),
    )
    assert told == ()


@pytest.mark.parametrize(
    ("kind", "before", "after", "words"),
    [
        ("更名", "旧支部", "新支部", ["旧支部", "更名为", "新支部"]),
        ("换届", "新支部", "新支部", ["新支部", "换届"]),
        ("换届", "新支部", "", ["新支部", "换届"]),
        ("划转", "新支部", "新支部", ["新支部", "划转"]),
        ("成立", "", "新支部", ["新支部", "成立"]),
        ("撤销", "新支部", "", ["新支部", "撤销"]),
    ],
)
def test_a_change_reads_as_a_sentence(kind: str, before: str, after: str, words: list[str]) -> None:
    """Names, verb, names; an election does not name the branch twice."""
    row = Change(
        date=day("2022-06-14"),
        kind=kind,
        before=(before,) if before else (),
        after=(after,) if after else (),
    )
    (told,) = page("xin", branches=(OLD, NEW), changes=(row,)).changes
    names = [link.title for link in told.before], [link.title for link in told.after]
    assert [*names[0], told.verb, *names[1]] == words


def test_a_branch_tells_the_changes_of_its_predecessors() -> None:
    """What 旧支部 came from belongs to the history of 新支部."""
    earlier = Change(date=day("2020"), kind="合并", before=("甲", "乙"), after=("旧支部",))
    told = page("xin", branches=(OLD, NEW), changes=(earlier, RENAMED)).changes
    assert [change.date for change in told] == ["2022年6月14日", "2020年"]


def test_a_branch_that_was_renamed_leads_to_its_name_today() -> None:
    """Its old page stays, for addresses never change."""
    facts = {
        fact.label: fact.links
        for fact in page("jiu", branches=(OLD, NEW), changes=(RENAMED,)).facts
    }
    assert facts["今名"] == (Link("新支部", "branches/xin/"),)


def test_a_branch_lists_the_items_that_name_it_in_pages() -> None:
    """Twenty a page; the first page is the branch's own."""
    items = [item(f"2022/a{n}", body=body(mentions=["branches/xin/"])) for n in range(21)]
    views = views_by_path(registry_pages(bulletin(*items, branches=(NEW,))))
    first = views["branches/xin/index.html"].timeline
    second = views["branches/xin/page/2/index.html"].timeline
    assert [len(shown.years[0].months[0].entries) for shown in (first, second)] == [20, 1]


def test_branches_stand_under_their_units() -> None:
    """The register is grouped by unit; a branch of two units stands once."""
    told = bulletin(
        organisations=(organisation("甲局", "jia"),),
        branches=(
            branch("一支部", "yi", organisations=("甲局",)),
            branch("联合支部", "lianhe", organisations=("甲局", "乙局")),
        ),
    )
    roll = views_by_path(registry_pages(told))["branches/index.html"].roll
    assert [(group.title, len(group.rows)) for group in roll.groups] == [
        ("甲局", 1),
        ("甲局、乙局", 1),
    ]
