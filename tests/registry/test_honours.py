"""Honour pages: the index, an honour through the years, one year's roll, where doubts stand."""

from dataclasses import replace

from plugins.domain.attachments import PublishedAttachment
from plugins.domain.bulletin import Bulletin
from plugins.domain.tables import Holding, Recipient
from plugins.domain.views import AttachmentView, Link
from plugins.registry.pages import registry_pages
from tests.builders import (
    branch,
    bulletin,
    day,
    honour,
    organisation,
    recognition,
    views_by_path,
)

STAR = honour("五星级党支部", "wuxing", level="市直")
UNIT = honour("党员先锋号", "xianfeng", "单位")
PERSON = honour("党员示范岗", "shifan", "个人")
DOUBT = "授予日期据版面推定"
TOLD = bulletin(
    honours=(STAR, UNIT, PERSON),
    branches=(branch("甲支部", "jia"),),
    organisations=(organisation("市委直属机关工委", "gongwei"),),
    recognitions=(
        recognition("a", STAR.name, 2021, announced=35, awarded_on=day("2021-07")),
        recognition("b", STAR.name, 2022, announced=20, awarded_on=day("2022-06"), doubt=DOUBT),
        recognition("c", STAR.name, 2022, announced=3, awarded_on=day("2022-12")),
        recognition("p", PERSON.name, 2022, announced=50),
    ),
    recipients=(
        Recipient(recognition="a", name="甲支部"),
        Recipient(recognition="b", name="甲支部"),
        Recipient(recognition="p", name="不公开者"),
    ),
    holdings=(
        Holding(name="乙支部", honour=STAR.name, as_of=day("2021-10"), source_item="2022/a"),
        Holding(name="不公开者", honour=PERSON.name, as_of=day("2021"), source_item="2022/a"),
    ),
)
VIEWS = views_by_path(registry_pages(TOLD))


def test_the_index_shows_each_honour_at_a_glance() -> None:
    """The newest batch, its number and coverage; nothing is said of an honour without one."""
    told = VIEWS["honours/index.html"].honours
    assert [(one.honour.title, one.number, one.batch, one.coverage) for one in told] == [
        ("五星级党支部", 3, "2022年12月授予", "公布3个，本刊未收录名单"),
        ("党员先锋号", None, "", "本刊尚无表彰记录"),
        ("党员示范岗", 50, "2022年度", "公布50名，个人不列名"),
    ]


def test_the_index_goes_through_the_years() -> None:
    """Newest first; the batches of a year are added."""
    years = VIEWS["honours/index.html"].years
    assert [year.year for year in years] == ["2022年", "2021年"]
    assert [entry.coverage for entry in years[0].entries] == [
        "2批合计公布23个，本刊收录1个",
        "公布50名，个人不列名",
    ]


def test_batches_of_one_year_stand_on_one_page() -> None:
    """In the order of their dates, each with its own coverage."""
    view = VIEWS["honours/wuxing/2022/index.html"]
    assert [batch.title for batch in view.batches] == ["2022年6月授予", "2022年12月授予"]
    assert [batch.facts[0].text for batch in view.batches] == [
        "公布20个，本刊收录1个",
        "公布3个，本刊未收录名单",
    ]
    assert (view.previous, view.next) == (Link("2021年", "honours/wuxing/2021/"), None)


def test_a_year_leads_to_the_other_honours_of_the_year() -> None:
    """And not to those that were not given."""
    assert VIEWS["honours/wuxing/2022/index.html"].others == (
        Link("党员示范岗", "honours/shifan/2022/"),
    )


def test_a_doubt_stands_on_its_own_page_and_in_the_files_of_its_honour() -> None:
    """No other view holds it: neither 荣誉榜 nor the files of all honours."""
    holders = [path for path, view in VIEWS.items() if DOUBT in repr(view)]
    assert holders == [
        "honours/wuxing/wuxing.csv",
        "honours/wuxing/wuxing.json",
        "honours/wuxing/2022/index.html",
        "honours/wuxing/2022/wuxing-2022.csv",
        "honours/wuxing/2022/wuxing-2022.json",
    ]


def test_a_person_without_grounds_is_in_no_view() -> None:
    """Neither from recipients nor from holdings."""
    assert [path for path, view in VIEWS.items() if "不公开者" in repr(view)] == []
    assert VIEWS["honours/shifan/index.html"].unnamed == "另有1名只计数，不列姓名。"


def test_a_title_whose_batch_is_unknown_stands_apart() -> None:
    """It is in no roll and no number."""
    view = VIEWS["honours/wuxing/index.html"]
    assert [held.recipient.title for held in view.holdings] == ["乙支部"]
    assert view.answers[0].listed == 2


def test_an_honour_without_a_recognition_has_a_page_that_says_so() -> None:
    """No table, no chart, no answer."""
    view = VIEWS["honours/xianfeng/index.html"]
    assert (view.answers, view.chart, view.roll) == ((), None, None)


def test_a_giver_in_doubt_is_told_where_the_doubt_is() -> None:
    """The honour's own page names only who gave it beyond doubt."""
    doubtful = recognition("a", UNIT.name, doubt="授予机关据内容推定")
    views = views_by_path(registry_pages(bulletin(honours=(UNIT,), recognitions=(doubtful,))))
    labels = [fact.label for fact in views["honours/xianfeng/index.html"].facts]
    assert labels == ["授予对象", "数量"]


def test_the_document_of_a_recognition_can_be_taken_away() -> None:
    """It says what kind of file it is and how large; the other recognition has none."""
    file = PublishedAttachment("files/2022/jueding.pdf", "files/jueding.pdf", "决定", 9_000, "0")
    given = (
        recognition("a", UNIT.name, published_attachment=file),
        recognition("b", UNIT.name),
    )
    views = views_by_path(registry_pages(bulletin(honours=(UNIT,), recognitions=given)))
    shown = [batch.attachments for batch in views["honours/xianfeng/2022/index.html"].batches]
    assert shown == [(AttachmentView("files/2022/jueding.pdf", "决定", "PDF", "9 KB"),), ()]


def states(told: Bulletin) -> list[str]:
    """Return the states on the roll of 2021."""
    view = views_by_path(registry_pages(told))["honours/wuxing/2021/index.html"]
    return [row[-1].text for group in view.batches[0].roll.groups for row in group.rows]


def test_a_recognition_expires_with_the_day_of_the_build() -> None:
    """Pages depend on the Bulletin's day, not on a clock."""
    first = recognition("a", STAR.name, 2021, valid_until=day("2022-06-30"))
    told = replace(TOLD, recognitions=(first,), recipients=TOLD.recipients[:1])
    assert states(told) == ["到期（2022年6月30日）"]
    assert states(replace(told, today=day("2022-06-30").first_day)) == ["有效"]
