"""Downloads of awards: each row explains itself, and names nobody who is only counted."""

from plugins.domain.downloads import csv_file, json_file
from plugins.domain.navigation import site_view
from plugins.domain.tables import Honour, Recipient, Recognition
from plugins.registry.award_downloads import awards_download
from plugins.registry.ledger import ledger_of
from tests.builders import bulletin, day, honour, recognition

SITE = site_view(bulletin(), {})
STAR = honour("五星级党支部", "wuxing")
PERSON = honour("党员示范岗", "shifan", "个人")


def awards(of: Honour, *recipients: Recipient, **cells: object) -> list[dict[str, object]]:
    """Return the rows of the only recognition's download, by heading."""
    told = bulletin(
        honours=(of,), recognitions=(recognition("r", of.name, **cells),), recipients=recipients
    )
    download = awards_download("样例", ledger_of(told).batches)
    return [dict(zip(download.headings, row, strict=True)) for row in download.rows]


def test_an_award_has_its_recognition_in_its_row() -> None:
    """Whoever has the file alone knows how many were announced."""
    (row,) = awards(
        STAR,
        Recipient(recognition="r", name="新支部", name_then="旧支部", organisation="甲局"),
        announced=35,
        awarded_on=day("2022-06"),
    )
    assert row == {
        "荣誉名称": "五星级党支部",
        "表彰年度": 2022,
        "授予日期": "2022-06",
        "授予机关": "市委直属机关工委",
        "文号": "",
        "有效期至": "",
        "公布数量": 35,
        "收录数量": 1,
        "授予时名称": "旧支部",
        "今名": "新支部",
        "所属单位": "甲局",
        "状态": "有效",
        "状态日期": "",
    }


def test_a_recognition_without_a_list_keeps_its_row() -> None:
    """Its total is known, its recipients are not."""
    (row,) = awards(STAR, announced=24)
    assert (row["公布数量"], row["收录数量"], row["授予时名称"]) == (24, 0, "")


def test_a_person_without_grounds_is_in_no_file() -> None:
    """The name is nowhere; that there is one is said."""
    told = bulletin(
        honours=(PERSON,),
        recognitions=(Recognition(number="r", honour=PERSON.name, year=2022, awarded_by=("某",)),),
        recipients=(Recipient(recognition="r", name="不公开者"),),
    )
    download = awards_download("样例", ledger_of(told).batches)
    assert "不公开者" not in json_file(download, SITE).decode() + csv_file(download, SITE).decode()
    assert "有1名个人只计数，不列姓名。" in download.notes


def test_a_row_bears_the_doubt_of_its_recognition() -> None:
    """In the words of the page; whatever is not in doubt has an empty cell."""
    given = (recognition("a", STAR.name, doubt="日期据版面推定"), recognition("b", STAR.name))
    batches = ledger_of(bulletin(honours=(STAR,), recognitions=given)).batches
    told = awards_download("样例", batches, tells_doubts=True)
    assert told.headings[-1] == "编者注"
    assert [row[-1] for row in told.rows] == ["日期据版面推定。以上待核实。", ""]
    assert "编者注" not in awards_download("样例", batches).headings
